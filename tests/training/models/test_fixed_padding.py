"""TensorFlow's padding as constants: what timm works out for each size."""

from __future__ import annotations

import pytest
import torch
from timm.layers.conv2d_same import Conv2dSame
from torch import nn

from training.models.backbones import LiteEncoder
from training.models.fixed_padding import FixedPaddingConv2d, fix_same_padding


@pytest.mark.parametrize("kernel", [3, 5])
@pytest.mark.parametrize("groups", [1, 4])
def test_it_is_timms_where_the_stride_divides_the_sides(kernel: int, groups: int) -> None:
    conv = Conv2dSame(4, 8, kernel, stride=2, groups=groups, bias=False)
    x = torch.rand(2, 4, 12, 18)
    assert torch.equal(FixedPaddingConv2d.like(conv)(x), conv(x))


def test_an_encoder_keeps_weights_names_and_answers() -> None:
    encoder = LiteEncoder("lite0", weights="none").eval()
    L = torch.rand(1, 1, 64, 96) * 100
    before, names = encoder(L), list(encoder.state_dict())
    fix_same_padding(encoder)
    assert list(encoder.state_dict()) == names
    assert sum(isinstance(part, FixedPaddingConv2d) for part in encoder.modules()) == 5
    after = encoder(L)
    for old, new in zip((*before[0], before[1]), (*after[0], after[1]), strict=True):
        torch.testing.assert_close(new, old)


def test_what_pads_nothing_stays() -> None:
    network = nn.Sequential(nn.Conv2d(3, 4, 3, padding=1), nn.ReLU())
    fix_same_padding(network)
    assert type(network[0]) is nn.Conv2d
