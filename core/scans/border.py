"""The white border of a print: how wide it is on each side, and the picture without it."""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from core.color import rgb_to_lab
from core.photo.frame import Frame, axes

F32 = npt.NDArray[np.float32]
F64 = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]
Pixels = npt.NDArray[np.uint8 | np.uint16]

#: A border is at most this part of the short side.
_WIDEST: Final = 0.16
#: CIE76 within which paper is one colour.
_ALIKE: Final = 6.0
#: L* of paper, at least.
_LIGHT: Final = 60.0
#: A print's long side in the pixels that its border is measured on.
_ENOUGH: Final = 600

#: Width, Lab of the paper.
_Band = tuple[float, F64]


def straightened(lab: F32, frame: Frame) -> F32:
    """The frame's pixels (h, w, 3), upright."""
    size = (max(2, round(frame.width)), max(2, round(frame.height)))
    own = axes(frame.angle)
    start = np.array((frame.x, frame.y)) - 0.5
    start = start - (size[0] - 1) / 2 * own[0] - (size[1] - 1) / 2 * own[1]
    matrix = np.column_stack([own[0], own[1], start])
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    return cv2.warpAffine(lab, matrix, size, flags=flags, borderMode=cv2.BORDER_REPLICATE)  # type: ignore[return-value]


def _bands(lab: F32, frame: Frame) -> list[_Band | None]:
    """The border on the left, upper, right and lower side, where there is one."""
    picture = straightened(lab, frame)
    views = (
        picture.transpose(1, 0, 2),
        picture,
        picture[:, ::-1].transpose(1, 0, 2),
        picture[::-1],
    )
    deepest = max(4, round(_WIDEST * min(picture.shape[:2])))
    return [_band(view[:deepest]) for view in views]


def _band(rows: F32) -> _Band | None:
    """Of rows (d, n, 3) from the side inwards; the first of them may lie in a shadow."""
    trim = max(1, rows.shape[1] // 12)
    rows = rows[:, trim:-trim]
    for start in (1, 3):
        paper = np.median(rows[start : start + 2].reshape(-1, 3), 0)
        alike = (((rows - paper) ** 2).sum(2) < _ALIKE**2).mean(1)
        ends = np.flatnonzero(alike[start:] < 0.6) + start
        if len(ends) and ends[0] > start:
            return float(ends[0]), paper.astype(np.float64)
    return None


def without_border(pixels: Pixels, frame: Frame) -> Frame:
    """The picture alone, where paper shows on three sides or more; else the frame itself.

    ``pixels`` is the page (H, W[, 3]), ``frame`` in its pixels.
    """
    scale = min(1.0, _ENOUGH / max(frame.width, frame.height))
    small = Frame(
        frame.width * scale / 2, frame.height * scale / 2, frame.width * scale, frame.height * scale
    )
    picture = straightened(pixels, frame)  # type: ignore[arg-type]
    size = (max(2, round(small.width)), max(2, round(small.height)))
    picture = cv2.resize(picture, size, interpolation=cv2.INTER_AREA)  # type: ignore[assignment]
    lab = rgb_to_lab(picture if picture.ndim == 3 else np.dstack([picture] * 3)).astype(np.float32)
    found = _bands(lab, small)
    if sum(band is not None and band[1][0] > _LIGHT for band in found) < 3:
        return frame
    return frame.grown(*(-(band[0] + 1) / scale if band else 0.0 for band in found))
