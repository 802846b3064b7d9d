"""Whether what was found on a page are prints, or the page is one photo, or empty."""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from core.photo.frame import Frame, axes
from core.scans.border import straightened
from core.scans.crops import MARGIN, SIZE, crop
from core.scans.judge import Judged
from core.scans.overlap import intersection_over_union

U8 = npt.NDArray[np.uint8]
F32 = npt.NDArray[np.float32]
Mask = npt.NDArray[np.bool_]

#: A strip along the page's edge up to this part of its short side is of the next page.
_SLIVER: Final = 0.1
#: A frame of so much bare ground holds a print only where that is so sure: one whose grey is the
#: ground's.
_HOLLOW: Final = 0.9
_HOLLOW_SURE: Final = 0.8
#: What no print explains makes a page one photo, from this part of what prints explain.
_UNEXPLAINED: Final = 0.35
#: The value of the surest of several prints, at least: of a page whose margin is bare by so much,
#: and of another.
_CERTAIN: Final = 0.9
_MARGIN: Final = 0.62
_BEYOND_DOUBT: Final = 0.97
#: The value of the less sure of two prints, at least: writing below one photo is likelier.
_SECOND: Final = 0.9
#: Intersection over union from which one print is the page.
_THE_PAGE: Final = 0.97
#: Correlation of two pictures that are one, and of three that are alike.
_COPY: Final = 0.9
_TWICE: Final = 0.6
#: CIE76 from a small neighbourhood's mean, of three quarters of what is but light and shadow.
_PLAIN: Final = 2.0


def is_sliver(frame: Frame, shape: tuple[int, int]) -> bool:
    """Whether a frame is a strip along the page's edge: a piece of what lies beside the page."""
    short = min(frame.width, frame.height)
    return _lies_at_an_edge(frame, shape) and short < _SLIVER * min(shape)


def _lies_at_an_edge(frame: Frame, shape: tuple[int, int]) -> bool:
    if abs(frame.angle) > 2:
        return False
    corners = frame.corners()
    near = 0.025 * max(shape)
    return bool(corners.min() < near or (corners.max(0) > np.array(shape[::-1]) - near).any())


def is_hollow(each: Judged, ground: Mask) -> bool:
    """Whether a frame holds hardly more than bare ground (H, W), and is not sure for all that."""
    bare = straightened(ground.astype(np.float32), each.frame) > 0.5
    return float(bare.mean()) > _HOLLOW and each.value < _HOLLOW_SURE


def without_unsure_second(prints: list[Judged]) -> list[Judged]:
    """The prints, the surest first; of two, not a second that could as well be writing."""
    if len(prints) == 2 and prints[1].value < _SECOND:
        return prints[:1]
    return prints


def is_one_photo(
    page: U8, lab: F32, ground: Mask, parts: list[Mask], prints: list[Judged], whole: Judged
) -> bool:
    """Whether a page is one photo, whatever rectangles were found on it.

    So it is where its own frame is surer than the one print; where none of several is certain, or
    they are copies of one another (lines of writing, windows of a wall); and where much is left
    that is no print, other than light and shadow.

    Args:
        page: (H, W, 4), `core.scans.crops.with_ground`.
        lab: (H, W, 3).
        ground: (H, W), where it lies bare.
        parts: its `core.scans.proposals.clusters`.
        prints: what was found.
        whole: the page's own frame.
    """
    if not prints and parts and _bare_margin(ground) < _MARGIN:
        return True
    if prints and _are_doubtful(ground, prints, whole):
        return True
    frames = [each.frame for each in prints]
    return _are_copies(page, frames) or _is_much_left(lab, parts, frames)


def _are_doubtful(ground: Mask, prints: list[Judged], whole: Judged) -> bool:
    """Whether it is likelier that the page is a photo than that these are prints on it."""
    surest = max(each.value for each in prints)
    if len(prints) == 1:
        same = intersection_over_union(prints[0].frame, whole.frame) > _THE_PAGE
        return same or surest < whole.value
    return surest < (_CERTAIN if _bare_margin(ground) > _MARGIN else _BEYOND_DOUBT)


def _are_copies(page: U8, frames: list[Frame]) -> bool:
    """Whether half of three frames or more have a copy: the same picture, in one line with it.

    Two that are but alike do as well: dust and reflections differ from window to window. Two prints
    of one picture lie on a page now and then, but never so exactly.
    """
    if len(frames) < 3:
        return False
    pictures = [_small(page, frame) for frame in frames]
    pairs = list(zip(frames, pictures, strict=True))
    copied = 0
    for one, a in pairs:
        alike = [
            float((a * b).mean()) for other, b in pairs if other is not one and _in_line(one, other)
        ]
        copied += max(alike, default=0.0) > _COPY or sum(each > _TWICE for each in alike) > 1
    return copied >= 0.5 * len(frames)


def _small(page: U8, frame: Frame) -> F32:
    """The codes of a frame's inside on 16 x 16 places, of mean 0 and deviation 1."""
    rim = round((MARGIN + 0.05) * SIZE)
    grey = crop(page, frame)[rim:-rim, rim:-rim, :3].mean(2, dtype=np.float32)
    small = cv2.resize(grey, (16, 16), interpolation=cv2.INTER_AREA)
    return (small - small.mean()) / max(float(small.std()), 1e-3)  # type: ignore[no-any-return]


def _in_line(one: Frame, other: Frame) -> bool:
    """Whether two frames are of one size and angle, and side by side or one above the other."""
    sides = ((one.width, other.width), (one.height, other.height))
    same = all(abs(a - b) < 0.08 * max(a, b) for a, b in sides)
    away = np.abs(axes(one.angle) @ np.array((other.x - one.x, other.y - one.y)))
    near = 0.02 * min(one.width, one.height)
    return same and abs(one.angle - other.angle) < 0.3 and bool(away.min() < near)


def _bare_margin(ground: Mask) -> float:
    """How much of a page's margin is bare, 0..1: little of it, where a photo fills the scan."""
    deep = max(3, round(0.02 * min(ground.shape)))
    margin = np.ones_like(ground)
    margin[deep:-deep, deep:-deep] = False
    return float(ground[margin].mean())


def _is_much_left(lab: F32, parts: list[Mask], frames: list[Frame]) -> bool:
    rest = _unexplained(parts, frames)
    step = _steps(lab)
    left = sum(int(mask.sum()) for mask in rest if np.percentile(step[mask], 75) > _PLAIN)
    return left > _UNEXPLAINED * sum(frame.area for frame in frames)


def _unexplained(parts: list[Mask], frames: list[Frame]) -> list[Mask]:
    """What of the parts lies in no frame: pieces of some size that are no slivers."""
    if not parts:
        return []
    shape = parts[0].shape
    rest = np.any(parts, 0).astype(np.uint8)
    for frame in frames:
        corners = np.round(frame.corners() * 16).astype(np.int32)
        cv2.fillConvexPoly(rest, corners, 0, shift=4)
    size = max(3, round(0.02 * min(shape))) | 1
    rest = cv2.morphologyEx(rest, cv2.MORPH_OPEN, np.ones((size, size), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(rest)
    found = []
    for label in range(1, count):
        x, y, w, h = (int(v) for v in stats[label, :4])
        at_edge = min(x, y, shape[1] - x - w, shape[0] - y - h) <= 2
        if at_edge and min(w, h) < _SLIVER * min(shape):
            continue
        if stats[label, cv2.CC_STAT_AREA] > 0.002 * rest.size:
            found.append(labels == label)
    return found


def _steps(lab: F32) -> F32:
    """How far each small neighbourhood is from its surroundings, CIE76."""
    away = cv2.blur(lab, (5, 5)) - cv2.blur(lab, (17, 17))
    return np.sqrt((away**2).sum(2))  # type: ignore[no-any-return]
