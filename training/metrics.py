"""How far a colorized photograph is from the real one: pure functions of arrays.

Pictures are sRGB uint8 ``(H, W, 3)``; Lab is float32 ``(..., 3)`` from ``core.color``.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import combinations
from typing import Final, cast

import numpy as np
from skimage.metrics import structural_similarity

from core.color import F32, chroma
from training.cache import U8

_TWENTY_FIVE_TO_7: Final = np.float32(25.0**7)
_TINY: Final = np.float32(1e-12)  # keeps a grey's 0 / 0 at 0


def psnr(rgb_u8: U8, truth_u8: U8) -> float:
    """Peak signal-to-noise ratio in dB over all three channels.

    Equal pictures count as if one code were off by one, so that means stay finite.
    """
    difference = np.subtract(rgb_u8, truth_u8, dtype=np.float32)
    squares = max(float(np.square(difference).sum(dtype=np.float64)), 1.0)
    return 10 * math.log10(255.0**2 * difference.size / squares)


def colourfulness(rgb_u8: U8) -> float:
    """M3 of Hasler and Suesstrunk, Measuring colourfulness in natural images (2003), eq. 13-15.

    M3 = sqrt(sd_rg^2 + sd_yb^2) + 0.3 sqrt(mean_rg^2 + mean_yb^2) on codes 0..255, where
    rg = R - G and yb = (R + G) / 2 - B keep their sign: with the absolute values that are often
    taken instead, red beside green would count as no spread at all.
    """
    red, green, blue = np.moveaxis(rgb_u8.astype(np.float32), -1, 0)
    opponent = np.stack((red - green, 0.5 * (red + green) - blue)).reshape(2, -1)
    spread = np.hypot(*opponent.std(axis=1, dtype=np.float64))
    return float(spread + 0.3 * np.hypot(*opponent.mean(axis=1, dtype=np.float64)))


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


def ssim(rgb_u8: U8, truth_u8: U8) -> float:
    """Structural similarity, mean over channels, with the Gaussian window (sd 1.5) of its paper.

    Wang et al., Image quality assessment (2004). Sides must be 11 pixels or more.
    """
    return float(
        structural_similarity(  # type: ignore[no-untyped-call]
            rgb_u8,
            truth_u8,
            channel_axis=2,
            gaussian_weights=True,
            sigma=1.5,
            use_sample_covariance=False,
        )
    )


def chroma_where_neutral(lab: F32, truth: F32, limit: float = 3.0) -> tuple[float, int]:
    """Sum of C* of the pixels whose true C* is below ``limit``, and their number."""
    neutral = chroma(truth[..., 1:]) < limit
    return float(chroma(lab[neutral][..., 1:]).sum(dtype=np.float64)), int(neutral.sum())


def mean_pairwise_delta_e(labs: Sequence[F32]) -> float:
    """Mean CIEDE2000 over all pixels and all pairs of several versions of one picture."""
    return float(np.mean([delta_e_2000(a, b).mean() for a, b in combinations(labs, 2)]))
