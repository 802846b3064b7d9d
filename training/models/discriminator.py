"""The discriminators: PatchGANs on (L, ab), Conv-BatchNorm-LeakyReLU (Isola et al., 2017).

They score patches, not the picture: whether the colours of each neighbourhood fit its luminance.
One sees ab beside L, the other what a network that knows photographs sees in them.
"""

from __future__ import annotations

from typing import Final

import torch
from torch import Tensor, nn

from training.config import DiscriminatorConfig
from training.models.blocks import L_beside_ab
from training.models.color_features import ColorFeatures
from training.models.generator import pix2pix_init

_KERNEL = 4


class Discriminator(nn.Module):
    """(L, ab) -> logits (N, C, h, w): real or not, patch by patch."""

    def let_learn(self, *, learning: bool) -> None:
        """Its own turn, or the generator's, which only passes through it."""
        self.requires_grad_(requires_grad=learning)


class PatchDiscriminator(Discriminator):
    """(L, ab) -> logits (N, 1, h, w), one for each patch of `receptive_field` pixels.

    Where the generator answers at 1/stride, L comes in by pixel-unshuffle: stride^2 channels at the
    size of ab, so that no luminance detail is lost to the judge and it stays cheap.
    """

    def __init__(self, config: DiscriminatorConfig, stride: int = 1) -> None:
        super().__init__()
        self.stride = stride
        self.layers = config.layers
        c = config.channels
        parts: list[nn.Module] = [_conv(stride * stride + 2, c, 2), nn.LeakyReLU(0.2, inplace=True)]
        for i in range(1, config.layers + 1):
            c_out = config.channels * min(2**i, 8)
            parts += [
                _conv(c, c_out, 2 if i < config.layers else 1, bias=False),
                nn.BatchNorm2d(c_out),
                nn.LeakyReLU(0.2, inplace=True),
            ]
            c = c_out
        self.model = nn.Sequential(*parts, _conv(c, 1, 1))
        self.apply(pix2pix_init)

    def forward(self, L: Tensor, ab: Tensor) -> Tensor:
        """L (N, 1, H, W), ab (N, 2, H/stride, W/stride) -> logits (N, 1, h, w)."""
        scores: Tensor = self.model(L_beside_ab(L, ab, self.stride))
        return scores

    @property
    def receptive_field(self) -> int:
        """Side in pixels of L that one score sees: 70 for three layers at full resolution."""
        field = 1
        for step in reversed([2] * self.layers + [1, 1]):
            field = (field - 1) * step + _KERNEL
        return field * self.stride


class ProjectedDiscriminator(Discriminator):
    """(L, ab) -> logits (N, 3, H/16, W/16), by what a fixed Lite0 sees at strides 4, 8 and 16.

    Sauer et al., 2021, without their random mixing: a discriminator that need not learn to see is
    of use from its first steps on, which is what a short stage has.
    """

    stride: Final = 16

    def __init__(self, config: DiscriminatorConfig, weights: str = "imagenet") -> None:
        super().__init__()
        self.eyes = ColorFeatures(weights)
        seen = list(zip(self.eyes.channels, self.eyes.strides, strict=True))[:-1]
        self.heads = nn.ModuleList(
            _head(c, config.channels, self.stride // stride) for c, stride in seen
        )

    def let_learn(self, *, learning: bool) -> None:
        """The heads learn, the eyes never do."""
        self.heads.requires_grad_(requires_grad=learning)

    def forward(self, L: Tensor, ab: Tensor) -> Tensor:
        """L (N, 1, H, W), ab (N, 2, h, w) -> logits (N, 3, H/16, W/16)."""
        maps = self.eyes.maps(L, ab)
        scores = [head(m) for head, m in zip(self.heads, maps[:-1], strict=True)]
        return torch.cat(scores, dim=1)


def _head(c_in: int, channels: int, factor: int) -> nn.Sequential:
    """A small PatchGAN that makes a map smaller by ``factor``, a power of two."""
    parts: list[nn.Module] = []
    while factor > 1 or not parts:
        step = 2 if factor > 1 else 1
        parts += [
            nn.Conv2d(c_in, channels, 3, stride=step, padding=1, bias=False),
            nn.BatchNorm2d(channels),
            nn.LeakyReLU(0.2, inplace=True),
        ]
        c_in, factor = channels, factor // 2
    return nn.Sequential(*parts, nn.Conv2d(c_in, 1, 1))


def build_discriminator(config: DiscriminatorConfig, stride: int) -> Discriminator:
    """The discriminator a recipe names, for a generator that answers at 1/stride."""
    if config.kind == "projected":
        return ProjectedDiscriminator(config)
    return PatchDiscriminator(config, stride)


def _conv(c_in: int, c_out: int, step: int, *, bias: bool = True) -> nn.Conv2d:
    return nn.Conv2d(c_in, c_out, _KERNEL, stride=step, padding=1, bias=bias)
