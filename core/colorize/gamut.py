"""Gamut mapping to sRGB: colours lose chroma along their own hue; their lightness stays."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

import numpy as np
import numpy.typing as npt

from core.color import F32, lab_planes_to_linear

#: Linear light this far outside 0..1 is still inside: a tenth of an 8-bit code at black.
_TOLERANCE: Final = 3e-5
#: Halvings of the chroma's interval: 2^-12 of a chroma of 130 is 0.03, far below one 8-bit code.
_HALVINGS: Final = 12
#: Pixels bisected together: their planes fit into a core's first cache.
_AT_ONCE: Final = 4096


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

    def gather(self, L: F32, a: F32, b: F32, linear: F32, *, first: int) -> None:
        """Take what is outside of a strip.

        ``first`` is the number of the strip's first pixel, ``linear`` ``(3, ...)`` what
        `core.color.lab_planes_to_linear` makes of the planes ``(...)`` of L*a*b*.
        """
        places = np.flatnonzero(_is_outside(linear))
        if places.size:
            self.places.append(places + first)
            self.lab.append(np.stack([plane.take(places) for plane in (L, a, b)]))

    def mapped(self) -> tuple[npt.NDArray[np.intp], F32]:
        """The numbers ``(N)`` of all that were gathered, and their linear light ``(3, N)``."""
        return np.concatenate(self.places), _on_boundary(*np.concatenate(self.lab, axis=1))


def _on_boundary(L: F32, a: F32, b: F32) -> F32:
    """Linear light ``(3, N)`` of the most colourful fitting colour of each pixel's L* and hue."""
    linear: F32 = np.empty((3, L.size), np.float32)
    for start in range(0, L.size, _AT_ONCE):
        some = slice(start, start + _AT_ONCE)
        share = _largest_share(L[some], a[some], b[some])
        linear[:, some] = lab_planes_to_linear(L[some], a[some] * share, b[some] * share)
    return linear


def _largest_share(L: F32, a: F32, b: F32) -> F32:
    """The largest part (N) of each pixel's chroma that fits, by bisection."""
    share, step = np.zeros_like(L), np.float32(0.5)
    trial, trial_a, trial_b = np.empty((3, *L.shape), np.float32)
    for _ in range(_HALVINGS):
        np.add(share, step, out=trial)
        np.multiply(a, trial, out=trial_a)
        np.multiply(b, trial, out=trial_b)
        fits = ~_is_outside(lab_planes_to_linear(L, trial_a, trial_b))
        np.copyto(share, trial, where=fits)
        step *= np.float32(0.5)
    return share
