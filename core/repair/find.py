"""`Finder`: what a detector says of a picture of any size, tile by tile."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from core.color import F32
from core.repair.tiles import Tile, tiles

#: L* (H, W), sides multiples of some number -> damage 0..1 and clean L*, of the same shape.
Detector = Callable[[F32], tuple[F32, F32]]
Mask = npt.NDArray[np.bool_]

#: Of the threshold, how much damage goes along with a place that reaches it and that it touches.
_ALONG: Final = 0.5


def damaged_places(damage: F32, threshold: float) -> Mask:
    """Damage (h, w) in 0..1 -> places that reach the threshold, and what hangs together with them.

    Hysteresis, as of edges (Canny, 1986): a mark that is sure somewhere is followed where it is
    faint, and what is faint everywhere is left alone.
    """
    sure = damage > threshold
    if not sure.any():
        return sure
    count, labels = cv2.connectedComponents((damage > _ALONG * threshold).astype(np.uint8))
    reached = np.zeros(count, np.bool_)
    reached[np.unique(labels[sure])] = True
    found: Mask = reached[labels]
    return found


@dataclass(frozen=True, eq=False)
class Finder:
    """A detector, asked about a picture in pieces that it can take.

    Attributes:
        detector: as `core.inference.damage_model.DamageModel.find`.
        multiple_of: pixels that both sides of what it sees are a multiple of.
    """

    detector: Detector
    multiple_of: int

    def look_at(self, L: F32) -> tuple[F32, F32]:
        """L* (h, w) of any shape -> damage 0..1 and clean L*, both (h, w)."""
        height, width = L.shape
        more = [-side % self.multiple_of for side in L.shape]
        padded = np.pad(L, ((0, more[0]), (0, more[1])), mode="edge") if any(more) else L
        damage, clean = self.detector(np.ascontiguousarray(padded))
        return damage[:height, :width], clean[:height, :width]

    def look_at_all(self, L: F32) -> tuple[F32, F32]:
        """As `look_at`, of a large picture in tiles."""
        damage, clean = np.empty_like(L), np.empty_like(L)
        for tile in tiles(*L.shape):
            found = self.look_at_tile(L, tile)
            damage[tile.core], clean[tile.core] = (part[tile.inside] for part in found)
        return damage, clean

    def look_at_tile(self, L: F32, tile: Tile) -> tuple[F32, F32]:
        """Damage and clean L* of all that a tile sees."""
        return self.look_at(L[tile.seen])
