"""One photograph, one answer, whatever size the network sees it at.

The teacher is the moving average of the weights (Tarvainen & Valpola, Mean teachers are better role
models, 2017), and what it says at several sizes is averaged: one answer is nearer to another the
less of chance is in either.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import torch
from torch import Tensor
from torch.nn import functional as F

from training.generator import Generator

#: L (N, 1, H, W) -> ab (N, 2, h, w) of the same pictures as seen at other sizes.
Elsewhere = Callable[[Tensor], Tensor]


def seen_elsewhere(generator: Generator, L: Tensor, sizes: Sequence[int]) -> Tensor:
    """A generator's mean ab (N, 2, h, w) for square L at those of the sizes that are not its own.

    Without colour points and at z = 0; nothing descends through it.
    """
    own = L.shape[-1]
    with torch.no_grad():
        answers = [generator(_resized(L, size)).ab for size in sizes if size != own]
        return torch.stack([_resized(ab, own // generator.stride) for ab in answers]).mean(dim=0)


def _resized(maps: Tensor, side: int) -> Tensor:
    """Maps (N, C, S, S) with another side, bicubic; shrinking, each pixel sees all it stands for."""
    return F.interpolate(maps.float(), (side, side), mode="bicubic", antialias=True)
