"""What tests of colour points do."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from core.colorize.hints import ColorHint
from desktop.editor.document import PhotoDocument
from desktop.shell.main_window import MainWindow

RED = QColor("#8f2d35")


def document_of(window: MainWindow) -> PhotoDocument:
    assert window.workspace.editor.document is not None
    return window.workspace.editor.document


def hints_of(window: MainWindow) -> tuple[ColorHint, ...]:
    return document_of(window).edit.hints


def at(window: MainWindow, x: float, y: float) -> QPoint:
    rect = window.photo_page.view.viewport_now.photo_rect
    return QPointF(rect.x() + x * rect.width(), rect.y() + y * rect.height()).toPoint()


def click(qtbot: QtBot, window: MainWindow, x: float, y: float) -> None:
    qtbot.mouseClick(window.photo_page.view, Qt.MouseButton.LeftButton, pos=at(window, x, y))
