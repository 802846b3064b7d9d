"""Asking where to save: what the preferences say, and what the last photo was."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from desktop.editor.widgets.save_dialog import SaveDialog
from desktop.shell.main_window import MainWindow


def test_saving_by_keyboard(
    qtbot: QtBot, colored: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def accepted(dialog: SaveDialog) -> int:
        return int(QDialog.DialogCode.Accepted)

    monkeypatch.setattr(SaveDialog, "exec", accepted)
    with qtbot.waitSignal(colored.editor.saved, timeout=30_000):
        qtbot.keyClick(colored, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    with Image.open(tmp_path / "old_color.jpg") as image:
        assert image.size == (96, 64)


def _saved(window: MainWindow, monkeypatch: pytest.MonkeyPatch, **fields: str) -> SaveDialog:
    """The save dialog that the window opens, after ``fields`` were chosen in it."""
    seen: list[SaveDialog] = []

    def look(dialog: SaveDialog) -> int:
        seen.append(dialog)
        if "format" in fields:
            dialog.format.setCurrentIndex(dialog.format.findData(fields["format"]))
        return int(QDialog.DialogCode.Accepted if fields else QDialog.DialogCode.Rejected)

    monkeypatch.setattr(SaveDialog, "exec", look)
    monkeypatch.setattr(window.editor, "save", lambda _request: None)
    window.file_dialogs.save()
    return seen[0]


def test_results_are_saved_as_the_preferences_say(
    colored: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    store = colored.settings
    own = replace(store.value, format="tiff", quality=70, folder=str(tmp_path / "out"))
    colored.preferences.apply(own)
    request = _saved(colored, monkeypatch).request()
    assert request.target == tmp_path / "out" / "old_color.tif"
    assert (request.options.format, request.options.quality) == ("tiff", 70)
    # the last photo's format is offered for the next one; the preference itself stays
    _saved(colored, monkeypatch, format="webp")
    assert _saved(colored, monkeypatch).request().options.format == "webp"
    assert store.value.format == "tiff"
    colored.preferences.apply(replace(own, format="png"))
    assert _saved(colored, monkeypatch).request().options.format == "png"
