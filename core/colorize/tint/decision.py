"""`TintDecision`: what a photo's colours are, and what that was decided by."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import Final

import numpy as np

from core.color import F32
from core.colorize.tint.regions import Mask


class Tint(Enum):
    """What the colours of a photo's pixels are."""

    GREY = "grey"
    TINTED = "tinted"
    COLORED = "colored"
    #: Neither is certain: a person is asked.
    UNSURE = "unsure"


class Tone(Enum):
    """The colour of a toned black-and-white photo, by a word for it."""

    RED = "red"
    BROWN = "brown"
    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"
    VIOLET = "violet"


#: Hue angles h_ab at which one tone's word ends and the next begins, in degrees.
_TONE_ENDS: Final = (
    (38, Tone.RED), (88, Tone.BROWN), (112, Tone.YELLOW), (190, Tone.GREEN), (285, Tone.BLUE),
    (345, Tone.VIOLET), (360, Tone.RED),
)  # fmt: skip


@dataclass(frozen=True, eq=False)
class Evidence:
    """What was found on a sheet, at the size of its small copy (h, w).

    Attributes:
        picture: where the photograph is, without border, card and table.
        marks: ink, stamps, seals, imprints, a control strip: coloured, and no part of what the
            photograph shows.
        tone: (h, w, 2) a*, b* of the photograph's tone, of its border and its card; zero on a
            table.
        colored: share of the photograph, 0..1, whose colours are no tone.
    """

    picture: Mask
    marks: Mask
    tone: F32
    colored: float

    @property
    def marks_share(self) -> float:
        """Of the sheet, 0..1."""
        return float(self.marks.mean())

    @property
    def around_share(self) -> float:
        """Of the sheet, 0..1: border, card, table."""
        return 1 - float(self.picture.mean())


@dataclass(frozen=True, eq=False)
class TintDecision:
    """What a photo's colours are.

    Attributes:
        likelihood: of true colours, 0..1; see `docs/tint.md`.
        tone: of a tinted photo, and of one that is not certain, if it is one.
        evidence: None of a photo without any colour.
    """

    tint: Tint
    likelihood: float = 0.0
    tone: Tone | None = None
    evidence: Evidence | None = field(default=None, repr=False)

    @property
    def has_marks(self) -> bool:
        """Whether something is written, stamped or stuck on the sheet, or lies beside it."""
        return self.evidence is not None and bool(self.evidence.marks.any())

    @property
    def reason(self) -> str:
        """Half a sentence for a person: what was seen."""
        seen = _WORDS[self.tint]
        if self.tint is Tint.TINTED and self.tone is not None:
            seen = f"black-and-white with a {self.tone.value} tone"
        beside = [
            *(["ink or other marks"] if self.has_marks else []),
            *(["a border or surroundings"] if self._has_surroundings else []),
        ]
        return f"{seen}; {' and '.join(beside)} not counted" if beside else seen

    @property
    def _has_surroundings(self) -> bool:
        return self.evidence is not None and self.evidence.around_share > 0.02


_WORDS: Final = {
    Tint.GREY: "black-and-white",
    Tint.TINTED: "black-and-white with a tone",
    Tint.COLORED: "it has colours that no single tone explains",
    Tint.UNSURE: "either a toned black-and-white photo or one whose colours are faint",
}


def tone_name(tone: F32) -> Tone:
    """The word for the mean of a tone's a*, b* (N, 2)."""
    a, b = (float(np.mean(tone[..., channel])) for channel in (0, 1))
    angle = np.degrees(np.arctan2(b, a)) % 360
    return next(name for end, name in _TONE_ENDS if angle <= end)
