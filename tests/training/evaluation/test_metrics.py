from __future__ import annotations

import math
import statistics

import numpy as np
import pytest
import skimage.data
import skimage.metrics
import torch
from torchmetrics.functional.image import structural_similarity_index_measure

from core.color import rgb_to_lab
from training.evaluation.metrics import (
    chroma_where_neutral,
    colourfulness,
    mean_pairwise_delta_e,
    psnr,
    ssim,
)
from training.losses.ciede2000 import delta_e_2000


def test_psnr_and_ssim_against_the_libraries(rng: np.random.Generator) -> None:
    truth = skimage.data.astronaut()[::4, ::4]
    noisy = np.clip(truth + rng.integers(-20, 21, truth.shape), 0, 255).astype(np.uint8)
    assert psnr(noisy, truth) == pytest.approx(
        skimage.metrics.peak_signal_noise_ratio(truth, noisy), abs=1e-4
    )
    a, b = (torch.from_numpy(p.copy()).permute(2, 0, 1)[None].float() for p in (noisy, truth))
    _, image = structural_similarity_index_measure(a, b, data_range=255.0, return_full_image=True)
    inside = image[..., 5:-5, 5:-5]  # where the window does not leave the picture
    assert ssim(noisy, truth) == pytest.approx(float(inside.mean()), abs=1e-4)


def test_equal_pictures_have_a_finite_psnr_above_all_others() -> None:
    truth = skimage.data.astronaut()[::8, ::8]
    almost = truth.copy()
    almost[0, 0, 0] += 2
    assert psnr(almost, truth) < psnr(truth, truth) < math.inf


def test_colourfulness_by_its_published_formula() -> None:
    picture = skimage.data.coffee()[::40, ::40]
    pixels = [[int(v) for v in p] for p in picture.reshape(-1, 3)]
    rg = [r - g for r, g, _ in pixels]
    yb = [(r + g) / 2 - b for r, g, b in pixels]
    spread = math.hypot(statistics.pstdev(rg), statistics.pstdev(yb))
    mean = math.hypot(statistics.mean(rg), statistics.mean(yb))
    assert colourfulness(picture) == pytest.approx(spread + 0.3 * mean, rel=1e-4)


def test_colourfulness_keeps_the_sign_of_the_opponents() -> None:
    halves = np.zeros((8, 8, 3), np.uint8)
    halves[:, :4, 0], halves[:, 4:, 1] = 200, 200
    assert colourfulness(halves) == pytest.approx(200 + 0.3 * 100)
    assert colourfulness(np.full((8, 8, 3), 90, np.uint8)) == 0


def test_chroma_is_counted_only_where_the_truth_is_neutral() -> None:
    truth = np.array([[50, 0, 0], [50, 2, 0], [50, 0, 40]], np.float32)
    lab = np.array([[50, 3, 4], [50, 0, 1], [50, 90, 0]], np.float32)
    assert chroma_where_neutral(lab, truth) == pytest.approx((6.0, 2))
    assert chroma_where_neutral(lab[:0], truth[:0]) == (0.0, 0)


def test_pairwise_difference_is_the_mean_over_pairs() -> None:
    lab = rgb_to_lab(skimage.data.coffee()[::20, ::20])
    warm = lab + np.array([0, 0, 10], np.float32)
    expected = float(delta_e_2000(lab, warm).mean()) * 2 / 3
    assert mean_pairwise_delta_e([lab, lab, warm]) == pytest.approx(expected, rel=1e-5)
