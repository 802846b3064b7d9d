"""How a photo is brought into the fixed picture that many exports of networks want: `Fit`.

``docs/models.md`` holds the measurement behind the choice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import StrEnum
from math import ceil
from typing import Final

import numpy as np

from core.color import F32

#: Share of a tile that its neighbours cover as well, at least.
_OVERLAP: Final = 0.25

#: How much a photo may be squashed before tiles are better: measured in docs/models.md.
_MOST_SQUASHED: Final = 1.6

#: The longest photo, in fixed pictures.
_MOST_TILES: Final = 8

#: A fixed picture (H, W) -> the answer's planes (C, h, w).
Run = Callable[[F32, tuple[slice, slice]], F32]


class Fit(StrEnum):
    """Ways into a fixed picture."""

    #: Squashed, or in tiles where the photo is much longer than what the network takes.
    AUTO = "auto"
    #: The whole photo, whatever its shape, is squashed into it.
    SQUASH = "squash"
    #: The photo keeps its shape, the rest is mirrored.
    PAD = "pad"
    #: The photo keeps its shape and is cut into tiles that overlap.
    TILES = "tiles"

    def shape(self, height: int, width: int, fixed: tuple[int, int]) -> tuple[int, int]:
        """Height and width that a photo of ``height`` x ``width`` is brought to."""
        if self is Fit.SQUASH or (self is Fit.AUTO and not _is_long(height, width, fixed)):
            return fixed
        scales = (fixed[0] / height, fixed[1] / width)
        scale = min(scales) if self is Fit.PAD else max(scales)
        sides = (max(1, round(side * scale)) for side in (height, width))
        h, w = sides
        if self is Fit.PAD:
            return min(h, fixed[0]), min(w, fixed[1])
        # a strip that would take hundreds of tiles is squashed after all
        most = (_MOST_TILES * fixed[0], _MOST_TILES * fixed[1])
        return min(max(h, fixed[0]), most[0]), min(max(w, fixed[1]), most[1])


def _is_long(height: int, width: int, fixed: tuple[int, int]) -> bool:
    """Whether a photo would be squashed more than a network bears."""
    squashed = (width * fixed[0]) / (height * fixed[1])
    return max(squashed, 1 / squashed) > _MOST_SQUASHED


def run_fitted(L: F32, fixed: tuple[int, int], run: Run) -> F32:
    """The answer's planes over a picture of a shape that `Fit.shape` gave.

    Args:
        L: (H, W); smaller than ``fixed`` it is padded, larger it is cut into tiles.
        fixed: height and width of what the network takes.
        run: asks the network; it is told which part of L a picture holds.
    """
    height, width = L.shape
    if (height, width) == fixed:
        return run(L, (slice(0, height), slice(0, width)))
    if height <= fixed[0] and width <= fixed[1]:
        return _padded(L, fixed, run)
    return _tiled(L, fixed, run)


def _padded(L: F32, fixed: tuple[int, int], run: Run) -> F32:
    height, width = L.shape
    rest = [(0, wanted - side) for side, wanted in zip(L.shape, fixed, strict=True)]
    whole = np.pad(L, rest, mode="symmetric")
    answer = run(whole, (slice(0, height), slice(0, width)))
    scale = answer.shape[1] / fixed[0], answer.shape[2] / fixed[1]
    return answer[:, : max(1, round(height * scale[0])), : max(1, round(width * scale[1]))]


def _tiled(L: F32, fixed: tuple[int, int], run: Run) -> F32:
    height, width = L.shape
    total: F32 | None = None
    weights = np.zeros((1, 1, 1), np.float32)
    for top in _starts(height, fixed[0]):
        for left in _starts(width, fixed[1]):
            part = slice(top, top + fixed[0]), slice(left, left + fixed[1])
            answer = run(L[part], part)
            scale = answer.shape[1] / fixed[0], answer.shape[2] / fixed[1]
            if total is None:
                shape = round(height * scale[0]), round(width * scale[1])
                total = np.zeros((len(answer), *shape), np.float32)
                weights = np.zeros((1, *shape), np.float32)
            ramp = np.outer(_ramp(answer.shape[1]), _ramp(answer.shape[2]))
            y, x = round(top * scale[0]), round(left * scale[1])
            there = (slice(None), slice(y, y + ramp.shape[0]), slice(x, x + ramp.shape[1]))
            cut = ramp[: total[there].shape[1], : total[there].shape[2]]
            total[there] += answer[:, : cut.shape[0], : cut.shape[1]] * cut
            weights[there] += cut
    assert total is not None  # noqa: S101  (there is a tile at least)
    return total / weights


def _starts(side: int, tile: int) -> Iterator[int]:
    """Where tiles begin: evenly, both ends covered."""
    number = max(1, ceil((side - tile * _OVERLAP) / (tile * (1 - _OVERLAP)))) if side > tile else 1
    return (round(step * (side - tile) / max(number - 1, 1)) for step in range(number))


def _ramp(side: int) -> F32:
    """Weights across a tile: 1 in its middle, falling to its ends, never 0."""
    middle = 1 - np.abs((np.arange(side) + 0.5) / side * 2 - 1)
    return np.minimum(1, middle / _OVERLAP + 1e-3).astype(np.float32)
