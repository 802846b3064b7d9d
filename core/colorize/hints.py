"""Colour hints (a place and its colour), and the raster in which the network reads them."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from core.color import F32, rgb_to_lab
from core.colorize.reach import DEFAULT_REACH
from core.errors import HintError

#: Radius where none is given, as a share of the short side: 5 of the network's 256 pixels.
DEFAULT_RADIUS: Final = 0.02
#: a* and b* of sRGB colours lie within it (blue has b* = -108).
_MAX_AB: Final = 128.0
_PLACE: Final = re.compile(r"(\d+(?:\.\d+)?)(%?)")
_NUMBER: Final = re.compile(r"\d*\.?\d+")
_COLOUR: Final = re.compile(r"#?([0-9a-fA-F]{6})")


@dataclass(frozen=True)
class ColorHint:
    """A colour hint: a disc of one colour.

    Args:
        x: place across the upright photo, 0..1.
        y: place down it, 0..1.
        ab: a*, b* of the colour; its lightness is the photo's.
        radius: as a share of the photo's short side, 0..1.
        reach: how far it reaches, 0..1: `core.colorize.reach.DEFAULT_REACH` is the thing at its
            place, 1 all that is like it.

    Raises:
        HintError: any of them is out of its range.
    """

    x: float
    y: float
    ab: tuple[float, float]
    radius: float = DEFAULT_RADIUS
    reach: float = DEFAULT_REACH

    def __post_init__(self) -> None:
        if not (0 <= self.x <= 1 and 0 <= self.y <= 1):
            raise HintError(f"the hint at {self.x:g}, {self.y:g} lies outside the photo.")
        checked_ab(self.ab)
        if not 0 <= self.radius <= 1:
            raise HintError(f"the hint's radius {self.radius:g} is not a share from 0 to 1.")
        if not 0 <= self.reach <= 1:
            raise HintError(f"the hint's reach {self.reach:g} is not a number from 0 to 1.")

    @property
    def is_local(self) -> bool:
        """Whether it does not reach all that is like it."""
        return self.reach < 1


def checked_ab(ab: tuple[float, float]) -> tuple[float, float]:
    """A hint's colour as it is. Raises: HintError: it is none."""
    if not all(math.isfinite(value) and abs(value) <= _MAX_AB for value in ab):
        raise HintError(f"the hint's colour {ab} is not a colour: a*, b* go to 128.")
    return ab


def parse_hint(text: str, width: int, height: int) -> ColorHint:
    """``X,Y,#RRGGBB[,REACH]`` of the command line; X, Y in pixels of the upright photo or ``50%``.

    Raises:
        HintError: it cannot be read, or lies outside the photo of ``width`` x ``height``.
    """
    parts = [part.strip() for part in text.split(",")]
    places = [_PLACE.fullmatch(part) for part in parts[:2]]
    color = _COLOUR.fullmatch(parts[2]) if len(parts) > 2 else None
    reach = _NUMBER.fullmatch(parts[3]) if len(parts) == 4 else None
    if (len(parts) != 3 and reach is None) or color is None or not all(places):
        raise HintError(
            f"{text!r} is not a hint: write X,Y,#RRGGBB, as in 120,80,#a03020 or 50%,20%,#a03020, "
            "and after another comma how far it reaches, from 0 to 1, if you want."
        )
    x, y = (
        _share(match[1], match[2], side)
        for match, side in zip(places, (width, height), strict=True)
        if match
    )
    if not (x <= 1 and y <= 1):
        raise HintError(f"the hint {text!r} lies outside the photo of {width} x {height} pixels.")
    further = {} if reach is None else {"reach": float(reach.group())}
    return ColorHint(x, y, _ab_of(color.group(1)), **further)


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
    raster = np.zeros((1, 3, height, width), np.float32)
    paint_discs(raster, hints)
    return raster


def paint_discs(raster: F32, hints: Sequence[ColorHint]) -> None:
    """Paint hints into a raster (1, 3, H, W)."""
    for hint in hints:
        rows, columns = _disc(hint, *raster.shape[2:])
        raster[0][:, rows, columns] = np.array([[*hint.ab, 1]], np.float32).T


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
