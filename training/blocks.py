"""The few layers that more than one network is built of."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from core.color import AB_SCALE, L_CENTRE, L_SCALE


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
        scale, shift = self.to_scale_shift(z)[..., None, None].chunk(2, dim=1)  # (N, C, 1, 1) each
        return torch.addcmul(features + shift, features, scale)


class HintEmbedding(nn.Module):
    """The user's colour points at the resolution of a decoder level: (N, 3, H, W) -> (N, C, h, w).

    ab is averaged over the hinted pixels only, so that a small point keeps its colour however
    coarse the level is. No bias: no hints add nothing.
    """

    def __init__(self, channels: int, scale: float) -> None:
        super().__init__()
        self.scale = scale
        self.project = nn.Conv2d(3, channels, 1, bias=False)

    def forward(self, hints: Tensor, factor: int) -> Tensor:
        """Embedding at 1/factor of the hints' resolution."""
        pooled = F.avg_pool2d(hints, factor)  # (N, 3, h, w): a, b and the mask's coverage
        coverage = pooled[:, 2:]
        ab = pooled[:, :2] / (coverage + 1e-4) / self.scale
        present = torch.clamp(coverage * float(factor * factor), max=1.0)  # one pixel is enough
        embedded: Tensor = self.project(torch.cat((ab * present, present), dim=1))
        return embedded


def match_size(x: Tensor, like: Tensor) -> Tensor:
    """Nearest-neighbour upsampling of x to the spatial size of ``like``."""
    return F.interpolate(x, size=like.shape[-2:], mode="nearest")
