"""Edges of paper on a ground of nearly its colour, and strips of ground that a frame took along."""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from core.photo.frame import Frame
from core.scans.border import (
    LIGHT,
    WIDEST,
    Band,
    agreeing_bands,
    bands,
    from_side,
    grown,
    straightened,
)
from core.scans.ground import PLAIN_GRAIN, Ground

F32 = npt.NDArray[np.float32]
F64 = npt.NDArray[np.float64]

#: How far a faint edge goes, at least, that another side's confirms.
_TRACE: Final = 0.35
#: An edge's step over two rows, of its step over six: a soft shadow's is a third.
SHARP: Final = 0.45
#: Of a side's length, what must lie free of other prints for its edge to count.
_FREE: Final = 0.5
#: Noise makes a line of a short part sooner than of a whole side: what a missing side costs.
_SHORT: Final = 0.3
#: Rows of ground wanted beyond a faint edge.
_BEYOND: Final = 5


def extended(lab: F32, ground: Ground, frame: Frame) -> Frame:
    """The frame with sides moved out to a faint edge of its paper on a ground of nearly its colour.

    Beyond the edge the same ground goes on; else it would be the next print's.
    """
    if ground.grain > PLAIN_GRAIN or _has_border(lab, frame):
        return frame
    around = max(4, round(WIDEST * min(frame.width, frame.height))) + _BEYOND
    wide = straightened(lab, frame, around)
    bare = straightened(ground.mask.astype(np.float32), frame, around) > 0.5
    if not bare.any() or float(np.median(wide[..., 0][bare])) < LIGHT:
        return frame  # paper is light: on a dark ground its edges are anything but faint
    noise = max(0.8, 0.6 * ground.grain)
    sides = [
        _faint_edges(from_side(wide, side), from_side(bare, side), around, noise)
        for side in range(4)
    ]
    grow = [_outermost(share, around) for share, _ in sides]
    if max(grow) == 0:
        return frame
    # one width all around, where a second side has at least a trace of it
    width = max(grow)
    place = around - round(width)
    traces = [float(share[max(0, place - 2) : place + 3].max()) for share, _ in sides]
    if sum(trace > _TRACE for trace in traces) < 2:
        return frame
    grow = [
        0.0
        if _is_border(band, width)
        else old or (width if under[place:around].mean() > 0.5 else 0.0)
        for old, (_, under), band in zip(grow, sides, bands(lab, frame), strict=True)
    ]
    return grown(frame, *grow)


def without_ground(lab: F32, ground: Ground, frame: Frame) -> Frame:
    """The frame without narrow strips of bare ground at its sides: what a shadow lay over.

    On a light ground they may be its own border, and stay.
    """
    bare = straightened(ground.mask.astype(np.float32), frame) > 0.5
    if not bare.any() or float(np.median(straightened(lab, frame)[..., 0][bare])) >= LIGHT:
        return frame
    deepest = round(WIDEST * min(bare.shape))
    shrink = []
    for side in range(4):
        rows = from_side(bare, side)[: deepest + 1].mean(1) < 0.7
        depth = int(rows.argmax()) if rows.any() else 0
        shrink.append(-float(depth))
    return grown(frame, *shrink)


def _is_border(band: Band | None, width: float) -> bool:
    """Whether a side has its border already."""
    return band is not None and band[1][0] > LIGHT and abs(band[0] - width) <= 0.35 * width


def _has_border(lab: F32, frame: Frame) -> bool:
    """Whether a border of paper shows on three sides or more, as wide on each."""
    return len(agreeing_bands(bands(lab, frame))) >= 3


def _faint_edges(
    rows: F32, bare: npt.NDArray[np.bool_], around: int, noise: float
) -> tuple[F64, F64]:
    """How far a faint edge goes in each row outside a side, and how much of the row is ground.

    It counts along that part of the side where what looks like ground lies before it and behind;
    along the rest another print may lie.
    """
    inner = slice(around, rows.shape[1] - around)
    mean = cv2.blur(np.ascontiguousarray(rows[: around + 2]), (15, 1))[:, inner]
    under = bare[:around, inner]
    step = np.zeros(mean.shape[:2], np.float32)
    step[1:-1] = np.sqrt(((mean[2:] - mean[:-2]) ** 2).sum(2))
    crest = (step >= np.roll(step, 1, 0)) & (step >= np.roll(step, -1, 0)) & (step > noise)
    crest &= step > SHARP * wide_steps(mean)  # type: ignore[arg-type]
    crest |= np.roll(crest, 1, 0)
    share = np.zeros(len(step))
    for place in range(_BEYOND, around - 2):
        between, beyond = under[place + 3 : around - 2], under[place - _BEYOND + 1 : place - 1]
        free = beyond.mean(0) >= 0.6
        if len(between):  # a border of three pixels has nothing between its edges
            free &= between.mean(0) >= 0.6
        if free.mean() >= _FREE:
            share[place] = crest[place, free].mean() - _SHORT * (1 - free.mean())
    return share, under.mean(1)


def wide_steps(mean: F32) -> F32:
    """Of each row, the step over three rows on each side: a soft shadow's is larger than near."""
    wide = np.zeros(mean.shape[:2], np.float32)
    wide[3:-3] = np.sqrt(((mean[6:] - mean[:-6]) ** 2).sum(2))
    return wide


def _outermost(share: F64, around: int) -> float:
    """How far outside the side the outermost long edge is; 0 where there is none."""
    places = np.flatnonzero(share > 0.75)
    if not len(places):
        return 0.0
    best = places[0] + int(share[places[0] : places[0] + 3].argmax())
    return float(around - best)
