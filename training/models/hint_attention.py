"""Attention to colour hints: their colours come out where they are and on what looks alike."""

from __future__ import annotations

import math
from typing import Final, NamedTuple, cast

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from core.color import AB_SCALE
from training.models.blocks import pooled_hints

#: Cells of a colour point: twice the size of the answer's pixels.
_CELL: Final = 2

#: Where attention begins: a Nadaraya-Watson kernel that was good for a network without it. Per mean
#: squared difference of standardised features, per squared short side, and the weight of no point.
_LIKENESS, _NEARNESS, _DOUBT = 3.0, 11.0, 0.05


class HintField(NamedTuple):
    """By how much every pixel of an answer goes by each of K cells with a colour point."""

    weights: Tensor  # (N, K, h, w) in 0..1; over K they sum to 1 at most
    colors: Tensor  # (N, 2, K): ab of the points, Lab units
    cells: Tensor  # (N, K): place in the row of all cells of h/2 x w/2

    def correct(self, ab: Tensor) -> Tensor:
        """An answer (N, 2, h, w) with what it lacks at the points given to all that goes by them.

        Where there are no points it comes back as it was, to the last bit.
        """
        own = pick(F.avg_pool2d(ab, _CELL), self.cells)  # (N, 2, K)
        lack = torch.einsum("nck,nkhw->cnhw", self.colors - own, self.weights)
        # one by one: an exported file is to say that there are two channels
        return torch.stack((ab[:, 0] + lack[0], ab[:, 1] + lack[1]), dim=1)


def pick(maps: Tensor, cells: Tensor) -> Tensor:
    """Values (N, C, K) of maps (N, C, h, w) at ``cells``."""
    flat = maps.flatten(2)
    return flat.gather(2, cells[:, None].expand(-1, flat.shape[1], -1))


class HintAttention(nn.Module):
    """Which colour point a pixel goes by: the near and the like, judged by learnt features.

    The points are the keys, and one more that stands for none of them. K is the largest number of
    cells with a point that any picture of the batch has, so that it costs next to nothing where
    there are none; at most ``points`` count, the first ones from the top.
    """

    def __init__(self, channels: int, heads: int = 2, points: int = 128) -> None:
        super().__init__()
        self.heads = heads
        self.points = points
        self.embed = nn.Conv2d(channels, channels, 1, bias=False)
        nn.init.dirac_(self.embed.weight)
        self.likeness = nn.Parameter(torch.full((heads,), math.log(_LIKENESS)))
        self.nearness = nn.Parameter(torch.full((heads,), math.log(_NEARNESS)))
        self.doubt = nn.Parameter(torch.full((heads,), math.log(_DOUBT)))

    def forward(self, x: Tensor, hints: Tensor) -> HintField:
        """Features (N, C, h, w), h and w even, and hints (N, 3, H, W)."""
        raster = pooled_hints(hints, _CELL * hints.shape[-1] // x.shape[-1])  # ab/110, present
        flat = raster[:, 2].flatten(1)
        most = (flat > 0).sum(dim=1).max().clamp(1, self.points)
        # a tensor for a number: the exported graph is to count anew for every photo
        present, cells = flat.topk(cast("int", most), dim=1)  # (N, K)
        logits = self._logits(x, cells)
        logits = logits.masked_fill(present[:, None, :, None] == 0, -1e4)  # (N, heads, K, h w)
        doubt = self.doubt[:, None, None].expand(x.shape[0], -1, 1, logits.shape[-1])
        weights = torch.softmax(torch.cat((logits, doubt), dim=2), dim=2)[:, :, :-1].mean(dim=1)
        colors = pick(raster[:, :2], cells) * AB_SCALE
        return HintField(weights.reshape(*cells.shape, *x.shape[-2:]), colors, cells)

    def likeness_space(self, x: Tensor) -> Tensor:
        """Features (N, C, h, w) in which squared distance is how unlike two pixels are.

        In nats: the mean of the heads' logits, but for how far apart the two lie.
        """
        features = self._features(x)
        scale = (self.likeness.exp() / features.shape[1]).sqrt()  # 1 / D, and the mean of the heads
        return features * scale.repeat_interleave(features.shape[1] // self.heads)[:, None, None]

    def _features(self, x: Tensor) -> Tensor:
        return F.instance_norm(self.embed(x)).float()  # against what is usual in this photo

    def _logits(self, x: Tensor, cells: Tensor) -> Tensor:
        """Of every pixel for every cell: (N, heads, K, h w)."""
        features = self._features(x)
        queries = self._by_head(features.flatten(2))  # (N, heads, D, h w)
        keys = self._by_head(pick(F.avg_pool2d(features, _CELL), cells))  # (N, heads, D, K)
        unlike = squared_distances(keys, queries) / keys.shape[2]
        here, there = places_of(x, cells)
        far = squared_distances(there, here)[:, None]  # (N, 1, K, h w)
        by_head = (slice(None), None, None)
        return -(self.likeness.exp()[by_head] * unlike + self.nearness.exp()[by_head] * far)

    def _by_head(self, features: Tensor) -> Tensor:
        return features.reshape(features.shape[0], self.heads, -1, features.shape[-1])


def places_of(x: Tensor, cells: Tensor) -> tuple[Tensor, Tensor]:
    """Of the pixels of x (N, 2, h w) and of its cells (N, 2, K), in short sides of the picture."""
    places = coordinates(x)
    return places.flatten(2), pick(F.avg_pool2d(places, _CELL), cells)


def coordinates(x: Tensor) -> Tensor:
    """Where the pixels of x are: (N, 2, h, w) down and across, in short sides of the picture."""
    counted = torch.ones_like(x[:, :1], dtype=torch.float32)
    places = torch.cat((counted.cumsum(dim=2), counted.cumsum(dim=3)), dim=1)
    return places / min(x.shape[-2:])


def squared_distances(keys: Tensor, queries: Tensor) -> Tensor:
    """(..., D, K) and (..., D, P) -> |k - q|^2 (..., K, P)."""
    product = keys.transpose(-1, -2) @ queries
    squares: Tensor = (
        keys.square().sum(dim=-2)[..., None] + queries.square().sum(dim=-2)[..., None, :]
    )
    return squares - 2 * product
