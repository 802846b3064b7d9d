"""Prints side by side that look like one rectangle, cut along the seam between them.

One photo may have a straight line from side to side as well (a horizon, a door post), so a seam
must show what a photo's line does not: a strip of two borders' paper, a gap with the ground in it,
another tone beyond it, or as long a rectangle as no print is.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from core.photo.frame import Frame, axes
from core.scans.border import LIGHT, WIDEST, Band, agreeing_bands, bands, straightened

F32 = npt.NDArray[np.float32]
I64 = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]

_PAPER: Final = 6.0
_LONGEST: Final = 2.6
#: A rectangle so much longer than wide is more than one print: they were sold up to 1.6.
_TWO: Final = 1.85
#: CIE76 of a*, b* between the tones of two prints, over so many pixels beside a line.
_TONE: Final = 5.0
#: How far from the middle a seam between two prints of one size lies, of the rectangle's width; and
#: how much of such a line is seen where the rectangle is too long for a print, and where it is not.
_MIDDLE: Final = 0.01
_HALF_OF_LONG: Final = 0.7
_HALF: Final = 0.95
#: Halves narrower than this, of their height, are no prints.
_NARROW: Final = 0.6
_WIDE: Final = 44


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
    around = bands(lab, frame)
    border = [band for band in around if band is not None]
    if across:
        picture, bare = np.ascontiguousarray(picture.transpose(1, 0, 2)), bare.T
    height, width = picture.shape[:2]
    first, last = round(max(least, height / _LONGEST)), round(width - max(least, height / _LONGEST))
    if last <= first or width < 0.75 * height:
        return None
    for place in (_gap(bare, first, last), _strip(picture, border, first, last)):
        if place is not None:
            return place
    if width <= _TWO * height and len(agreeing_bands(around)) > 2:
        return None  # one border is around all of it
    ends, crossed = (around[1::2], around[::2]) if across else (around[::2], around[1::2])
    bordered = any(band is not None and band[1][0] > LIGHT for band in crossed)
    place = _break(picture, first, last, bordered=bordered)
    return None if place is None else _between_borders(picture, place, (ends[0], ends[1]))


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


def _break(picture: F32, first: int, last: int, *, bordered: bool) -> float | None:
    """A sharp line from end to end across which nothing goes on.

    No print is so long as two side by side: there any such line is a seam. In a shorter one both
    halves must be of different tones (one print's paper, or its colours, beside another's), or of
    one size and without a border that the line would cross (``bordered``).
    """
    height, width = picture.shape[:2]
    share, mean = _full_lines(picture, first, last)
    long = width > _TWO * height
    if width > 2 * _NARROW * height and (long or not bordered):
        middle = _halving(share, mean, long=long)
        if middle is not None:
            return middle
    places = _peaks(share, 0.85 if long else 0.7)
    if not len(places) or (not long and len(_peaks(share, 0.6)) > 5):  # a wall of bricks has many
        return None
    changed = [_changed(mean, int(place)) for place in places]
    best = int(
        np.argmax([share[place] * much for place, much in zip(places, changed, strict=True)])
    )
    place, much = int(places[best]), changed[best]
    if long:
        return place + 0.5 if much >= 0.6 or share[place] >= 0.95 else None
    seam = width > 1.15 * height and much >= 0.7 and _tones_differ(picture, place)
    return place + 0.5 if seam else None


def _halving(share: F32, mean: F32, *, long: bool) -> float | None:
    """A line in the very middle across which the picture changes: of two prints of one size.

    A horizon lies there, so exactly and from side to side, once in a great many photos.
    """
    middle = len(share) / 2 - 0.5
    near = max(1.5, (2 if long else 1) * _MIDDLE * len(share))
    first = int(np.ceil(middle - near))
    place = first + int(share[first : int(middle + near) + 1].argmax())
    seen = min(float(share[place]), _changed(mean, place) + 0.15)
    return place + 0.5 if seen >= (_HALF_OF_LONG if long else _HALF) else None


def _between_borders(picture: F32, line: float, ends: tuple[Band | None, Band | None]) -> float:
    """The seam itself, where the line seen best is but an end of the paper beside it.

    How wide the paper of each print is, its far side says: the first one's first side, the other's
    last; one without a border has none at the seam either.
    """
    first, last = (0.0 if band is None or band[1][0] < LIGHT else band[0] for band in ends)
    deepest = round(WIDEST * len(picture))
    if not 1 < first + last < 2 * deepest:
        return line
    start, end = max(0, round(line) - deepest), round(line) + deepest + 1
    rows = picture[:, start:end]
    papers = [band[1] for band, width in zip(ends, (first, last), strict=True) if band and width]
    near = np.min([((rows - paper) ** 2).sum(2) for paper in papers], 0)
    is_paper = (near < (3 * _PAPER) ** 2).mean(0) > 0.8
    at = round(line) - start
    strips = [
        (int(run[0]), int(run[-1]) + 1)
        for run in np.split(np.arange(len(is_paper)), np.flatnonzero(np.diff(is_paper)) + 1)
        if is_paper[run[0]] and run[0] - 3 <= at <= run[-1] + 3
    ]
    if not strips:
        return line
    left, right = max(strips, key=lambda strip: strip[1] - strip[0])
    if abs((right - left) - (first + last)) > max(2.5, 0.4 * (first + last)):
        return line
    return start + left + (right - left) * first / (first + last)


def _tones_differ(picture: F32, place: int) -> bool:
    """Whether the paper, or the colours, on both sides of a line are not those of one print."""
    sides = (picture[:, max(0, place - _WIDE) : place - 3], picture[:, place + 4 : place + _WIDE])
    one, other = (np.median(side.reshape(-1, 3), 0)[1:] for side in sides)
    return bool(np.linalg.norm(one - other) > _TONE)


def _changed(mean: F32, place: int) -> float:
    """In how many rows the change across a line is large, 0..1."""
    change = mean[:, place + 2 : place + 5].mean(1) - mean[:, place - 4 : place - 1].mean(1)
    return float((np.linalg.norm(change, axis=1) > 6).mean())


def _middle(wanted: Mask) -> float:
    places = np.flatnonzero(wanted)
    runs = np.split(places, np.flatnonzero(np.diff(places) > 1) + 1)
    longest = max(runs, key=len)
    return float(longest[0] + longest[-1] + 1) / 2
