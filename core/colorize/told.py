"""`Told`: colours a person has given, as a network is told of them, whether it takes hints or not.

A network that takes hints gets them as a raster. To the answer of one that takes none the colours
are added: each over what its point reaches, and under the strokes of the brush.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

import cv2
import numpy as np
import numpy.typing as npt

from core.color import F32
from core.colorize.hints import ColorHint, hint_raster
from core.colorize.stroke_cover import StrokeCover, stroke_raster
from core.colorize.strokes import Stroke, StrokeKind


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

    hints: Sequence[ColorHint]
    layers: Sequence[Layer] = ()
    strokes: Sequence[Stroke] = ()

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
        painted = ab.copy()
        for stroke in self.strokes:
            if stroke.kind is StrokeKind.COLOR:
                where = _covered(stroke, height, width)
                painted[:, where] = np.array([stroke.ab], np.float32).T
        return painted


def _covered(stroke: Stroke, height: int, width: int) -> npt.NDArray[np.bool_]:
    """Pixels (h, w) that a stroke touches."""
    rows, columns = ((np.arange(side) + 0.5) / side for side in (height, width))
    touched = np.zeros((height, width), np.bool_)
    cover = StrokeCover.of(stroke, rows, columns, (height, width)).at(slice(None))
    if cover is not None:
        touched[:, cover.columns] = cover.values > 0
    return touched
