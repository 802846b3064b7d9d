"""Brush strokes: areas that are painted, kept grey, left as they were, or erased again.

A stroke is a line with a width, in shares of the upright, uncropped photo, so that it means the
same at every size. It is a hint for the network and a mask for the result: see
`core.colorize.stroke_cover`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from core.colorize.hints import checked_ab
from core.photo.line import Line


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
class Stroke(Line):
    """One stroke of the brush: a `Line`, and what becomes of the area under it.

    Args:
        ab: a*, b* of the colour, for `StrokeKind.COLOR` alone.

    Raises:
        HintError: any of them is out of its range.
    """

    kind: StrokeKind = StrokeKind.COLOR
    ab: tuple[float, float] = (0.0, 0.0)

    def __post_init__(self) -> None:
        super().__post_init__()
        checked_ab(self.ab)
