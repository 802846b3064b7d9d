"""Colour hints (a place and its colour), and the raster in which the network reads them."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from core.color import F32, rgb_to_lab
from core.errors import HintError

#: Radius where none is given, as a share of the short side: 5 of the network's 256 pixels.
DEFAULT_RADIUS: Final = 0.02
#: a* and b* of sRGB colours lie within it (blue has b* = -108).
_MAX_AB: Final = 128.0
_PLACE: Final = re.compile(r"(\d+(?:\.\d+)?)(%?)")
_COLOUR: Final = re.compile(r"#?([0-9a-fA-F]{6})")


@dataclass(frozen=True)
class ColorHint:
    """A colour hint: a disc of one colour.

    Args:
        x: place across the upright photo, 0..1.
        y: place down it, 0..1.
        ab: a*, b* of the colour; its lightness is the photo's.
        radius: as a share of the photo's short side, 0..1.

    Raises:
        HintError: any of them is out of its range.
    """

    x: float
    y: float
    ab: tuple[float, float]
    radius: float = DEFAULT_RADIUS

    def __post_init__(self) -> None:
        if not (0 <= self.x <= 1 and 0 <= self.y <= 1):
            raise HintError(f"the hint at {self.x:g}, {self.y:g} lies outside the photo.")
        if not all(math.isfinite(value) and abs(value) <= _MAX_AB for value in self.ab):
            raise HintError(f"the hint's colour {self.ab} is not a colour: a*, b* go to 128.")
        if not 0 <= self.radius <= 1:
            raise HintError(f"the hint's radius {self.radius:g} is not a share from 0 to 1.")


def parse_hint(text: str, width: int, height: int) -> ColorHint:
    """``X,Y,#RRGGBB`` of the command line; X, Y in pixels of the upright photo, or ``50%,20%``.

    Raises:
        HintError: it cannot be read, or lies outside the photo of ``width`` x ``height``.
    """
    parts = [part.strip() for part in text.split(",")]
    places = [_PLACE.fullmatch(part) for part in parts[:2]]
    color = _COLOUR.fullmatch(parts[-1])
    if len(parts) != 3 or color is None or not all(places):
        raise HintError(
            f"{text!r} is not a hint: write X,Y,#RRGGBB, as in 120,80,#a03020 or 50%,20%,#a03020."
        )
    x, y = (
        _share(match[1], match[2], side)
        for match, side in zip(places, (width, height), strict=True)
        if match
    )
    if not (x <= 1 and y <= 1):
        raise HintError(f"the hint {text!r} lies outside the photo of {width} x {height} pixels.")
    return ColorHint(x, y, _ab_of(color.group(1)))


def _share(number: str, percent: str, side: int) -> float:
    """0..1 of the side; a whole pixel's place is its centre, the last one being ``side - 1``."""
    if percent:
        return float(number) / 100
    return (float(number) + 0.5) / side if float(number) <= side - 1 else math.inf


def _ab_of(digits: str) -> tuple[float, float]:
    rgb_u8 = np.frombuffer(bytes.fromhex(digits), np.uint8)
    _, a, b = rgb_to_lab(rgb_u8[None])[0].tolist()
    return a, b


def hint_raster(hints: Sequence[ColorHint], height: int, width: int) -> F32:
    """(1, 3, H, W): a*, b* and a 0/1 mask, all zero where there is no hint.

    Each hint is a disc of at least one pixel; where two meet, the later one holds.
    """
    raster = np.zeros((3, height, width), np.float32)
    for hint in hints:
        rows, columns = _disc(hint, height, width)
        raster[:, rows, columns] = np.array([[*hint.ab, 1]], np.float32).T
    return raster[None]


def _disc(
    hint: ColorHint, height: int, width: int
) -> tuple[np.ndarray[tuple[int], np.dtype[np.intp]], np.ndarray[tuple[int], np.dtype[np.intp]]]:
    """Rows and columns of the pixels whose centres lie in the disc, and of the one it is over."""
    radius = hint.radius * min(height, width)
    down = np.arange(height)[:, None] + 0.5 - hint.y * height
    right = np.arange(width) + 0.5 - hint.x * width
    inside = down**2 + right**2 <= radius**2
    inside[min(int(hint.y * height), height - 1), min(int(hint.x * width), width - 1)] = True
    rows, columns = np.nonzero(inside)
    return rows, columns
