"""CIEDE2000, the colour difference that people see, on arrays of Lab."""

from __future__ import annotations

import math
from typing import Final, cast

import numpy as np

from core.color import F32

_TWENTY_FIVE_TO_7: Final = np.float32(25.0**7)


_TINY: Final = np.float32(1e-12)  # keeps a grey's 0 / 0 at 0


def delta_e_2000(lab: F32, other: F32) -> F32:
    """CIEDE2000 of two Lab arrays ``(..., 3)`` -> ``(...)``; kL = kC = kH = 1.

    Sharma, Wu and Dalal, The CIEDE2000 color-difference formula (2005), with the hue differences
    taken from dot and cross products: no angle is wrapped, and one arc tangent is enough.
    """
    L1, a1, b1 = np.moveaxis(np.asarray(lab, np.float32), -1, 0)
    L2, a2, b2 = np.moveaxis(np.asarray(other, np.float32), -1, 0)
    mean_c = 0.5 * (np.hypot(a1, b1) + np.hypot(a2, b2))
    stretch = 1.5 - 0.5 * np.sqrt(_to_7th_share(mean_c))  # eq. 4, 5: 1 + G
    a1, a2 = a1 * stretch, a2 * stretch
    c1, c2 = np.hypot(a1, b1), np.hypot(a2, b2)
    mean_c = 0.5 * (c1 + c2)
    weights = _hue_weights(*_mean_hue(a1, b1, c1, a2, b2, c2))
    s_c = 1 + 0.045 * mean_c
    lightness = (L2 - L1) / _lightness_weight(0.5 * (L1 + L2))
    chroma_term = (c2 - c1) / s_c
    hue_term = _hue_difference(a1, b1, a2, b2, c1 * c2) / (1 + 0.015 * mean_c * weights[0])
    rotation = -2 * np.sqrt(_to_7th_share(mean_c)) * weights[1]
    square = lightness**2 + chroma_term**2 + hue_term**2 + rotation * chroma_term * hue_term
    difference: F32 = np.sqrt(np.maximum(square, 0)).astype(np.float32, copy=False)
    return difference


def _to_7th_share(c: F32) -> F32:
    """c^7 / (c^7 + 25^7)."""
    square = c * c
    power = square * square * square * c
    share: F32 = power / (power + _TWENTY_FIVE_TO_7)
    return share


def _mean_hue(a1: F32, b1: F32, c1: F32, a2: F32, b2: F32, c2: F32) -> tuple[F32, F32]:
    """Direction (x, y) halfway along the shorter arc between two hues; a grey's hue has no say."""
    c1, c2 = np.maximum(c1, _TINY), np.maximum(c2, _TINY)
    return a1 / c1 + a2 / c2, b1 / c1 + b2 / c2


def _hue_weights(x: F32, y: F32) -> tuple[F32, F32]:
    """Eq. 15 and 16: T, and sin(2 dtheta), for the mean hue in direction (x, y)."""
    hue = np.arctan2(y, x)
    t = (
        1
        - 0.17 * np.cos(hue - np.float32(math.radians(30)))
        + 0.24 * np.cos(2 * hue)
        + 0.32 * np.cos(3 * hue + np.float32(math.radians(6)))
        - 0.20 * np.cos(4 * hue - np.float32(math.radians(63)))
    )
    from_blue = (np.degrees(hue) + 360) % 360 - 275
    angle = np.float32(math.radians(60)) * np.exp(-((from_blue / 25) ** 2))
    return t, np.sin(angle)


def _hue_difference(a1: F32, b1: F32, a2: F32, b2: F32, product: F32) -> F32:
    """Eq. 11, 2 sqrt(c1 c2) sin(dh / 2), by half-angle formulas that do not cancel."""
    dot, cross = a1 * a2 + b1 * b2, a1 * b2 - a2 * b1
    near = cross * np.sqrt(2 / np.maximum(product + dot, _TINY))
    far = np.copysign(np.sqrt(2 * np.maximum(product - dot, 0)), cross)
    return np.where(dot > 0, near, far)


def _lightness_weight(mean_l: F32) -> F32:
    """Eq. 15: S_L."""
    square = (mean_l - 50) ** 2
    return cast("F32", 1 + 0.015 * square / np.sqrt(20 + square))
