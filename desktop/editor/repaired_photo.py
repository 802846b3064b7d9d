"""A photo as its edit says that it is repaired; made in the pool."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from core.colorize.edits import Edit
from core.photo.photo import Photo
from core.repair.edits import RepairEdit, RepairMark
from desktop.background.pyramid import Pyramid
from desktop.editor.widgets.mask_picture import mask_picture

if TYPE_CHECKING:
    from core.repair.answers import Answers
    from core.repair.repair import Damage


@dataclass(frozen=True, eq=False)
class FoundDamage:
    """What the detector found in a photo.

    Attributes:
        damage: where, and by what it was found.
        sensitivity: that it was asked with.
        picture: of the mask, to be laid over the photo.
        answers: of the detector, for another sensitivity.
    """

    damage: Damage
    sensitivity: float
    picture: QImage
    answers: Answers

    @property
    def share(self) -> float:
        """Of the photo, 0..1."""
        return float(self.damage.mask.mean())


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


def make_repair(
    photo: Photo, pyramid: Pyramid, edit: RepairEdit, found: FoundDamage | None, page: int = 0
) -> MadeRepair:
    """Do what an edit says of the repair of a photo; what was found is not looked for again.

    Raises: as `core.repair.repair.find_damage`.
    """
    # it brings ONNX Runtime: half a second, when the window is there already
    from core.repair.answers import Answers  # noqa: PLC0415
    from core.repair.repair import find_damage, repaired_as  # noqa: PLC0415

    if edit.find and (found is None or found.sensitivity != edit.sensitivity):
        answers = Answers() if found is None else found.answers
        damage = find_damage(photo, edit.sensitivity, page=page, answers=answers)
        found = FoundDamage(damage, edit.sensitivity, mask_picture(damage.mask), answers)
    if edit.asked == RepairEdit():
        return MadeRepair(RepairedPhoto(photo, pyramid), found)
    made = repaired_as(photo, edit, None if found is None else found.damage).photo
    levels = pyramid if made is photo else Pyramid.of(made)
    return MadeRepair(RepairedPhoto(made, levels, edit.asked), found)


def scratch_at(photo: Photo, place: tuple[float, float]) -> RepairMark | None:
    """The straight scratch at x, y in shares of a photo, as a mark; None where there is none."""
    # libraries that the window does not wait for
    from core.repair.pixels import lightness  # noqa: PLC0415
    from core.repair.trace import trace_scratch  # noqa: PLC0415

    return trace_scratch(lightness(photo.pixels), place)


def repaired_photo(photo: Photo, edit: Edit, page: int = 0) -> Photo:
    """A photo as an edit says that it is repaired. Raises: as `make_repair`."""
    if edit.repair.asked == RepairEdit():
        return photo
    from core.repair.repair import repaired_as  # noqa: PLC0415

    return repaired_as(photo, edit.repair, page=page).photo
