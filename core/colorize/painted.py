"""`Painted`: brush strokes over a photo's chroma, worked out for any pixel of it.

Strokes are laid one over the other in the order they were painted. Their edges are drawn at the
photo's own resolution, in strips: memory does not grow with the photo.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from core.color import F32
from core.colorize.strokes import Stroke, StrokeKind, coverage
from core.colorize.upsample import ChromaField, Taps, chroma_at

F64 = npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Painted:
    """Strokes, and what lies under them.

    Attributes:
        color: chroma that knows the strokes' colours as hints.
        automatic: chroma without any of the person's hints.
        shape: height and width of the photo.
    """

    strokes: Sequence[Stroke]
    color: ChromaField
    automatic: ChromaField
    shape: tuple[int, int]

    def at(self, columns: F64, rows: F64) -> PaintedPicture:
        """At the rows and columns of a picture, as 0..1 of the photo's height and width."""
        color, automatic = self.color.across(columns), self.automatic.across(columns)
        return PaintedPicture(self, columns, rows, color, automatic)


@dataclass(frozen=True, eq=False)
class PaintedPicture:
    """A `Painted` at the pixels of a picture: both fields at its columns."""

    painted: Painted
    columns: F64
    rows: F64
    color: F32
    automatic: F32

    def over(self, a: F32, b: F32, L: F32, strip: slice) -> tuple[F32, F32, F32 | None]:
        """a*, b* (R, N) with strokes over them, and how much of a pixel keeps its colour.

        ``strip`` says which of the picture's rows these are.
        """
        rows = self.rows[strip]
        covers = [coverage(s, rows, self.columns, self.painted.shape) for s in self.painted.strokes]
        if all(cover is None for cover in covers):
            return a, b, None
        under = {
            StrokeKind.COLOR: chroma_at(self.color, Taps.at(rows, self.color.shape[1]), L),
            StrokeKind.ORIGINAL: chroma_at(
                self.automatic, Taps.at(rows, self.automatic.shape[1]), L
            ),
            StrokeKind.ERASE: (a, b),
        }
        colored = np.ones_like(L)
        for stroke, cover in zip(self.painted.strokes, covers, strict=True):
            if cover is None:
                continue
            if stroke.kind is StrokeKind.GREY:
                colored = colored * (1 - cover)
                continue
            colored = colored + cover * (1 - colored)
            here_a, here_b = under[stroke.kind]
            a, b = a + cover * (here_a - a), b + cover * (here_b - b)
        return a, b, colored
