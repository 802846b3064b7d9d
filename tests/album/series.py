"""Made-up series: one photo cropped, exposed and grained differently several times."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from core.color import F32, rgb_to_L
from core.photo.photo import Photo

Grey = npt.NDArray[np.uint8]


@dataclass(frozen=True)
class Shot:
    """One photo of a series: which part of the first it shows.

    Attributes:
        left, top: of the part, as shares of the whole.
        share: its width and height, of the whole's.
    """

    photo: Photo
    left: float
    top: float
    share: float

    def colors_at(self, ab: F32, places: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """a*, b* (N, 2) at places (N, 2: x, y in 0..1 of the whole); nan outside of the part."""
        height, width = ab.shape[1:]
        x = ((places[:, 0] - self.left) / self.share * width - 0.5).astype(np.float32)
        y = ((places[:, 1] - self.top) / self.share * height - 0.5).astype(np.float32)
        found = np.stack([cv2.remap(p, x[None], y[None], cv2.INTER_LINEAR)[0] for p in ab], -1)
        inside = (x >= 0) & (x <= width - 1) & (y >= 0) & (y <= height - 1)
        return np.where(inside[:, None], found, np.nan)


def grey_codes(pixels: npt.NDArray[Any], side: int | None = None) -> Grey:
    """A photo's L* as grey codes (H, W), ``side`` pixels long; None: as it is, at most 900."""
    scale = (side or min(900, max(pixels.shape[:2]))) / max(pixels.shape[:2])
    if scale != 1:
        way = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
        pixels = cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=way)
    levels = rgb_to_L(np.repeat(np.arange(256, dtype=np.uint8)[:, None], 1, axis=1)).ravel()
    L = rgb_to_L(pixels)
    return np.interp(L, levels, np.arange(256)).round().astype(np.uint8)


def series_of(grey: Grey, rng: np.random.Generator, count: int = 10) -> list[Shot]:
    """A series of one photo."""
    return [_shot(grey, rng, number) for number in range(count)]


def _shot(grey: Grey, rng: np.random.Generator, number: int) -> Shot:
    height, width = grey.shape
    share = float(rng.uniform(0.6, 1.0))
    h, w = int(height * share), int(width * share)
    top, left = int(rng.integers(0, height - h + 1)), int(rng.integers(0, width - w + 1))
    light = grey[top : top + h, left : left + w].astype(np.float32) / 255
    light = light ** rng.uniform(0.7, 1.4) * rng.uniform(0.8, 1.1) + rng.uniform(-0.03, 0.05)
    grain = rng.normal(0, rng.uniform(0.005, 0.05), (h, w)).astype(np.float32)
    grain = 1.5 * cv2.GaussianBlur(grain, (0, 0), rng.uniform(0.5, 1.2))
    codes = np.clip((light + grain) * 255, 0, 255).astype(np.uint8)
    photo = Photo(codes, source=Path(f"/series/{number}.png"))
    return Shot(photo, left / width, top / height, share)


def differences(
    shots: Sequence[Shot], chroma: Sequence[F32], L: Grey, places: npt.NDArray[np.float64]
) -> float:
    """Mean CIEDE2000 between the colours of corresponding places, over all pairs of shots.

    L* is the whole photo's, the same for both: exposure is no difference of colours.
    """
    from skimage.color import deltaE_ciede2000  # noqa: PLC0415  (seldom needed, slow to import)

    height, width = L.shape
    rows, columns = (places[:, 1] * height).astype(int), (places[:, 0] * width).astype(int)
    lightness = rgb_to_L(L)[rows, columns]
    colors = [shot.colors_at(ab, places) for shot, ab in zip(shots, chroma, strict=True)]
    found = []
    for one, first in enumerate(colors):
        for other in colors[:one]:
            both = ~np.isnan(first[:, 0]) & ~np.isnan(other[:, 0])
            if both.any():
                pair = (np.column_stack((lightness, each))[both] for each in (first, other))
                found.append(float(deltaE_ciede2000(*pair).mean()))
    return float(np.mean(found))
