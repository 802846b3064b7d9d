"""How far a colorized photograph is from the real one: pure functions of arrays.

Pictures are sRGB uint8 ``(H, W, 3)``; Lab is float32 ``(..., 3)`` from ``core.color``.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import combinations

import numpy as np
from skimage.metrics import structural_similarity

from core.color import F32, chroma
from training.data.cache import U8
from training.losses.ciede2000 import delta_e_2000


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


def ssim(rgb_u8: U8, truth_u8: U8) -> float:
    """Structural similarity, mean over channels, with the Gaussian window (sd 1.5) of its paper.

    Wang et al., Image quality assessment (2004). Sides must be 11 pixels or more.
    """
    return float(
        structural_similarity(
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
