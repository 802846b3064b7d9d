"""A window that puts colour points."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.shell.main_window import MainWindow
from tests.desktop.editor.hint_helpers import RED


@pytest.fixture
def pointing(qtbot: QtBot, colored: MainWindow) -> MainWindow:
    """The tool is on and its colour is red."""
    qtbot.keyClick(colored, Qt.Key.Key_P)
    assert colored.view.tool is colored.hints.tool
    colored.hint_panel.hex.selectAll()
    qtbot.keyClicks(colored.hint_panel.hex, RED.name())
    qtbot.keyClick(colored.hint_panel.hex, Qt.Key.Key_Return)
    return colored
