from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
import torch
from skimage.data import astronaut
from torch import nn

from core.color import rgb_to_lab
from training.config import DiscriminatorConfig
from training.losses.adversarial import discriminator_loss
from training.models.discriminator import (
    PatchDiscriminator,
    ProjectedDiscriminator,
    build_discriminator,
)


def build(layers: int = 3, stride: int = 1, channels: int = 4) -> PatchDiscriminator:
    torch.manual_seed(0)
    return PatchDiscriminator(DiscriminatorConfig(layers=layers, channels=channels), stride)


def extent(discriminator: PatchDiscriminator, side: int = 256) -> tuple[int, int, int]:
    """Rows, and columns, of L that the middle score depends on; rows of ab."""
    L = torch.full((1, 1, side, side), 50.0, requires_grad=True)
    small = side // discriminator.stride
    ab = torch.zeros(1, 2, small, small, requires_grad=True)
    scores = discriminator.eval()(L, ab)
    scores[0, 0, scores.shape[2] // 2, scores.shape[3] // 2].backward()
    assert L.grad is not None
    assert ab.grad is not None
    seen, colours = L.grad[0, 0] != 0, (ab.grad[0] != 0).any(dim=0)
    return int(seen.any(dim=1).sum()), int(seen.any(dim=0).sum()), int(colours.any(dim=1).sum())


@pytest.mark.parametrize(("layers", "field"), [(1, 16), (2, 34), (3, 70)])
def test_the_stated_field_is_what_a_score_sees(layers: int, field: int) -> None:
    discriminator = build(layers)
    assert discriminator.receptive_field == field
    assert extent(discriminator) == (field, field, field)


@pytest.mark.parametrize(("layers", "field"), [(1, 64), (2, 136)])
def test_at_quarter_resolution_a_score_sees_four_times_as_far(layers: int, field: int) -> None:
    discriminator = build(layers, stride=4)
    assert discriminator.receptive_field == field
    assert extent(discriminator) == (field, field, field // 4)


def test_the_order_is_convolution_batchnorm_leakyrelu() -> None:
    names = [type(part).__name__ for part in build().model]
    inner = ["Conv2d", "BatchNorm2d", "LeakyReLU"]
    assert names == ["Conv2d", "LeakyReLU", *inner * 3, "Conv2d"]
    assert {m.negative_slope for m in build().modules() if isinstance(m, nn.LeakyReLU)} == {0.2}


def test_it_has_pix2pixs_size() -> None:
    # 4x4 convolutions 3 -> 64 -> 128 -> 256 -> 512 -> 1, BatchNorm on the inner three
    widths = [3, 64, 128, 256, 512]
    inner = sum(16 * a * b + 2 * b for a, b in pairwise(widths[1:]))
    expected = (16 * 3 * 64 + 64) + inner + (16 * 512 + 1)
    whole = PatchDiscriminator(DiscriminatorConfig())
    assert sum(p.numel() for p in whole.parameters()) == expected


def test_scores_are_one_a_patch() -> None:
    whole = build()(torch.zeros(2, 1, 256, 256), torch.zeros(2, 2, 256, 256))
    assert whole.shape == (2, 1, 30, 30)  # pix2pix's 30 x 30
    quarter = build(layers=1, stride=4)
    assert quarter(torch.zeros(1, 1, 64, 96), torch.zeros(1, 2, 16, 24)).shape == (1, 1, 6, 10)


def test_luminance_and_colour_are_both_judged() -> None:
    discriminator = build().eval()
    L, ab = torch.rand(1, 1, 128, 128) * 100, torch.randn(1, 2, 128, 128) * 20
    score = discriminator(L, ab)
    assert not torch.allclose(discriminator(100 - L, ab), score)
    assert not torch.allclose(discriminator(L, -ab), score)


def projected() -> ProjectedDiscriminator:
    torch.manual_seed(0)
    return ProjectedDiscriminator(DiscriminatorConfig("projected", channels=8), weights="none")


def test_a_projected_score_is_one_a_cell_of_sixteen_and_map() -> None:
    scores = projected()(torch.rand(2, 1, 64, 96) * 100, torch.randn(2, 2, 16, 24) * 20)
    assert scores.shape == (2, 3, 4, 6)


def test_a_projected_discriminator_learns_with_its_heads_alone() -> None:
    whole = projected().train()
    for learning in (True, False):
        whole.let_learn(learning=learning)
        assert {p.requires_grad for p in whole.heads.parameters()} == {learning}
        assert not any(p.requires_grad for p in whole.eyes.parameters())
    assert whole.heads[0].training
    assert not whole.eyes.network.training


@pytest.mark.slow
def test_a_projected_discriminator_tells_true_colours_from_swapped_ones() -> None:
    torch.manual_seed(0)
    whole = ProjectedDiscriminator(DiscriminatorConfig("projected", channels=16))
    lab = rgb_to_lab(np.ascontiguousarray(astronaut()[::4, ::4]))
    planes = torch.from_numpy(lab.transpose(2, 0, 1).copy())[None]
    L = planes[:, :1].expand(2, -1, -1, -1)
    ab = torch.cat((planes[:, 1:], planes[:, 1:].flip(1)))  # in the second a* and b* swap places
    optimizer = torch.optim.Adam(whole.heads.parameters(), 1e-2)
    for _ in range(20):
        optimizer.zero_grad()
        real, fake = whole(L, ab)  # one batch: its BatchNorm must not even the two out
        loss = discriminator_loss(real, real=True, mode="bce") + discriminator_loss(
            fake, real=False, mode="bce"
        )
        loss.backward()
        optimizer.step()
    assert float(loss.detach()) < 0.5  # of 2 log 2 = 1.39 for who cannot tell


def test_a_recipe_names_its_discriminator() -> None:
    assert isinstance(build_discriminator(DiscriminatorConfig(), 4), PatchDiscriminator)
    assert isinstance(
        build_discriminator(DiscriminatorConfig("projected"), 4), ProjectedDiscriminator
    )
