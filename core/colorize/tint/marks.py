"""What is coloured on a black-and-white sheet and no part of the photograph: ink, stamps, seals."""

from __future__ import annotations

from typing import Final

import numpy as np

from core.color import F32, chroma
from core.colorize.tint.boxes import Box, Margin
from core.colorize.tint.picture_area import PictureArea
from core.colorize.tint.regions import Mask, blurred, grown, thick_part

#: C*ab beyond the paper's or the tone's own from which a mark is one.
_MARK_CHROMA: Final = 9.0
#: Less of a sheet is dust.
_LEAST_SHARE: Final = 0.0008
#: Where two boxes meet their colours mix; so many pixels around are no marks.
_SEAM: Final = 2
#: Hue angles of stains: coffee, rust, damp and old tape are the paper's own colour, only darker.
_STAIN_HUES: Final = (0.6, 1.9)


def sheet_tone(lab: F32, area: PictureArea, box: Box, tone: F32) -> tuple[F32, Mask]:
    """a*, b* (H, W, 2) that a sheet without marks would have, and where (H, W) that is known.

    ``tone`` (h, w, 2) is that of ``box``. A table is not known; nor are the seams between margins.
    """
    whole, known = np.zeros((*lab.shape[:2], 2), np.float32), np.ones(lab.shape[:2], bool)
    _fill_margins(whole, known, area.margins)
    if area.surroundings is not None:
        area.surroundings.of(whole)[:] = 0
        area.surroundings.of(known)[:] = False
        _fill_margins(whole, known, area.borders)
    box.of(whole)[:] = tone
    box.of(known)[:] = True
    return whole, known


def marks_of(lab: F32, expected: F32, known: Mask) -> Mask:
    """(H, W) of a sheet's small copy (H, W, 3), of what `sheet_tone` says of it.

    Stains are no marks: they go with the tone.
    """
    off = blurred((lab[..., 1:] - expected) * known[..., None], 0.7)
    strong = chroma(off) > _MARK_CHROMA
    hue = np.arctan2(off[..., 1], off[..., 0])
    stain = thick_part(strong & (hue > _STAIN_HUES[0]) & (hue < _STAIN_HUES[1]))
    marks = strong & ~grown(stain, 1)
    return marks if marks.mean() > _LEAST_SHARE else np.zeros_like(marks)


def _fill_margins(whole: F32, known: Mask, margins: tuple[Margin, ...]) -> None:
    for margin in margins:
        margin.outer.of(whole)[:] = margin.lab[1:]
        margin.outer.of(known)[:] = True
        inner = margin.inner
        rows = slice(max(0, inner.top - _SEAM), inner.bottom + _SEAM)
        known[rows, max(0, inner.left - _SEAM) : inner.right + _SEAM] = False
