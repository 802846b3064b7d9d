"""`Repairer`: damage found and filled in a photo, and written into its history."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

import numpy as np

from core.color import F32
from core.inference.damage_model import DamageModel, open_damage_model
from core.metadata.provenance import with_history
from core.photo.infrared import read_infrared
from core.photo.photo import Photo
from core.repair.answers import Answers
from core.repair.edits import RepairEdit
from core.repair.fill import filled
from core.repair.find import Finder, Mask
from core.repair.infrared import SHOWS, infrared_damage
from core.repair.levels import Levels, levels_of, with_levels
from core.repair.marks import with_marks
from core.repair.outcome import per_cent
from core.repair.pixels import lightness, with_lightness
from core.repair.search import search
from core.repair.straight import straight_scratches
from core.version import __version__


@dataclass(frozen=True, eq=False)
class Repair:
    """A repaired photo and where it was repaired.

    Attributes:
        photo: the very photo that was given, where nothing was found.
        mask: (H, W), the places that may differ.
        levels: how all tones were spread; None: not at all, and nothing differs elsewhere.
        notes: what a person should know of how damage was looked for: sentences.
    """

    photo: Photo
    mask: Mask
    levels: Levels | None = None
    notes: tuple[str, ...] = ()

    @property
    def share(self) -> float:
        """Of the picture that was repaired, 0..1."""
        return float(self.mask.mean())

    def __str__(self) -> str:
        done = [f"repaired {per_cent(self.share)} of the picture"] if self.mask.any() else []
        done += [] if self.levels is None else [str(self.levels)]
        return ", ".join(done) or "nothing to repair"


@dataclass(frozen=True, eq=False)
class Repairer:
    """An open detector and how it is used.

    Attributes:
        model: from `core.inference.damage_model.open_damage_model`.
        threshold: damage from which on a place is repaired, 0..1; None is the model's own.
        answers: what it has said of the same photo before; None asks anew.
    """

    model: DamageModel
    threshold: float | None = None
    answers: Answers | None = None

    def repair(self, photo: Photo) -> Repair:
        """Find and fill the damage of a photo. Raises: SessionError."""
        return self.repair_places(photo, self.find(lightness(photo.pixels)))

    def repair_places(self, photo: Photo, mask: Mask) -> Repair:
        """Fill places (H, W) of a photo that `find` found, and tell so."""
        return with_places_repaired(photo, mask, str(self.model))

    def find(self, L: F32) -> Mask:
        """L* (H, W) in 0..100 -> where it is damaged. Raises: SessionError."""
        detector = self.model.find if self.answers is None else self.answers.of(self.model.find)
        threshold = self.model.threshold if self.threshold is None else self.threshold
        mask = search(L, Finder(detector, self.model.multiple_of), threshold)
        mask |= straight_scratches(L)
        return mask


def with_places_repaired(
    photo: Photo, mask: Mask, by: str = "", *, strength: float = 1.0
) -> Repair:
    """A photo with the places of a mask (H, W) filled, and a step in its history that says so.

    Args:
        photo: grey or in colour, of any size.
        mask: the places that may change.
        by: what found them, for the history.
        strength: how much of the repair is seen, 0..1.
    """
    if not mask.any():
        return Repair(photo, mask)
    L = lightness(photo.pixels)
    repaired = filled(L, mask)
    if strength < 1:
        repaired[mask] = L[mask] + np.float32(strength) * (repaired[mask] - L[mask])
    pixels = with_lightness(photo.pixels, repaired, mask)
    share = float(mask.mean())
    words = f"repaired {per_cent(share)} of the picture with {by}"
    if strength < 1:
        words += f", {strength:.0%} of it"
    return Repair(_told(replace(photo, pixels=pixels, repaired=share), words), mask)


def with_levels_spread(repair: Repair) -> Repair:
    """A repaired photo with its faded tones spread; the same where they need not be."""
    photo = repair.photo
    levels = levels_of(lightness(photo.pixels))
    if levels is None:
        return repair
    made = replace(photo, pixels=with_levels(photo.pixels, levels), levels_spread=True)
    return Repair(_told(made, str(levels)), repair.mask, levels)


def _told(photo: Photo, words: str) -> Photo:
    """The photo with a step in its history that says what was done to it."""
    xmp = with_history(photo.metadata.xmp, f"Autochrome {__version__}", words)
    return replace(photo, metadata=replace(photo.metadata, xmp=xmp))


def repaired_as(
    photo: Photo, edit: RepairEdit, damage: Damage | None = None, *, page: int = 0
) -> Repair:
    """A photo repaired as a person chose; the very photo where nothing was.

    Args:
        photo: as it was read, not yet turned.
        edit: what was chosen for it.
        damage: what `find_damage` says, where that is known already.
        page: which page of its file it is, from 0.

    Raises:
        ModelError: damage is to be found, and the detector is not there, or damaged.
        SessionError: it failed.
    """
    edit = edit.asked
    by: list[str] = []
    notes: tuple[str, ...] = ()
    mask = np.zeros(photo.pixels.shape[:2], np.bool_)
    if edit.find:
        damage = damage or find_damage(photo, edit.sensitivity, page=page)
        mask, notes = damage.mask, damage.notes
        by.append(damage.by)
    if edit.marks:
        mask = with_marks(mask, edit.marks)
        by.append("a brush")
    repair = with_places_repaired(photo, mask, " and ".join(by), strength=edit.strength)
    repair = with_levels_spread(repair) if edit.levels else repair
    return replace(repair, notes=notes)


@dataclass(frozen=True, eq=False)
class Damage:
    """Damage that was found in a photo.

    Attributes:
        mask: (H, W).
        by: what found it, for the history.
        notes: what a person should know of it: sentences.
        sensitive: whether another sensitivity could find other damage.
    """

    mask: Mask
    by: str
    notes: tuple[str, ...] = ()
    sensitive: bool = True


def find_damage(
    photo: Photo, sensitivity: float = 0.5, *, page: int = 0, answers: Answers | None = None
) -> Damage:
    """Damage of a photo: in the infrared picture of its scan, or else as the detector sees it.

    Args:
        photo: as it was read, not yet turned.
        sensitivity: of the detector, 0..1.
        page: which page of its file it is, from 0.
        answers: of the detector, at other sensitivities: taken where they are there, and added to.

    Raises:
        PhotoError: its file cannot be read any more.
        ModelError: the detector is not there, or damaged.
        SessionError: it failed.
    """
    L, notes = lightness(photo.pixels), tuple[str, ...]()
    if photo.format == "tiff" and photo.source is not None:
        infrared = read_infrared(photo.source, page=page)
        if infrared is not None and infrared.shape == L.shape:
            seen = infrared_damage(infrared, L)
            if seen.mask is not None:
                return Damage(seen.mask, "the scanner's infrared picture", sensitive=False)
            notes = (_no_map(seen.correlation),)
    repairer = replace(bundled_repairer(sensitivity), answers=answers)
    return Damage(repairer.find(L), str(repairer.model), notes)


def _no_map(correlation: float) -> str:
    """Why an infrared picture is not used."""
    if abs(correlation) < SHOWS:
        return "the infrared picture is dark in too many places: damage was looked for otherwise."
    return (
        "the film shows its picture in infrared too, as silver and Kodachrome do "
        f"(correlation {correlation:.2f}): damage was looked for in the photo."
    )


@cache
def bundled_detector() -> DamageModel:
    """It is opened once, however ready for damage it is to be. Raises: as `open_damage_model`."""
    return open_damage_model()


def bundled_repairer(sensitivity: float = 0.5) -> Repairer:
    """The detector that comes with the program; any thread may use it.

    Args:
        sensitivity: how readily a place is taken for damage, 0..1; 0.5 is the model's own measure.

    Raises:
        ModelError: it is not there, or damaged.
    """
    model = bundled_detector()
    # odds, so that neither end is reached: 0.5 leaves the threshold, 0 and 1 are a factor of 30
    odds = model.threshold / (1 - model.threshold) * 30 ** (1 - 2 * sensitivity)
    return Repairer(model, odds / (1 + odds))
