"""Rectangles of common sizes all over a page, where something lies that no print explains.

Prints whose grey is the ground's leave but pieces of their outlines: no line there leads to their
rectangles. So some are laid over what is left, as the anchors of Faster R-CNN (Ren et al., 2015).
"""

from __future__ import annotations

from typing import Any, Final

import cv2
import numpy as np
import numpy.typing as npt

from core.photo.frame import Frame
from core.scans.overlap import common_area

Mask = npt.NDArray[np.bool_]

#: Long sides, of the page's short side; height over width; how far apart, of each side.
_SIZES: Final = (0.24, 0.36, 0.54)
_ASPECTS: Final = (0.7, 1.0, 1.4)
_STEP: Final = 0.34
#: How much of an anchor is not bare ground, at least, and how much a print that is found holds.
_LEFT: Final = 0.06
_TAKEN: Final = 0.3


def anchors(ground: Mask, taken: list[Frame]) -> list[Frame]:
    """Frames on a page whose ground (H, W) lies bare, beside those that are ``taken``."""
    left: npt.NDArray[np.uint8] = (~ground).astype(np.uint8)
    left = cv2.morphologyEx(left, cv2.MORPH_OPEN, np.ones((3, 3), np.uint8))  # type: ignore[assignment]
    for frame in taken:
        corners = np.round(frame.corners() * 16).astype(np.int32)
        cv2.fillConvexPoly(left, corners, 0, shift=4)
    sums = cv2.integral(left)
    return [
        frame
        for size in _SIZES
        for aspect in _ASPECTS
        for frame in _grid(sums, size * min(ground.shape), aspect)
        if all(common_area(frame, other) < _TAKEN * min(frame.area, other.area) for other in taken)
    ]


def _grid(sums: npt.NDArray[Any], size: float, aspect: float) -> list[Frame]:
    width, height = (size, size * aspect) if aspect < 1 else (size / aspect, size)
    columns = _starts(sums.shape[1] - 1, width)
    rows = _starts(sums.shape[0] - 1, height)
    x0, y0 = (each.ravel() for each in np.meshgrid(columns, rows))
    x1, y1 = x0 + int(width), y0 + int(height)
    held = sums[y1, x1] - sums[y0, x1] - sums[y1, x0] + sums[y0, x0]
    return [
        Frame(float(x0[i]) + width / 2, float(y0[i]) + height / 2, width, height)
        for i in np.flatnonzero(held > _LEFT * width * height)
    ]


def _starts(whole: int, part: float) -> npt.NDArray[np.int64]:
    """Where parts begin that share out the whole evenly."""
    count = max(1, round((whole - part) / (_STEP * part)) + 1)
    return np.linspace(0, whole - part, count).astype(np.int64)
