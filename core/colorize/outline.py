"""Which of nested areas is a thing: the one with a sharp outline that stays where it is.

Pixels are ordered by a distance; the nearest ones, so many as take a share of the photo, are an
area. Its sharpness is the mean step across its border, for all shares at once. It is steady where
a larger distance hardly makes it grow, as a maximally stable extremal region (Matas et al., "Robust
wide-baseline stereo from maximally stable extremal regions", 2002).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

import numpy as np
import numpy.typing as npt

from core.color import F32

F64 = npt.NDArray[np.float64]
Number = TypeVar("Number", np.float64, np.float32, np.intp)

#: What may be a thing, as a share of the photo.
SMALLEST: Final = 0.002
_LARGEST: Final = 0.8
#: Shares that are tried: evenly over their logarithm, from 0.0001 on.
_SHARES: Final = 256
_DECADES: Final = 4
#: A part of the thing is one by itself where its outline is at least so sharp, of the thing's own,
#: and sharper than those of all areas up to a tenth of a decade smaller or larger.
_PART: Final = 0.7
_APART: Final = 6
#: What growth counts beside sharpness: the logarithm of how many per cent an area grows for each
#: per cent of the distance, measured over so many levels to both sides.
_GROWTH: Final = 0.1
_OVER: Final = 2


@dataclass(frozen=True)
class Outline:
    """Shares of the photo, 0..1: of the thing at a place, and of its smallest part there."""

    thing: float
    part: float


def outline_at(distances: F64, sharp: Sequence[F32]) -> Outline:
    """The outline of the thing at distance 0.

    Args:
        distances: (h, w).
        sharp: how sharp the step between neighbours is, 0..1: in rows (h, w - 1), in columns
            (h - 1, w).
    """
    mean = _sharpness(distances, sharp)
    area = 10 ** (_DECADES * (np.arange(_SHARES + 1) / _SHARES - 1))
    mean[(area < SMALLEST) | (area > _LARGEST)] = -1
    best = int(mean.argmax())
    thing = int((mean - _GROWTH * _growth(distances, area)).argmax())
    return Outline(_after(area, thing), _after(area, _smallest_part(mean, best)))


def _growth(distances: F64, area: F64) -> F64:
    """Logarithm of how fast each area grows with the distance."""
    nearest = np.sort(distances, axis=None)
    counts = np.minimum(area * nearest.size, nearest.size - 1).astype(np.intp)
    farther = np.log(nearest[counts] + 1e-6)
    steps = (np.pad(v, _OVER, mode="edge") for v in (np.log(area), farther))
    larger, farther = (v[2 * _OVER :] - v[: -2 * _OVER] for v in steps)
    growth: F64 = np.log(np.clip(larger / np.maximum(farther, 1e-3), 1e-2, 1e3))
    return growth


def _after(area: F64, level: int) -> float:
    return float(area[min(level + 1, _SHARES)])


def _smallest_part(mean: F64, best: int) -> int:
    """The first level that stands out among its neighbours; the thing's own where none does."""
    for level in range(best):
        near = mean[max(0, level - _APART) : level + _APART + 1]
        if mean[level] >= max(float(near.max()), _PART * mean[best]):
            return level
    return best


def _sharpness(distances: F64, sharp: Sequence[F32]) -> F64:
    """Mean step across the border of each area."""
    level = _levels(distances)
    total, length = np.zeros(_SHARES + 1), np.zeros(_SHARES + 1)
    for axis, steps in zip((1, 0), sharp, strict=True):
        one, other = first(level, axis).ravel(), second(level, axis).ravel()
        # the border runs between two neighbours from the nearer one's share on
        for ends, sign in ((np.minimum(one, other), 1), (np.maximum(one, other), -1)):
            total += sign * np.bincount(ends, steps.ravel(), _SHARES + 1)
            length += sign * np.bincount(ends, minlength=_SHARES + 1)
    return np.cumsum(total) / np.maximum(np.cumsum(length), 1)


def _levels(distances: F64) -> npt.NDArray[np.intp]:
    """The smallest area (h, w) that each pixel belongs to; what is equally far belongs to one."""
    order = np.argsort(distances, axis=None)
    nearest = distances.ravel()[order]
    last = np.append(np.flatnonzero(np.diff(nearest)), nearest.size - 1)
    share = (last + 1) / nearest.size
    level = np.clip((np.log10(share) / _DECADES + 1) * _SHARES, 0, _SHARES - 1).astype(np.intp)
    found = np.empty(nearest.size, np.intp)
    found[order] = np.repeat(level, np.diff(last, prepend=-1))
    return found.reshape(distances.shape)


def first(values: npt.NDArray[Number], axis: int) -> npt.NDArray[Number]:
    """Of each pair of neighbours along an axis the first."""
    return values[:, :-1] if axis else values[:-1]


def second(values: npt.NDArray[Number], axis: int) -> npt.NDArray[Number]:
    """Of each pair of neighbours along an axis the second."""
    return values[:, 1:] if axis else values[1:]
