"""What a fixed Lite0 makes of colours."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from skimage.color import lab2rgb
from skimage.data import astronaut

from core.color import lab_to_rgb as exact_rgb
from core.color import rgb_to_lab
from training.perceptual import ColorFeatures, feature_distance, lab_to_rgb


@pytest.fixture(scope="module")
def eyes() -> ColorFeatures:
    return ColorFeatures()


def photo(side: int = 128) -> tuple[torch.Tensor, torch.Tensor]:
    """L (1, 1, S, S) and ab (1, 2, S, S) of a photograph."""
    lab = rgb_to_lab(np.ascontiguousarray(astronaut()[: 4 * side : 4, : 4 * side : 4]))
    planes = torch.from_numpy(lab.transpose(2, 0, 1).copy())[None]
    return planes[:, :1], planes[:, 1:]


def test_tensors_get_the_colours_that_arrays_get() -> None:
    L, ab = photo()
    got = lab_to_rgb(L, ab)[0].numpy().transpose(1, 2, 0)
    lab = torch.cat((L, ab), dim=1)[0].numpy().transpose(1, 2, 0)
    np.testing.assert_allclose(got, exact_rgb(lab), atol=2e-3)  # its black is a little light
    np.testing.assert_allclose(got, lab2rgb(lab), atol=3e-3)


def test_colours_out_of_gamut_are_clipped_and_still_have_a_gradient() -> None:
    L = torch.full((1, 1, 4, 4), 40.0)
    ab = torch.full((1, 2, 4, 4), 120.0, requires_grad=True)
    rgb = lab_to_rgb(L, ab)
    assert bool(((rgb >= 0) & (rgb <= 1)).all())
    (gradient,) = torch.autograd.grad(rgb.sum(), ab)
    assert bool(torch.isfinite(gradient).all())


def test_nothing_in_it_learns_or_moves(eyes: ColorFeatures) -> None:
    assert not any(p.requires_grad for p in eyes.parameters())
    before = {name: t.clone() for name, t in eyes.state_dict().items()}
    assert not eyes.train().network.training
    eyes(*photo(64))
    assert all(torch.equal(t, before[name]) for name, t in eyes.state_dict().items())


def test_maps_are_of_its_channels_and_strides(eyes: ColorFeatures) -> None:
    L, ab = photo(96)
    maps = eyes(L, ab[..., ::4, ::4])
    expected = [(1, c, 96 // s, 96 // s) for c, s in zip(eyes.channels, eyes.strides, strict=True)]
    assert [tuple(m.shape) for m in maps] == expected


def test_wrong_colours_are_farther_than_pale_ones(eyes: ColorFeatures) -> None:
    L, ab = photo()
    truth = eyes(L, ab)
    distance = [float(feature_distance(eyes(L, s * ab), truth)) for s in (1.0, 0.8, 0.0, -1.0)]
    assert distance[0] == 0
    assert distance == sorted(distance)


def test_half_precision_leaves_the_picture_whole(eyes: ColorFeatures) -> None:
    L, ab = photo()
    whole = eyes(L, ab)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        rough = eyes(L, ab)
    assert rough[0].dtype == torch.bfloat16
    assert float(feature_distance(rough, whole)) < 0.01


def test_its_gradient_points_to_the_truth(eyes: ColorFeatures) -> None:
    L, ab = photo(96)
    truth = [m.detach() for m in eyes(L, ab)]
    guess = (0.3 * ab).requires_grad_()
    (slope,) = torch.autograd.grad(feature_distance(eyes(L, guess), truth), guess)
    assert float((slope * (ab - guess.detach())).sum()) < 0
