"""`Told`: colours a person has given, as a network is told of them, whether it takes hints or not.

A network that takes hints gets them as a raster. To the answer of one that takes none the colours
are added: each over what its point reaches, and under the strokes of the brush.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, cast

import cv2
import numpy as np

from core.color import F32
from core.colorize.hints import ColorHint, hint_raster
from core.colorize.stroke_cover import stroke_raster
from core.colorize.strokes import Stroke

#: A stroke's colour is laid under more than it covers: its edge is drawn later, and finer.
_WIDER: Final = 1.4


@dataclass(frozen=True, eq=False)
class Layer:
    """A colour over a part of the photo: ``mask`` (h, w) in 0..1."""

    mask: F32
    ab: tuple[float, float]


@dataclass(frozen=True, eq=False)
class Told:
    """What a network is told.

    Attributes:
        hints: discs of colour, the later ones over the earlier.
        layers: the same colours over what they reach.
        strokes: of the brush, over them.
    """

    hints: tuple[ColorHint, ...]
    layers: tuple[Layer, ...]
    strokes: tuple[Stroke, ...] = ()

    def raster(self, height: int, width: int) -> F32:
        """(1, 3, H, W): a*, b* and a 0/1 mask, for a network that takes hints."""
        raster = hint_raster(self.hints, height, width)
        stroke_raster(self.strokes, raster)
        return raster

    def over(self, ab: F32) -> F32:
        """The automatic answer (2, h, w) of a network without hints, with the colours in it."""
        height, width = ab.shape[1:]
        for layer in self.layers:
            mask = cv2.resize(layer.mask, (width, height), interpolation=cv2.INTER_LINEAR)
            color = np.array(layer.ab, np.float32)[:, None, None]
            ab = ab + cast("F32", mask) * (color - ab)
        if not self.strokes:
            return ab
        raster = np.zeros((1, 3, height, width), np.float32)
        wider = [replace(each, radius=min(1.0, each.radius * _WIDER)) for each in self.strokes]
        stroke_raster(wider, raster)
        painted: F32 = np.where(raster[0, 2] > 0, raster[0, :2], ab).astype(np.float32)
        return painted
