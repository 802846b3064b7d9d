"""Made-up scenes: a thing of one tone on a ground of another, with grain, shading and a twin."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from skimage.draw import disk, polygon
from skimage.filters import gaussian

from core.photo.photo import Photo
from tests.local_color.regions import Mask

_SHAPE = (320, 480)


@dataclass(frozen=True, eq=False)
class Scene:
    """A picture, the thing in it that is clicked, and where."""

    name: str
    photo: Photo
    mask: Mask
    click: tuple[float, float]


def scenes() -> Iterator[Scene]:
    """Sixteen: discs and blocks, alone and with a twin, plain, shaded and grainy."""
    for index, (shape, twin, grain) in enumerate(
        (shape, twin, grain)
        for shape in ("disc", "block")
        for twin in (False, True)
        for grain in (0.0, 3.0, 6.0, 10.0)
    ):
        words = f"{shape}{' and its twin' if twin else ''}, grain {grain:g}"
        yield _scene(words, shape, twin, grain, np.random.default_rng(index))


def _scene(name: str, shape: str, twin: bool, grain: float, rng: np.random.Generator) -> Scene:
    row, column, side = (int(rng.integers(*span)) for span in ((120, 200), (110, 160), (50, 80)))
    mask = _drawn(shape, row, column, side)
    everything = mask | (_drawn(shape, row, column + 220, side) if twin else np.zeros_like(mask))
    ground, tone = sorted(rng.uniform(50, 200, 2))
    ground = min(ground, tone - 50)
    codes = np.where(everything, tone, ground) + np.linspace(-12, 12, _SHAPE[1])
    codes = gaussian(codes, 1.0) + rng.normal(0, grain, _SHAPE)
    photo = Photo(np.clip(codes, 0, 255).astype(np.uint8))
    return Scene(name, photo, mask, (column / _SHAPE[1], row / _SHAPE[0]))


def _drawn(shape: str, row: int, column: int, side: int) -> Mask:
    mask = np.zeros(_SHAPE, bool)
    if shape == "disc":
        mask[disk((row, column), side, shape=_SHAPE)] = True
    else:
        rows = [row - side, row - side // 2, row + side, row + side // 2]
        columns = [column - side // 2, column + side, column + side // 2, column - side]
        mask[polygon(rows, columns, _SHAPE)] = True
    return mask
