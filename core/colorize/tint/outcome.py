"""What became of a photo's own colours: for a result's provenance, and as words for a person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from core.colorize.tint.decision import Tint, TintDecision
from core.colorize.tint.options import TintOptions, ToneOption

_DONE_WITH_TONE: Final = {ToneOption.REMOVE: "removed", ToneOption.KEEP: "kept"}


def outcome_of(decision: TintDecision, options: TintOptions) -> dict[str, str]:
    """What the result says of the photo it was made from: settings of its provenance.

    ``original``: a value of `Tint`. ``tone``: ``brown removed``, ``blue kept``. ``ink``: ``kept``.
    """
    said = {"original": decision.tint.value}
    if decision.tone is not None:
        said["tone"] = f"{decision.tone.value} {_DONE_WITH_TONE[options.tone]}"
    if decision.has_marks and options.keep_ink and decision.tint is not Tint.COLORED:
        said["ink"] = "kept"
    return said


def decision_facts(decision: TintDecision | None) -> dict[str, object]:
    """What a photo's own colours were taken for, and by what: for programs."""
    if decision is None:
        return {}
    likelihood = round(decision.likelihood, 3)
    return {"original": decision.tint.value, "reason": decision.reason, "likelihood": likelihood}


def outcome_words(settings: Mapping[str, object]) -> Iterator[str]:
    """What a person should hear of `outcome_of`: ``brown tone removed``, ``ink kept``."""
    if tone := settings.get("tone"):
        name, done = str(tone).split(" ", 1)
        yield f"{name} tone {done}"
    if ink := settings.get("ink"):
        yield f"ink {ink}"
