"""Faint scratches through the whole frame, and lines of the picture that are none."""

from __future__ import annotations

import numpy as np
import pytest
from skimage import data
from skimage.transform import resize

from core.color import F32
from core.repair.pixels import lightness
from core.repair.straight import straight_scratches


@pytest.fixture(scope="module")
def frame() -> F32:
    """L* (640, 800) of a photograph with grain."""
    photo = resize(data.camera(), (640, 800), order=3, preserve_range=True).round()
    L = lightness(photo.clip(0, 255).astype(np.uint8))
    noisy = L + np.random.default_rng(4).normal(0, 1.2, L.shape)
    return noisy.clip(0, 100).astype(np.float32)


def _line(shape: tuple[int, ...], column: float, lean: float = 0.0, width: float = 1.0) -> F32:
    middles = column + lean * (np.arange(shape[0]) - shape[0] / 2)
    off = np.arange(shape[1]) - middles[:, None]
    return np.exp(-((off / width) ** 2)).astype(np.float32)


def _marked(mask: np.ndarray[tuple[int, int], np.dtype[np.bool_]], line: F32) -> float:
    """Share of a line's middle that is marked."""
    return float(mask[line > 0.8].mean())


def test_a_clean_photo_has_none(frame: F32) -> None:
    assert not straight_scratches(frame).any()


@pytest.mark.parametrize("contrast", [-7.0, 7.0])
@pytest.mark.parametrize("lean", [-0.008, 0.0, 0.005])
def test_one_of_a_few_tones_is_found_along_its_whole_length(
    frame: F32, contrast: float, lean: float
) -> None:
    line = _line(frame.shape, 720, lean)
    mask = straight_scratches((frame + contrast * line).clip(0, 100))
    assert _marked(mask, line) > 0.9
    assert mask.sum() < 8 * len(frame)


def test_across_the_film_as_well(frame: F32) -> None:
    line = _line(frame.T.shape, 60).T
    assert _marked(straight_scratches(frame + 7 * line), line) > 0.9


def test_a_line_of_a_part_of_the_frame_is_the_picture(frame: F32) -> None:
    line = _line(frame.shape, 720)
    line[500:] = 0
    assert not straight_scratches(frame + 8 * line).any()


def test_an_edge_and_a_broad_bar_are_the_picture() -> None:
    grain = np.random.default_rng(1).normal(50, 1.2, (600, 600)).astype(np.float32)
    edge, bar = grain.copy(), grain.copy()
    edge[:, 300:] += 8
    bar[:, 300:312] += 8
    assert not straight_scratches(edge).any()
    assert not straight_scratches(bar).any()


def test_a_small_picture_is_not_looked_at() -> None:
    assert not straight_scratches(np.full((300, 900), 50, np.float32)).any()
