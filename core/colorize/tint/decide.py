"""`tint_of`: grey, tinted as a whole, coloured, or not certain."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from core.color import F32, chroma, rgb_to_lab
from core.colorize.tint.boxes import LEAST_ROWS, Box
from core.colorize.tint.decision import Evidence, Tint, TintDecision, tone_name
from core.colorize.tint.likelihood import likelihood
from core.colorize.tint.marks import marks_of, sheet_tone
from core.colorize.tint.measures import measures, spots_of
from core.colorize.tint.picture_area import PictureArea, picture_area
from core.colorize.tint.regions import blurred
from core.colorize.tint.tone_model import tone_of
from core.resize import resize_area

#: Short side of the small copy: JPEG's and the scanner's colour noise average out, and a pen's
#: stroke is still there.
_SHORT_SIDE: Final = 128
#: Root mean square chroma below which nobody sees a tint: an 8-bit grey, an old JPEG's rounding.
_GREY_CHROMA: Final = 1.0
#: Chroma that no pixel of a grey photo's small copy reaches.
_NO_CHROMA: Final = 1.5
#: Below the one no colours, above the other colours, between them it is not certain.
_UNSURE: Final = (0.25, 0.75)
#: What is left, C*ab that nobody sees, where a tone explains all colours; and the share of spots.
_NOTHING: Final = {"minor axis 80": 0.3, "centre 75": 0.6, "spots": 0.0025}
#: Deviation of chroma in such a picture that still is one tint.
_ONE_TINT: Final = 1.8


def tint_of(pixels: npt.NDArray[np.uint8 | np.uint16]) -> TintDecision:
    """Of grey ``(H, W)`` or RGB ``(H, W, 3)`` codes."""
    if pixels.ndim == 2:
        return TintDecision(Tint.GREY)
    lab = rgb_to_lab(small_copy(pixels))
    colours = chroma(lab[..., 1:])
    if colours.max() < _NO_CHROMA and _rms(colours) < _GREY_CHROMA:
        return TintDecision(Tint.GREY)
    if min(lab.shape[:2]) < LEAST_ROWS:
        return _decided_of_few(lab)
    return _decided(lab)


def measured(lab: F32) -> tuple[PictureArea, Box, F32, dict[str, float]]:
    """Of a sheet's small copy (H, W, 3): where its photograph is, its tone, and the measures."""
    area = picture_area(lab)
    box = _without_rim(area.box, lab.shape[0], lab.shape[1])
    picture = np.ascontiguousarray(box.of(lab))
    tone = tone_of(picture)
    return area, box, tone, measures(picture, tone)


def _decided(lab: F32) -> TintDecision:
    area, box, tone, found = measured(lab)
    likely = 0.0 if _nothing_is_left(found) else likelihood(found)
    evidence = _evidence(lab, area, box, tone)
    if likely > _UNSURE[1]:
        return TintDecision(Tint.COLORED, likely, None, evidence)
    name = tone_name(tone) if _rms(chroma(tone)) >= _GREY_CHROMA else None
    if likely > _UNSURE[0]:
        return TintDecision(Tint.UNSURE, likely, name, evidence)
    return TintDecision(Tint.TINTED if name else Tint.GREY, likely, name, evidence)


def _nothing_is_left(found: Mapping[str, float]) -> bool:
    """Whether the tone explains all but what JPEG and 8-bit codes add."""
    return all(found[name] < most for name, most in _NOTHING.items())


def _evidence(lab: F32, area: PictureArea, box: Box, tone: F32) -> Evidence:
    picture = np.zeros(lab.shape[:2], bool)
    box.of(picture)[:] = True
    expected, known = sheet_tone(lab, area, box, tone)
    error = chroma(blurred(box.of(lab)[..., 1:] - tone, 1.5))
    colored = float(spots_of(error, tone).mean())
    return Evidence(picture, marks_of(lab, expected, known), expected, colored)


def _without_rim(box: Box, height: int, width: int) -> Box:
    """Two pixels less at each side that was cut: there, border and picture mix in one pixel."""
    if box.shortest <= 40:
        return box
    return Box(
        box.top + 2 * (box.top > 0), box.bottom - 2 * (box.bottom < height),
        box.left + 2 * (box.left > 0), box.right - 2 * (box.right < width),
    )  # fmt: skip


def _decided_of_few(lab: F32) -> TintDecision:
    ab = lab[..., 1:].reshape(-1, 2)
    if _rms(chroma(ab)) < _GREY_CHROMA:
        return TintDecision(Tint.GREY)
    if float(np.sqrt(ab.var(0).sum())) < _ONE_TINT:
        return TintDecision(Tint.TINTED, tone=tone_name(ab))
    return TintDecision(Tint.COLORED, 1.0)


def small_copy(pixels: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """Codes (H, W, 3) -> the few pixels that everything is decided by."""
    whole = min(pixels.shape[:2]) // (2 * _SHORT_SIDE)
    if whole > 1:  # by a whole number first: that is done three times as fast
        height, width = (side // whole for side in pixels.shape[:2])
        pixels = resize_area(pixels[: height * whole, : width * whole], height, width)
    height, width = pixels.shape[:2]
    scale = min(1.0, _SHORT_SIDE / min(height, width))
    # a strip one pixel high would keep millions of columns
    long_side = 64 * _SHORT_SIDE
    small = (min(long_side, max(1, round(side * scale))) for side in (height, width))
    return resize_area(pixels, *small)


def _rms(colours: F32) -> float:
    return float(np.sqrt(np.square(colours).mean()))
