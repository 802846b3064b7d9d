"""A photo's codes and its lightness: L* read, and written back where it was repaired."""

from __future__ import annotations

import numpy as np

from core.color import F32, lab_to_rgb, quantize, rgb_to_lab
from core.photo.decode import Pixels
from core.photo.lightness import lightness as lightness_of_rows
from core.repair.fill import spread
from core.repair.find import Mask
from core.repair.tiles import tiles

#: Rows of L* that are worked out at a time: no large photo is copied as floating-point colours.
ROWS = 256


def lightness(pixels: Pixels) -> F32:
    """L* (H, W) in 0..100 of grey (H, W) or RGB (H, W, 3) codes."""
    L: F32 = np.empty(pixels.shape[:2], np.float32)
    for top in range(0, len(L), ROWS):
        rows = slice(top, top + ROWS)
        L[rows] = lightness_of_rows(pixels[rows])
    return L


def quantized_as(pixels: Pixels, rgb: F32) -> Pixels:
    """SRGB in 0..1 of any shape -> codes of the type of others."""
    return quantize(rgb, np.uint8) if pixels.dtype == np.uint8 else quantize(rgb, np.uint16)


def with_lightness(pixels: Pixels, L: F32, mask: Mask) -> Pixels:
    """The codes with another L* (H, W) inside the mask; all others are the same.

    A photo in colour, or toned, gets there the a*, b* of what lies around.
    """
    out = pixels.copy()
    for tile in tiles(*mask.shape):
        places = mask[tile.core]
        if not places.any():
            continue
        if pixels.ndim == 2:
            lab = np.zeros((int(places.sum()), 3), np.float32)
        else:
            seen = rgb_to_lab(pixels[tile.seen])
            lab = spread(seen, ~mask[tile.seen])[tile.inside][places]
        lab[:, 0] = L[tile.core][places]
        rgb = lab_to_rgb(lab)
        codes = quantized_as(pixels, rgb)
        out[tile.core][places] = codes[:, 1] if pixels.ndim == 2 else codes
    return out
