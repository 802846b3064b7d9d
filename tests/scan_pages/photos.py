"""The pictures on made-up prints: scikit-image's public-domain photos, and a few drawn ones."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, Final

import cv2
import numpy as np
import numpy.typing as npt
import skimage.data

U8 = npt.NDArray[np.uint8]

SAMPLES: Final = Path(__file__).parents[2] / "resources" / "samples"
#: Of scikit-image's, those that are photographs of things and come with its wheel.
NAMES: Final = (
    *("astronaut", "camera", "chelsea", "coffee", "rocket", "moon", "brick", "grass", "gravel"),
    *("page", "clock", "stereo", "sky", "sea", "house", "album"),
)
TONES: Final = ("grey", "grey", "sepia", "blue", "faded", "colour")


@cache
def picture(name: str) -> U8:
    """(H, W, 3); a path gives that file's picture."""
    if name in _DRAWN:
        return _DRAWN[name](np.random.default_rng(len(name)))
    if "/" in name:
        image: Any = cv2.imread(name, cv2.IMREAD_COLOR_RGB)
    else:
        image = getattr(skimage.data, {"stereo": "stereo_motorcycle"}.get(name, name))()
        image = image[0] if isinstance(image, tuple) else image
    return np.dstack([image] * 3) if image.ndim == 2 else np.ascontiguousarray(image[..., :3])


def toned(rgb: U8, tone: str, gamma: float) -> U8:
    """The picture as an old print: grey, sepia, bluish, faded or in colour."""
    if tone == "colour":
        return _curve(rgb, gamma, (0, 0, 0), (255, 255, 255))
    grey = cv2.cvtColor(cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY), cv2.COLOR_GRAY2RGB)
    dark, light = {
        "grey": ((8, 8, 8), (250, 250, 250)),
        "sepia": ((38, 24, 14), (240, 222, 188)),
        "blue": ((14, 18, 30), (236, 242, 246)),
        "faded": ((84, 76, 66), (226, 218, 198)),
    }[tone]
    return _curve(grey.astype(np.uint8, copy=False), gamma, dark, light)


def _curve(rgb: U8, gamma: float, dark: tuple[int, ...], light: tuple[int, ...]) -> U8:
    steps = (np.arange(256) / 255.0) ** gamma
    table = np.array(dark) + steps[:, None] * (np.array(light) - np.array(dark))
    return cv2.LUT(rgb, np.round(table).astype(np.uint8)[None])  # type: ignore[return-value]


def sky(rng: np.random.Generator) -> U8:
    """Roofs and trees under a white sky."""
    below = picture("gravel")[:400, :500].copy()
    below = (below * 0.6).astype(np.uint8)
    heights = np.cumsum(rng.normal(0, 4, 500))
    heights += 160 + 60 * (np.sin(np.arange(500) / 40) > 0.4)
    for column, height in enumerate(np.clip(heights, 60, 340).astype(int)):
        below[:height, column] = 252
    return below


def sea(rng: np.random.Generator) -> U8:
    """A straight horizon from side to side."""
    rows = np.linspace(235, 205, 400)
    rows[190:] = np.linspace(90, 130, 210)
    image = np.repeat(rows[:, None], 560, 1) + rng.normal(0, 3, (400, 560))
    image[190:] += cv2.GaussianBlur(rng.normal(0, 60, (210, 560)), (0, 0), 5, sigmaY=1)
    return np.dstack([np.clip(image, 0, 255).astype(np.uint8)] * 3)


def house(rng: np.random.Generator) -> U8:
    """A wall with a door and windows: rectangles everywhere."""
    wall = np.clip(rng.normal(178, 6, (420, 560)), 0, 255).astype(np.uint8)
    for x in range(40, 500, 130):
        for y in (50, 220):
            cv2.rectangle(wall, (x, y), (x + 70, y + 100), int(rng.integers(30, 90)), -1)
            cv2.rectangle(wall, (x, y), (x + 70, y + 100), 230, 4)
            cv2.line(wall, (x + 35, y), (x + 35, y + 100), 225, 3)
    wall[380:] = 96
    return np.dstack([wall] * 3)


def album(rng: np.random.Generator) -> U8:
    """A photo of an album's page with a picture and some writing on it."""
    page = np.full((440, 340, 3), (206, 196, 176), np.uint8)
    page = np.clip(page + rng.normal(0, 3, page.shape), 0, 255).astype(np.uint8)
    page[60:220, 50:260] = cv2.resize(picture("camera"), (210, 160), interpolation=cv2.INTER_AREA)
    for line in range(8):
        at = (50, 260 + 20 * line)
        cv2.putText(page, "A day by the sea, 1931", at, 3, 0.55, (70, 60, 60), 1, cv2.LINE_AA)
    turn = cv2.getRotationMatrix2D((170, 220), 3, 0.86)
    return cv2.warpAffine(page, turn, (340, 440), borderValue=(70, 62, 58))  # type: ignore[return-value]


_DRAWN: Final[dict[str, Callable[[np.random.Generator], U8]]] = {
    "sky": sky,
    "sea": sea,
    "house": house,
    "album": album,
}
