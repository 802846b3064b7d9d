"""A small U-Net that says where on a scanned page prints lie, and where their sides are."""

from __future__ import annotations

from typing import Final, cast

from torch import Tensor, nn
from torch.nn import functional as F

from training.models.blocks import ConvNormAct

#: Pixels of the page in one cell of the network's own first features, and of its maps.
_PATCH: Final = 4
STRIDE: Final = 2
#: What the page's sides are a multiple of.
MULTIPLE_OF: Final = 32


class WideBlock(nn.Module):
    """A depthwise and two pointwise convolutions beside a shortcut: (N, C, H, W) -> same."""

    def __init__(self, channels: int, kernel: int) -> None:
        super().__init__()
        self.spatial = nn.Conv2d(
            channels, channels, kernel, padding=kernel // 2, groups=channels, bias=False
        )
        self.norm = nn.BatchNorm2d(channels)
        self.widen = nn.Conv2d(channels, 2 * channels, 1)
        self.merge = nn.Conv2d(2 * channels, channels, 1)

    def forward(self, x: Tensor) -> Tensor:
        """Features with what their surroundings say added."""
        seen = self.norm(self.spatial(x))
        return x + cast("Tensor", self.merge(F.relu(self.widen(seen))))


class PrintFinder(nn.Module):
    """RGB (N, 3, H, W) in 0..1 -> logits (N, 2, H / 2, W / 2), float32.

    Of lying on a print, and of lying on a side of one. H and W are multiples of `MULTIPLE_OF`.
    """

    def __init__(self, channels: tuple[int, int, int, int] = (40, 64, 96, 96)) -> None:
        super().__init__()
        a, b, c, d = channels
        self.stem = nn.Sequential(ConvNormAct(3 * _PATCH**2, a), ConvNormAct(a, a))
        self.down = nn.ModuleList(
            (
                nn.Sequential(ConvNormAct(4 * a, b, 1), ConvNormAct(b, b), ConvNormAct(b, b)),
                nn.Sequential(ConvNormAct(4 * b, c, 1), WideBlock(c, 5), WideBlock(c, 5)),
                nn.Sequential(ConvNormAct(4 * c, d, 1), *(WideBlock(d, 7) for _ in range(3))),
            )
        )
        self.widen = nn.ModuleList(nn.Conv2d(*pair, 1) for pair in ((b, a), (c, b), (d, c)))
        self.up = nn.ModuleList((ConvNormAct(a, a), WideBlock(b, 3), WideBlock(c, 5)))
        self.head = nn.Conv2d(a, 2 * (_PATCH // STRIDE) ** 2, 1)
        nn.init.zeros_(cast("Tensor", self.head.bias))

    def forward(self, rgb: Tensor) -> Tensor:
        """The logits of a batch of pages."""
        x = self.stem(F.pixel_unshuffle(2 * rgb - 1, _PATCH))
        skips = [x]
        for down in self.down:
            x = down(F.pixel_unshuffle(x, 2))
            skips.append(x)
        for widen, up, skip in reversed([*zip(self.widen, self.up, skips, strict=False)]):
            x = up(skip + F.interpolate(widen(x), scale_factor=2.0, mode="nearest"))
        return F.pixel_shuffle(self.head(x), _PATCH // STRIDE).float()
