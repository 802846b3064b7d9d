"""Dust and scratches in the infrared picture that a scanner took with a photo.

Dyes let infrared through, dust and scratches do not: they are dark in it, and the picture is not
seen. Silver film and Kodachrome show the picture in infrared too; there it is no map of damage.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, cast

import cv2
import numpy as np

from core.color import F32
from core.photo.decode import Pixels
from core.repair.find import Mask
from core.resize import resize_area

#: Correlation of the picture's detail in both from which on the film is said to show in infrared.
#: Dyes leave 0.1 to 0.3, silver more than 0.8.
SHOWS: Final = 0.5
#: Longest side in pixels of the reduced pictures that are compared.
_REDUCED: Final = 1024
#: What a blur of so many reduced pixels takes away is detail.
_DETAIL: Final = 4.0
#: What a blur of so many reduced pixels leaves is the light of the scanner, and the film's base.
_BASE: Final = 24.0
#: Damage takes at least so much of the infrared away, and so many times its noise.
_DARKER: Final = 0.08
_NOISE: Final = 6.0
#: Of the picture: more is no dust, but a frame, a table, or another kind of film.
_MOST: Final = 0.2
#: Rows that are compared at a time: no large picture is copied as floating-point numbers.
_ROWS: Final = 256


@dataclass(frozen=True, eq=False)
class InfraredDamage:
    """What an infrared picture says.

    Attributes:
        mask: (H, W); None where it shows the photo's own picture.
        correlation: of the picture's detail in infrared and in the photo, -1..1.
    """

    mask: Mask | None
    correlation: float


def infrared_damage(infrared: Pixels, L: F32) -> InfraredDamage:
    """Damage in the infrared codes (H, W) of a photo with L* (H, W) in 0..100."""
    scale = min(1.0, _REDUCED / max(L.shape))
    height, width = (max(1, round(side * scale)) for side in L.shape)
    seen = resize_area(infrared, height, width).astype(np.float32)
    base = np.maximum(_blurred(seen, _BASE), 1.0)
    ratio = cast("F32", seen / base)
    noise = 1.4826 * float(np.median(np.abs(ratio - np.median(ratio))))  # of a normal distribution
    threshold = float(np.median(ratio)) - max(_DARKER, _NOISE * noise)
    correlation = _correlation(ratio, resize_area(L, height, width), ratio >= threshold)
    if abs(correlation) >= SHOWS:
        return InfraredDamage(None, correlation)
    mask = _darker(infrared, base, threshold)
    # the lens does not bring infrared to the same place: a pixel more
    mask = cv2.dilate(mask.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
    return InfraredDamage(mask if mask.mean() <= _MOST else None, correlation)


def _darker(infrared: Pixels, base: F32, threshold: float) -> Mask:
    """Where the infrared codes (H, W) are below a share of their reduced base (h, w)."""
    mask = np.zeros(infrared.shape, np.bool_)
    height, width = infrared.shape
    wide = cv2.resize(base, (width, len(base)), interpolation=cv2.INTER_LINEAR)
    limit = cast("F32", wide * np.float32(threshold))
    rows = np.clip((np.arange(height) + 0.5) * len(base) / height - 0.5, 0, len(base) - 1)
    for top in range(0, height, _ROWS):
        part = rows[top : top + _ROWS]
        before = part.astype(int)
        after = np.minimum(before + 1, len(base) - 1)
        share = (part - before).astype(np.float32)[:, None]
        light = (1 - share) * limit[before] + share * limit[after]
        mask[top : top + _ROWS] = infrared[top : top + _ROWS] < light
    return mask


def _correlation(one: F32, other: F32, places: Mask) -> float:
    """Of the detail of two pictures (h, w), Pearson's, at some places; 0 where one has none."""
    first, second = ((part - _blurred(part, _DETAIL))[places] for part in (one, other))
    if places.sum() < 2 or min(float(first.std()), float(second.std())) < 1e-6:
        return 0.0
    return float(np.corrcoef(first, second)[0, 1])


def _blurred(image: F32, sigma: float) -> F32:
    blurred = cv2.GaussianBlur(image, (0, 0), sigma, borderType=cv2.BORDER_REFLECT_101)
    return cast("F32", blurred)
