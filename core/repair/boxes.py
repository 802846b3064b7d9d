"""Boxes about the places that are worth a look, so that as few pixels as can be are looked at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from core.repair.tiles import CORE, MARGIN, Tile

#: Side in pixels from which on a box may be divided, if that saves anything.
_DIVISIBLE: Final = 32


@dataclass(frozen=True)
class _Box:
    """Rows from the top to before the bottom, columns likewise."""

    top: int
    bottom: int
    left: int
    right: int

    def seen(self, margin: float) -> float:
        """Pixels that are looked at for it."""
        return (self.bottom - self.top + 2 * margin) * (self.right - self.left + 2 * margin)


def boxes(
    places: npt.NDArray[np.bool_], shape: tuple[int, ...], margin: int = MARGIN
) -> list[Tile]:
    """Tiles of a picture (H, W) that hold all places of a mask (h, w) of it, smaller or as large.

    A large box is divided where its parts, each with the margin that it sees beyond, are looked at
    sooner than the whole; none is larger than a tile of `core.repair.tiles`.
    """
    down, across = shape[0] / places.shape[0], shape[1] / places.shape[1]
    scale = max(down, across)
    tiles = []
    for box in _divided(places, 0, 0, margin / scale, CORE / scale):
        rows = slice(int(box.top * down), min(int(np.ceil(box.bottom * down)), shape[0]))
        columns = slice(int(box.left * across), min(int(np.ceil(box.right * across)), shape[1]))
        seen = (
            _about(part, side, margin) for part, side in zip((rows, columns), shape, strict=True)
        )
        tiles.append(Tile(rows, columns, *seen))
    return tiles


def _divided(
    places: npt.NDArray[np.bool_], top: int, left: int, margin: float, largest: float
) -> list[_Box]:
    """Boxes of a part of the mask that begins there."""
    rows, columns = np.flatnonzero(places.any(axis=1)), np.flatnonzero(places.any(axis=0))
    if not len(rows):
        return []
    first, last = (int(rows[0]), int(columns[0])), (int(rows[-1]) + 1, int(columns[-1]) + 1)
    whole = _Box(top + first[0], top + last[0], left + first[1], left + last[1])
    sides = last[0] - first[0], last[1] - first[1]
    if max(sides) <= min(_DIVISIBLE, largest):
        return [whole]
    inner = places[first[0] : last[0], first[1] : last[1]]
    middle = max(sides) // 2
    if sides[0] >= sides[1]:
        halves = (inner[:middle], 0, 0), (inner[middle:], middle, 0)
    else:
        halves = (inner[:, :middle], 0, 0), (inner[:, middle:], 0, middle)
    parts = [
        box
        for half, down, across in halves
        for box in _divided(half, whole.top + down, whole.left + across, margin, largest)
    ]
    saves = sum(part.seen(margin) for part in parts) < whole.seen(margin)
    return parts if saves or max(sides) > largest else [whole]


def _about(core: slice, side: int, margin: int) -> slice:
    """What a box sees along one side of a picture."""
    return slice(max(0, core.start - margin), min(side, core.stop + margin))
