"""`Edit`: everything a person chose for one photo, as a value."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from core.colorize.hints import ColorHint
from core.colorize.look import Look
from core.colorize.strokes import Stroke


@dataclass(frozen=True)
class Edit:
    """Everything a person chose for a photo; ``Edit()`` is nothing.

    Attributes:
        seed: of the noise the model draws from; None is its first choice.
        strokes: of the brush, in the order they were painted.
        recolor: take colours away that the photo has.
        size: short side of what the network sees, in pixels; None is the preferences'.
    """

    look: Look = field(default_factory=Look)
    hints: tuple[ColorHint, ...] = ()
    seed: int | None = None
    recolor: bool = False
    size: int | None = None
    strokes: tuple[Stroke, ...] = ()

    def over(self, other: Edit) -> Edit:
        """This edit, and of ``other`` whatever this one says nothing of."""
        return Edit(
            other.look if self.look == Look() else self.look,
            (*other.hints, *self.hints),
            other.seed if self.seed is None else self.seed,
            self.recolor or other.recolor,
            other.size if self.size is None else self.size,
            (*other.strokes, *self.strokes),
        )

    def same_colors(self, other: Edit) -> bool:
        """Whether the network's answer is the same for both; looks need no new answer."""
        return replace(self, look=other.look) == other
