"""What is being done right now, in words; the newest of several is said."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Activity(QObject):
    """Things that were begun and have not ended."""

    changed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: dict[str, str] = {}

    def set(self, what: str, words: str) -> None:
        """Begin something, or end it with no words."""
        self._words.pop(what, None)
        if words:
            self._words[what] = words
        self._tell()

    def forget(self) -> None:
        """Nothing is being done."""
        self._words.clear()
        self._tell()

    def _tell(self) -> None:
        self.changed.emit(next(reversed(self._words.values()), ""))
