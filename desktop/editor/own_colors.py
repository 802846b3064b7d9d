"""`OwnColors`: what is known of the colours that an open photo has itself."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from core.colorize.colorization import Colorization
from core.colorize.tint import Tint, outcome_words
from core.errors import AutochromeError, UnsureTintError


class Verdict(Enum):
    """What there is to say, or to decide."""

    NOTHING = "nothing"
    #: It has colours, and keeps them until a person says otherwise.
    COLORED = "colored"
    #: It may be toned or faint in colour: a person has to say which.
    UNSURE = "unsure"
    #: Its colours were replaced, for a person wanted that.
    REPLACED = "replaced"
    #: It was not certain, and a person has said that it is black-and-white.
    DECIDED = "decided"
    #: Black-and-white, with a tone or with ink.
    TONED = "toned"


@dataclass(frozen=True)
class OwnColors:
    """What is known of a photo's own colours.

    Attributes:
        outcome: what became of them; of `core.colorize.tint.outcome_words`.
    """

    verdict: Verdict = Verdict.NOTHING
    has_tone: bool = False
    has_ink: bool = False
    outcome: tuple[str, ...] = ()


def own_colors(colorization: Colorization | None, refusal: AutochromeError | None) -> OwnColors:
    """Of the network's last answer, or of the reason why it was not asked."""
    if refusal is not None:
        unsure = isinstance(refusal, UnsureTintError)
        return OwnColors(Verdict.UNSURE if unsure else Verdict.COLORED)
    if colorization is None or colorization.decision is None:
        return OwnColors()
    decision = colorization.decision
    if decision.tint is Tint.COLORED:
        return OwnColors(Verdict.REPLACED)
    has_tone, has_ink = decision.tone is not None, decision.has_marks
    verdict = Verdict.TONED if has_tone or has_ink else Verdict.NOTHING
    if decision.tint is Tint.UNSURE:
        verdict = Verdict.DECIDED
    outcome = tuple(outcome_words(colorization.settings))
    return OwnColors(verdict, has_tone, has_ink, outcome)
