"""What several tests of the window do: drop something, find the document, wait for a photo."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.editor.document import PhotoDocument
from desktop.shell.main_window import MainWindow

MakeWindow = Callable[..., MainWindow]
MakePhoto = Callable[..., Path]
MakeAlbum = Callable[..., Path]
TinyModel = Callable[..., Path]

#: Columns of the scratch in a photo of 120 x 90, of the fixture ``scratched``.
SCRATCH = slice(60, 63)


def document_of(window: MainWindow) -> PhotoDocument:
    """The photo that is open."""
    assert window.workspace.editor.document is not None
    return window.workspace.editor.document


def drop(window: MainWindow, mime: QMimeData) -> None:
    """As Qt delivers it: a drop without an enter before it goes nowhere."""
    how = (
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter = QDragEnterEvent(QPoint(50, 50), *how)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(50, 50), *how))


def wait_for_photo(qtbot: QtBot, window: MainWindow, name: str) -> None:
    """Until the photo of this name is open and has its colours."""

    def arrived() -> None:
        document = document_of(window)
        assert document.name == name
        assert document.colorization is not None

    qtbot.waitUntil(arrived, timeout=60_000)


def wait_for_colors(qtbot: QtBot, window: MainWindow) -> None:
    """Until colours are shown."""

    def arrived() -> None:
        assert document_of(window).colorization is not None
        assert window.photo_page.view.after_shown

    qtbot.waitUntil(arrived, timeout=60_000)
