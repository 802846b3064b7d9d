"""Photographs that sheets are made of: scikit-image's, or those of a folder."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt
import skimage

from core.color import F32, rgb_to_L
from core.photo.read import read_photo
from core.resize import resize_area

#: scikit-image's colour photographs, and those of its files that are one tone.
COLOUR: Final = ("astronaut.png", "chelsea.png", "coffee.png", "motorcycle_left.png", "rocket.jpg")
GREY: Final = ("camera.png", "clock_motion.png", "coins.png", "moon.png", "grass.png", "brick.png")
#: Short side of what a sheet is made of.
SHORT_SIDE: Final = 420


def colour_photos(folder: Path | None, limit: int, part: int = 0) -> list[F32]:
    """Colour photographs (H, W, 3) in 0..1: ``limit`` all over a folder, or scikit-image's.

    Another ``part`` is other photographs of a folder.
    """
    if folder is None:
        return [photo for name in COLOUR for photo in [_named(name)]]
    paths = sorted(path for path in folder.iterdir() if path.suffix != ".csv")
    step = max(1, len(paths) // limit)
    return [_sized(read_photo(path).pixels) for path in paths[part % step :: step][:limit]]


def grey_photos(colour: Sequence[F32], *, own: bool) -> list[F32]:
    """Greys (H, W) in 0..1: the colour photographs' L*, and scikit-image's grey ones if ``own``."""
    greys = [grey_of(photo) for photo in colour]
    return greys + ([grey_of(_named(name)) for name in GREY] if own else [])


def grey_of(photo: F32) -> F32:
    """L* (H, W) as codes in 0..1 of RGB (H, W, 3) in 0..1: nearly what a grey photo has."""
    return np.clip(rgb_to_L(photo) / 100, 0, 1).astype(np.float32)


def cropped(photos: Sequence[F32], rng: np.random.Generator) -> Iterator[F32]:
    """For ever: one of the photos, a part of it of at least 70 % of its sides, mirrored or not."""
    while True:
        photo = photos[int(rng.integers(len(photos)))]
        height, width = photo.shape[:2]
        h, w = (round(side * rng.uniform(0.7, 1)) for side in (height, width))
        y, x = rng.integers(height - h + 1), rng.integers(width - w + 1)
        part = photo[y : y + h, x : x + w]
        yield np.ascontiguousarray(part[:, ::-1] if rng.random() < 0.5 else part)


def _named(name: str) -> F32:
    return _sized(read_photo(Path(skimage.__file__).parent / "data" / name).pixels)


def _sized(pixels: npt.NDArray[np.uint8 | np.uint16]) -> F32:
    """Codes -> (H, W, 3) in 0..1, short side `SHORT_SIDE`."""
    rgb = pixels.astype(np.float32) / np.iinfo(pixels.dtype).max
    rgb = rgb if rgb.ndim == 3 else np.dstack([rgb] * 3)
    scale = SHORT_SIDE / min(rgb.shape[:2])
    height, width = (round(side * scale) for side in rgb.shape[:2])
    if scale < 1:
        return resize_area(rgb, height, width)
    return np.clip(cv2.resize(rgb, (width, height), interpolation=cv2.INTER_CUBIC), 0, 1)
