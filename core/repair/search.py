"""Where a picture of any size is damaged, by what a `Finder` sees of it.

A large picture is looked at twice: reduced, where wide damage is thin enough to be known as such;
and then, only where the reduced picture gave a reason, at its own size.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

import cv2
import numpy as np

from core.color import F32
from core.repair.boxes import boxes
from core.repair.fill import inpainted
from core.repair.find import Finder, Mask, damaged_places
from core.repair.parallel import in_parallel
from core.repair.tiles import Tile, tiles
from core.resize import resize_area

#: Longest side in pixels of the reduced picture. One that is hardly larger is not reduced.
REDUCED: Final = 1536
_HARDLY: Final = 1.3
#: Of the threshold, how much damage of the reduced picture is a reason to look again.
_REASON: Final = 0.3
#: Pixels of the reduced picture about such a place that are looked at too.
_ABOUT: Final = 8


def search(L: F32, finder: Finder, threshold: float) -> Mask:
    """L* (H, W) in 0..100 -> where its damage reaches a threshold. Raises: SessionError."""
    reduction = max(L.shape) / REDUCED
    if reduction <= _HARDLY:
        mask = np.zeros(L.shape, np.bool_)
        for part, places in _looked_at(finder, L, tiles(*L.shape), threshold):
            mask[part.core] = places
        return mask
    small = resize_area(L, *(round(side / reduction) for side in L.shape))
    damage = finder.look_at_all(small)
    found = damaged_places(damage, threshold)
    # at the rim of a mark a reduced pixel is half of it, and would be carried inside
    found = cv2.dilate(found.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
    source, mask = L, np.zeros(L.shape, np.bool_)
    if found.any():
        source, mask = _enlarged(L, inpainted(small, found), found)
    # there was a reason to look: one more side is enough
    finder = replace(finder, turns=(2,))
    return _followed(finder, source, mask, damage > _REASON * threshold, threshold)


def _followed(finder: Finder, L: F32, mask: Mask, reasons: Mask, threshold: float) -> Mask:
    """What is found about the reasons (h, w) of a reduced picture, and on from there."""
    looked_at = np.zeros(reasons.shape, np.bool_)
    square = np.ones((2 * _ABOUT + 1, 2 * _ABOUT + 1), np.uint8)
    while reasons.any():
        near = (cv2.dilate(reasons.astype(np.uint8), square) > 0) & ~looked_at
        looked_at |= near
        reasons = np.zeros(reasons.shape, np.bool_)
        for part, found in _looked_at(finder, L, boxes(near, L.shape), threshold):
            mask[part.core] |= found
            y, x = np.nonzero(found)
            rows, columns = y + part.rows.start, x + part.columns.start
            down, across = np.divide(reasons.shape, L.shape)
            reasons[(rows * down).astype(int), (columns * across).astype(int)] = True
    return mask


def _looked_at(
    finder: Finder, L: F32, parts: Iterable[Tile], threshold: float
) -> Iterator[tuple[Tile, Mask]]:
    """Parts of L* (H, W), and what is found in the core of each."""

    def look(part: Tile) -> Mask:
        return damaged_places(finder.look_at(L[part.seen]), threshold)[part.inside]

    parts = list(parts)
    return zip(parts, in_parallel(look, parts), strict=True)


def _enlarged(L: F32, filled: F32, found: Mask) -> tuple[F32, Mask]:
    """L* (H, W) with what was filled in the reduced picture (h, w), and where that is."""
    size, how = L.shape[::-1], cv2.INTER_LINEAR
    mask = cv2.resize(found.astype(np.float32), size, interpolation=how) > 0.5
    larger = cv2.resize(filled, size, interpolation=how)
    return np.where(mask, larger, L).astype(np.float32), mask
