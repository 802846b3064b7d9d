"""What the model of prints should say of a rectangle."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np
import numpy.typing as npt

from core.photo.frame import Frame, axes, folded
from core.scans.crops import MARGIN, SIZE
from core.scans.overlap import intersection_over_union

F64 = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]

_INNER: Final = 1 - 2 * MARGIN
#: A place is asked for where it lies so many pixels within the half of the crop that is its own.
_WITHIN: Final = (1.0, SIZE / 2 - 2.0)


def best_print(frame: Frame, prints: list[Frame]) -> tuple[float, Frame | None]:
    """The print that a rectangle meets best, and their intersection over union."""
    met = [(intersection_over_union(frame, each), each) for each in prints]
    best = max(met, key=lambda pair: pair[0], default=(0.0, None))
    return best if best[0] > 0 else (0.0, None)


def side_places(frame: Frame, print_: Frame) -> F64:
    """(4, 2): where a print's sides go in the frame's crop, as `core.scans.crops.moved` asks."""
    corners = _turned(print_, frame.angle).corners() - (frame.x, frame.y)
    scale = _INNER * SIZE / np.array((frame.width, frame.height))
    tl, tr, br, bl = corners @ axes(frame.angle).T * scale + SIZE / 2
    at = SIZE * np.array((0.5 - _INNER / 4, 0.5 + _INNER / 4))
    return np.array(
        [_at(tl, bl, 1, at), _at(tl, tr, 0, at), _at(tr, br, 1, at), _at(bl, br, 0, at)]
    )


def _turned(frame: Frame, angle: float) -> Frame:
    """The same rectangle, its first side within 45 degrees of ``angle``."""
    turned = replace(frame, angle=angle + folded(frame.angle - angle))
    if round((frame.angle - turned.angle) / 90) % 2:
        return replace(turned, width=frame.height, height=frame.width)
    return turned


def _at(start: F64, end: F64, axis: int, at: F64) -> F64:
    """The other coordinate of the line through two points, where this one is ``at``."""
    far = end[axis] - start[axis]
    share = (at - start[axis]) / (far if abs(far) > 1e-6 else 1e-6)
    places: F64 = start[1 - axis] + (end[1 - axis] - start[1 - axis]) * share
    return places


def are_asked(places: F64) -> Mask:
    """(4, 2): which places lie where the network looks for them."""
    low, high = _WITHIN
    own = np.concatenate((places[:2], SIZE - places[2:]))
    asked: Mask = (own > low) & (own < high)
    return asked
