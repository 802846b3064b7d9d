"""Brush strokes: areas that are painted, kept grey, left as they were, or erased again.

A stroke is a line with a width, in shares of the upright, uncropped photo, so that it means the
same at every size. It is a hint for the network (`stroke_raster`) and a mask for the result
(`coverage`).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Final

import numpy as np
import numpy.typing as npt

from core.color import F32
from core.colorize.hints import checked_ab
from core.errors import HintError

F64 = npt.NDArray[np.float64]

#: Share of the brush's radius over which its edge fades.
_FADE: Final = 0.25
#: Between the nodes at which distances are worked out, as a share of the radius.
_NODES: Final = 0.1
#: A hint for the network is kept this share of the radius away from the stroke's edge.
_CORE: Final = 0.8


class StrokeKind(StrEnum):
    """What becomes of the area under a stroke."""

    COLOR = "color"
    #: no colour at all
    GREY = "grey"
    #: the automatic colours, whatever points and strokes reach here
    ORIGINAL = "original"
    #: no stroke here: earlier ones end at this one
    ERASE = "erase"


@dataclass(frozen=True)
class Stroke:
    """One stroke of the brush.

    Args:
        places: x, y of the line's corners, 0..1 across and down the photo; one is a dot.
        radius: half the width, as a share of the photo's short side, 0..1.
        ab: a*, b* of the colour, for `StrokeKind.COLOR` alone.

    Raises:
        HintError: any of them is out of its range.
    """

    places: tuple[tuple[float, float], ...]
    radius: float
    kind: StrokeKind = StrokeKind.COLOR
    ab: tuple[float, float] = (0.0, 0.0)

    def __post_init__(self) -> None:
        flat = [value for place in self.places for value in place]
        if not flat or not all(math.isfinite(value) and -1 <= value <= 2 for value in flat):
            raise HintError("a stroke of the brush lies outside the photo.")
        if not 0 < self.radius <= 1:
            raise HintError(f"the brush's radius {self.radius:g} is not a share from 0 to 1.")
        checked_ab(self.ab)


def coverage(stroke: Stroke, rows: F64, columns: F64, shape: tuple[int, int]) -> F32 | None:
    """How much of each pixel a stroke covers: (R, N) in 0..1; None where it is not there at all.

    The distance from the line is worked out at nodes a part of the radius apart, and interpolated:
    what it costs does not grow with the photo.

    Args:
        stroke: a line with a width.
        rows: centres of the R rows, 0..1 of the photo's height, evenly spaced.
        columns: centres of the N columns, 0..1 of its width, evenly spaced.
        shape: height and width of the photo, of which a share of a side is so much longer.
    """
    short = min(shape)
    y, x = rows * shape[0] / short, columns * shape[1] / short
    corners = np.array(stroke.places) * np.array([shape[1] / short, shape[0] / short])
    step = stroke.radius * _NODES
    down, across = _Nodes.of(y, step), _Nodes.of(x, step)
    nearest = _distances(corners, across.places, down.places, stroke.radius + 2 * step)
    if nearest is None:
        return None
    distances = across.between(down.between(nearest, axis=0), axis=1)
    covered: F32 = (stroke.radius - distances) / np.float32(stroke.radius * _FADE)
    return np.clip(covered, 0, 1)


@dataclass(frozen=True, eq=False)
class _Nodes:
    """Places along an axis between which values are interpolated.

    They are multiples of one step, so that they are the same in every part of a photo.

    Attributes:
        places: of the nodes.
        index: of each pixel's node before it.
        share: how far a pixel is on the way to the next one, 0..1.
    """

    places: F64
    index: npt.NDArray[np.intp]
    share: F32

    @classmethod
    def of(cls, pixels: F64, step: float) -> _Nodes:
        """For pixels along an axis; where they are no closer than nodes, each has its own."""
        if len(pixels) < 2 or pixels[1] - pixels[0] >= step:
            places = np.append(pixels, pixels[-1] + step)
            return cls(places, np.arange(len(pixels)), np.zeros(len(pixels), np.float32))
        whole = np.floor(pixels / step).astype(np.intp)
        places = np.arange(whole[0], whole[-1] + 2) * step
        share = (pixels / step - whole).astype(np.float32)
        return cls(places, whole - whole[0], share)

    def between(self, values: F32, axis: int) -> F32:
        """Values at the nodes along an axis -> at the pixels."""
        here, there = (np.take(values, self.index + ahead, axis=axis) for ahead in (0, 1))
        share = self.share[:, None] if axis == 0 else self.share
        return here + share * (there - here)


def _distances(corners: F64, x: F64, y: F64, far: float) -> F32 | None:
    """From a line (R, N), no more than ``far``; None where all of them are."""
    nearest: F64 | None = None
    for one, other in pairwise(corners if len(corners) > 1 else np.repeat(corners, 2, axis=0)):
        window = _window(x, y, one, other, far)
        if window is None:
            continue
        if nearest is None:
            nearest = np.full((len(y), len(x)), far * far)
        part = nearest[window]
        np.minimum(part, _squares(x[window[1]], y[window[0]], one, other), out=part)
    return None if nearest is None else np.sqrt(nearest).astype(np.float32)


def _window(x: F64, y: F64, one: F64, other: F64, far: float) -> tuple[slice, slice] | None:
    """Rows and columns that a segment can reach; None where there are none."""
    slices = []
    for axis, centres in ((1, y), (0, x)):
        low, high = sorted((one[axis], other[axis]))
        first, last = np.searchsorted(centres, (low - far, high + far))
        if first == last:
            return None
        slices.append(slice(int(first), int(last)))
    return slices[0], slices[1]


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
        covered = coverage(stroke, rows, columns, (height, width))
        if covered is None:
            continue
        told = stroke.kind in {StrokeKind.COLOR, StrokeKind.GREY}
        ab = stroke.ab if stroke.kind is StrokeKind.COLOR else (0.0, 0.0)
        core = covered >= (_CORE if told else 0.5)
        raster[0][:, core] = np.array([[*ab, 1.0]], np.float32).T if told else 0.0
