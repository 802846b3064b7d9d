from __future__ import annotations

import pytest
import torch

from training.blocks import ConvNormAct, HintEmbedding, NoiseModulation, match_size


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
    assert not HintEmbedding(4, 110.0)(torch.zeros(1, 3, 16, 16), 8).any()


@pytest.mark.parametrize("factor", [2, 4, 16])
@pytest.mark.parametrize("pixels", [1, 2])
def test_a_small_point_keeps_its_colour_at_a_coarse_level(factor: int, pixels: int) -> None:
    embedding = HintEmbedding(3, 110.0)
    with torch.no_grad():
        embedding.project.weight[:] = torch.eye(3)[..., None, None]
    hints = torch.zeros(1, 3, 32, 32)
    hints[0, :, 5, 7 : 7 + pixels] = torch.tensor([[55.0], [-110.0], [1.0]])
    a, b, present = embedding(hints, factor).detach()[0, :, 5 // factor, 7 // factor]
    assert float(present) == 1
    assert float(a) == pytest.approx(0.5, rel=0.03)  # the 1e-4 beside a coverage of 1/256
    assert float(b) == pytest.approx(-1, rel=0.03)


def test_the_block_is_convolution_batchnorm_relu() -> None:
    block = ConvNormAct(3, 6)
    assert [type(part).__name__ for part in block] == ["Conv2d", "BatchNorm2d", "ReLU"]
    out = block(torch.randn(2, 3, 5, 7)).detach()
    assert out.shape == (2, 6, 5, 7)
    assert float(out.min()) == 0


def test_match_size_repeats_pixels() -> None:
    x = torch.tensor([[[[1.0, 2.0]]]])
    assert match_size(x, torch.zeros(1, 1, 2, 4))[0, 0].tolist() == [[1, 1, 2, 2]] * 2
