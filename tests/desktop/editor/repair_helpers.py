"""What tests of the repair in the window do."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from core.repair.edits import RepairEdit
from desktop.shell.main_window import MainWindow
from tests.desktop.helpers import document_of


def click(qtbot: QtBot, button: QAbstractButton) -> None:
    assert button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(10, button.height() // 2))


def drag(qtbot: QtBot, window: MainWindow, *places: QPoint) -> None:
    qtbot.mousePress(window.photo_page.view, Qt.MouseButton.LeftButton, pos=places[0])
    for place in places[1:]:
        qtbot.mouseMove(window.photo_page.view, place)
    qtbot.mouseRelease(window.photo_page.view, Qt.MouseButton.LeftButton, pos=places[-1])


def repair_of(window: MainWindow) -> RepairEdit:
    return document_of(window).edit.repair


def find(qtbot: QtBot, window: MainWindow) -> None:
    click(qtbot, window.photo_page.repair_panel.look)
    qtbot.waitUntil(lambda: document_of(window).damage is not None, timeout=30_000)
    qtbot.waitUntil(lambda: not window.workspace.editor.repairs.busy, timeout=30_000)


def wait_for_repair(qtbot: QtBot, window: MainWindow) -> None:
    """Until the photo is what its edit says, and its colours are of that."""

    def arrived() -> None:
        assert window.workspace.editor.repairs.is_ready
        assert not window.workspace.editor.repairs.busy
        assert document_of(window).has_colors or document_of(window).refusal is not None

    qtbot.waitUntil(arrived, timeout=30_000)
