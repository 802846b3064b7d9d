"""Gamut mapping to sRGB: colours lose chroma along their own hue; their lightness stays."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from core.color import F32, lab_planes_to_linear

#: Linear light this far outside 0..1 is still inside: a tenth of an 8-bit code at black.
_TOLERANCE: Final = 3e-5
#: Halvings of the chroma's interval: 2^-12 of a chroma of 130 is 0.03, far below one 8-bit code.
_HALVINGS: Final = 12


def linear_in_gamut(L: F32, a: F32, b: F32) -> F32:
    """Planes ``(...)`` of L*a*b* -> linear light ``(3, ...)``, chroma reduced to fit 0..1.

    L* and the hue angle are kept. The largest chroma that fits is found by bisection, only for
    the pixels that do not fit. L* must be in 0..100: then the neutral colour always fits.
    """
    linear = lab_planes_to_linear(L, a, b)
    outside = _is_outside(linear)
    if outside.any():
        linear[:, outside] = _on_boundary(L[outside], a[outside], b[outside])
    return linear


def _is_outside(linear: F32) -> npt.NDArray[np.bool_]:
    low: F32 = linear.min(axis=0)
    high: F32 = linear.max(axis=0)
    return (low < -_TOLERANCE) | (high > 1 + _TOLERANCE)


def _on_boundary(L: F32, a: F32, b: F32) -> F32:
    """Linear light ``(3, N)`` of the most colourful fitting colour of each pixel's L* and hue."""
    share = np.zeros_like(L)
    step = np.float32(0.5)
    for _ in range(_HALVINGS):
        trial = share + step
        fits = ~_is_outside(lab_planes_to_linear(L, a * trial, b * trial))
        share = np.where(fits, trial, share)
        step *= np.float32(0.5)
    return lab_planes_to_linear(L, a * share, b * share)
