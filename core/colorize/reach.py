"""How far a colour point reaches: an edge-aware mask around a place of a photo.

A pixel is far from the place where the way to it crosses edges of L* or of the network's learnt
likeness: the shortest way (a geodesic distance, `core.colorize.geodesic`), and all ways together (a
commute time, `core.colorize.commute_time`). It is also far where it is unlike the place itself. The
nearest pixels make the mask: so many that its outline is sharp and steady
(`core.colorize.outline`). ``docs/local_color.md`` holds the measurements behind the constants.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Final, cast

import cv2
import numpy as np

from core.color import F32
from core.colorize.commute_time import commute_coordinates
from core.colorize.feather import feathered
from core.colorize.geodesic import F64, geodesic_distances
from core.colorize.outline import SMALLEST, first, outline_at, second
from core.resize import resize_area

#: The reach of a point that is given none: the thing that was clicked.
DEFAULT_REACH: Final = 0.3

#: The mask is as large as what the network sees, and no larger than this: (short side, pixels).
_LARGEST: Final = (256, 256 * 384)
#: Cost of a step for each unit of L* beyond the grain's, and for each of the features' distance.
_EDGE_L: Final = 0.05
_GRAIN_L: Final = 0.6
_EDGE_LIKENESS: Final = 0.28
#: Cost of a step through what is unlike the place, for each nat; it is also added to the distance.
_UNLIKE: Final = 0.13
#: What the commute times (1 is the mean square of their coordinates) add to the distances.
_COMMUTE: Final = 12.0
_COORDINATES: Final = 23
#: Conductance of a step: exp(-cost times this), and what leaks through every edge.
_RESISTANCE: Final = 20.0
_LEAK: Final = 1e-4
#: The walk's grid is no larger: (short side, pixels).
_WALK: Final = (128, 128 * 384)
#: Where a model gives no features L* stands for them, so many units to one.
_L_PER_FEATURE: Final = 10.0
#: Directions of the features that are kept: those in which a photo's vary most. They hold 99 % of
#: the variance.
_DIRECTIONS: Final = 24
#: Blur of L* before its edges are measured, in pixels of what the network sees.
_SMOOTHING: Final = 0.5
#: Steps of L*, and of the features, that make an outline sharp.
_SHARP_L: Final = 4.0
_SHARP_LIKENESS: Final = 1.7
#: Half the place's own neighbourhood, in pixels of the mask.
_OWN: Final = 2
#: Share of the default reach at which most of the thing is reached.
_MOST_OF_THING: Final = 0.8
#: Places of one photo that are kept, at most 1.6 MB each.
_MOST_KNOWN: Final = 24
#: Ways that get no shorter than by so much, and what turns more often, are not worth another round.
_SETTLED: Final = 0.1
_ROUNDS: Final = 16
#: A mask falls from 1 to 0 between these shares of its threshold.
_INNER: Final = 0.8
_OUTER: Final = 0.9
_HALF: Final = 0.5


@dataclass(frozen=True, eq=False)
class Likeness:
    """What is alike in a photo, at the size masks are made at.

    Most photos are coloured without anybody asking: nothing is worked out before somebody does.

    Args:
        planes: works out `L` and `features`.
    """

    planes: Callable[[], tuple[F32, F32]]
    #: A point that stays where it is while others are put need not be worked out again.
    _known: dict[tuple[float, float], Reach] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, L: F32, features: F32 | None) -> Likeness:
        """Of L* (H, W) as the network sees it, and its features (C, h, w), where it gives any."""
        return cls(partial(_planes, L, features))

    @property
    def L(self) -> F32:
        """L* (h, w), hardly blurred."""
        return self._made[0]

    @property
    def features(self) -> F32:
        """(h, w, C); squared distance is how unlike two pixels are, in nats."""
        return self._made[1]

    @cached_property
    def _made(self) -> tuple[F32, F32]:
        return self.planes()

    def prepare(self) -> None:
        """Work out what all places of the photo have in common."""
        _ = self._coordinates

    def reach_from(self, x: float, y: float) -> Reach:
        """What can be reached from a place, 0..1 across and down.

        Some 30 ms at 256 pixels; the first place of a photo takes 0.2 s more, without `prepare`.
        """
        found = self._known.get((x, y))
        if found is None:
            while len(self._known) >= _MOST_KNOWN:  # a point that is dragged leaves many behind
                self._known.pop(next(iter(self._known)), None)
            found = self._known[x, y] = self._worked_out(x, y)
        return found

    def _worked_out(self, x: float, y: float) -> Reach:
        height, width = self.L.shape
        place = min(int(y * height), height - 1), min(int(x * width), width - 1)
        near = self._geodesic(place)
        distances = near + _COMMUTE * self._commute(place)
        part = outline_at(near, self._sharp).part
        return Reach(near, part, distances, outline_at(distances, self._sharp).thing)

    def _geodesic(self, place: tuple[int, int]) -> F64:
        """The shortest ways (h, w) from a place, and what is unlike it."""
        unlike = self._unlike(*place)
        costs = [
            edge + (first(unlike, axis) + second(unlike, axis)) / 2
            for axis, edge in zip((1, 0), self._costs, strict=True)
        ]
        start = np.full(self.L.shape, np.inf)
        start[place] = 0
        distances = geodesic_distances(start, *costs, settled=_SETTLED, rounds=_ROUNDS) + unlike
        distances[place] = 0
        return distances

    def _commute(self, place: tuple[int, int]) -> F64:
        """How long a walk takes to each pixel (h, w) and back."""
        apart = self._coordinates - self._coordinates[place]
        squares: F64 = np.einsum("hwk,hwk->hw", apart, apart).astype(np.float64)
        return squares

    @cached_property
    def _coordinates(self) -> F32:
        """In which commute times are squared distances, (h, w, C)."""
        height, width = self.L.shape
        size = _within(_WALK, (height, width))
        if size != (height, width):
            planes = resize_area(np.dstack((self.L, self.features)), *size)
            found = Likeness(lambda: (planes[..., 0], planes[..., 1:])).coordinates()
            larger = cv2.resize(found, (width, height), interpolation=cv2.INTER_LINEAR)
            return cast("F32", larger).reshape(height, width, -1)
        return self.coordinates()

    def coordinates(self) -> F32:
        """Of a walk over all pixels, (h, w, C); `commute_coordinates`."""
        right, down = self._conductances
        return commute_coordinates(right + _LEAK, down + _LEAK, _COORDINATES)

    def feathered(self, mask: F32) -> F32:
        """A mask (h, w) in 0..1 whose border is soft where the photo has no edge."""
        right, down = (each.astype(np.float32) for each in self._conductances)
        return feathered(mask, right, down)

    @cached_property
    def _conductances(self) -> list[F64]:
        """How easily a walk steps between neighbours, 0..1: in rows and in columns."""
        return [np.exp(-_RESISTANCE * cost) for cost in self._costs]

    def _unlike(self, row: int, column: int) -> F64:
        """How unlike the place each pixel is, in nats."""
        own = self.features[
            max(0, row - _OWN) : row + _OWN + 1, max(0, column - _OWN) : column + _OWN + 1
        ]
        apart = self.features - own.mean(axis=(0, 1))
        squares: F64 = np.einsum("hwc,hwc->hw", apart, apart).astype(np.float64)
        return squares * _UNLIKE

    @cached_property
    def _edges(self) -> list[tuple[F32, F32]]:
        """Steps of L* and of the features between neighbours, in rows and in columns."""
        found = []
        for axis in (1, 0):
            step = np.diff(self.features, axis=axis)
            apart = np.sqrt(np.einsum("hwc,hwc->hw", step, step))
            edge = np.abs(np.diff(self.L, axis=axis))
            found.append((edge.astype(np.float32), apart.astype(np.float32)))
        return found

    @cached_property
    def _costs(self) -> list[F64]:
        """Costs of the steps between neighbours, wherever they lead from."""
        # the same everywhere: of two ways through what is alike the shorter one
        return [
            (_EDGE_L * np.maximum(edge - _GRAIN_L, 0) + _EDGE_LIKENESS * apart + 1e-4).astype(
                np.float64
            )
            for edge, apart in self._edges
        ]

    @cached_property
    def _sharp(self) -> list[F32]:
        """How sharp an outline between neighbours is, 0..1."""
        return [
            1 - np.exp(-edge / _SHARP_L - apart / _SHARP_LIKENESS) for edge, apart in self._edges
        ]


def _planes(L: F32, features: F32 | None) -> tuple[F32, F32]:
    """`Likeness.L` and `Likeness.features`."""
    height, width = _within(_LARGEST, L.shape)
    blurred = cv2.GaussianBlur(L, (0, 0), _SMOOTHING, borderType=cv2.BORDER_REFLECT_101)
    small = resize_area(np.ascontiguousarray(cast("F32", blurred)), height, width)
    if features is None:
        return small, small[..., None] * np.float32(1 / _L_PER_FEATURE)
    # OpenCV resizes up to 512 channels at once
    channels = np.ascontiguousarray(np.moveaxis(_main_directions(features), 0, -1))
    larger = cv2.resize(channels, (width, height), interpolation=cv2.INTER_LINEAR)
    return small, cast("F32", larger).reshape(height, width, -1)


def _within(bounds: tuple[int, int], shape: tuple[int, ...]) -> tuple[int, int]:
    """A shape (h, w), made smaller until its short side and its pixels are within bounds."""
    short, most = bounds
    smaller = min(1.0, short / min(shape), math.sqrt(most / math.prod(shape)))
    height, width = (max(1, int(side * smaller)) for side in shape)
    return height, width


def _main_directions(features: F32) -> F32:
    """Features (C, h, w) in the directions in which they vary most: distances stay as they are."""
    channels, height, width = features.shape
    if channels <= _DIRECTIONS:
        return features
    table = features.reshape(channels, -1)
    centred = table - table.mean(axis=1, keepdims=True)
    _, directions = np.linalg.eigh(centred @ centred.T)  # ascending
    return cast("F32", directions[:, -_DIRECTIONS:].T @ centred).reshape(-1, height, width)


@dataclass(frozen=True, eq=False)
class Reach:
    """What can be reached from one place.

    Attributes:
        near: (h, w) distances by the shortest ways, 0 at the place.
        part: share of the photo that the smallest part of the thing there takes, by ``near``.
        distances: (h, w) by all ways, 0 at the place.
        thing: share of the photo that the thing takes, by ``distances``.
    """

    near: F64
    part: float
    distances: F64
    thing: float

    def mask(self, reach: float) -> F32:
        """(h, w) in 0..1.

        ``reach`` 0 is the smallest thing, `DEFAULT_REACH` the thing, 1 the whole photo; in between
        the area's logarithm grows evenly.
        """
        if reach >= 1:
            return np.ones(self.distances.shape, np.float32)
        thing = nearest(self.distances, self.thing)
        if reach > DEFAULT_REACH:
            share = _share(reach, [DEFAULT_REACH, 1], [self.thing, 1])
            beyond = np.where(thing > _HALF, 0, self.near)  # what is like it, not what is beside it
            return np.maximum(thing, nearest(beyond, share))
        part = min(self.part, max(self.thing / 2, SMALLEST))
        # both orders are not quite the same: the last pixels of the thing come at the end
        steps = [0, _MOST_OF_THING * DEFAULT_REACH, DEFAULT_REACH]
        near = nearest(self.near, _share(reach, steps, [part, max(self.thing, part), 1]))
        return np.minimum(near, thing)


def _share(reach: float, steps: list[float], shares: list[float]) -> float:
    """Between the shares of the photo that belong to some steps of the reach."""
    return float(np.exp(np.interp(reach, steps, np.log(shares))))


def nearest(distances: F64, share: float) -> F32:
    """(h, w) in 0..1: the nearest pixels, so many as take a share of the photo."""
    threshold = float(np.quantile(distances, share))
    if threshold <= 0:
        return (distances <= 0).astype(np.float32)
    inner, outer = _INNER * threshold, _OUTER * threshold
    return np.clip((outer - distances) / (outer - inner), 0, 1).astype(np.float32)
