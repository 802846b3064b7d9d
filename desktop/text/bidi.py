"""Names of files in sentences that are read from the right."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication


def isolated(name: str) -> str:
    """A name as it may stand in a sentence: between U+2068 and U+2069 where that is read leftwards.

    Without them its ending, its numbers and the sentence's full stop change places (Unicode
    Standard Annex 9, 2.5 "Explicit Directional Isolates").
    """
    return f"\u2068{name}\u2069" if QApplication.isRightToLeft() else name
