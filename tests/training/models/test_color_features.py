"""What a fixed Lite0 sees in colours."""

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


def test_a_summary_is_what_timm_pools(eyes: ColorFeatures) -> None:
    rgb = torch.rand(2, 3, 64, 64, generator=torch.Generator().manual_seed(5)) * 2 - 1
    network: Any = timm.create_model("tf_efficientnet_lite0", pretrained=False)
    network.load_state_dict(eyes.network.state_dict(), strict=False)
    network.eval()
    with torch.no_grad():
        expected = network.forward_head(network.forward_features(rgb), pre_logits=True)
    torch.testing.assert_close(eyes.network.summary(eyes.network.maps(rgb)[-1]), expected)
