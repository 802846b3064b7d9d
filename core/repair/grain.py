"""The film's grain, in places that were filled smoothly."""

from __future__ import annotations

from typing import Final, cast

import cv2
import numpy as np

from core.color import F32
from core.repair.find import Mask

#: Grain is what a blur of so many pixels takes away; what is larger is the picture.
_GRAIN_SIGMA: Final = 1.5
#: About a place, grain is measured over so many pixels.
GRAIN_REACH: Final = 12.0
#: How much of the grain that is missing is added: all of it would be as far from the photo as the
#: grain that was lost, and none of it is a smooth spot.
_GRAIN_SHARE: Final = 0.5
#: Of the local deviation, what is taken for an edge and not for grain.
_EDGE: Final = 3.0


def with_grain(filled: F32, mask: Mask, rng: np.random.Generator) -> F32:
    """The filled L* (h, w) with grain inside the mask: as coarse as around it, half as strong."""
    fine = filled - _blurred(filled, _GRAIN_SIGMA)
    around = ~_grown(mask)
    if not around.any():
        return filled
    strength = _deviation(fine, around)
    missing = _GRAIN_SHARE * np.sqrt(np.maximum(strength**2 - _deviation(fine, mask) ** 2, 0.0))
    noise = _grain(filled.shape, _coarseness(fine, around), rng)
    return np.where(mask, np.clip(filled + missing * noise, 0.0, 100.0), filled).astype(np.float32)


def _deviation(fine: F32, places: Mask) -> F32:
    """Standard deviation about each place, (h, w), of what is no edge."""
    typical = np.float32(1.4826 * np.median(np.abs(fine[places])))  # of a normal distribution
    counted = (places & (np.abs(fine) <= _EDGE * typical)).astype(np.float32)
    power = _blurred(counted * fine**2, GRAIN_REACH)
    return cast("F32", np.sqrt(power / np.maximum(_blurred(counted, GRAIN_REACH), 1e-3)))


def _coarseness(fine: F32, around: Mask) -> float:
    """Sigma in pixels of the blur that white noise needs to be alike from pixel to pixel."""
    both = around[:, 1:] & around[:, :-1]
    left, right = fine[:, :-1][both], fine[:, 1:][both]
    power = float((left**2).mean()) if left.size else 0.0
    alike = float((left * right).mean()) / power if power > 0 else 0.0
    # the high pass has taken some of it away: 0.4 is as much as grain of the largest sigma shows
    return float(np.interp(alike, (-0.2, 0.0, 0.2, 0.4), (0.0, 0.4, 0.7, 1.2)))


def _grain(shape: tuple[int, ...], sigma: float, rng: np.random.Generator) -> F32:
    """Noise (h, w) whose fine part, as `with_grain` measures it, has a deviation of one."""
    noise = rng.standard_normal(shape, dtype=np.float32)
    if sigma > 0:
        noise = _blurred(noise, sigma)
    fine = noise - _blurred(noise, _GRAIN_SIGMA)
    return cast("F32", noise / max(float(fine.std()), 1e-6))


def _grown(mask: Mask) -> Mask:
    """The mask and what is within two pixels of it."""
    return cv2.dilate(mask.astype(np.uint8), np.ones((5, 5), np.uint8)) > 0


def _blurred(image: F32, sigma: float) -> F32:
    blurred = cv2.GaussianBlur(image, (0, 0), sigma, borderType=cv2.BORDER_REFLECT_101)
    return cast("F32", blurred)
