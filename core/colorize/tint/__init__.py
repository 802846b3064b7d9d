"""Is a photo black-and-white, toned as a whole (sepia, yellowed paper), or in colour?

A decision with evidence, made on a small copy::

    picture_area   where the photograph is: inside its border, the card, the table it lies on
    tone_model     its tone: chroma as a function of lightness that changes slowly across it
    measures       what is left once the tone is taken off: where, how much, in how many directions
    likelihood     how likely that is the work of true colours
    marks          ink, stamps, a control strip: coloured, and no part of the photograph
    decision       the answer: grey, tinted, coloured, or not certain; and by what
    outcome        what became of it, for a result's provenance and for a person

`docs/tint.md` says how often it is right.
"""

from core.colorize.tint.decide import tint_of
from core.colorize.tint.decision import Evidence, Tint, TintDecision, Tone
from core.colorize.tint.options import TintOptions, ToneOption, WhenUnsure
from core.colorize.tint.outcome import decision_facts, outcome_of, outcome_words

__all__ = [
    "Evidence",
    "Tint",
    "TintDecision",
    "TintOptions",
    "Tone",
    "ToneOption",
    "WhenUnsure",
    "decision_facts",
    "outcome_of",
    "outcome_words",
    "tint_of",
]
