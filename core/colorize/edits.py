"""`Edit`: everything a person chose for one photo, as a value."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from core.colorize.hints import ColorHint
from core.colorize.look import Look
from core.colorize.strokes import Stroke
from core.colorize.tint.options import TintOptions, ToneOption


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
    """

    look: Look = field(default_factory=Look)
    hints: tuple[ColorHint, ...] = ()
    seed: int | None = None
    recolor: bool = False
    size: int | None = None
    strokes: tuple[Stroke, ...] = ()
    tone: ToneOption = ToneOption.REMOVE
    keep_ink: bool = True

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
        )

    def same_colors(self, other: Edit) -> bool:
        """Whether the network's answer is the same for both; looks need no new answer."""
        return replace(self, look=other.look) == other


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
    }
    numbers = [f"{n} {word}{'s' if n > 1 else ''}" for word, n in counted.items() if n]
    return ", ".join([*numbers, *(word for word, is_chosen in chosen.items() if is_chosen)])
