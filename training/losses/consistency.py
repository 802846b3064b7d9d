"""One photograph, one answer, whatever size the network sees it at.

The teacher is the moving average of the weights (Tarvainen & Valpola, Mean teachers are better role
models, 2017), and it sees the picture at one size, where it knows best. The mean of what it says at
several sizes is paler than any of them, and so would be who learns from it.
"""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor
from torch.nn import functional as F

from training.models.generator import Generator

#: L (N, 1, H, W) -> ab (N, 2, h, w) of the same pictures as seen at another size.
Elsewhere = Callable[[Tensor], Tensor]


def seen_at(generator: Generator, L: Tensor, size: int) -> Tensor:
    """A generator's ab (N, 2, h, w) for square L as seen at ``size``, made to fit L's own.

    Without colour points and at z = 0; nothing descends through it.
    """
    with torch.no_grad():
        ab = generator(_resized(L, size)).ab
        return _resized(ab, L.shape[-1] // generator.stride)


def _resized(maps: Tensor, side: int) -> Tensor:
    """Maps (N, C, S, S) with another side, bicubic; none of their pixels is passed over."""
    return F.interpolate(maps.float(), (side, side), mode="bicubic", antialias=True)
