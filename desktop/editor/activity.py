"""`Activity`: what the status strip says is being done, the newest of several."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Activity(QObject):
    """Texts of what was begun and has not ended; ``changed`` carries the newest, or nothing."""

    changed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: dict[str, str] = {}

    def set(self, what: str, words: str) -> None:
        """Begin the activity ``what``, or end it with empty ``words``."""
        self._words.pop(what, None)
        if words:
            self._words[what] = words
        self._tell()

    def forget(self) -> None:
        """End all of them."""
        self._words.clear()
        self._tell()

    def _tell(self) -> None:
        self.changed.emit(next(reversed(self._words.values()), ""))
