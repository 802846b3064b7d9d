from __future__ import annotations

import pytest
import torch

from training.models.latent_encoder import LatentEncoder


@pytest.mark.parametrize("stride", [1, 4])
def test_it_reads_colour_and_luminance(stride: int) -> None:
    torch.manual_seed(0)
    encoder = LatentEncoder(5, stride)
    L, ab = torch.rand(3, 1, 64, 32) * 100, torch.randn(3, 2, 64 // stride, 32 // stride) * 30
    mean, log_variance = encoder(L, ab)
    assert mean.shape == log_variance.shape == (3, 5)
    assert not torch.allclose(encoder(L, -ab)[0], mean)
    assert not torch.allclose(encoder(100 - L, ab)[0], mean)


def test_the_variance_stays_where_its_exponential_is_harmless() -> None:
    encoder = LatentEncoder(2, 1)
    with torch.no_grad():
        encoder.head.bias[:] = torch.tensor([0.0, 0.0, 1e6, -1e6])
    _, log_variance = encoder(torch.zeros(1, 1, 16, 16), torch.zeros(1, 2, 16, 16))
    assert log_variance.tolist() == [[4.0, -8.0]]
