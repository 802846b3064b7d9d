from __future__ import annotations

import pytest
import timm
import torch
from timm.layers.conv2d_same import Conv2dSame
from torch import nn

from training.models.depthwise import DepthwiseConv2d, use_fast_gradients

#: Kernel, stride, padding, side of the picture.
KINDS = [
    (3, 1, 1, 9),
    (3, 2, 0, 17),
    (3, 2, 1, 16),
    (5, 1, 2, 4),
    (5, 1, 2, 9),
    (5, 1, 0, 9),
    (5, 2, 0, 11),
    (5, 2, 0, 12),
    (5, 2, 2, 12),
    (7, 1, 3, 12),
]


def plain(kernel: int, stride: int, padding: int, channels: int = 4) -> nn.Conv2d:
    torch.manual_seed(0)
    conv = nn.Conv2d(channels, channels, kernel, stride, padding, groups=channels, bias=False)
    return conv.double()


def gradients(conv: nn.Conv2d, x: torch.Tensor) -> tuple[torch.Tensor, ...]:
    torch.manual_seed(1)
    y = conv(x)
    return y, *torch.autograd.grad(y, [x, conv.weight], torch.randn_like(y))


@pytest.mark.parametrize(("kernel", "stride", "padding", "side"), KINDS)
def test_results_and_gradients_are_those_of_pytorch(
    kernel: int, stride: int, padding: int, side: int
) -> None:
    conv = plain(kernel, stride, padding)
    x = torch.randn(2, 4, side, side + 3, dtype=torch.double, requires_grad=True)
    for ours, theirs in zip(
        gradients(DepthwiseConv2d.like(conv), x), gradients(conv, x), strict=True
    ):
        torch.testing.assert_close(ours, theirs)


def test_gradients_are_those_of_finite_differences() -> None:
    conv = DepthwiseConv2d.like(plain(5, 2, 0, channels=2))
    x = torch.randn(1, 2, 8, 7, dtype=torch.double, requires_grad=True)
    assert torch.autograd.gradcheck(
        lambda x, w: torch.func.functional_call(conv, {"weight": w}, x), (x, conv.weight)
    )


@pytest.mark.parametrize("side", [8, 9, 11])
def test_same_padding_is_timms(side: int) -> None:
    conv = Conv2dSame(4, 4, 5, 2, groups=4, bias=False).double()
    x = torch.randn(2, 4, side, side, dtype=torch.double, requires_grad=True)
    for ours, theirs in zip(
        gradients(DepthwiseConv2d.like(conv), x), gradients(conv, x), strict=True
    ):
        torch.testing.assert_close(ours, theirs)


def test_only_what_needs_a_gradient_gets_one() -> None:
    conv = DepthwiseConv2d.like(plain(5, 1, 2))
    x = torch.randn(1, 4, 6, 6, dtype=torch.double)
    conv(x).sum().backward()
    assert conv.weight.grad is not None
    conv.requires_grad_(requires_grad=False)
    assert not conv(x).requires_grad
    (of_x,) = torch.autograd.grad(conv(x.requires_grad_()).sum(), x)
    assert of_x.shape == x.shape


def test_under_autocast_it_computes_in_the_half_precision() -> None:
    conv = DepthwiseConv2d.like(plain(5, 2, 0)).float()
    x = torch.randn(1, 4, 11, 11, requires_grad=True)
    with torch.autocast("cpu", torch.bfloat16):
        y = conv(x)
    assert y.dtype == torch.bfloat16
    y.float().sum().backward()
    assert conv.weight.grad is not None
    assert conv.weight.grad.dtype == x.grad.dtype == torch.float32  # type: ignore[union-attr]


def test_lite0_keeps_its_names_weights_and_answer() -> None:
    torch.manual_seed(0)
    network = timm.create_model("tf_efficientnet_lite0", pretrained=False).eval()
    before, x = network.state_dict(), torch.randn(1, 3, 64, 64)
    with torch.inference_mode():
        answer = network(x)
        use_fast_gradients(network)
        assert network.state_dict().keys() == before.keys()
        assert all(
            a is b or bool((a == b).all())
            for a, b in zip(network.state_dict().values(), before.values(), strict=True)
        )
        torch.testing.assert_close(network(x), answer)
    replaced = [name for name, m in network.named_modules() if isinstance(m, DepthwiseConv2d)]
    # the strided ones and those of 5x5: timm's 3x3 ones without a stride are quick already
    assert replaced == [
        f"blocks.{stage}.{block}.conv_dw"
        for stage, blocks in ((1, [0]), (2, [0, 1]), (3, [0]), (4, [0, 1, 2]), (5, [0, 1, 2, 3]))
        for block in blocks
    ]
