"""Places under the repair brush: its marks drawn into a mask at a photo's full size."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from core.photo.line import Line
from core.repair.edits import MarkKind, RepairMark
from core.repair.find import Mask

F64 = npt.NDArray[np.float64]


def with_marks(found: Mask, marks: Iterable[RepairMark]) -> Mask:
    """What was found (H, W), larger and smaller by marks, in the order they were drawn."""
    mask = found.copy()
    for mark in marks:
        draw_line(mask, mark, value=mark.kind is not MarkKind.LESS)
    return mask


def draw_line(mask: Mask, line: Line, *, value: bool) -> None:
    """Set the pixels of (H, W) whose centres are no farther from a line than its radius."""
    height, width = mask.shape
    radius = max(line.radius * min(height, width), 0.5)  # a dot is one pixel at least
    corners = np.array(line.places) * (width, height) - 0.5
    for one, other in pairwise(corners if len(corners) > 1 else (*corners, *corners)):
        low, high = np.minimum(one, other) - radius, np.maximum(one, other) + radius
        left, top = np.maximum(np.ceil(low), 0).astype(int)
        right, bottom = np.minimum(np.floor(high) + 1, (width, height)).astype(int)
        if left < right and top < bottom:
            x, y = np.arange(left, right), np.arange(top, bottom)
            near = _distances(x, y, one, other) <= radius
            mask[top:bottom, left:right][near] = value


def _distances(x: npt.NDArray[np.int64], y: npt.NDArray[np.int64], one: F64, other: F64) -> F64:
    """From the segment between two corners to pixels of some rows and columns."""
    along = other - one
    dx, dy = x[None, :] - one[0], y[:, None] - one[1]
    length = float(along @ along)
    share = np.clip((dx * along[0] + dy * along[1]) / length, 0, 1) if length else 0.0
    distances: F64 = np.hypot(dx - share * along[0], dy - share * along[1])
    return distances
