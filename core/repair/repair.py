"""`repair_photo`: damage found and filled in a photo, and written into its history.

A large picture is looked at twice: reduced, where wide damage is thin enough to be known as such;
and then, only where the reduced picture gave a reason, at its own size.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import Final

import cv2
import numpy as np

from core.color import F32
from core.inference.damage_model import DamageModel, open_damage_model
from core.metadata.provenance import with_history
from core.photo.photo import Photo
from core.repair.fill import inpainted, with_grain
from core.repair.find import Finder, Mask, damaged_places
from core.repair.pixels import lightness, with_lightness
from core.repair.tiles import Tile, tiles
from core.resize import resize_area
from core.version import __version__

#: Longest side in pixels of the reduced picture. One that is hardly larger is not reduced.
REDUCED: Final = 1536
_HARDLY: Final = 1.3
#: Of the threshold, how much damage of the reduced picture is a reason to look again.
_REASON: Final = 0.3


@dataclass(frozen=True, eq=False)
class Repair:
    """A repaired photo and where it was repaired.

    Attributes:
        photo: the very photo that was given, where nothing was found.
        mask: (H, W), the places that may differ.
    """

    photo: Photo
    mask: Mask

    @property
    def share(self) -> float:
        """Of the picture that was repaired, 0..1."""
        return float(self.mask.mean())

    def __str__(self) -> str:
        if self.photo.repaired is None:
            return "nothing to repair"
        return f"repaired {per_cent(self.share)} of the picture"


@dataclass(frozen=True, eq=False)
class Repairer:
    """An open detector and how it is used.

    Attributes:
        model: from `core.inference.damage_model.open_damage_model`.
        threshold: damage from which on a place is repaired, 0..1; None is the model's own.
    """

    model: DamageModel
    threshold: float | None = None

    def repair(self, photo: Photo) -> Repair:
        """Find and fill the damage of a photo. Raises: SessionError."""
        L = lightness(photo.pixels)
        repaired, mask = self.repair_lightness(L)
        if not mask.any():
            return Repair(photo, mask)
        pixels = with_lightness(photo.pixels, repaired, mask)
        return Repair(self._told(replace(photo, pixels=pixels), float(mask.mean())), mask)

    def repair_lightness(self, L: F32) -> tuple[F32, Mask]:
        """L* (H, W) in 0..100 -> L* without its damage, and where it may differ from what it was.

        Everywhere else it is the same to the last bit.
        """
        finder = Finder(self.model.find, self.model.multiple_of)
        threshold = self.model.threshold if self.threshold is None else self.threshold
        reduction = max(L.shape) / REDUCED
        if reduction <= _HARDLY:
            return self._at_own_size(L, np.zeros(L.shape, np.bool_), None, finder, threshold)
        small = resize_area(L, *(round(side / reduction) for side in L.shape))
        damage = finder.look_at_all(small)
        found = damaged_places(damage, threshold)
        # at the rim of a mark a reduced pixel is half of it, and would be carried inside
        found = cv2.dilate(found.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
        source, mask = L, np.zeros(L.shape, np.bool_)
        if found.any():
            source, mask = _enlarged(L, inpainted(small, found), found)
        # what is found there was found before: one more side is enough
        finder = replace(finder, turns=(2,))
        return self._at_own_size(source, mask, damage > _REASON * threshold, finder, threshold)

    def _at_own_size(
        self, L: F32, mask: Mask, reasons: Mask | None, finder: Finder, threshold: float
    ) -> tuple[F32, Mask]:
        """Repair what is left of damage; ``mask`` is of what was repaired before."""
        out = L.copy()
        for tile in tiles(*L.shape):
            if reasons is not None and not _in_tile(reasons, tile, L.shape).any():
                continue
            found = damaged_places(finder.look_at_tile(L, tile), threshold)
            mask[tile.core] |= found[tile.inside]
            if not (found[tile.inside].any() or mask[tile.core].any()):
                continue
            filled = inpainted(L[tile.seen], found)
            # the same place gets the same grain however often it is asked for
            rng = np.random.default_rng((tile.rows.start, tile.columns.start))
            grainy = with_grain(filled, found | mask[tile.seen], rng)
            changed = mask[tile.core]
            out[tile.core][changed] = grainy[tile.inside][changed]
        return out, mask

    def _told(self, photo: Photo, share: float) -> Photo:
        """The photo with a step in its history that says what was done to it."""
        words = f"repaired {per_cent(share)} of the picture with {self.model.name}"
        words += f" {self.model.version} (SHA-256 {self.model.sha256})"
        xmp = with_history(photo.metadata.xmp, f"Autochrome {__version__}", words)
        return replace(photo, metadata=replace(photo.metadata, xmp=xmp), repaired=share)


@cache
def bundled_repairer(sensitivity: float = 0.5) -> Repairer:
    """The detector that comes with the program; opened once, and any thread may use it.

    Args:
        sensitivity: how readily a place is taken for damage, 0..1; 0.5 is the model's own measure.

    Raises:
        ModelError: it is not there, or damaged.
    """
    model = open_damage_model()
    # odds, so that neither end is reached: 0.5 leaves the threshold, 0 and 1 are a factor of 30
    odds = model.threshold / (1 - model.threshold) * 30 ** (1 - 2 * sensitivity)
    return Repairer(model, odds / (1 + odds))


def per_cent(share: float) -> str:
    """A share 0..1 for a person: ``0.8 %``."""
    return f"{100 * share:.1f} %" if share >= 0.0005 else "less than 0.1 %"


def _enlarged(L: F32, filled: F32, found: Mask) -> tuple[F32, Mask]:
    """L* (H, W) with what was filled in the reduced picture (h, w), and where that is."""
    size, how = L.shape[::-1], cv2.INTER_LINEAR
    mask = cv2.resize(found.astype(np.float32), size, interpolation=how) > 0.5
    larger = cv2.resize(filled, size, interpolation=how)
    return np.where(mask, larger, L).astype(np.float32), mask


def _in_tile(reasons: Mask, tile: Tile, shape: tuple[int, ...]) -> Mask:
    """The places of a reduced mask that lie in a tile of the picture (H, W)."""
    part = []
    for side, small, place in zip(shape, reasons.shape, tile.core, strict=True):
        first, last = place.start * small // side, -(-place.stop * small // side)
        part.append(slice(first, last + 1))
    return reasons[part[0], part[1]]
