"""How far a colour point reaches: an edge-aware mask around a place of a photo.

A pixel is far from the place where the way to it crosses edges of L* or of the network's learnt
likeness (a geodesic distance, `core.colorize.geodesic`), and where it is unlike the place itself.
Pixels nearer than a threshold make the mask. The thing that was clicked is the set of nearest
pixels with the sharpest outline: the threshold at which the mean step across the border of the
mask is greatest. ``docs/local_color.md`` holds the measurements behind the constants.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, TypeVar, cast

import cv2
import numpy as np
import numpy.typing as npt

from core.color import F32
from core.colorize.geodesic import F64, geodesic_distances
from core.resize import resize_area

Number = TypeVar("Number", np.float64, np.intp)

#: The reach of a point that is given none: the thing that was clicked.
DEFAULT_REACH: Final = 0.3

#: The mask is made at this share of what the network sees.
_SHARE: Final = 0.5
#: Cost of a step for each unit of L* beyond the grain's, and for each of the features' distance.
_EDGE_L: Final = 0.05
_GRAIN_L: Final = 1.0
_EDGE_LIKENESS: Final = 0.5
#: Cost of a step through what is unlike the place, for each nat; it is also added to the distance.
_UNLIKE: Final = 0.05
#: Where a model gives no features L* stands for them, so many units to one.
_L_PER_FEATURE: Final = 10.0
#: Blur of L* before its edges are measured, in pixels of what the network sees.
_SMOOTHING: Final = 0.5
#: Steps of L*, and of the features, that make an outline sharp.
_SHARP_L: Final = 4.0
_SHARP_LIKENESS: Final = 0.8
#: What may be a thing, as a share of the photo.
_SMALLEST: Final = 0.002
_LARGEST: Final = 0.8
#: Thresholds that are tried for it: evenly over the logarithm of the area, from 0.0001 on.
_THRESHOLDS: Final = 256
_DECADES: Final = 4
#: Half the place's own neighbourhood, in pixels of the mask.
_OWN: Final = 2
#: A mask falls from 1 to 0 between these shares of its threshold.
_INNER: Final = 0.9
_OUTER: Final = 1.05


@dataclass(frozen=True, eq=False)
class Likeness:
    """What is alike in a photo, at the size masks are made at.

    Attributes:
        L: L* (h, w), hardly blurred.
        features: (h, w, C); squared distance is how unlike two pixels are, in nats.
    """

    L: F32
    features: F32
    #: A point that stays where it is while others are put need not be worked out again.
    _known: dict[tuple[float, float], Reach] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, L: F32, features: F32 | None) -> Likeness:
        """Of L* (H, W) as the network sees it, and its features (C, h, w), where it gives any."""
        height, width = (max(1, round(side * _SHARE)) for side in L.shape)
        blurred = cv2.GaussianBlur(L, (0, 0), _SMOOTHING, borderType=cv2.BORDER_REFLECT_101)
        small = resize_area(np.ascontiguousarray(cast("F32", blurred)), height, width)
        if features is None:
            return cls(small, small[..., None] * np.float32(1 / _L_PER_FEATURE))
        # OpenCV resizes up to 512 channels at once
        channels = np.ascontiguousarray(np.moveaxis(features, 0, -1))
        larger = cv2.resize(channels, (width, height), interpolation=cv2.INTER_LINEAR)
        return cls(small, cast("F32", larger).reshape(height, width, -1))

    def reach_from(self, x: float, y: float) -> Reach:
        """What can be reached from a place, 0..1 across and down: some 20 ms at 256 pixels."""
        if (x, y) not in self._known:
            self._known[x, y] = self._worked_out(x, y)
        return self._known[x, y]

    def _worked_out(self, x: float, y: float) -> Reach:
        height, width = self.L.shape
        row, column = min(int(y * height), height - 1), min(int(x * width), width - 1)
        unlike = self._unlike(row, column)
        steps = [self._steps(axis, unlike) for axis in (1, 0)]
        start = np.full((height, width), np.inf)
        start[row, column] = 0
        distances = geodesic_distances(start, *steps) + unlike
        return Reach(distances, self._thing(distances))

    def _unlike(self, row: int, column: int) -> F64:
        """How unlike the place each pixel is, in nats."""
        own = self.features[
            max(0, row - _OWN) : row + _OWN + 1, max(0, column - _OWN) : column + _OWN + 1
        ]
        apart = self.features - own.mean(axis=(0, 1))
        squares: F64 = np.einsum("hwc,hwc->hw", apart, apart).astype(np.float64)
        return squares * _UNLIKE

    def _steps(self, axis: int, unlike: F64) -> F64:
        """Costs of the steps between neighbours along an axis."""
        edge, apart = self._edges(axis)
        through = (_first(unlike, axis) + _second(unlike, axis)) / 2
        beyond = np.maximum(edge - _GRAIN_L, 0)
        # the same everywhere: of two ways through what is alike the shorter one
        costs: F64 = _EDGE_L * beyond + _EDGE_LIKENESS * apart + through + 1e-4
        return costs

    def _edges(self, axis: int) -> tuple[F32, F32]:
        """Steps of L* and of the features between neighbours along an axis."""
        step = np.diff(self.features, axis=axis)
        apart = np.sqrt(np.einsum("hwc,hwc->hw", step, step))
        return np.abs(np.diff(self.L, axis=axis)).astype(np.float32), apart.astype(np.float32)

    def _thing(self, distances: F64) -> float:
        """Share of the photo that the set of nearest pixels with the sharpest outline takes."""
        order = _areas(distances)
        level = np.clip((np.log10(order) / _DECADES + 1) * _THRESHOLDS, 0, _THRESHOLDS - 1)
        level = level.astype(np.intp)
        sharpness, length = np.zeros(_THRESHOLDS + 1), np.zeros(_THRESHOLDS + 1)
        for axis in (0, 1):
            edge, apart = self._edges(axis)
            sharp = 1 - np.exp(-edge / _SHARP_L - apart / _SHARP_LIKENESS)
            one, other = _first(level, axis).ravel(), _second(level, axis).ravel()
            # the border runs between two neighbours from the nearer one's threshold on
            for ends, sign in ((np.minimum(one, other), 1), (np.maximum(one, other), -1)):
                sharpness += sign * np.bincount(ends, sharp.ravel(), _THRESHOLDS + 1)
                length += sign * np.bincount(ends, minlength=_THRESHOLDS + 1)
        mean = np.cumsum(sharpness) / np.maximum(np.cumsum(length), 1)
        area = 10 ** (_DECADES * (np.arange(_THRESHOLDS + 1) / _THRESHOLDS - 1))
        mean[(area < _SMALLEST) | (area > _LARGEST)] = -1
        return float(area[min(int(mean.argmax()) + 1, _THRESHOLDS)])


@dataclass(frozen=True, eq=False)
class Reach:
    """What can be reached from one place.

    Attributes:
        distances: (h, w), 0 at the place.
        thing: share of the photo that the thing there takes.
    """

    distances: F64
    thing: float

    def mask(self, reach: float) -> F32:
        """(h, w) in 0..1. ``reach`` 0 is the spot, `DEFAULT_REACH` the thing, 1 the whole photo."""
        if reach >= 1:
            return np.ones(self.distances.shape, np.float32)
        threshold = float(np.quantile(self.distances, self._area(reach)))
        if threshold <= 0:
            return (self.distances <= 0).astype(np.float32)
        inner, outer = _INNER * threshold, _OUTER * threshold
        return np.clip((outer - self.distances) / (outer - inner), 0, 1).astype(np.float32)

    def _area(self, reach: float) -> float:
        """Share of the photo: evenly over its logarithm on both sides of the thing."""
        spot = min(_SMALLEST / 4, self.thing)
        areas = np.log([spot, self.thing, 1.0])
        return float(np.exp(np.interp(reach, [0, DEFAULT_REACH, 1], areas)))


def _areas(distances: F64) -> F64:
    """Of each pixel the share of the photo that lies no farther away."""
    nearest = np.sort(distances, axis=None)
    count = np.searchsorted(nearest, distances, side="right")
    return count / distances.size


def _first(values: npt.NDArray[Number], axis: int) -> npt.NDArray[Number]:
    return values[:, :-1] if axis else values[:-1]


def _second(values: npt.NDArray[Number], axis: int) -> npt.NDArray[Number]:
    return values[:, 1:] if axis else values[1:]
