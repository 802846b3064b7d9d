"""How much two frames have in common."""

from __future__ import annotations

import cv2
import numpy as np

from core.photo.frame import Frame

#: OpenCV's own rectangle: its centre, its size, its angle.
_Box = tuple[tuple[float, float], tuple[float, float], float]


def common_area(one: Frame, other: Frame) -> float:
    """Square pixels that lie in both."""
    reach = (np.hypot(one.width, one.height) + np.hypot(other.width, other.height)) / 2
    if np.hypot(one.x - other.x, one.y - other.y) >= reach:
        return 0.0
    kind, corners = cv2.rotatedRectangleIntersection(_box(one), _box(other))
    return 0.0 if kind == cv2.INTERSECT_NONE else cv2.contourArea(cv2.convexHull(corners))


def intersection_over_union(one: Frame, other: Frame) -> float:
    """0..1."""
    both = common_area(one, other)
    return both / (one.area + other.area - both)


def _box(frame: Frame) -> _Box:
    return (frame.x, frame.y), (frame.width, frame.height), frame.angle
