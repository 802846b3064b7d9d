"""The hand-over of another program's working copy: Save replaces it, and nothing else ever."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import tifffile
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.colorize.look import Look
from core.colorize.sidecar import sidecar_of
from core.photo.read import read_photo
from desktop.editor.widgets.save_dialog import SaveDialog
from desktop.shell.main_window import MainWindow
from tests.desktop.helpers import MakePhoto, MakeWindow, wait_for_colors


def save(qtbot: QtBot, window: MainWindow) -> Path:
    with qtbot.waitSignal(window.workspace.editor.saved, timeout=30_000) as saved:
        qtbot.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert saved.args is not None
    return Path(saved.args[0])


def test_save_puts_the_colours_in_the_place_of_the_copy(
    qtbot: QtBot, make_window: MakeWindow, make_photo: MakePhoto, tmp_path: Path
) -> None:
    copy = make_photo("IMG_1-edit.tif", depth=16)
    grey = read_photo(copy)
    window = make_window(edit=copy)
    wait_for_colors(qtbot, window)
    assert "IMG_1-edit.tif" in window.notice_bar.text.text()
    assert "Save puts the colour photo in the place" in window.notice_bar.text.text()
    assert save(qtbot, window) == copy
    result = read_photo(copy)
    assert (result.depth, result.pixels.shape) == (16, (*grey.pixels.shape, 3))
    assert result.metadata.xmp is not None
    assert b"ModelName" in result.metadata.xmp
    window.workspace.editor.set_look(Look(strength=0.0), "Strength")
    save(qtbot, window)
    assert np.ptp(read_photo(copy).pixels.astype(int), axis=2).max() <= 2
    window.close()
    assert not sidecar_of(copy).exists()
    assert [path.name for path in tmp_path.glob("*IMG_1*")] == [copy.name]


def test_another_photo_in_that_window_is_never_replaced(
    qtbot: QtBot,
    make_window: MakeWindow,
    make_photo: MakePhoto,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    copy, other = make_photo("copy.png"), make_photo("other.png")
    before = other.read_bytes()
    window = make_window(edit=copy)
    wait_for_colors(qtbot, window)
    window.workspace.editor.open_path(other)
    qtbot.waitUntil(
        lambda: (
            window.workspace.editor.document is not None
            and window.workspace.editor.document.name == "other.png"
        )
    )
    wait_for_colors(qtbot, window)
    monkeypatch.setattr(SaveDialog, "exec", lambda _dialog: 1)
    assert save(qtbot, window).name == "other_color.png"
    assert other.read_bytes() == before


def test_a_document_of_several_pages_is_saved_elsewhere(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "album.tif"
    with tifffile.TiffWriter(copy) as tiff:
        for value in (60, 160):
            page = np.tile(np.linspace(value, value + 60, 96), (64, 1)).astype(np.uint8)
            tiff.write(page, photometric="minisblack")
    before = copy.read_bytes()
    window = make_window(edit=copy)
    wait_for_colors(qtbot, window)
    assert "Save asks for another place" in window.notice_bar.text.text()
    asked: list[SaveDialog] = []

    def cancel(dialog: SaveDialog) -> int:
        asked.append(dialog)
        return 0

    monkeypatch.setattr(SaveDialog, "exec", cancel)
    qtbot.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert len(asked) == 1
    assert copy.read_bytes() == before
