"""How much of each pixel a brush stroke covers, and the hints it is for the network.

The distance from the line is worked out at nodes a part of the brush's radius apart, and
interpolated: what it costs does not grow with the photo, and memory neither.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from core.color import F32
from core.colorize.strokes import Stroke, StrokeKind

F64 = npt.NDArray[np.float64]

#: Share of the brush's radius over which its edge fades.
_FADE: Final = 0.25
#: Between the nodes at which distances are worked out, as a share of the radius.
_NODES: Final = 0.1
#: Nodes (2 MB) that are kept for a whole picture; where a fine brush needs more, they are worked
#: out for each strip.
_KEPT: Final = 500_000
#: A hint for the network is kept this share of the radius away from the stroke's edge.
_CORE: Final = 0.8


class Cover(NamedTuple):
    """``values`` (R, M) in 0..1 at some ``columns`` of a picture; elsewhere there is nothing."""

    columns: slice
    values: F32


@dataclass(frozen=True, eq=False)
class StrokeCover:
    """A stroke at the pixels of a picture.

    Attributes:
        corners: of the line, in short sides of the photo.
        radius: half its width, likewise.
        rows: of the picture that it can reach, and ``columns``.
        y: centres of all rows, in short sides; ``x``: of the columns it can reach.
        kept: distances at the nodes of the whole picture, where they are not too many.
    """

    corners: F64
    radius: float
    rows: slice
    columns: slice
    y: F64
    x: F64
    kept: F32 | None

    @classmethod
    def of(cls, stroke: Stroke, rows: F64, columns: F64, shape: tuple[int, int]) -> StrokeCover:
        """Of a picture.

        Args:
            stroke: a line with a width.
            rows: centres of the rows, 0..1 of the photo's height, evenly spaced.
            columns: centres of the columns, 0..1 of its width, evenly spaced.
            shape: height and width of the photo, of which a share of a side is so much longer.
        """
        short = min(shape)
        corners = np.array(stroke.places) * np.array([shape[1] / short, shape[0] / short])
        y, x = rows * (shape[0] / short), columns * (shape[1] / short)
        down, across = (
            _reached(places, corners[:, axis], stroke.radius) for places, axis in ((y, 1), (x, 0))
        )
        bare = cls(corners, stroke.radius, down, across, y, x[across], None)
        nodes = bare.nodes(down)
        if nodes is None or len(nodes[0].places) * len(nodes[1].places) > _KEPT:
            return bare
        kept = bare.distances(*nodes)
        return cls(corners, stroke.radius, down, across, y, x[across], kept)

    def at(self, strip: slice) -> Cover | None:
        """Of some rows of the picture; None where it does not reach them."""
        start, stop, _ = strip.indices(len(self.y))
        reached = slice(max(start, self.rows.start), min(stop, self.rows.stop))
        if reached.start >= reached.stop or (nodes := self.nodes(reached)) is None:
            return None
        down, across = nodes
        nearest = self._kept_at(down) if self.kept is not None else self.distances(down, across)
        distances = across.between(down.between(nearest, axis=0), axis=1)
        inside = (np.float32(self.radius) - distances) / np.float32(self.radius * _FADE)
        values = np.zeros((stop - start, len(self.x)), np.float32)
        np.clip(inside, 0, 1, out=values[reached.start - start : reached.stop - start])
        return Cover(self.columns, values)

    def nodes(self, rows: slice) -> tuple[_Nodes, _Nodes] | None:
        """Down and across, for some rows."""
        y = self.y[rows]
        if not len(y) or not len(self.x):
            return None
        step = self.radius * _NODES
        return _Nodes.of(y, step), _Nodes.of(self.x, step)

    def distances(self, down: _Nodes, across: _Nodes) -> F32:
        """From the line at nodes (R, N); beyond what interpolation needs all are as far."""
        x, y, far = across.places, down.places, self.radius * (1 + 2 * _NODES)
        nearest = np.full((len(y), len(x)), far * far)
        for one, other in self._segments(y[0] - far, y[-1] + far):
            ends = np.stack((one, other))
            rows, columns = _reached(y, ends[:, 1], far), _reached(x, ends[:, 0], far)
            part = nearest[rows, columns]
            np.minimum(part, _squares(x[columns], y[rows], one, other), out=part)
        distances: F32 = np.sqrt(nearest).astype(np.float32)
        return distances

    def _segments(self, top: float, bottom: float) -> list[tuple[F64, F64]]:
        """Those that come between two heights."""
        corners = self.corners if len(self.corners) > 1 else np.repeat(self.corners, 2, axis=0)
        low = np.minimum(corners[:-1, 1], corners[1:, 1])
        high = np.maximum(corners[:-1, 1], corners[1:, 1])
        near = np.flatnonzero((high >= top) & (low <= bottom))
        return [(corners[index], corners[index + 1]) for index in near]

    def _kept_at(self, down: _Nodes) -> F32:
        """The kept distances at the nodes of a strip: 0 is the picture's first reached row's."""
        assert self.kept is not None  # noqa: S101
        first = _Nodes.of(self.y[self.rows], self.radius * _NODES).first
        start = down.first - first
        kept: F32 = self.kept[start : start + len(down.places)]
        return kept


@dataclass(frozen=True, eq=False)
class _Nodes:
    """Places along an axis between which values are interpolated.

    They are multiples of one step, so that they are the same in every part of a photo.

    Attributes:
        places: of the nodes.
        first: number of the first of them.
        index: of each pixel's node before it.
        share: how far a pixel is on the way to the next one, 0..1.
    """

    places: F64
    first: int
    index: npt.NDArray[np.intp]
    share: F32

    @classmethod
    def of(cls, pixels: F64, step: float) -> _Nodes:
        """For pixels along an axis."""
        whole = np.floor(pixels / step).astype(np.intp)
        first = int(whole[0])
        places = np.arange(first, whole[-1] + 2) * step
        return cls(places, first, whole - first, (pixels / step - whole).astype(np.float32))

    def between(self, values: F32, axis: int) -> F32:
        """Values at the nodes along an axis -> at the pixels."""
        here, there = (np.take(values, self.index + ahead, axis=axis) for ahead in (0, 1))
        share = self.share[:, None] if axis == 0 else self.share
        there -= here
        there *= share
        there += here
        return there


def _reached(places: F64, corners: F64, far: float) -> slice:
    """Of ascending places those no farther than so much from what lies between corners."""
    first, last = np.searchsorted(places, (corners.min() - far, corners.max() + far))
    return slice(int(first), int(last))


def _squares(x: F64, y: F64, one: F64, other: F64) -> F64:
    """Squared distances (R, N) from a segment."""
    along = other - one
    length = float(along @ along)
    dx, dy = x[None, :] - one[0], y[:, None] - one[1]
    share = np.clip((dx * along[0] + dy * along[1]) / length, 0, 1) if length else 0.0
    squares: F64 = np.square(dx - share * along[0]) + np.square(dy - share * along[1])
    return squares


def stroke_raster(strokes: Sequence[Stroke], raster: F32) -> None:
    """Paint strokes into a raster of hints (1, 3, H, W), as the network reads it."""
    height, width = raster.shape[2:]
    rows, columns = ((np.arange(side) + 0.5) / side for side in (height, width))
    for stroke in strokes:
        cover = StrokeCover.of(stroke, rows, columns, (height, width)).at(slice(None))
        if cover is None:
            continue
        covered = np.zeros((height, width), np.float32)
        covered[:, cover.columns] = cover.values
        told = stroke.kind in {StrokeKind.COLOR, StrokeKind.GREY}
        ab = stroke.ab if stroke.kind is StrokeKind.COLOR else (0.0, 0.0)
        core = covered >= (_CORE if told else 0.5)
        raster[0][:, core] = np.array([[*ab, 1.0]], np.float32).T if told else 0.0
