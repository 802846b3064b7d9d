"""The directions in which the sides of a cluster's prints line up."""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

F32 = npt.NDArray[np.float32]
F64 = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]

#: Degrees from one direction that is tried to the next, at first and about the best.
_COARSE: Final = 1.0
_FINE: Final = 0.15
#: Points that are lined up, at most.
_POINTS: Final = 5000
#: How much of the best direction's gain one must have.
_WORTH: Final = 0.12
#: CIE76 over two pixels from which on a step is as good as any.
_PLAIN: Final = 12.0


def edges(lab: F32, side: F32) -> F32:
    """(H, W): how much the page changes where a side may lie, 0..1."""
    smooth = cv2.blur(lab, (3, 3))
    squares = np.zeros(lab.shape[:2], np.float32)
    squares[:, 1:-1] += ((smooth[:, 2:] - smooth[:, :-2]) ** 2).sum(2)
    squares[1:-1] += ((smooth[2:] - smooth[:-2]) ** 2).sum(2)
    change: F32 = side * np.minimum(np.sqrt(squares) / np.float32(_PLAIN), 1)
    return change


def angles(change: F32, cluster: Mask, most: int = 6) -> list[float]:
    """Directions, -45..45 degrees, in which what changes (H, W) lies on lines; the best first."""
    near = cv2.dilate(cluster.astype(np.uint8), np.ones((9, 9), np.uint8)) > 0
    ys, xs = np.nonzero(near & (change > 0.02))
    if len(xs) < 40:
        return [0.0]
    weight = change[ys, xs].astype(np.float64)
    best = np.argsort(-weight)[:_POINTS]
    points, weight = np.column_stack([xs, ys])[best].astype(np.float64), weight[best]
    tried = np.arange(-45, 45, _COARSE)
    gains = np.array([_gain(points, weight, angle, 3.0) for angle in tried])
    gains -= np.median(gains)
    peaks = (gains >= np.roll(gains, 1)) & (gains >= np.roll(gains, -1))
    peaks &= gains > _WORTH * gains.max()
    order = sorted(np.flatnonzero(peaks), key=lambda n: -gains[n])[:most]
    return [_finest(points, weight, float(tried[n])) for n in order]


def _finest(points: F64, weight: F64, about: float) -> float:
    tried = about + np.arange(-1, 1.01, _FINE)
    gains = [_gain(points, weight, angle, 1.5) for angle in tried]
    return float((tried[int(np.argmax(gains))] + 45) % 90 - 45)


def _gain(points: F64, weight: F64, angle: float, pixels: float) -> float:
    """How much lies on the same lines: the squares of what each line holds, added up."""
    turn = np.radians(angle)
    cos, sin = np.cos(turn), np.sin(turn)
    total = 0.0
    for across in ((cos, sin), (-sin, cos)):
        at = points @ across / pixels
        bins = np.bincount(np.round(at - at.min()).astype(np.int64), weight)
        total += float((bins**2).sum()) / pixels
    return total
