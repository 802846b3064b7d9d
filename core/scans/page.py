"""Whether what was found on a page are prints, or the page is one photo, or empty."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from core.photo.frame import Frame, axes
from core.scans.border import straightened
from core.scans.candidates import Candidate

F32 = npt.NDArray[np.float32]
Mask = npt.NDArray[np.bool_]

#: A strip along the page's edge up to this part of its short side is of the next page.
_SLIVER: Final = 0.1
#: What no print explains makes a page one photo, from this part of what prints explain.
_UNEXPLAINED: Final = 0.35
#: A print for certain explains so much of its own area, and so much is seen of its sides in the
#: mean, and of each.
_CERTAIN: Final = 0.8
_EACH_SIDE: Final = 0.65
#: Correlation of two pictures that are one, and of three that are alike.
_COPY: Final = 0.9
_TWICE: Final = 0.6
#: Of a frame, what lies in a larger one makes it a part of that one's picture.
_INSIDE: Final = 0.9
#: A frame that explains less of its own area, and is plain, is a shadow's.
_EMPTY: Final = 0.4
#: How much of a print's own sides is seen, at least, in the mean.
_SEEN: Final = 0.68
#: CIE76 from a small neighbourhood's mean, of three quarters of what is but light and shadow.
_PLAIN: Final = 2.0


def is_seen(candidate: Candidate, shape: tuple[int, int]) -> bool:
    """Whether a candidate's sides are seen well enough, and not only as the page's own edges."""
    edges = page_edges(candidate.frame, shape)
    names = ("left", "right", "top", "bottom")
    own = sorted(
        seen for name, seen in zip(names, candidate.sides, strict=True) if name not in edges
    )
    if len(edges) > 2 or float(np.mean(own)) < _SEEN:
        return False
    return own[0] > 0.6 if edges else own[1] > 0.6


def is_sliver(frame: Frame, shape: tuple[int, int]) -> bool:
    """Whether a frame is a strip along the page's edge: a piece of what lies beside the page."""
    short = min(frame.width, frame.height)
    return bool(page_edges(frame, shape)) and short < _SLIVER * min(shape)


def without_parts(lab: F32, prints: list[Candidate]) -> list[Candidate]:
    """Those that lie in no larger one (a picture on a page on a print), and are no shadow alone."""
    shape = lab.shape[:2]
    masks = [_filled(each.frame, shape) for each in prints]
    step = _steps(lab)
    kept = []
    for each, mask in zip(prints, masks, strict=True):
        larger = [m for other, m in zip(prints, masks, strict=True) if _is_larger(other, each)]
        if any((mask & m).sum() > _INSIDE * mask.sum() for m in larger):
            continue
        bare = each.gain < _EMPTY * each.frame.area
        if not (bare and mask.any() and np.percentile(step[mask], 75) < _PLAIN):
            kept.append(each)
    return kept


def _is_larger(one: Candidate, other: Candidate) -> bool:
    return one.frame.area > 1.2 * other.frame.area


def _filled(frame: Frame, shape: tuple[int, ...]) -> Mask:
    corners = np.round(frame.corners() * 16).astype(np.int32)
    return cv2.fillConvexPoly(np.zeros(shape, np.uint8), corners, 1, shift=4).astype(bool)


def _steps(lab: F32) -> F32:
    """How far each small neighbourhood is from its surroundings, CIE76."""
    away = cv2.blur(lab, (5, 5)) - cv2.blur(lab, (17, 17))
    return np.sqrt((away**2).sum(2))  # type: ignore[no-any-return]


def _are_copies(lab: F32, prints: list[Frame]) -> bool:
    """Whether half of three frames or more have a copy: the same picture, in one line with it.

    Two that are but alike do as well: dust and reflections differ from window to window.

    Two prints of one picture lie on a page now and then, but never so exactly.
    """
    if len(prints) < 3:
        return False
    pictures = [_small(lab, frame) for frame in prints]
    pairs = list(zip(prints, pictures, strict=True))
    copied = 0
    for one, a in pairs:
        alike = [
            float((a * b).mean()) for other, b in pairs if other is not one and _in_line(one, other)
        ]
        copied += max(alike, default=0.0) > _COPY or sum(each > _TWICE for each in alike) > 1
    return copied >= 0.5 * len(prints)


def _small(lab: F32, frame: Frame) -> F32:
    """The lightness of a frame's inside on 16 x 16 places, of mean 0 and deviation 1."""
    inner = replace(frame, width=0.9 * frame.width, height=0.9 * frame.height)
    light = straightened(np.ascontiguousarray(lab[..., 0]), inner)
    small = cv2.resize(light, (16, 16), interpolation=cv2.INTER_AREA)
    return (small - small.mean()) / max(float(small.std()), 1e-3)  # type: ignore[no-any-return]


def _in_line(one: Frame, other: Frame) -> bool:
    """Whether two frames are of one size and angle, and side by side or one above the other."""
    sides = ((one.width, other.width), (one.height, other.height))
    same = all(abs(a - b) < 0.08 * max(a, b) for a, b in sides)
    away = np.abs(axes(one.angle) @ np.array((other.x - one.x, other.y - one.y)))
    near = 0.02 * min(one.width, one.height)
    return same and abs(one.angle - other.angle) < 0.3 and bool(away.min() < near)


def page_edges(frame: Frame, shape: tuple[int, int]) -> list[str]:
    """The page's edges that the frame lies along."""
    if abs(frame.angle) > 2:
        return []
    corners = frame.corners()
    (left, top), (right, bottom) = corners.min(0), corners.max(0)
    near = 0.025 * max(shape)
    found = {"left": left < near, "top": top < near}
    found |= {"right": right > shape[1] - near, "bottom": bottom > shape[0] - near}
    return [name for name, touches in found.items() if touches]


def unexplained(clusters: list[Mask], frames: list[Frame]) -> list[Mask]:
    """What of the clusters lies in no frame: parts of some size that are no slivers."""
    if not clusters:
        return []
    shape = clusters[0].shape
    rest = np.any(clusters, 0).astype(np.uint8)
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


def is_one_photo(lab: F32, prints: list[Frame], rest: list[Mask]) -> bool:
    """Whether so much is left that the page itself is the photo; light and shadow do not count.

    So it is where what was found are copies of one another: the windows of a wall.
    """
    if _are_copies(lab, prints):
        return True
    step = _steps(lab)
    left = sum(int(mask.sum()) for mask in rest if np.percentile(step[mask], 75) > _PLAIN)
    return left > _UNEXPLAINED * sum(frame.area for frame in prints)


def are_doubtful(prints: list[Candidate]) -> bool:
    """Whether none of several is a print for certain: filled, and with sides that are seen.

    Lines of writing and a photo's own straight lines make rectangles, but none such.
    """
    return len(prints) > 1 and not any(
        each.gain > _CERTAIN * each.frame.area
        and float(np.mean(each.sides)) > _CERTAIN
        and min(each.sides) > _EACH_SIDE
        for each in prints
    )
