"""TensorFlow's padding as constants, for the exported file: `fix_same_padding`.

timm works it out anew from each input's size, in forty nodes of an ONNX graph for each strided
convolution: half of what a session takes to open. The contract asks for sides that all strides
divide, and for those it is always the same.
"""

from __future__ import annotations

from typing import cast

from timm.layers.conv2d_same import Conv2dSame
from torch import Tensor, nn
from torch.nn import functional as F


class FixedPaddingConv2d(nn.Conv2d):
    """A convolution that pads as TensorFlow's ``SAME`` does where its stride divides the sides.

    Of the rows that are missing, kernel less stride, the right and lower sides get the odd one.
    """

    @classmethod
    def like(cls, conv: nn.Conv2d) -> FixedPaddingConv2d:
        """The same convolution, sharing its weights."""
        kernel, stride = conv.kernel_size[0], conv.stride[0]
        made = cls(
            conv.in_channels, conv.out_channels, kernel, stride, groups=conv.groups, bias=False
        )
        made.weight = conv.weight
        return made

    def forward(self, x: Tensor) -> Tensor:
        """(N, C, H, W) -> (N, C', H / stride, W / stride)."""
        missing = max(0, self.kernel_size[0] - self.stride[0])
        before, after = missing // 2, missing - missing // 2
        x = F.pad(x, (before, after, before, after))
        return cast("Tensor", self._conv_forward(x, self.weight, None))


def fix_same_padding(network: nn.Module) -> None:
    """Replace what pads by its input's size; weights and names are kept."""
    for parent in list(network.modules()):
        for name, child in parent.named_children():
            if isinstance(child, Conv2dSame) or getattr(child, "same", False):
                setattr(parent, name, FixedPaddingConv2d.like(cast("nn.Conv2d", child)))
