"""`Notice`: a message of the notice bar, with up to two choices."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from core.errors import AutochromeError
from desktop.text.bidi import isolated
from desktop.text.messages import details, headline

#: A button's word and what it does.
Choice = tuple[str, Callable[[], None]]


@dataclass(frozen=True)
class Notice:
    """Message of one sentence; ``details`` are its tool tip."""

    text: str
    details: str = ""
    action: Choice | None = None
    second: Choice | None = None

    @classmethod
    def of(cls, error: AutochromeError, action: Choice | None = None) -> Notice:
        """The notice of an error, with core's own words as the details."""
        where = f"{isolated(error.path.name)}: " if error.path else ""
        return cls(where + headline(error), details(error), action)
