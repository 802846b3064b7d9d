"""Depthwise convolution whose gradients take oneDNN's fast kernels on a CPU.

In bfloat16 oneDNN has fast kernels for a depthwise 3x3 and for the forward pass of any, and falls
back to plain loops for the gradients of 5x5 kernels and of strided ones: half of what Lite0 takes
forward and back (``tests/benchmarks/bench_depthwise.py``). Those gradients can be had from the fast
ones: a 5x5 kernel's from four 3x3 windows of it, a strided one's from the phases of its
input. The numbers are the same; only who adds them up differs.
"""

from __future__ import annotations

from typing import Any, Final, cast

import torch
from timm.layers.conv2d_same import Conv2dSame
from timm.layers.padding import pad_same
from torch import Tensor, nn
from torch.autograd.function import once_differentiable
from torch.nn import functional as F

_BLOCK: Final = 3  # the kernel size with fast gradients


class DepthwiseConv2d(nn.Conv2d):
    """`nn.Conv2d` of one filter a channel, square in kernel and stride, without dilation or bias.

    Parameters, names and results are those of the convolution it takes the place of. ``same``:
    TensorFlow's padding, of which the right and lower sides get the odd row (timm's `Conv2dSame`).
    """

    same: bool = False

    @classmethod
    def like(cls, conv: nn.Conv2d) -> DepthwiseConv2d:
        """The same convolution, sharing its weights."""
        channels, padding = conv.in_channels, cast("tuple[int, ...]", conv.padding)
        kernel, stride = conv.kernel_size[0], conv.stride[0]
        made = cls(channels, channels, kernel, stride, padding[0], groups=channels, bias=False)
        made.weight = conv.weight
        made.same = isinstance(conv, Conv2dSame)
        return made

    def forward(self, x: Tensor) -> Tensor:
        """(N, C, H, W) -> (N, C, H', W')."""
        if self.same:
            x = pad_same(x, list(self.kernel_size), list(self.stride))
        learning = torch.is_grad_enabled() and (x.requires_grad or self.weight.requires_grad)
        if x.device.type != "cpu" or not learning:
            return cast("Tensor", self._conv_forward(x, self.weight, None))
        weight = self.weight
        if torch.is_autocast_enabled("cpu"):
            dtype = torch.get_autocast_dtype("cpu")
            x, weight = x.to(dtype), weight.to(dtype)
        padding = cast("tuple[int, ...]", self.padding)
        return cast("Tensor", _Depthwise.apply(x, weight, self.stride[0], padding[0]))


def use_fast_gradients(network: nn.Module) -> None:
    """Replace the depthwise convolutions whose own gradients are slow, weights and names kept."""
    for parent in list(network.modules()):
        for name, child in parent.named_children():
            if isinstance(child, nn.Conv2d) and _is_slow(child):
                setattr(parent, name, DepthwiseConv2d.like(child))


def _is_slow(conv: nn.Conv2d) -> bool:
    plain = conv.bias is None and conv.dilation == (1, 1) and conv.padding_mode == "zeros"
    depthwise = conv.groups == conv.in_channels == conv.out_channels > 1
    shapes = (conv.kernel_size, conv.stride, conv.padding)
    square = all(not isinstance(shape, str) and len(set(shape)) == 1 for shape in shapes)
    fast = conv.kernel_size == (_BLOCK, _BLOCK) and conv.stride == (1, 1)
    return depthwise and plain and square and not fast


class _Depthwise(torch.autograd.Function):
    @staticmethod
    def forward(
        ctx: Any,  # noqa: ANN401 - what it carries is ours to choose
        x: Tensor,
        weight: Tensor,
        stride: int,
        padding: int,
    ) -> Tensor:
        ctx.save_for_backward(x, weight)
        ctx.stride, ctx.padding = stride, padding
        return F.conv2d(x, weight, stride=stride, padding=padding, groups=x.shape[1])

    @staticmethod
    @once_differentiable
    def backward(
        ctx: Any,  # noqa: ANN401
        grad: Tensor,
    ) -> tuple[Tensor | None, Tensor | None, None, None]:
        x, weight = ctx.saved_tensors
        wants_x, wants_weight, *_ = ctx.needs_input_grad
        for_x = _input_gradient(grad, x, weight, ctx.stride, ctx.padding) if wants_x else None
        for_weight = (
            _weight_gradient(grad, x, weight, ctx.stride, ctx.padding) if wants_weight else None
        )
        return for_x, for_weight, None, None


def _input_gradient(grad: Tensor, x: Tensor, weight: Tensor, stride: int, padding: int) -> Tensor:
    """Gradient of x: the kernel, turned round, over the gradient spread out to x's resolution."""
    margin = weight.shape[-1] - 1 - padding
    n, channels, height, width = x.shape
    spread = grad
    if stride > 1:
        reach = 2 * padding - weight.shape[-1] + 1
        shape = (n, channels, height + reach, width + reach)  # of a stride of one
        spread = torch.empty(shape, dtype=grad.dtype, memory_format=torch.channels_last).zero_()
        spread[:, :, ::stride, ::stride] = grad
    turned = weight.flip(2, 3).contiguous(memory_format=torch.channels_last)
    return F.conv2d(spread, turned, padding=margin, groups=channels)


def _weight_gradient(grad: Tensor, x: Tensor, weight: Tensor, stride: int, padding: int) -> Tensor:
    """Gradient of the kernel (C, 1, k, k), from those of 3x3 kernels over parts of x."""
    k = weight.shape[-1]
    if k == _BLOCK:
        return _native(grad, x, weight, stride, padding)
    padded = F.pad(x, (padding,) * 4)
    found = torch.empty_like(weight)
    for top in _starts(k, stride):
        for left in _starts(k, stride):
            rows, columns = slice(top, None, stride), slice(left, None, stride)
            part = _window(padded[:, :, rows, columns], grad)
            block = _native(grad, part, weight[:, :, :_BLOCK, :_BLOCK], 1, 0)
            room = found[:, :, rows, columns][:, :, :_BLOCK, :_BLOCK]
            room.copy_(block[:, :, : room.shape[2], : room.shape[3]])
    return found


def _starts(kernel: int, stride: int) -> tuple[int, ...]:
    """Where 3x3 blocks begin that cover a kernel together: one a phase, or one a stretch."""
    if stride > 1:
        return tuple(range(stride))
    return tuple(sorted({min(start, kernel - _BLOCK) for start in range(0, kernel, _BLOCK)}))


def _window(x: Tensor, grad: Tensor) -> Tensor:
    """The rows and columns of x that a 3x3 kernel over ``grad``'s places reaches."""
    height, width = (side + _BLOCK - 1 for side in grad.shape[2:])
    part = x[:, :, :height, :width]
    missing = (0, width - part.shape[3], 0, height - part.shape[2])
    return (
        F.pad(part, missing) if any(missing) else part.contiguous(memory_format=torch.channels_last)
    )


def _native(grad: Tensor, x: Tensor, weight: Tensor, stride: int, padding: int) -> Tensor:
    """The gradient of a depthwise kernel as oneDNN has it."""
    channels = x.shape[1]
    _, found, _ = torch.ops.aten.convolution_backward(
        grad, x, weight, None, [stride] * 2, [padding] * 2, [1, 1], False, [0, 0], channels,
        [False, True, False],
    )  # fmt: skip
    return cast("Tensor", found)
