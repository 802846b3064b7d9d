"""Straight scratches through the whole frame, too faint to be seen at any one place.

The transport of a camera or a laboratory leaves them, along the film or across it. They are found
along their length: what is a little lighter, or darker, than both sides everywhere in a straight
line from one edge to the other is a scratch; what is so in a part of it is the picture.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, cast

import cv2
import numpy as np

from core.color import F32
from core.repair.find import Mask

#: Bands that the frame is divided into, along a scratch; each says by itself what it sees.
_BANDS: Final = 48
#: Pixels of the shortest frame that is looked at: in fewer a band has too few rows.
_SHORTEST: Final = 512
#: How far a scratch may lean, as a share of its length.
_LEAN: Final = 0.01
#: What a blur of so many pixels across leaves is the picture.
_ACROSS: Final = 3.0
#: In noise of a band's mean: what one band may add at most, and what all must reach in the mean.
_MOST: Final = 3.0
_LEAST: Final = 1.3
#: Of the bands, how many must see it with the same sign.
_AGREE: Final = 0.96
#: Pixels to either side at which there is no scratch any more.
BESIDE: Final = 4
#: Of its contrast, how much both sides may differ: more is an edge of the picture.
_EDGE: Final = 0.6
#: Pixels of the widest that is taken for a scratch, and most of one direction.
_WIDEST: Final = 4
_COUNT: Final = 40


@dataclass(frozen=True)
class _Line:
    """A line from edge to edge: columns at the first and the last row, and its half width."""

    first: float
    last: float
    half: float


def straight_scratches(L: F32) -> Mask:
    """L* (H, W) in 0..100 -> where faint straight scratches cross the frame, either way."""
    mask = np.zeros(L.shape, np.bool_)
    for picture, marked in ((L, mask), (L.T, mask.T)):
        if min(picture.shape) >= _SHORTEST:
            for line in _upright(picture):
                _draw(marked, line)
    return mask


def _upright(L: F32) -> Iterator[_Line]:
    """Lines from the top to the bottom of (H, W)."""
    means, details = _bands(L)
    noise = 1.4826 * np.median(np.abs(details), axis=1, keepdims=True)  # of a normal distribution
    scores = cast("F32", np.clip(details / np.maximum(noise, 1e-3), -_MOST, _MOST))
    most = round(_LEAN * len(L))
    leans = np.arange(-most, most + 1, 2)  # a pixel beside it a scratch is still seen
    means_along, agreements = zip(*(_along(scores, int(lean)) for lean in leans), strict=True)
    strength, agree = np.abs(means_along), np.array(agreements)
    strength[agree < _AGREE] = 0.0
    strength[:, : 2 * BESIDE] = strength[:, -2 * BESIDE :] = 0.0
    for _ in range(_COUNT):
        at, column = np.unravel_index(int(strength.argmax()), strength.shape)
        if strength[at, column] < _LEAST:
            break
        lean = int(leans[at])
        near = slice(max(0, int(column) - 2 * BESIDE), int(column) + 2 * BESIDE + 1)
        strength[:, near] = 0.0
        half = half_width(_leaning(means, lean)[:, near], edge=_EDGE, widest=_WIDEST)
        if half is not None:
            yield _Line(column - lean / 2, column + lean / 2, half)


def _bands(L: F32) -> tuple[F32, F32]:
    """Means (B, W) of bands of rows, and what of them a blur across takes away."""
    edges = np.linspace(0, len(L), _BANDS + 1).astype(int)
    means = np.empty((_BANDS, L.shape[1]), np.float32)
    for at, (top, bottom) in enumerate(pairwise(edges)):
        means[at] = L[top:bottom].mean(axis=0)
    blurred = cv2.GaussianBlur(
        means, (0, 0), sigmaX=_ACROSS, sigmaY=1e-3, borderType=cv2.BORDER_REFLECT_101
    )
    return means, cast("F32", means - blurred)


def _leaning(values: F32, lean: int) -> F32:
    """(B, W) moved so that a line that leans by so many pixels in all stands upright."""
    bands, width = values.shape
    shift = np.rint(lean * ((np.arange(bands) + 0.5) / bands - 0.5)).astype(int)
    columns = np.clip(np.arange(width) + shift[:, None], 0, width - 1)
    return np.take_along_axis(values, columns, axis=1)


def _along(scores: F32, lean: int) -> tuple[F32, F32]:
    """Mean (W,) of the bands along a lean, and the share of them that have its sign."""
    moved = _leaning(scores, lean)
    mean = moved.mean(axis=0)
    return mean, ((moved > 0) == (mean > 0)).mean(axis=0)


def half_width(near: F32, *, edge: float, widest: int) -> float | None:
    """Half the width of the line in the middle of a strip; None where it is none.

    Args:
        near: (B, 4 `BESIDE` + 1) of bands across the line.
        edge: of its contrast, how much both sides may differ: more is an edge of the picture.
        widest: pixels that the line covers at most.
    """
    profile = np.median(near - near.mean(axis=1, keepdims=True), axis=0)
    middle = 2 * BESIDE
    left, right = profile[middle - BESIDE], profile[middle + BESIDE]
    contrast = profile[middle] - (left + right) / 2
    if abs(left - right) > edge * abs(contrast):
        return None
    above = (profile - (left + right) / 2) * np.sign(contrast) > abs(contrast) / 2
    width = int(above[middle - BESIDE : middle + BESIDE + 1].sum())
    return width / 2 + 1 if 1 <= width <= widest else None


def _draw(mask: Mask, line: _Line) -> None:
    """Mark the pixels of (H, W) that a line covers."""
    height, width = mask.shape
    middle = np.linspace(line.first, line.last, height)[:, None]
    span = int(np.ceil(line.half))
    columns = np.rint(middle).astype(int) + np.arange(-span, span + 1)
    near = (np.abs(columns - middle) <= line.half) & (columns >= 0) & (columns < width)
    rows = np.broadcast_to(np.arange(height)[:, None], columns.shape)
    mask[rows[near], columns[near]] = True
