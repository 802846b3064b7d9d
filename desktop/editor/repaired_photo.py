"""A photo as its edit says that it is repaired; made in the pool."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QImage

from core.colorize.edits import Edit
from core.photo.photo import Photo
from core.repair.edits import RepairEdit
from desktop.background.pyramid import Pyramid
from desktop.editor.widgets.mask_picture import mask_picture


@dataclass(frozen=True, eq=False)
class FoundDamage:
    """What the detector found in a photo.

    Attributes:
        mask: (H, W).
        sensitivity: that it was asked with.
        share: of the photo, 0..1.
        picture: of the mask, to be laid over the photo.
    """

    mask: npt.NDArray[np.bool_]
    sensitivity: float
    share: float
    picture: QImage


@dataclass(frozen=True, eq=False)
class RepairedPhoto:
    """A photo, repaired as ``asked``; the one that was read where that is nothing."""

    photo: Photo
    pyramid: Pyramid
    asked: RepairEdit = field(default_factory=RepairEdit)


@dataclass(frozen=True, eq=False)
class MadeRepair:
    """What the pool answers: the photo, and the damage where it had to be looked for."""

    repaired: RepairedPhoto
    damage: FoundDamage | None


def find_damage(photo: Photo, sensitivity: float) -> FoundDamage:
    """Ask the detector.

    Raises:
        ModelError: it is not there, or damaged.
        SessionError: it failed.
    """
    # they bring ONNX Runtime: half a second, when the window is there already
    from core.repair.pixels import lightness  # noqa: PLC0415
    from core.repair.repair import bundled_repairer  # noqa: PLC0415

    mask = bundled_repairer(sensitivity).find(lightness(photo.pixels))
    return FoundDamage(mask, sensitivity, float(mask.mean()), mask_picture(mask))


def make_repair(
    photo: Photo, pyramid: Pyramid, edit: RepairEdit, damage: FoundDamage | None
) -> MadeRepair:
    """Do what an edit says of the repair of a photo; what was found is not looked for again.

    Raises:
        ModelError: damage is to be found, and the detector is not there, or damaged.
        SessionError: it failed.
    """
    if edit.find and (damage is None or damage.sensitivity != edit.sensitivity):
        damage = find_damage(photo, edit.sensitivity)
    if edit.asked == RepairEdit():
        return MadeRepair(RepairedPhoto(photo, pyramid), damage)
    from core.repair.repair import repaired_as  # noqa: PLC0415

    made = repaired_as(photo, edit, None if damage is None else damage.mask).photo
    levels = pyramid if made is photo else Pyramid.of(made)
    return MadeRepair(RepairedPhoto(made, levels, edit.asked), damage)


def repaired_photo(photo: Photo, edit: Edit) -> Photo:
    """A photo as an edit says that it is repaired. Raises: as `make_repair`."""
    if edit.repair.asked == RepairEdit():
        return photo
    from core.repair.repair import repaired_as  # noqa: PLC0415

    return repaired_as(photo, edit.repair).photo
