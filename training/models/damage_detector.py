"""A small U-Net that finds damage in a picture."""

from __future__ import annotations

from itertools import pairwise
from typing import cast

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from training.config.repair import DetectorConfig
from training.models.blocks import ConvNormAct, SeparableBlock, scaled_L


class DamageDetector(nn.Module):
    """L* (N, 1, H, W) in 0..100 -> logits of damage (N, 1, H, W).

    It works from half the picture's size on (pixel-unshuffle); sides are multiples of
    ``multiple_of``.
    """

    def __init__(self, config: DetectorConfig) -> None:
        super().__init__()
        channels = config.channels
        self.config = config
        self.multiple_of = 2 ** len(channels)
        self.stem = ConvNormAct(4, channels[0])
        self.down = nn.ModuleList(_blocks(c, config.blocks) for c in channels)
        self.narrow = nn.ModuleList(nn.Conv2d(4 * a, b, 1) for a, b in pairwise(channels))
        self.widen = nn.ModuleList(nn.Conv2d(b, a, 1) for a, b in pairwise(channels))
        self.up = nn.ModuleList(_blocks(c, 1) for c in channels[:-1])
        self.head = nn.Conv2d(channels[0], 4, 3, padding=1)
        nn.init.zeros_(cast("Tensor", self.head.bias))

    def forward(self, L: Tensor) -> Tensor:
        """Logits of damage, float32."""
        x = self.down[0](self.stem(F.pixel_unshuffle(scaled_L(L), 2)))
        skips = []
        for narrow, blocks in zip(self.narrow, self.down[1:], strict=True):
            skips.append(x)
            x = blocks(narrow(F.pixel_unshuffle(x, 2)))
        for widen, blocks, skip in reversed([*zip(self.widen, self.up, skips, strict=True)]):
            x = blocks(skip + F.interpolate(widen(x), scale_factor=2.0, mode="nearest"))
        return F.pixel_shuffle(self.head(x), 2).float()


class ExportedDetector(nn.Module):
    """The detector by its file's contract: damage 0..1."""

    def __init__(self, detector: DamageDetector) -> None:
        super().__init__()
        self.detector = detector

    def forward(self, L: Tensor) -> Tensor:
        """L* (N, 1, H, W) -> damage, same shape."""
        return torch.sigmoid(self.detector(L))


def _blocks(channels: int, count: int) -> nn.Sequential:
    return nn.Sequential(*(SeparableBlock(channels) for _ in range(count)))
