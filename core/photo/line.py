"""`Line`: a line with a width, drawn on a photo with a brush."""

from __future__ import annotations

import math
from dataclasses import dataclass

from core.errors import HintError


@dataclass(frozen=True)
class Line:
    """A line with a width, in shares of the upright, uncropped photo: the same at every size.

    Args:
        places: x, y of its corners, 0..1 across and down the photo; one is a dot.
        radius: half its width, as a share of the photo's short side, 0..1.

    Raises:
        HintError: any of them is out of its range.
    """

    places: tuple[tuple[float, float], ...]
    radius: float

    def __post_init__(self) -> None:
        flat = [value for place in self.places for value in place]
        if not flat or not all(math.isfinite(value) and -1 <= value <= 2 for value in flat):
            raise HintError("a stroke lies outside the photo: its places are shares of it.")
        if not 0 < self.radius <= 1:
            raise HintError(f"the radius must be a share from 0 to 1: {self.radius:g}.")
