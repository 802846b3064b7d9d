"""Prints side by side that look like one rectangle, cut along the seam between them.

One photo may have a straight line from side to side as well (a horizon, a door post), so a seam
must show what a photo's line does not: a strip of two borders' paper, a gap with the ground in it,
or a break whose sign changes along it.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from core.photo.frame import Frame, axes
from core.scans.border import Band, bands, straightened

F32 = npt.NDArray[np.float32]
I64 = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]

_PAPER: Final = 6.0
_LONGEST: Final = 2.6


def cut_at_seams(lab: F32, ground: Mask, frame: Frame, least: float) -> list[Frame]:
    """The frame, or the frames of the prints it is made of, at the working size."""
    for across in (False, True):
        place = _seam(lab, ground, frame, least, across=across)
        if place is not None:
            parts = halves(frame, place, across=across)
            return [piece for part in parts for piece in cut_at_seams(lab, ground, part, least)]
    return [frame]


def halves(frame: Frame, place: float, *, across: bool) -> tuple[Frame, Frame]:
    """The frame cut in two at a place, in pixels from its left side (its upper, if ``across``)."""
    own = axes(frame.angle)
    size = frame.height if across else frame.width
    axis = own[1] if across else own[0]
    parts = []
    for start, end in ((0.0, place), (place, size)):
        x, y = np.array((frame.x, frame.y)) + ((start + end) / 2 - size / 2) * axis
        change = {"height": end - start} if across else {"width": end - start}
        parts.append(replace(frame, x=float(x), y=float(y), **change))
    return parts[0], parts[1]


def _seam(lab: F32, ground: Mask, frame: Frame, least: float, *, across: bool) -> float | None:
    """Where the frame's upright seam is (level, if ``across``), in pixels from its first side."""
    picture = straightened(lab, frame)
    bare = straightened(ground.astype(np.float32), frame) > 0.5
    border = [band for band in bands(lab, frame) if band is not None]
    if across:
        picture, bare = np.ascontiguousarray(picture.transpose(1, 0, 2)), bare.T
    height, width = picture.shape[:2]
    first, last = round(max(least, height / _LONGEST)), round(width - max(least, height / _LONGEST))
    if last <= first or width < 0.75 * height:
        return None
    for place in (_gap(bare, first, last), _strip(picture, border, first, last)):
        if place is not None:
            return place
    return _break(picture, first, last)


def _gap(bare: Mask, first: int, last: int) -> float | None:
    """Ground that shows between the prints nearly from end to end."""
    trim = max(1, len(bare) // 40)
    wide = cv2.dilate(bare.astype(np.uint8), np.ones((1, 3), np.uint8))[trim:-trim]
    share = wide.mean(0)[first:last]
    inside = wide.mean()
    if share.max() < 0.9 or inside > 0.15:
        return None
    gaps = np.flatnonzero(share > 0.5)
    if gaps[-1] - gaps[0] > 0.12 * wide.shape[1]:  # a wall of bricks has many
        return None
    return _middle(share > 0.85) + first


def _strip(picture: F32, border: list[Band], first: int, last: int) -> float | None:
    """A strip of paper from end to end, as wide as two of the frame's own borders."""
    if len(border) < 3:
        return None
    width = float(np.median([band[0] for band in border]))
    if any(abs(band[0] - width) > max(1.5, 0.35 * width) for band in border):
        return None
    inner = picture[round(width) + 2 : -round(width) - 2]
    if len(inner) < 12:
        return None
    paper = np.median([band[1] for band in border], 0)
    light = ((inner - paper) ** 2).sum(2) < (3 * _PAPER) ** 2
    share, _ = _full_lines(inner, first, last)
    lines = [int(p) for p in _peaks(share, 0.8)]
    for left, right in pairwise(lines):
        between = light[:, left + 1 : right].mean() if right > left + 1 else 0.0
        beside = max(
            light[:, max(0, left - 4) : left - 1].mean(), light[:, right + 3 : right + 6].mean()
        )
        if 1.2 * width <= right - left <= 3.2 * width and between > 0.8 and beside < 0.5:
            return (left + right + 1) / 2
    return None


def _full_lines(picture: F32, first: int, last: int) -> tuple[F32, F32]:
    """How far a sharp line goes in each column, 0..1, and the smoothed picture it was seen in."""
    trim = max(2, len(picture) // 40)
    mean: F32 = cv2.blur(picture, (1, 5))[trim:-trim]  # type: ignore[assignment]
    step = np.zeros(mean.shape[:2], np.float32)
    step[:, 1:-1] = np.sqrt(((mean[:, 2:] - mean[:, :-2]) ** 2).sum(2))
    crest = np.maximum(step, np.maximum(np.roll(step, 1, 1), np.roll(step, -1, 1)))
    share = ((crest > 1.5 * cv2.blur(step, (25, 25))) & (crest > 2.0)).mean(0)
    share[: max(6, first - 1)] = 0
    share[min(len(share) - 6, last - 1) :] = 0
    return share.astype(np.float32), mean


def _peaks(share: F32, least: float) -> I64:
    """Columns of the longest lines, three apart at least."""
    found: list[int] = []
    left = share.copy()
    while left.max() >= least:
        place = int(left.argmax())
        found.append(place)
        left[max(0, place - 2) : place + 3] = 0
    return np.sort(np.array(found, np.int64))


def _break(picture: F32, first: int, last: int) -> float | None:
    """A sharp line from end to end across which nothing goes on."""
    height, width = picture.shape[:2]
    share, mean = _full_lines(picture, first, last)
    places = _peaks(share, 0.85)
    long = width > 1.9 * height
    if not len(places) or (not long and len(_peaks(share, 0.6)) > 3):  # a wall of bricks has many
        return None
    changes = [_change(mean, int(place)) for place in places]
    best = int(np.argmax([min(size, 0.8) * (1.05 - one_way) for size, one_way in changes]))
    size, one_way = changes[best]
    if size < 0.6 or one_way > (0.9 if long else 0.6):
        return None
    return float(places[best] + 0.5)


def _change(mean: F32, place: int) -> tuple[float, float]:
    """Of the change across a line: in how many rows it is large, and how much it is one way."""
    change = mean[:, place + 2 : place + 5].mean(1) - mean[:, place - 4 : place - 1].mean(1)
    light = change[:, 0]
    one_way = abs(float(light.sum())) / max(1e-6, float(np.abs(light).sum()))
    return float((np.linalg.norm(change, axis=1) > 6).mean()), one_way


def _middle(wanted: Mask) -> float:
    places = np.flatnonzero(wanted)
    runs = np.split(places, np.flatnonzero(np.diff(places) > 1) + 1)
    longest = max(runs, key=len)
    return float(longest[0] + longest[-1] + 1) / 2
