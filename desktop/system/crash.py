"""`CrashReporter`: logs an unexpected error and shows it in a dialog; the window lives on."""

from __future__ import annotations

import logging
import sys
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QTextEdit, QWidget

LOG: Final = logging.getLogger("autochrome")


def start_log(path: Path) -> None:
    """Begin to write warnings and errors to a file of at most two times 256 KB."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(path, maxBytes=1 << 18, backupCount=1, delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    LOG.addHandler(handler)


def stop_log() -> None:
    """Close the log's file."""
    for handler in list(LOG.handlers):
        LOG.removeHandler(handler)
        handler.close()


class CrashReporter(QObject):
    """Replacement of ``sys.excepthook``; an error of any thread is shown on the window's."""

    happened = Signal(str)

    def __init__(self, window: QWidget | None = None) -> None:
        super().__init__()
        self.window = window
        self.box: QMessageBox | None = None
        self.happened.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def hook(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Log and show an error; a replacement of ``sys.excepthook``."""
        if not issubclass(kind, Exception):
            sys.__excepthook__(kind, error, trace)
            return
        text = "".join(traceback.format_exception(kind, error, trace))
        LOG.error(text)
        self.happened.emit(text)

    @Slot(str)
    def _show(self, text: str) -> None:
        if self.box is not None:  # one dialog for a storm of errors
            return
        box = self.box = QMessageBox(self.window)
        box.setIcon(QMessageBox.Icon.Information)
        box.setWindowTitle("Autochrome")
        box.setText(self.tr("Something unexpected happened."))
        box.setInformativeText(
            self.tr("Your photos are untouched and you can go on. The details can be copied.")
        )
        box.setDetailedText(text)
        for details in box.findChildren(QTextEdit):
            details.setAccessibleName(self.tr("Details"))
        copy = box.addButton(self.tr("Copy the details"), QMessageBox.ButtonRole.ActionRole)
        copy.clicked.disconnect()  # it does not close the box
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(text))
        box.addButton(QMessageBox.StandardButton.Ok)
        box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        box.finished.connect(self._closed)
        box.open()

    @Slot(int)
    def _closed(self, _result: int) -> None:
        if self.box is not None:
            self.box.deleteLater()
        self.box = None
