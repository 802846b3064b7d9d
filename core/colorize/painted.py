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
from core.colorize.stroke_cover import StrokeCover
from core.colorize.strokes import Stroke, StrokeKind
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
        covers = [StrokeCover.of(stroke, rows, columns, self.shape) for stroke in self.strokes]
        return PaintedPicture(self.strokes, covers, rows, color, automatic)


@dataclass(frozen=True, eq=False)
class PaintedPicture:
    """A `Painted` at the pixels of a picture: both fields at its columns."""

    strokes: Sequence[Stroke]
    covers: Sequence[StrokeCover]
    rows: F64
    color: F32
    automatic: F32

    def over(self, ab: F32, L: F32, strip: slice) -> F32 | None:
        """Lay strokes over a*, b* (2, R, N): ``ab`` is changed.

        Returns how much of a pixel keeps its colour; None where there is no stroke. ``strip`` says
        which of the picture's rows these are.
        """
        found = [each.at(strip) for each in self.covers]
        here = [(s.kind, c) for s, c in zip(self.strokes, found, strict=True) if c is not None]
        if not here:
            return None
        under = self._under({kind for kind, _ in here}, ab, L, strip)
        colored = np.ones_like(L)
        for kind, cover in here:
            columns, share = cover
            if kind is StrokeKind.GREY:
                colored[:, columns] *= 1 - share
                continue
            kept = colored[:, columns]
            kept += share * (1 - kept)
            for plane, beneath in zip(ab, under[kind], strict=True):
                painted = plane[:, columns]
                painted += share * (beneath[:, columns] - painted)
        return colored

    def _under(
        self, kinds: set[StrokeKind], ab: F32, L: F32, strip: slice
    ) -> dict[StrokeKind, F32]:
        """What strokes of each kind bring to light."""
        under = {}
        for kind, field in ((StrokeKind.COLOR, self.color), (StrokeKind.ORIGINAL, self.automatic)):
            if kind in kinds:
                under[kind] = chroma_at(field, Taps.at(self.rows[strip], field.shape[1]), L)
        if StrokeKind.ERASE in kinds:
            under[StrokeKind.ERASE] = ab.copy()
        return under
