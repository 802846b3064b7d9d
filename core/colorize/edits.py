"""`Edit`: everything a person chose for one photo, as a value."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from core.colorize.hints import ColorHint
from core.colorize.look import Look


@dataclass(frozen=True)
class Edit:
    """Everything a person chose for a photo; ``Edit()`` is nothing.

    Attributes:
        seed: of the noise the model draws from; None is its first choice.
        recolor: take colours away that the photo has.
        size: short side of what the network sees, in pixels; None is the preferences'.
    """

    look: Look = field(default_factory=Look)
    hints: tuple[ColorHint, ...] = ()
    seed: int | None = None
    recolor: bool = False
    size: int | None = None

    def same_colors(self, other: Edit) -> bool:
        """Whether the network's answer is the same for both; looks need no new answer."""
        return replace(self, look=other.look) == other
