"""The page of keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from desktop.shell.widgets.shortcuts import Shortcuts
from tests.desktop.helpers import MakeWindow


def test_the_keyboards_page_has_every_key(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=30_000)
    qtbot.keyClick(window, Qt.Key.Key_Question)
    page = window.findChild(Shortcuts)
    assert page is not None
    words = page.page.toPlainText()
    actions = [*window.actions_by_name.values(), *window.workspace.queue.page.list.actions()]
    for action in actions:
        if not action.shortcut().isEmpty():
            assert action.text().replace("&", "").rstrip("…") in words
            assert action.shortcut().toString(QKeySequence.SequenceFormat.NativeText) in words
    assert page.height() <= 600
    qtbot.keyClick(page, Qt.Key.Key_Escape)
