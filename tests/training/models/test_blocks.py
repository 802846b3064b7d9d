from __future__ import annotations

import pytest
import torch

from training.models.blocks import (
    ConvNormAct,
    GlobalMixing,
    HintEmbedding,
    HintSpread,
    NoiseModulation,
    doubled,
)


def test_zero_noise_changes_nothing_and_other_noise_does() -> None:
    noise = NoiseModulation(3, 5)
    features = torch.randn(2, 5, 4, 4)
    assert torch.equal(noise(features, torch.zeros(2, 3)), features)
    z = torch.tensor([[1.0, -2.0, 0.5], [0.0, 0.0, 0.0]])
    modulated = noise(features, z)
    assert torch.equal(modulated[1], features[1])
    assert not torch.allclose(modulated[0], features[0])


def test_noise_is_scale_and_shift_of_channels() -> None:
    noise = NoiseModulation(1, 2)
    with torch.no_grad():
        noise.to_scale_shift.weight[:, 0] = torch.tensor([0.5, 0.0, 0.0, 3.0])
    out = noise(torch.full((1, 2, 1, 1), 2.0), torch.tensor([[1.0]]))
    assert out.flatten().tolist() == [3.0, 5.0]  # 2 * (1 + 0.5) + 0 and 2 * (1 + 0) + 3


def test_no_hints_add_nothing() -> None:
    assert not HintEmbedding(4)(torch.zeros(1, 3, 16, 16), 8).any()


@pytest.mark.parametrize("factor", [2, 4, 16])
@pytest.mark.parametrize("pixels", [1, 2])
def test_a_small_point_keeps_its_colour_at_a_coarse_level(factor: int, pixels: int) -> None:
    embedding = HintEmbedding(3)
    with torch.no_grad():
        embedding.project.weight[:] = torch.eye(3)[..., None, None]
    hints = torch.zeros(1, 3, 32, 32)
    hints[0, :, 5, 7 : 7 + pixels] = torch.tensor([[55.0], [-110.0], [1.0]])
    a, b, present = embedding(hints, factor).detach()[0, :, 5 // factor, 7 // factor]
    assert float(present) == 1
    assert float(a) == pytest.approx(0.5, rel=0.03)  # the 1e-4 beside a coverage of 1/256
    assert float(b) == pytest.approx(-1, rel=0.03)


def two_things() -> tuple[HintSpread, torch.Tensor]:
    """A spread that knows two kinds of thing, and a picture: one on the left, one on the right."""
    spread = HintSpread(3, segments=2)
    with torch.no_grad():
        spread.assign.weight[:] = torch.tensor([[40.0, 0, 0], [0, 40.0, 0]])[..., None, None]
        torch.nn.init.zeros_(spread.assign.get_parameter("bias"))
        spread.project.weight[:] = torch.eye(3)[..., None, None]
    x = torch.zeros(1, 3, 4, 6)
    x[:, 0, :, :3] = 1
    x[:, 1, :, 3:] = 1
    return spread, x


def test_a_point_reaches_all_of_its_thing_and_nothing_else() -> None:
    spread, x = two_things()
    hints = torch.zeros(1, 3, 32, 48)
    hints[0, :, 3, 2] = torch.tensor([55.0, -110.0, 1.0])
    out = spread(x, hints).detach()
    assert not out[..., 3:].abs().gt(1e-6).any()
    sure = 1 / 1.1  # one cell of one, beside the tenth of a cell that is doubt
    expected = torch.tensor([0.5 * sure, -1 * sure, sure])[:, None, None].expand(3, 4, 3)
    torch.testing.assert_close(out[0, ..., :3], expected, rtol=0.03, atol=0)


def test_two_points_on_one_thing_meet_in_the_middle() -> None:
    spread, x = two_things()
    hints = torch.zeros(1, 3, 32, 48)
    hints[0, :, 3, 2] = torch.tensor([50.0, 0.0, 1.0])
    hints[0, :, 28, 20] = torch.tensor([10.0, 0.0, 1.0])
    a, _, sure = spread(x, hints).detach()[0, :, 0, 0]
    assert float(a / sure) == pytest.approx(30 / 110, rel=0.03)


def test_without_points_nothing_is_spread_and_at_first_nothing_either() -> None:
    spread, x = two_things()
    assert not spread(x, torch.zeros(1, 3, 32, 48)).any()
    assert not HintSpread(3)(x, torch.ones(1, 3, 32, 48)).any()


def test_the_block_is_convolution_batchnorm_relu() -> None:
    block = ConvNormAct(3, 6)
    assert [type(part).__name__ for part in block] == ["Conv2d", "BatchNorm2d", "ReLU"]
    out = block(torch.randn(2, 3, 5, 7)).detach()
    assert out.shape == (2, 6, 5, 7)
    assert float(out.min()) == 0


def mixing() -> GlobalMixing:
    torch.manual_seed(0)
    block = GlobalMixing(8, heads=2)
    torch.nn.init.eye_(block.merge.weight[..., 0, 0].data)
    return block.eval()


def test_mixing_begins_as_nothing() -> None:
    x = torch.randn(2, 8, 4, 6)
    assert torch.equal(GlobalMixing(8, heads=2)(x), x)


@torch.inference_mode()
def test_a_place_hears_of_the_far_end_of_the_picture() -> None:
    x = torch.randn(1, 8, 4, 6)
    changed = x.clone()
    changed[..., 0, 0] += 5 * torch.randn(8)
    moved = (mixing()(changed) - mixing()(x)).abs().sum(dim=1)[0]
    assert bool((moved > 1e-4).all())


@torch.inference_mode()
def test_mixing_is_efficient_attention() -> None:
    block, x = mixing(), torch.randn(1, 8, 3, 5)
    q, k, v = block.to_qkv(block.norm(x)).reshape(3, 2, 4, 15)  # two heads of four channels
    heard = []
    for head in range(2):
        shares = torch.einsum("dp,dr->pr", q[head].softmax(dim=0), k[head].softmax(dim=1))
        torch.testing.assert_close(shares.sum(dim=1), torch.ones(15))  # a mean over the picture
        heard.append(torch.einsum("pr,dr->dp", shares, v[head]))
    expected = x + torch.cat(heard).reshape(1, 8, 3, 5)
    torch.testing.assert_close(block(x), expected, rtol=1e-4, atol=1e-5)


def test_doubled_repeats_pixels() -> None:
    x = torch.tensor([[[[1.0, 2.0]]]])
    assert doubled(x)[0, 0].tolist() == [[1, 1, 2, 2]] * 2
