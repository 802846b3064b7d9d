"""A window that puts colour points."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.shell.main_window import MainWindow
from tests.desktop.editor.hint_helpers import RED
from tests.desktop.helpers import MakePhoto, MakeWindow, wait_for_colors


@pytest.fixture
def colored(
    qtbot: QtBot, make_window: MakeWindow, make_photo: MakePhoto, tiny_model: Callable[..., Path]
) -> MainWindow:
    """A window that shows a photo whose colours have arrived, over a model with bins."""
    window = make_window(make_photo(), model=tiny_model(likeness=True))
    wait_for_colors(qtbot, window)
    return window


@pytest.fixture
def pointing(qtbot: QtBot, colored: MainWindow) -> MainWindow:
    """The tool is on and its colour is red."""
    qtbot.keyClick(colored, Qt.Key.Key_P)
    assert colored.photo_page.view.tool is colored.photo_page.hints.tool
    colored.photo_page.hint_panel.hex.selectAll()
    qtbot.keyClicks(colored.photo_page.hint_panel.hex, RED.name())
    qtbot.keyClick(colored.photo_page.hint_panel.hex, Qt.Key.Key_Return)
    return colored
