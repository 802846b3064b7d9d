"""Brush strokes: areas that are painted, kept grey, left as they were, or erased again.

A stroke is a line with a width, in shares of the upright, uncropped photo, so that it means the
same at every size. It is a hint for the network and a mask for the result: see
`core.colorize.stroke_cover`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

from core.colorize.hints import checked_ab
from core.errors import HintError


class StrokeKind(StrEnum):
    """What becomes of the area under a stroke."""

    COLOR = "color"
    #: no colour at all
    GREY = "grey"
    #: the automatic colours, whatever points and strokes reach here
    ORIGINAL = "original"
    #: no stroke here: earlier ones end at this one
    ERASE = "erase"


@dataclass(frozen=True)
class Stroke:
    """One stroke of the brush.

    Args:
        places: x, y of the line's corners, 0..1 across and down the photo; one is a dot.
        radius: half the width, as a share of the photo's short side, 0..1.
        ab: a*, b* of the colour, for `StrokeKind.COLOR` alone.

    Raises:
        HintError: any of them is out of its range.
    """

    places: tuple[tuple[float, float], ...]
    radius: float
    kind: StrokeKind = StrokeKind.COLOR
    ab: tuple[float, float] = (0.0, 0.0)

    def __post_init__(self) -> None:
        flat = [value for place in self.places for value in place]
        if not flat or not all(math.isfinite(value) and -1 <= value <= 2 for value in flat):
            raise HintError("a stroke of the brush lies outside the photo.")
        if not 0 < self.radius <= 1:
            raise HintError(f"the brush's radius {self.radius:g} is not a share from 0 to 1.")
        checked_ab(self.ab)
