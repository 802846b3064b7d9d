"""DDColor (ICCV 2023, arXiv:2212.11613).

"Towards Photo-Realistic Image Colorization via Dual Decoders".

A ConvNeXt encoder, a decoder of pixels, and one of 100 colour queries that attend to three of its
scales in nine layers.
"""

from __future__ import annotations

from typing import Final

import torch
from torch import Tensor, nn
from torch.nn import functional
from torchvision.models import convnext_large, convnext_tiny

_QUERIES: Final = 100
_WIDTH: Final = 256
_LAYERS: Final = 9
_HEADS: Final = 8
_WIDEST: Final = 512


class _Shuffle(nn.Module):
    """Twice the size by sub-pixel convolution, blurred (ICNR's shuffle)."""

    def __init__(self, channels: int, out: int, scale: int = 2) -> None:
        super().__init__()
        self.conv = nn.Sequential(nn.Conv2d(channels, out * scale**2, 1), nn.ReLU())
        self.scale = scale

    def forward(self, x: Tensor) -> Tensor:
        x = functional.pixel_shuffle(self.conv(x), self.scale)
        return functional.avg_pool2d(functional.pad(x, (1, 0, 1, 0), mode="replicate"), 2, 1)


class _Up(nn.Module):
    """A step of the pixel decoder: shuffle, join the skip, one convolution."""

    def __init__(self, channels: int, skip: int, out: int) -> None:
        super().__init__()
        self.shuffle = _Shuffle(channels, out)
        self.norm = nn.BatchNorm2d(skip)
        self.conv = nn.Sequential(
            nn.ReLU(), nn.Conv2d(out + skip, out, 3, padding=1), nn.ReLU(), nn.BatchNorm2d(out)
        )

    def forward(self, x: Tensor, skip: Tensor) -> Tensor:
        joined: Tensor = self.conv(torch.cat((self.shuffle(x), self.norm(skip)), dim=1))
        return joined


class _Layer(nn.Module):
    """Cross attention to the picture, self attention among the queries, a feed-forward net."""

    def __init__(self) -> None:
        super().__init__()
        self.cross = nn.MultiheadAttention(_WIDTH, _HEADS, batch_first=True)
        self.own = nn.MultiheadAttention(_WIDTH, _HEADS, batch_first=True)
        self.feed = nn.Sequential(nn.Linear(_WIDTH, 2048), nn.ReLU(), nn.Linear(2048, _WIDTH))
        self.norms = nn.ModuleList(nn.LayerNorm(_WIDTH) for _ in range(3))

    def forward(self, queries: Tensor, picture: Tensor) -> Tensor:
        cross, own, feed = self.norms
        queries = cross(queries + self.cross(queries, picture, picture, need_weights=False)[0])
        queries = own(queries + self.own(queries, queries, queries, need_weights=False)[0])
        normed: Tensor = feed(queries + self.feed(queries))
        return normed


class DDColor(nn.Module):
    """RGB of the grey picture -> a*, b*; ``large`` has ConvNeXt-L for its encoder, else -T."""

    CHANNELS: Final = (3,)

    def __init__(self, *, large: bool) -> None:
        super().__init__()
        self.encoder = (convnext_large if large else convnext_tiny)(weights=None).features
        widths = (192, 384, 768, 1536) if large else (96, 192, 384, 768)
        out = (_WIDEST, _WIDEST, _WIDEST // 2)
        sources = (widths[3], *out[:2])
        self.up = nn.ModuleList(
            _Up(a, skip, b) for a, skip, b in zip(sources, widths[2::-1], out, strict=True)
        )
        self.last = _Shuffle(out[2], _WIDTH, scale=4)
        self.project = nn.ModuleList(nn.Conv2d(width, _WIDTH, 1) for width in out)
        self.queries = nn.Parameter(torch.randn(1, _QUERIES, _WIDTH))
        self.layers = nn.ModuleList(_Layer() for _ in range(_LAYERS))
        self.embed = nn.Sequential(
            nn.Linear(_WIDTH, _WIDTH), nn.ReLU(), nn.Linear(_WIDTH, _WIDTH), nn.ReLU(),
            nn.Linear(_WIDTH, _WIDTH),
        )  # fmt: skip
        self.refine = nn.Conv2d(_QUERIES + 3, 2, 1)

    def forward(self, rgb: Tensor) -> Tensor:
        """RGB (N, 3, H, W) -> a*, b* (N, 2, H, W)."""
        skips, x = [], rgb
        for number, stage in enumerate(self.encoder):
            x = stage(x)
            if number % 2:
                skips.append(x)
        scales = []
        for up, skip in zip(self.up, reversed(skips[:3]), strict=True):
            x = up(x, skip)
            scales.append(x)
        pixels = self.last(x)
        pictures = [
            p(s).flatten(2).transpose(1, 2) for p, s in zip(self.project, scales, strict=True)
        ]
        queries = self.queries.expand(len(rgb), -1, -1)
        for number, layer in enumerate(self.layers):
            queries = layer(queries, pictures[number % 3])
        maps = torch.einsum("nqc,nchw->nqhw", self.embed(queries), pixels)
        ab: Tensor = self.refine(torch.cat((maps, rgb), dim=1))
        return ab
