"""Faded tones spread again: a monotone curve of L*, gentle, found from a photo's histogram."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from core.color import F32, lab_to_rgb, rgb_to_lab
from core.photo.decode import Pixels
from core.repair.pixels import ROWS, lightness, quantized_as

#: Of the pixels, how many may be darker than black, and how many lighter than white: dust and
#: reflections are no tones of the photo. As ImageMagick's ``-normalize`` and others, but less.
_BEYOND: Final = 0.005
#: L* of black and white of a print that has not faded; what lies beyond is not moved.
_BLACK: Final = 6.0
_WHITE: Final = 94.0
#: How far black and white are moved on the way there: a foggy morning is no faded print.
_SHARE: Final = 0.75
#: The steepest the curve may be: steeper, and grain and JPEG blocks are what one sees.
_STEEPEST: Final = 1.8
#: Black and white together must move by so much L* for it to be worth anything.
_LEAST: Final = 3.0
#: Width in L* over which the curve bends.
_BEND: Final = 6.0
_STEPS: Final = 1000


@dataclass(frozen=True)
class Levels:
    """Where black and white of a photo lie, in L*, and where they are moved to."""

    black: float
    white: float
    to_black: float
    to_white: float

    def __str__(self) -> str:
        before, after = (self.black, self.white), (self.to_black, self.to_white)
        words = (f"{low:.0f} to {high:.0f}" for low, high in (before, after))
        return f"tones spread from L* {' to L* '.join(words)}"

    def curve(self, L: F32) -> F32:
        """L* in 0..100 of any shape -> L*, in the same order; 0 and 100 stay."""
        x = np.linspace(0, 100, _STEPS + 1)
        y = np.interp(x, (0, self.black, self.white, 100), (0, self.to_black, self.to_white, 100))
        half = round(_BEND / 200 * _STEPS)
        # turned about its ends, so that they stay where they are
        longer = np.concatenate((-y[half:0:-1], y, 200 - y[-2 : -half - 2 : -1]))
        smooth = np.convolve(longer, np.full(2 * half + 1, 1 / (2 * half + 1)), "valid")
        return np.interp(L, x, smooth).astype(np.float32)


def levels_of(L: F32) -> Levels | None:
    """Of a photo's L* (H, W) in 0..100; None where its tones are as they should be."""
    counts, edges = np.histogram(L, _STEPS, (0, 100))
    below = np.cumsum(counts) / L.size
    black, white = (float(edges[np.searchsorted(below, share)]) for share in (_BEYOND, 1 - _BEYOND))
    down, up = _SHARE * max(black - _BLACK, 0.0), _SHARE * max(_WHITE - white, 0.0)
    room = (_STEEPEST - 1) * (white - black)
    if down + up > room:
        down, up = down * room / (down + up), up * room / (down + up)
    if down + up < _LEAST:
        return None
    return Levels(black, white, black - down, white + up)


def with_levels(pixels: Pixels, levels: Levels) -> Pixels:
    """Grey (H, W) or RGB (H, W, 3) codes with their L* moved; hue and chroma stay."""
    grey = pixels if pixels.ndim == 2 else pixels[..., 0]
    if pixels.ndim == 2 or all(np.array_equal(grey, pixels[..., at]) for at in (1, 2)):
        moved: Pixels = _table(levels, pixels)[grey]
        return moved if pixels.ndim == 2 else np.repeat(moved[..., None], 3, axis=2)
    out = np.empty_like(pixels)
    for top in range(0, len(pixels), ROWS):
        lab = rgb_to_lab(pixels[top : top + ROWS])
        lab[..., 0] = levels.curve(lab[..., 0])
        out[top : top + ROWS] = quantized_as(pixels, lab_to_rgb(lab))
    return out


def _table(levels: Levels, pixels: Pixels) -> Pixels:
    """For each code of a grey photo the one it becomes."""
    codes = np.arange(np.iinfo(pixels.dtype).max + 1).astype(pixels.dtype)
    lab = np.zeros((len(codes), 3), np.float32)
    lab[:, 0] = levels.curve(lightness(codes[None])[0])
    table: Pixels = quantized_as(pixels, lab_to_rgb(lab))[:, 1]
    return table
