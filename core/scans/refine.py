"""A frame's sides moved to where the page changes most sharply, to a fraction of a pixel."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from core.color import rgb_to_lab
from core.photo.frame import Frame, axes

F32 = npt.NDArray[np.float32]
F64 = npt.NDArray[np.float64]
Pixels = npt.NDArray[np.uint8 | np.uint16]

#: How far from the first guess a side is looked for, and how much nearness counts: pixels of the
#: working size.
_REACH: Final = 1.5
_NEAR: Final = 0.6
#: Of a side's length, what must agree for the side to be moved.
_AGREE: Final = 0.35


def refined(pixels: Pixels, frame: Frame, pixel: float) -> Frame:
    """The frame on ``pixels`` (H, W[, 3]), where ``pixel`` is one of the working size."""
    for reach in (_REACH, _REACH / 2):
        frame = _once(pixels, frame, reach * pixel, _NEAR * pixel)
    return frame


def _once(pixels: Pixels, frame: Frame, reach: float, near: float) -> Frame:
    lines = [_side(pixels, frame, side, reach, near) for side in range(4)]
    half = (frame.height / 2, frame.width / 2, frame.height / 2, frame.width / 2)
    votes = [(line[1], half[i] * line[2]) for i, line in enumerate(lines) if line]
    if not votes:
        return frame
    turn = _weighted_median(votes)
    left, top, right, bottom = (line[0] if line else 0.0 for line in lines)
    shift = np.array((left + right, top + bottom)) / 2 @ axes(frame.angle)
    return replace(
        frame,
        x=frame.x + float(shift[0]),
        y=frame.y + float(shift[1]),
        width=max(2.0, frame.width + right - left),
        height=max(2.0, frame.height + bottom - top),
        angle=frame.angle + turn,
    )


def _weighted_median(votes: list[tuple[float, float]]) -> float:
    """Of (degrees, weight)."""
    ordered = sorted(votes)
    total = np.cumsum([weight for _, weight in ordered])
    return ordered[int(np.searchsorted(total, total[-1] / 2))][0]


def _side(
    pixels: Pixels, frame: Frame, side: int, reach: float, near: float
) -> tuple[float, float, float] | None:
    """(shift along the frame's x or y, turn in degrees, share that agrees) of a side.

    Sides are 0 left, 1 upper, 2 right, 3 lower.
    """
    upright = side in (0, 2)
    length = frame.height if upright else frame.width
    strip = _strip(pixels, frame, side, reach)
    rows = strip.shape[0]
    if rows < 8:
        return None
    place, weight = _crests(strip, near)
    along = (np.arange(rows) + 0.5) / rows * 0.94 * length - 0.47 * length
    line = _fit(along, place, weight, 0.3 * near)
    if line is None:
        return None
    slope, offset, share = line
    turn = -np.degrees(np.arctan(slope)) if upright else np.degrees(np.arctan(slope))
    return offset, float(turn), share


def _strip(pixels: Pixels, frame: Frame, side: int, reach: float) -> F32:
    """Lab (length, 2 reach) about a side: down its length, across it along the frame's own axes."""
    own = axes(frame.angle)
    upright = side in (0, 2)
    length = frame.height if upright else frame.width
    across, along = (own[0], own[1]) if upright else (own[1], own[0])
    half = (frame.width if upright else frame.height) / 2 * (1 if side in (2, 3) else -1)
    rows = int(np.clip(0.94 * length, 2, 1200))
    columns = 2 * int(np.ceil(reach)) + 4
    step = 0.94 * length / rows
    center = np.array((frame.x, frame.y)) + half * across - 0.5
    start = center - (columns - 1) / 2 * across - (rows - 1) / 2 * step * along
    matrix = np.column_stack([across, step * along, start])
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    strip = cv2.warpAffine(
        pixels, matrix, (columns, rows), flags=flags, borderMode=cv2.BORDER_REPLICATE
    )
    return rgb_to_lab(strip if strip.ndim == 3 else np.dstack([strip] * 3)).astype(np.float32)


def _crests(lab: F32, near: float) -> tuple[F64, F64]:
    """Of each row: where the page changes most, in pixels from the middle, and how much."""
    mean = cv2.blur(lab, (1, 7))
    step = np.sqrt(((mean[:, 1:] - mean[:, :-1]) ** 2).sum(2))
    step = cv2.GaussianBlur(step, (0, 0), max(0.6, 0.3 * near), sigmaY=0.01)
    columns = step.shape[1]
    away = np.arange(columns) - (columns - 1) / 2
    at = (step * np.exp(-((away / near) ** 2) / 4)).argmax(1)
    at = np.clip(at, 1, columns - 2)
    row = np.arange(len(step))
    low, middle, high = step[row, at - 1], step[row, at], step[row, at + 1]
    bend = np.minimum(low - 2 * middle + high, -1e-6)
    peak = np.clip((low - high) / (2 * bend), -0.5, 0.5)
    return away[at] + peak, middle.astype(np.float64)


def _fit(along: F64, place: F64, weight: F64, scale: float) -> tuple[float, float, float] | None:
    """(slope, offset, share of rows near it) of a line through most of the places."""
    scale = max(scale, 0.4)
    offset, slope = float(np.median(place)), 0.0
    strong = np.minimum(weight, np.percentile(weight, 75)) + 1e-3
    for _ in range(12):
        off = place - offset - slope * along
        w = strong / (1 + (off / scale) ** 2) ** 2
        total = w.sum()
        mean_x, mean_y = (w * along).sum() / total, (w * place).sum() / total
        spread = (w * (along - mean_x) ** 2).sum()
        slope = float((w * (along - mean_x) * (place - mean_y)).sum() / max(spread, 1e-9))
        offset = float(mean_y - slope * mean_x)
    share = float((np.abs(place - offset - slope * along) < 1.5 * scale).mean())
    return (slope, offset, share) if share >= _AGREE else None
