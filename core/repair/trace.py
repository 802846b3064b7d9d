"""A faint straight scratch, followed from edge to edge from one place that a person pointed at.

Who points at a scratch says that there is one, and about where: it may be much fainter than the
search without a hint dares to take for one (`core.repair.straight`), and need not be seen in all
of the bands.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, cast

import cv2
import numpy as np
import numpy.typing as npt

from core.color import F32
from core.repair.edits import MarkKind, RepairMark
from core.repair.straight import BESIDE, half_width

#: Bands that the frame is divided into along a scratch: each says by itself what it sees.
_BANDS: Final = 32
#: How far a scratch may lean, as a share of its length.
_LEAN: Final = 0.025
#: How far beside a scratch one may point, as a share of the side that it does not run along.
_BESIDE: Final = 0.006
#: Pixels across that are taken together, and the short side from which on: in a larger photo a
#: scratch may be wider.
_WIDTHS: Final = {1: 256, 2: 2000, 4: 4000}
#: What a blur of so many of them across leaves is the picture.
_ACROSS: Final = 2.0
#: What a line loses, in noise of a band's mean, that leans as far or lies as far off as it may.
_ASIDE: Final = 0.1
#: What all bands must reach in the mean, each no more than logarithmically: chosen so that of
#: places of photographs with no scratch one in twenty is taken for one (docs/repair.md).
_LEAST: Final = 0.8
#: How far a scratch may weave beside its straight line, and what a step aside costs in noise, of
#: which a band can show so much.
_WEAVE: Final = 2
_STEP: Final = 4.0
_MOST: Final = 8.0
#: Corners of the line that is given back: one for so many bands.
_BANDS_A_CORNER: Final = 4
#: Of its contrast, how much both sides of a scratch may differ: more is an edge of the picture.
_EDGE: Final = 1.5
#: Places across that the widest scratch covers.
_WIDEST: Final = 6

I64 = npt.NDArray[np.int64]
F64 = npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class _Seen:
    """What the bands show near a place.

    Attributes:
        means: (B, W) of L*, of so many pixels across each.
        detail: how far each stands out from beside it, in noise of its band.
        trust: (B,) of the bands, together 1: in a flat one a scratch is seen best.
        left: the first column, in pixels of the picture.
        width: pixels of a column.
    """

    means: F32
    detail: F32
    trust: F32
    left: int
    width: int


@dataclass(frozen=True, eq=False)
class _Track:
    """A scratch along the rows of a picture: pixels across, at as many heights, evenly apart."""

    across: F64
    radius: float
    strength: float


def trace_scratch(L: F32, place: tuple[float, float]) -> RepairMark | None:
    """The straight scratch through the whole frame that is near a place; None where there is none.

    Args:
        L: L* (H, W) in 0..100.
        place: x and y, shares of the photo's width and height.

    Returns:
        What the repair brush would have drawn over it: to be added to `RepairEdit.marks`.
    """
    height, width = L.shape
    x, y = place[0] * width - 0.5, place[1] * height - 0.5
    upright = [(track, False) for track in _tracks(L, x, y)]
    lying = [(track, True) for track in _tracks(L.T, y, x)]
    if not upright + lying:
        return None
    best, turned = max(upright + lying, key=lambda found: found[0].strength)
    return _as_mark(best, L.shape, turned=turned)


def _tracks(L: F32, column: float, row: float) -> Iterator[_Track]:
    """Scratches from the top to the bottom of (H, W) near a pixel, one a width at most."""
    for width, least in _WIDTHS.items():
        if min(L.shape) >= least:
            track = _straightest(_seen(L, column, width), L.shape, column, row)
            if track is not None:
                yield track


def _seen(L: F32, column: float, width: int) -> _Seen:
    """Bands of what can be reached from a column, in means of so many columns."""
    reach = round((_LEAN * L.shape[0] + _BESIDE * L.shape[1]) + 8 * BESIDE * width)
    left = max(0, round(column) - reach)
    near = L[:, left : round(column) + reach + 1]
    near = near[:, : near.shape[1] // width * width]
    edges = np.linspace(0, len(L), _BANDS + 1).astype(int)
    means = np.stack([near[top:bottom].mean(axis=0) for top, bottom in pairwise(edges)])
    means = means.reshape(_BANDS, -1, width).mean(axis=2).astype(np.float32)
    blurred = cv2.GaussianBlur(means, (0, 0), sigmaX=_ACROSS, sigmaY=1e-3)
    detail = means - blurred
    noise = 1.4826 * np.median(np.abs(detail), axis=1, keepdims=True)  # of a normal distribution
    noise = np.maximum(noise, 1e-3)
    trust = 1 / noise[:, 0]
    return _Seen(means, cast("F32", detail / noise), trust / trust.sum(), left, width)


def _straightest(seen: _Seen, shape: tuple[int, ...], column: float, row: float) -> _Track | None:
    """The straight line near a pixel that the bands see best, and how it weaves."""
    lines, handicaps = _lines(seen, shape, column, row)
    # beside a strong scratch lies a fainter line of the other sign
    signed = [sign * seen.detail for sign in (np.float32(1), np.float32(-1))]
    paths = [_path(seen, detail, lines, handicaps) for detail in signed]
    both = zip(signed, paths, strict=True)
    detail, path = max(both, key=lambda one: float((_at(*one) * seen.trust).sum()))
    strength = float((np.arcsinh(_at(detail, path)) * seen.trust).sum())
    half = _half_width(seen.means, path) if strength > _LEAST else None
    if half is None:
        return None
    across = seen.left + (_middles(detail, path) + 0.5) * seen.width - 0.5
    return _Track(across, half * seen.width, strength)


def _lines(seen: _Seen, shape: tuple[int, ...], column: float, row: float) -> tuple[I64, F64]:
    """Columns (S, T, B) of lines at S places beside a pixel and T leans, and what they lose."""
    place, most = (column - seen.left + 0.5) / seen.width - 0.5, _LEAN * shape[0] / seen.width
    along = (np.arange(_BANDS) + 0.5) / _BANDS - row / shape[0]
    leans = np.linspace(-most, most, 2 * int(np.ceil(most)) + 1)
    reach = int(np.ceil(max(_BESIDE * shape[1], 3.0) / seen.width))
    beside = np.arange(-reach, reach + 1)
    lines = place + beside[:, None, None] + leans[:, None] * along
    columns = np.clip(np.rint(lines), 0, seen.detail.shape[1] - 1).astype(np.int64)
    return columns, _ASIDE * (np.abs(leans) / most + np.abs(beside[:, None]) / reach)


def _at(values: F32, columns: I64) -> F32:
    """What each band of (B, W) has at its column of (..., B)."""
    return values[np.arange(_BANDS), columns]


def _path(seen: _Seen, detail: F32, lines: I64, handicaps: F64) -> I64:
    """The columns (B,) of the best of all lines, followed as it weaves."""
    strength = (_at(np.arcsinh(detail), lines) * seen.trust).sum(axis=2) - handicaps
    best = np.unravel_index(int(strength.argmax()), strength.shape)
    return _woven(np.clip(detail, -_MOST, _MOST), lines[best])


def _woven(scores: F32, columns: I64) -> I64:
    """The columns (B,) of the best path a few pixels beside a line, by dynamic programming."""
    aside = np.arange(-_WEAVE, _WEAVE + 1)
    places = np.clip(columns[:, None] + aside, 0, scores.shape[1] - 1)
    gains = np.take_along_axis(scores, places, axis=1)
    steps = _STEP * np.abs(aside[:, None] - aside)
    total, came = gains[0], []
    for gain in gains[1:]:
        ways = total[None, :] - steps
        came.append(ways.argmax(axis=1))
        total = gain + ways.max(axis=1)
    at = [int(total.argmax())]
    for back in reversed(came):
        at.append(int(back[at[-1]]))
    return cast("I64", places[np.arange(len(columns)), at[::-1]])


def _middles(detail: F32, path: I64) -> F64:
    """Where a scratch lies in parts of a column, in the mean of a few bands each."""
    aside = np.arange(-_WEAVE, _WEAVE + 1)
    columns = np.clip(path[:, None] + aside, 0, detail.shape[1] - 1)
    near = np.take_along_axis(detail, columns, axis=1)
    near = np.maximum(near.reshape(-1, _BANDS_A_CORNER, len(aside)).mean(axis=1), 0)
    moved = near @ aside / np.maximum(near.sum(axis=1), 1e-6)
    middles: F64 = path.reshape(-1, _BANDS_A_CORNER).mean(axis=1) + moved
    return middles


def _half_width(means: F32, path: I64) -> float | None:
    """Half the columns that a scratch is wide; None where it is an edge of the picture."""
    offsets = np.arange(-2 * BESIDE, 2 * BESIDE + 1)
    columns = np.clip(path[:, None] + offsets, 0, means.shape[1] - 1)
    near = cast("F32", np.take_along_axis(means, columns, axis=1))
    return half_width(near, edge=_EDGE, widest=_WIDEST)


def _as_mark(track: _Track, shape: tuple[int, ...], *, turned: bool) -> RepairMark:
    """A track as a stroke of the repair brush, with a corner for every few bands."""
    means = track.across
    breadth = shape[0] if turned else shape[1]
    along = (np.arange(len(means)) + 0.5) / len(means)
    # both ends go on as the corners beside them do, to the edges of the photo
    first, last = (
        means[one] + (means[one] - means[other]) / 2 for one, other in ((0, 1), (-1, -2))
    )
    across = (np.array([first, *means, last]) + 0.5) / breadth
    along = np.array([0.0, *along, 1.0])
    places = zip(along, across, strict=True) if turned else zip(across, along, strict=True)
    corners = tuple((float(x), float(y)) for x, y in places)
    return RepairMark(corners, track.radius / min(shape), MarkKind.MORE)
