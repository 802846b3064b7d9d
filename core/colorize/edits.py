"""`Edit`: everything a person chose for one photo, as a value."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from core.colorize.hints import ColorHint
from core.colorize.look import Look
from core.colorize.reference_colors import ColorReferences
from core.colorize.strokes import Stroke
from core.colorize.tint.options import TintOptions, ToneOption
from core.errors import HintError
from core.repair.edits import RepairEdit

#: Rounding that a crop may lie outside the photo by.
_SLACK: Final = 1e-6


@dataclass(frozen=True)
class Crop:
    """What stays of a photo: a rectangle, in shares of the turned and straightened one.

    Args:
        x: of its left side, 0..1.
        y: of its upper side, 0..1.
        width: as a share of the photo's.
        height: as a share of the photo's.

    Raises:
        HintError: it is empty, or lies outside the photo.
    """

    x: float
    y: float
    width: float
    height: float

    def __post_init__(self) -> None:
        inside = min(self.x, self.y) >= -_SLACK and max(self.x, self.y) < 1
        far = max(self.x + self.width, self.y + self.height)
        if not (inside and min(self.width, self.height) > 0 and far <= 1 + _SLACK):
            raise HintError(f"the crop {self.x:g}, {self.y:g} lies outside the photo.")


@dataclass(frozen=True)
class Edit:
    """Everything a person chose for a photo; ``Edit()`` is nothing.

    Attributes:
        seed: of the noise the model draws from; None is its first choice.
        recolor: take colours away that the photo has, or may have.
        size: short side of what the network sees, in pixels; None is the preferences'.
        strokes: of the brush, in the order they were painted.
        tone: what becomes of a toned photo's tone.
        keep_ink: ink, stamps and seals keep their own colour, where there are any.
        like: the file of a photo whose colours it borrows, absolute; empty for none.
        turn: quarter turns clockwise of the upright photo, 0 to 3.
        straighten: degrees, -45..45, by which the photo is turned counterclockwise, after `turn`.
        crop: what stays of it after both; None: all, or all without empty corners.
        repair: what is repaired before the colours come.

    Raises:
        HintError: ``turn`` or ``straighten`` is out of its range.
    """

    look: Look = field(default_factory=Look)
    hints: tuple[ColorHint, ...] = ()
    seed: int | None = None
    recolor: bool = False
    size: int | None = None
    strokes: tuple[Stroke, ...] = ()
    tone: ToneOption = ToneOption.REMOVE
    keep_ink: bool = True
    like: str = ""
    turn: int = 0
    straighten: float = 0.0
    crop: Crop | None = None
    repair: RepairEdit = field(default_factory=RepairEdit)

    def __post_init__(self) -> None:
        if self.turn not in range(4) or not -45 <= self.straighten <= 45:
            raise HintError(f"a photo cannot be turned by {self.turn} and {self.straighten:g}.")

    @property
    def references(self) -> ColorReferences:
        """Whose colours it borrows."""
        return ColorReferences(Path(self.like) if self.like else None)

    @property
    def tint_options(self) -> TintOptions:
        """What becomes of the photo's own colours; what is not certain is asked."""
        return TintOptions(tone=self.tone, keep_ink=self.keep_ink)

    def over(self, other: Edit) -> Edit:
        """This edit, and of ``other`` whatever this one says nothing of."""
        return Edit(
            look=other.look if self.look == Look() else self.look,
            hints=(*other.hints, *self.hints),
            seed=other.seed if self.seed is None else self.seed,
            recolor=self.recolor or other.recolor,
            size=other.size if self.size is None else self.size,
            strokes=(*other.strokes, *self.strokes),
            tone=other.tone if self.tone is ToneOption.REMOVE else self.tone,
            keep_ink=self.keep_ink and other.keep_ink,
            like=self.like or other.like,
            turn=self.turn or other.turn,
            straighten=self.straighten or other.straighten,
            crop=other.crop if self.crop is None else self.crop,
            repair=self.repair.over(other.repair),
        )

    def same_colors(self, other: Edit) -> bool:
        """Whether the network's answer is the same for both; looks and frames need no new one.

        Nor do places that are only marked to be repaired.
        """
        alike = replace(
            self,
            look=other.look,
            straighten=other.straighten,
            crop=other.crop,
            repair=self.repair.asked,
        )
        return alike == replace(other, repair=other.repair.asked)


def edit_words(edit: Edit) -> str:
    """What of an edit is a person's choice, for a report: ``look, 3 points``; empty for none."""
    counted = {"point": len(edit.hints), "stroke": len(edit.strokes)}
    chosen = {
        "look": edit.look != Look(),
        "variation": edit.seed is not None,
        "recolored": edit.recolor,
        "size": edit.size is not None,
        "tone": edit.tone is not ToneOption.REMOVE,
        "ink": not edit.keep_ink,
        "reference": bool(edit.like),
        "turned": edit.turn != 0,
        "straightened": edit.straighten != 0,
        "cropped": edit.crop is not None,
        "repaired": edit.repair.asked != RepairEdit(),
    }
    numbers = [f"{n} {word}{'s' if n > 1 else ''}" for word, n in counted.items() if n]
    return ", ".join([*numbers, *(word for word, is_chosen in chosen.items() if is_chosen)])
