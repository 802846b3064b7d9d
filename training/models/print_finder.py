"""A small U-Net that says of each place of a scanned page in which print it lies."""

from __future__ import annotations

from typing import Final, cast

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from training.models.blocks import ConvNormAct

#: Pixels of the page in one cell of the maps, and the multiple that sides must be of.
STRIDE: Final = 4
MULTIPLE_OF: Final = 32
#: Pixels and degrees that 1 of the network's own numbers stands for.
_PIXELS: Final = 32.0
_DEGREES: Final = 45.0
#: Bounds of the logarithm of a distance's error in pixels.
_ERRORS: Final = (-2.0, 5.0)


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
    """RGB (N, 3, H, W) in 0..1 -> maps (N, 10, H / 4, W / 4), float32.

    Channels: the logit of lying on a print; pixels to its left, upper, right and lower side; the
    logarithms of how far each is off (of a Laplace distribution, in pixels); the print's angle in
    degrees. H and W are multiples of `MULTIPLE_OF`.
    """

    def __init__(self, channels: tuple[int, int, int, int] = (40, 64, 96, 96)) -> None:
        super().__init__()
        a, b, c, d = channels
        self.stem = nn.Sequential(ConvNormAct(3 * STRIDE**2, a), ConvNormAct(a, a))
        self.down = nn.ModuleList(
            (
                nn.Sequential(ConvNormAct(4 * a, b, 1), ConvNormAct(b, b), ConvNormAct(b, b)),
                nn.Sequential(ConvNormAct(4 * b, c, 1), WideBlock(c, 5), WideBlock(c, 5)),
                nn.Sequential(ConvNormAct(4 * c, d, 1), *(WideBlock(d, 7) for _ in range(3))),
            )
        )
        self.widen = nn.ModuleList(nn.Conv2d(*pair, 1) for pair in ((b, a), (c, b), (d, c)))
        self.up = nn.ModuleList((ConvNormAct(a, a), WideBlock(b, 3), WideBlock(c, 5)))
        self.head = nn.Conv2d(a, 10, 1)
        nn.init.zeros_(cast("Tensor", self.head.bias))

    def forward(self, rgb: Tensor) -> Tensor:
        """The maps of a batch of pages."""
        x = self.stem(F.pixel_unshuffle(2 * rgb - 1, STRIDE))
        skips = [x]
        for down in self.down:
            x = down(F.pixel_unshuffle(x, 2))
            skips.append(x)
        for widen, up, skip in reversed([*zip(self.widen, self.up, skips, strict=False)]):
            x = up(skip + F.interpolate(widen(x), scale_factor=2.0, mode="nearest"))
        maps = self.head(x).float()
        on, sides, errors, angle = maps.split((1, 4, 4, 1), 1)
        return torch.cat((on, sides * _PIXELS, errors.clamp(*_ERRORS), angle * _DEGREES), 1)
