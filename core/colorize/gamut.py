"""Gamut mapping to sRGB: colours lose chroma along their own hue; their lightness stays."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

import numpy as np
import numpy.typing as npt

from core.color import F32, lab_planes_to_linear
from core.colorize.strips import STRIP_PIXELS

#: Linear light this far outside 0..1 is still inside: a tenth of an 8-bit code at black.
_TOLERANCE: Final = 3e-5
#: Halvings of the chroma's interval: 2^-12 of a chroma of 130 is 0.03, far below one 8-bit code.
_HALVINGS: Final = 12
#: Pixels bisected together: with fewer, threads wait for Python's lock longer than numpy works.
_AT_ONCE: Final = STRIP_PIXELS


def _is_outside(linear: F32) -> npt.NDArray[np.bool_]:
    """Which pixels ``(...)`` of linear light ``(3, ...)`` sRGB cannot show."""
    low: F32 = linear.min(axis=0)
    high: F32 = linear.max(axis=0)
    return (low < -_TOLERANCE) | (high > 1 + _TOLERANCE)


@dataclass
class Misfits:
    """The pixels of several strips that sRGB cannot show: mapped together, as few are costly.

    Bisecting one pixel takes as long as bisecting a thousand. L* and the hue angle are kept; L*
    must be in 0..100: then the neutral colour always fits.
    """

    places: list[npt.NDArray[np.intp]] = field(default_factory=list)
    lab: list[F32] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.places)

    def gather(self, L: F32, ab: F32, linear: F32, *, first: int) -> None:
        """Take what is outside of a strip.

        ``first`` is the number of the strip's first pixel, ``linear`` ``(3, ...)`` what
        `core.color.lab_planes_to_linear` makes of L* ``(...)`` and a*, b* ``(2, ...)``.
        """
        places = np.flatnonzero(_is_outside(linear))
        if places.size:
            self.places.append(places + first)
            self.lab.append(np.stack([plane.take(places) for plane in (L, *ab)]))

    def mapped(self) -> tuple[npt.NDArray[np.intp], F32]:
        """The numbers ``(N)`` of all that were gathered, and their linear light ``(3, N)``."""
        return np.concatenate(self.places), _on_boundary(np.concatenate(self.lab, axis=1))


def _on_boundary(lab: F32) -> F32:
    """Linear light ``(3, N)`` of the most colourful fitting colour of each pixel's L* and hue."""
    linear = np.empty_like(lab)
    for start in range(0, lab.shape[1], _AT_ONCE):
        some = slice(start, start + _AT_ONCE)
        L, ab = lab[0, some], lab[1:, some]
        linear[:, some] = lab_planes_to_linear(L, ab * _largest_share(L, ab))
    return linear


def _largest_share(L: F32, ab: F32) -> F32:
    """The largest part (N) of each pixel's chroma (2, N) that fits, by bisection."""
    share, trial = np.zeros((2, L.size), np.float32)
    less, room = np.empty_like(ab), np.empty((3, 3, L.size), np.float32)
    for halving in range(1, _HALVINGS + 1):
        np.add(share, np.float32(0.5**halving), out=trial)
        np.multiply(ab, trial, out=less)
        outside = _is_outside(lab_planes_to_linear(L, less, room))
        np.copyto(trial, share, where=outside)
        share, trial = trial, share
    return share
