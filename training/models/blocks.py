"""Layers that more than one network is built of: convolutions, FiLM, hints, global mixing."""

from __future__ import annotations

from typing import Final, cast

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from core.color import AB_SCALE, L_CENTRE, L_SCALE

#: Cells with a point that a segment must hold to be half sure of its colour.
_FAINT: Final = 0.1


def scaled_L(L: Tensor) -> Tensor:
    """L* in 0..100 -> -1..1, as every network here sees it."""
    return (L - L_CENTRE) / L_SCALE


def L_beside_ab(L: Tensor, ab: Tensor, stride: int) -> Tensor:
    """L (N, 1, H, W), ab (N, 2, H/stride, W/stride) -> (N, stride^2 + 2, H/stride, W/stride).

    L comes in by pixel-unshuffle, so that none of its detail is lost at the size of ab.
    """
    return torch.cat((F.pixel_unshuffle(scaled_L(L), stride), ab / AB_SCALE), dim=1)


class ConvNormAct(nn.Sequential):
    """3x3 convolution, BatchNorm, ReLU: (N, C, H, W) -> (N, C', H, W)."""

    def __init__(self, channels_in: int, channels_out: int, kernel: int = 3) -> None:
        super().__init__(
            nn.Conv2d(channels_in, channels_out, kernel, padding=kernel // 2, bias=False),
            nn.BatchNorm2d(channels_out),
            nn.ReLU(inplace=True),
        )


class SeparableBlock(nn.Module):
    """A depthwise and two pointwise convolutions beside a shortcut: (N, C, H, W) -> same."""

    def __init__(self, channels: int, kernel: int = 3) -> None:
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


class NoiseModulation(nn.Module):
    """z (N, Z) scales and shifts features (N, C, H, W): FiLM (Perez et al., 2018).

    No bias: z = 0 changes nothing, so that zeros are the default colorization by construction.
    """

    def __init__(self, noise_size: int, channels: int) -> None:
        super().__init__()
        self.to_scale_shift = nn.Linear(noise_size, 2 * channels, bias=False)
        nn.init.normal_(self.to_scale_shift.weight, std=0.02)

    def forward(self, features: Tensor, z: Tensor) -> Tensor:
        """Modulated features, same shape."""
        both = self.to_scale_shift(z)[..., None, None]  # (N, 2 C, 1, 1)
        # a number, for the exported graph would work out the half of what it knows
        scale, shift = both.split(self.to_scale_shift.out_features // 2, dim=1)
        return torch.addcmul(features + shift, features, scale)


def pooled_hints(hints: Tensor, factor: int) -> Tensor:
    """Hints (N, 3, H, W) -> (N, 3, h, w) at 1/factor: ab/110 and 1 in cells with a point, else 0.

    ab is averaged over the hinted pixels only, so that a small point keeps its colour however
    coarse the cells are.
    """
    pooled = F.avg_pool2d(hints, factor)  # a, b and the mask's coverage
    coverage = pooled[:, 2:]
    ab = pooled[:, :2] / (coverage + 1e-4) / AB_SCALE
    present = torch.clamp(coverage * float(factor * factor), max=1.0)  # one pixel is enough
    return torch.cat((ab * present, present), dim=1)


class HintEmbedding(nn.Module):
    """The user's colour points at the resolution of a decoder level: (N, 3, H, W) -> (N, C, h, w).

    No bias: no hints add nothing.
    """

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.project = nn.Conv2d(3, channels, 1, bias=False)

    def forward(self, hints: Tensor, factor: int) -> Tensor:
        """Embedding at 1/factor of the hints' resolution."""
        return cast("Tensor", self.project(pooled_hints(hints, factor)))


class HintSpread(nn.Module):
    """Carries a colour point to everything in the picture that looks like its place.

    Each cell belongs softly to a few of ``segments`` learnt kinds of thing. The colours of the
    points are averaged in each segment and handed back to its cells: attention with the points as
    keys, in the linear form of Shen et al., 2021 (Efficient Attention), whose cost grows with the
    picture and not with its square. It begins as nothing, and no hints add nothing.
    """

    def __init__(self, channels: int, segments: int = 64) -> None:
        super().__init__()
        self.assign = nn.Conv2d(channels, segments, 1)
        self.project = nn.Conv2d(3, channels, 1, bias=False)
        nn.init.normal_(self.assign.weight, std=0.2)  # segments that differ from the first step on
        nn.init.zeros_(self.project.weight)

    def forward(self, x: Tensor, hints: Tensor) -> Tensor:
        """Features (N, C, h, w) and hints (N, 3, H, W) -> the spread colours (N, C, h, w)."""
        points = pooled_hints(hints, hints.shape[-1] // x.shape[-1])  # (N, 3, h, w)
        belongs = torch.softmax(self.assign(x).float(), dim=1)  # (N, S, h, w)
        sums = torch.einsum("nkhw,nshw->nks", points.float(), belongs)  # a, b and how much of it
        known = sums / (sums[:, 2:] + _FAINT)  # mean colour of a segment, and how surely: 0..1
        spread = torch.einsum("nks,nshw->nkhw", known, belongs)
        return cast("Tensor", self.project(spread))


class GlobalMixing(nn.Module):
    """Every place hears of every other, so that one thing gets one colour: (N, C, h, w) -> same.

    Attention in the linear form of Shen et al., 2021 (Efficient Attention): the picture is summed
    up in a few channels' worth of contexts and each place takes what it asks for, so the cost grows
    with the picture and not with its square. Then a small perceptron. It begins as nothing.
    """

    def __init__(self, channels: int, heads: int = 4) -> None:
        super().__init__()
        self.heads = heads
        self.norm = nn.GroupNorm(1, channels)
        self.to_qkv = nn.Conv2d(channels, 3 * channels, 1, bias=False)
        self.merge = nn.Conv2d(channels, channels, 1)
        self.perceptron = nn.Sequential(
            nn.GroupNorm(1, channels),
            nn.Conv2d(channels, 2 * channels, 1),
            nn.ReLU(inplace=True),
            last := nn.Conv2d(2 * channels, channels, 1),
        )
        for layer in (self.merge, last):
            nn.init.zeros_(layer.weight)
            nn.init.zeros_(cast("Tensor", layer.bias))

    def forward(self, x: Tensor) -> Tensor:
        """Features with what the rest of the picture says added."""
        n, c, h, w = x.shape
        qkv = self.to_qkv(self.norm(x)).float()
        q, k, v = qkv.reshape(n, 3, self.heads, c // self.heads, h * w).unbind(dim=1)
        contexts = torch.softmax(k, dim=3) @ v.transpose(2, 3)  # (N, heads, D, D)
        heard = contexts.transpose(2, 3) @ torch.softmax(q, dim=2)  # (N, heads, D, h w)
        x = x + self.merge(heard.reshape(n, c, h, w))
        return cast("Tensor", x + self.perceptron(x))


def doubled(x: Tensor) -> Tensor:
    """Nearest-neighbour upsampling of x to twice its sides."""
    return F.interpolate(x, scale_factor=2.0, mode="nearest")
