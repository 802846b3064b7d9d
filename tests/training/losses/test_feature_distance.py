"""What a fixed Lite0 makes of colours."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import timm
import torch
from skimage.color import lab2rgb
from skimage.data import astronaut

from core.color import lab_to_rgb as exact_rgb
from core.color import rgb_to_lab
from training.losses.feature_distance import (
    feature_distance,
    perceptual_distance,
    semantic_distance,
)
from training.models.color_features import ColorFeatures, lab_to_rgb


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
    maps, summary = eyes(L, ab[..., ::4, ::4])
    expected = [(1, c, 96 // s, 96 // s) for c, s in zip(eyes.channels, eyes.strides, strict=True)]
    assert [tuple(m.shape) for m in maps] == expected
    assert summary.shape == (1, eyes.network.head_channels)


def test_pale_colours_are_farther_than_true_ones_and_none_farther_still(
    eyes: ColorFeatures,
) -> None:
    L, ab = photo()
    truth = eyes(L, ab)
    seen = [eyes(L, s * ab) for s in (1.0, 0.8, 0.0, -1.0)]
    of_maps = [float(feature_distance(s.maps, truth.maps)) for s in seen]
    assert of_maps[0] == 0
    assert of_maps == sorted(of_maps)  # and the wrong ones farthest
    of_summaries = [float(semantic_distance(s.summary, truth.summary)) for s in seen[:3]]
    assert of_summaries[0] == pytest.approx(0, abs=1e-6)
    assert of_summaries == sorted(of_summaries)


def test_summaries_are_told_apart_as_places_of_a_map_are() -> None:
    draw = torch.Generator().manual_seed(4)
    own, truth = (torch.randn(3, 20, generator=draw) for _ in range(2))
    places = [
        perceptual_distance(s[None, :, None, None], t[None, :, None, None])
        for s, t in zip(own, truth, strict=True)
    ]
    torch.testing.assert_close(semantic_distance(own, truth), torch.cat(places).mean())
    cosine = torch.nn.functional.cosine_similarity(own, truth)
    torch.testing.assert_close(semantic_distance(own, truth), 2 * (1 - cosine).mean())
    assert float(semantic_distance(own, -own)) == pytest.approx(4)


def test_a_summary_is_what_timm_pools(eyes: ColorFeatures) -> None:
    rgb = torch.rand(2, 3, 64, 64, generator=torch.Generator().manual_seed(5)) * 2 - 1
    network: Any = timm.create_model("tf_efficientnet_lite0", pretrained=False)
    network.load_state_dict(eyes.network.state_dict(), strict=False)
    network.eval()
    with torch.no_grad():
        expected = network.forward_head(network.forward_features(rgb), pre_logits=True)
    torch.testing.assert_close(eyes.network.summary(eyes.network.maps(rgb)[-1]), expected)


def test_half_precision_leaves_the_picture_whole(eyes: ColorFeatures) -> None:
    L, ab = photo()
    whole = eyes(L, ab)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        rough = eyes(L, ab)
    assert rough.maps[0].dtype == torch.bfloat16
    assert float(feature_distance(rough.maps, whole.maps)) < 0.01
    assert float(semantic_distance(rough.summary, whole.summary)) < 0.01


def test_its_gradients_point_to_the_truth(eyes: ColorFeatures) -> None:
    L, ab = photo(96)
    truth = eyes(L, ab)
    guess = (0.3 * ab).requires_grad_()
    own = eyes(L, guess)
    for distance in (
        feature_distance(own.maps, truth.maps),
        semantic_distance(own.summary, truth.summary),
    ):
        (slope,) = torch.autograd.grad(distance, guess, retain_graph=True)
        assert float((slope * (ab - guess.detach())).sum()) < 0
