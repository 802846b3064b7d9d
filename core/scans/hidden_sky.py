"""A print whose sky or wall has the ground's colour, of which only the rest was found.

Its two sides go on beyond the part that was found, faint as they are, and end at a third line.
"""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from core.photo.frame import Frame
from core.scans.border import from_side, grown, straightened
from core.scans.faint_edges import SHARP, wide_steps
from core.scans.ground import PLAIN_GRAIN, Ground

F32 = npt.NDArray[np.float32]
F64 = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]

#: How far prints are longer than wide, at most.
_LONGEST: Final = 1.7
#: Of both sides and of the line at their end, what must be seen.
_SEEN: Final = 0.7
#: Of what lies between, what must look like ground.
_BARE: Final = 0.6
#: Pixels of ground about a print that a line's step is compared with.
_AROUND: Final = 12
#: Pixels by which a side may lie off.
_OFF: Final = 2
#: Pixels along a line over which it is averaged.
_ALONG: Final = 15
#: A print's part of the ground's colour is this deep at least.
_LEAST: Final = 6
#: Lab units by which it differs from the ground beyond its end, in the mean: less is noise, more
#: is another thing than a sky that was taken for ground.
_STEP: Final = (1.5, 15.0)
#: And in how many of that mean's standard errors.
_CERTAIN: Final = 15.0


def with_hidden_skies(lab: F32, ground: Ground, frames: list[Frame]) -> list[Frame]:
    """The frames with the parts of their prints that have the ground's colour.

    They are parts whose edges show, and where no other frame lies.
    """
    if ground.grain > PLAIN_GRAIN:
        return frames
    answer = list(frames)
    for number, frame in enumerate(frames):
        free = ground.mask.astype(np.uint8)
        for other in (*answer[:number], *answer[number + 1 :]):
            corners = np.round(other.corners() * 16).astype(np.int32)
            cv2.fillConvexPoly(free, corners, 0, shift=4)
        depths = [_depth(lab, free, ground.grain, frame, side) for side in range(4)]
        deepest = int(np.argmax(depths))
        grow = [depth if side == deepest else 0.0 for side, depth in enumerate(depths)]
        answer[number] = grown(frame, *grow)
    return answer


def _depth(lab: F32, free: npt.NDArray[np.uint8], grain: float, frame: Frame, side: int) -> float:
    """How far beyond a side its print goes on, in pixels; 0 where it does not."""
    upright = side in (0, 2)
    length, deep = (frame.height, frame.width) if upright else (frame.width, frame.height)
    reach = round(min(_LONGEST * length - deep, max(lab.shape[:2])))
    if reach < _LEAST:
        return 0.0
    wide = grown(frame, *(float(reach) if each == side else 0.0 for each in range(4)))
    rows = from_side(straightened(lab, wide, _AROUND), side)[: reach + 2 * _AROUND]
    bare = from_side(straightened(free.astype(np.float32), wide, _AROUND), side) > 0.5
    bare = bare[: reach + _AROUND, _AROUND:-_AROUND]
    least = max(0.8, 0.6 * grain)
    sides = _sides_seen(np.ascontiguousarray(rows), least)
    across = np.ascontiguousarray(rows[:, _AROUND:-_AROUND])
    ends, certain = _ends_seen(across, least), _ends_certainly(across)
    found = [
        (ends[place] + seen, place)
        for place in range(_AROUND, reach + _AROUND - _LEAST)
        if ends[place] > _SEEN
        and certain[place]
        and (seen := float(sides[place + 2 : reach + _AROUND - 2].mean(0).min())) > _SEEN
        and bare[place + 2 : reach + _AROUND - 2].mean() > _BARE
    ]
    return float(reach + _AROUND - max(found)[1]) if found else 0.0


def _sides_seen(rows: F32, least: float) -> F64:
    """(rows, 2): whether a line goes through a row at its first side, and at its last."""
    mean: F32 = cv2.blur(rows, (1, _ALONG))  # type: ignore[assignment]
    step = _sharp_steps(mean.transpose(1, 0, 2)).T
    usual = 2.0 * np.median(step[:, : 2 * _AROUND], 1)
    first = step[:, _AROUND - _OFF : _AROUND + _OFF + 1].max(1)
    last = step[:, -_AROUND - _OFF - 1 : -_AROUND + _OFF].max(1)
    return np.stack([first, last], 1) > np.maximum(least, usual)[:, None]  # type: ignore[no-any-return]


def _ends_seen(rows: F32, least: float) -> F64:
    """How much of each row lies on a line."""
    mean: F32 = cv2.blur(rows, (_ALONG, 1))  # type: ignore[assignment]
    step = _sharp_steps(mean)
    crest = (step >= np.roll(step, 1, 0)) & (step >= np.roll(step, -1, 0)) & (step > least)
    crest |= np.roll(crest, 1, 0)
    return crest.mean(1)  # type: ignore[no-any-return]


def _ends_certainly(rows: F32) -> Mask:
    """Whether near each row (h, w, 3) all of it takes one step: noise steps to either side."""
    pairs = (rows[1:] + rows[:-1]) / 2
    steps = pairs[4:] - pairs[:-4]  # of row 3 and the next ones: a line is two pixels wide
    size = np.linalg.norm(steps.mean(1), axis=1)
    error = np.sqrt(steps.var(1).sum(1) / steps.shape[1])
    certain = (size > _CERTAIN * error) & (size > _STEP[0]) & (size < _STEP[1])
    return np.convolve(np.pad(certain, (3, 2)), np.ones(2 * _OFF + 1), "same") > 0


def _sharp_steps(mean: F32) -> F32:
    """The step from each row to the next, 0 where it is but a part of a wide slope."""
    step = np.zeros(mean.shape[:2], np.float32)
    step[1:-1] = np.sqrt(((mean[2:] - mean[:-2]) ** 2).sum(2))
    return np.where(step > SHARP * wide_steps(mean), step, 0.0).astype(np.float32)
