"""A window that puts colour points."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.metadata.metadata import Metadata
from core.photo.photo import Photo
from core.photo.write import write_photo
from desktop.shell.main_window import MainWindow
from tests.desktop.editor.hint_helpers import RED
from tests.desktop.editor.repair_helpers import click, find, wait_for_repair
from tests.desktop.helpers import MakePhoto, MakeWindow, wait_for_colors
from tests.desktop.tint_photos import coffee


@pytest.fixture
def colored(
    qtbot: QtBot, make_window: MakeWindow, make_photo: MakePhoto, tiny_model: Callable[..., Path]
) -> MainWindow:
    """A window that shows a photo whose colours have arrived, over a model with bins."""
    window = make_window(make_photo(), model=tiny_model(likeness=True))
    wait_for_colors(qtbot, window)
    return window


@pytest.fixture
def party(tmp_path: Path) -> Path:
    """A photo in colour, of 16 bits, with a caption and a white scratch."""
    pixels = coffee().astype(np.uint16) * 205
    pixels[:, 150:152] = 65_535
    caption = Metadata(texts={"Description": "The party"})
    return write_photo(Photo(pixels, metadata=caption), tmp_path / "party.png")


@pytest.fixture
def repaired_party(
    qtbot: QtBot, make_window: MakeWindow, detector: Path, party: Path
) -> MainWindow:
    """A window that shows it repaired, in the colours it has."""
    window = make_window(party)
    qtbot.waitUntil(lambda: "has colours already" in window.photo_page.tint_panel.words.text())
    find(qtbot, window)
    click(qtbot, window.photo_page.repair_panel.apply)
    wait_for_repair(qtbot, window)
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
