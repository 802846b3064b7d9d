"""`RepairEdit`: what a person chose about the repair of a photo, as a value."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self

from core.errors import HintError
from core.photo.line import Line


class MarkKind(StrEnum):
    """What a mark of the repair brush says of the places under it."""

    #: they are damaged too
    MORE = "more"
    #: they are sound: whatever was found or marked before ends here
    LESS = "less"
    #: repaired at once, whether the other places are or not
    HEAL = "heal"


@dataclass(frozen=True)
class RepairMark(Line):
    """One stroke of the repair brush: a `Line`, and what it says of the places under it.

    Raises:
        HintError: as a `Line`.
    """

    kind: MarkKind = MarkKind.MORE


@dataclass(frozen=True)
class RepairEdit:
    """What is to be repaired; ``RepairEdit()`` is nothing.

    Attributes:
        find: damage that the detector finds is marked.
        sensitivity: how readily a place is taken for damage, 0..1; 0.5 is the detector's own.
        marks: of the brush, in the order they were drawn.
        applied: the marked places are repaired, and not only marked.
        strength: how much of the repair is seen, 0..1.
        levels: faded tones of the whole photo are spread again.

    Raises:
        HintError: a number is out of its range.
    """

    find: bool = False
    sensitivity: float = 0.5
    marks: tuple[RepairMark, ...] = ()
    applied: bool = False
    strength: float = 1.0
    levels: bool = False

    def __post_init__(self) -> None:
        if not (0 <= self.sensitivity <= 1 and 0 <= self.strength <= 1):
            raise HintError("sensitivity and strength of a repair are numbers from 0 to 1.")

    @property
    def asked(self) -> RepairEdit:
        """What of it changes the photo: places that are only marked do not."""
        if self.applied and (self.find or self.marks):
            return self
        kept = tuple(mark for mark in self.marks if mark.kind is not MarkKind.MORE)
        if not any(mark.kind is MarkKind.HEAL for mark in kept):
            return RepairEdit(levels=self.levels)
        return RepairEdit(marks=kept, strength=self.strength, levels=self.levels)

    @property
    def has_places(self) -> bool:
        """Whether anything is marked that is repaired only when that is asked for."""
        return self.find or any(mark.kind is MarkKind.MORE for mark in self.marks)

    @classmethod
    def automatic(cls, *, repair: bool, levels: bool, sensitivity: float = 0.5) -> Self:
        """What is asked for by an option: whatever is found is repaired."""
        return cls(repair, sensitivity if repair else 0.5, applied=repair, levels=levels)

    def over(self, other: RepairEdit) -> RepairEdit:
        """This one, and of ``other`` whatever this one says nothing of."""
        nothing = RepairEdit()
        return replace(
            self,
            find=self.find or other.find,
            sensitivity=_first(self.sensitivity, other.sensitivity, nothing.sensitivity),
            marks=(*other.marks, *self.marks),
            applied=self.applied or other.applied,
            strength=_first(self.strength, other.strength, nothing.strength),
            levels=self.levels or other.levels,
        )


def _first(one: float, other: float, unsaid: float) -> float:
    return other if one == unsaid else one
