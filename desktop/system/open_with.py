"""`OpenWith`: receives files that the system hands over after the start, as macOS does."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from PySide6.QtGui import QFileOpenEvent


class OpenWith(QObject):
    """Event filter on the application for "open with" and the dock."""

    asked = Signal(object)  # list[Path]

    def __init__(self, app: QCoreApplication, parent: QObject) -> None:
        super().__init__(parent)
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QFileOpenEvent):
            return super().eventFilter(watched, event)
        if event.file():
            self.asked.emit([Path(event.file())])
        return True
