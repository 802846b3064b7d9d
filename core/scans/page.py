"""Whether what was found on a page are prints, or the page is one photo, or empty."""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from core.photo.frame import Frame
from core.scans.ground import Ground
from core.scans.proposals import LEAST, clusters

F32 = npt.NDArray[np.float32]
Mask = npt.NDArray[np.bool_]

#: A strip along the page's edge up to this part of its short side is of the next page.
_SLIVER: Final = 0.1
#: What no print explains makes a page one photo, from this part of what prints explain.
_UNEXPLAINED: Final = 0.35
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


def is_one_photo(lab: F32, ground: Ground, prints: list[Frame]) -> bool:
    """Whether so much is left that the page itself is the photo; light and shadow do not count."""
    rest = _unexplained(clusters(ground, LEAST * min(lab.shape[:2])), prints)
    step = _steps(lab)
    left = sum(int(mask.sum()) for mask in rest if np.percentile(step[mask], 75) > _PLAIN)
    return left > _UNEXPLAINED * sum(frame.area for frame in prints)


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
