"""Tiles of a picture, with what each sees of its neighbours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

#: Side of what a tile's answer is used of, in pixels, and what it sees beyond on each side.
CORE: Final = 448
MARGIN: Final = 32


@dataclass(frozen=True)
class Tile:
    """Rows and columns that a tile answers for, and those that it sees."""

    rows: slice
    columns: slice
    seen_rows: slice
    seen_columns: slice

    @property
    def core(self) -> tuple[slice, slice]:
        """Where it answers, in the picture."""
        return self.rows, self.columns

    @property
    def seen(self) -> tuple[slice, slice]:
        """What it sees of the picture."""
        return self.seen_rows, self.seen_columns

    @property
    def inside(self) -> tuple[slice, slice]:
        """Where it answers, in what it sees."""
        top, left = self.seen_rows.start, self.seen_columns.start
        return (
            slice(self.rows.start - top, self.rows.stop - top),
            slice(self.columns.start - left, self.columns.stop - left),
        )


def tiles(height: int, width: int) -> Iterator[Tile]:
    """Tiles that cover a picture, each pixel in one core."""
    for rows, seen_rows in _pieces(height):
        for columns, seen_columns in _pieces(width):
            yield Tile(rows, columns, seen_rows, seen_columns)


def _pieces(side: int) -> Iterator[tuple[slice, slice]]:
    count = max(1, round(side / CORE))
    edges = [side * number // count for number in range(count + 1)]
    for start, stop in pairwise(edges):
        yield slice(start, stop), slice(max(0, start - MARGIN), min(side, stop + MARGIN))
