"""`Finder`: what a detector says of a picture of any size, tile by tile."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, cast

import cv2
import numpy as np
import numpy.typing as npt

from core.color import F32
from core.repair.boxes import boxes
from core.repair.parallel import in_parallel
from core.repair.tiles import Tile, tiles

#: L* (H, W), sides multiples of some number -> damage 0..1, of the same shape.
Detector = Callable[[F32], F32]
Mask = npt.NDArray[np.bool_]

#: Of the threshold, how much damage goes along with a place that reaches it and that it touches:
#: chosen between what is found and what of it is right.
_ALONG: Final = 0.452
#: Pixels of the widest mark at the size that is looked at: what is wider is left alone with all
#: that hangs together with it. A border or a white wall that was filled would be a ruined photo.
WIDEST: Final = 41
#: Damage anywhere in a picture from which on it is looked at again, turned.
_AGAIN: Final = 0.3
#: Damage from which on a place of it is looked at again: with less, no further look makes it sure.
_SOME: Final = 0.1


def damaged_places(damage: F32, threshold: float) -> Mask:
    """Damage (h, w) in 0..1 -> places that reach the threshold, and what hangs together with them.

    Hysteresis, as of edges (Canny, 1986): a mark that is sure somewhere is followed where it is
    faint, and what is faint everywhere is left alone. So is what is wider than `WIDEST`.
    """
    sure = damage > threshold
    if not sure.any():
        return sure
    count, labels = cv2.connectedComponents((damage > _ALONG * threshold).astype(np.uint8))
    reached = np.zeros(count, np.bool_)
    reached[np.unique(labels[sure])] = True
    found: Mask = reached[labels]
    wide = cv2.erode(found.astype(np.uint8), np.ones((WIDEST, WIDEST), np.uint8)) > 0
    reached[np.unique(labels[wide])] = False
    thin: Mask = reached[labels]
    return thin


@dataclass(frozen=True, eq=False)
class Finder:
    """A detector, asked about a picture in pieces that it can take.

    Attributes:
        detector: as `core.inference.damage_model.DamageModel.find`.
        multiple_of: pixels that both sides of what it sees are a multiple of.
        turns: quarters by which it is turned to be seen again, where there is something.
    """

    detector: Detector
    multiple_of: int
    turns: tuple[int, ...] = (1, 2, 3)

    def look_at(self, L: F32) -> F32:
        """L* (h, w) of any shape -> damage 0..1, (h, w).

        Where there is any, it is the mean of what is seen upright and turned: what is damage is
        damage from every side.
        """
        damage = self._look(L)
        if damage.max() < _AGAIN:
            return damage
        upright = damage.copy()
        for box in boxes(upright > _SOME, L.shape):
            again = self._from_all_sides(L[box.seen], upright[box.seen])
            damage[box.core] = again[box.inside]
        return damage

    def _from_all_sides(self, L: F32, upright: F32) -> F32:
        """The mean of what is seen of (h, w) upright and turned."""
        damage = upright
        for quarters in self.turns:
            damage = damage + np.rot90(self._look(np.rot90(L, quarters)), -quarters)
        return cast("F32", damage / np.float32(1 + len(self.turns)))

    def _look(self, L: F32) -> F32:
        height, width = L.shape
        more = [-side % self.multiple_of for side in L.shape]
        padded = np.pad(L, ((0, more[0]), (0, more[1])), mode="edge") if any(more) else L
        return self.detector(np.ascontiguousarray(padded))[:height, :width]

    def look_at_all(self, L: F32) -> F32:
        """As `look_at`, of a large picture in tiles."""

        def look(tile: Tile) -> F32:
            return self.look_at(L[tile.seen])[tile.inside]

        damage, parts = np.empty_like(L), list(tiles(*L.shape))
        for tile, seen in zip(parts, in_parallel(look, parts), strict=True):
            damage[tile.core] = seen
        return damage
