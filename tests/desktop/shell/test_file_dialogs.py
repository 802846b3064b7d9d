"""Asking where to save: what the preferences say, and what the last photo was."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from core.colorize.look import Look
from desktop.editor.widgets.save_dialog import SaveDialog
from desktop.shell.main_window import MainWindow
from tests.desktop.helpers import MakePhoto, MakeWindow, wait_for_photo


def test_saving_by_keyboard(
    qtbot: QtBot, colored: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def accepted(dialog: SaveDialog) -> int:
        return int(QDialog.DialogCode.Accepted)

    monkeypatch.setattr(SaveDialog, "exec", accepted)
    with qtbot.waitSignal(colored.workspace.editor.saved, timeout=30_000):
        qtbot.keyClick(colored, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    with Image.open(tmp_path / "old_color.png") as image:
        assert image.size == (96, 64)


def test_the_second_time_it_saves_like_the_first_without_asking(
    qtbot: QtBot,
    colored: MainWindow,
    make_photo: MakePhoto,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[SaveDialog] = []

    def answer(dialog: SaveDialog) -> int:
        asked.append(dialog)
        dialog.folder.setText(str(tmp_path / "results"))
        dialog.format.setCurrentIndex(dialog.format.findData("tiff"))
        return int(QDialog.DialogCode.Accepted)

    monkeypatch.setattr(SaveDialog, "exec", answer)
    control = Qt.KeyboardModifier.ControlModifier

    def save(modifiers: Qt.KeyboardModifier = control) -> Path:
        with qtbot.waitSignal(colored.workspace.editor.saved, timeout=30_000) as saved:
            qtbot.keyClick(colored, Qt.Key.Key_S, modifiers)
        assert saved.args is not None
        return Path(saved.args[0])

    first = save()
    assert first == tmp_path / "results" / "old_color.tif"
    before = first.read_bytes()
    colored.workspace.editor.set_look(Look(strength=0.5), "Strength")
    assert save() == first
    assert first.read_bytes() != before
    colored.workspace.editor.open_paths([make_photo("next.png")])
    wait_for_photo(qtbot, colored, "next.png")
    assert save() == tmp_path / "results" / "next_color.tif"
    assert len(asked) == 1
    save(control | Qt.KeyboardModifier.ShiftModifier)
    assert len(asked) == 2


def test_the_dialog_says_about_how_large_the_file_will_be(
    qtbot: QtBot, colored: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    sizes: list[int] = []
    monkeypatch.setattr(SaveDialog, "show_size", lambda _self, _options, size: sizes.append(size))

    def wait(_dialog: SaveDialog) -> int:
        qtbot.waitUntil(lambda: bool(sizes), timeout=30_000)
        return int(QDialog.DialogCode.Accepted)

    monkeypatch.setattr(SaveDialog, "exec", wait)
    with qtbot.waitSignal(colored.workspace.editor.saved, timeout=30_000):
        colored.workspace.file_dialogs.save()
    # a small photo is encoded whole; its metadata comes on top
    assert 0 <= (tmp_path / "old_color.png").stat().st_size - sizes[-1] < 4000


def test_open_remembers_its_folder_and_filters_photos(
    qtbot: QtBot, make_window: MakeWindow, make_photo: MakePhoto, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, photo, calls = make_window(), make_photo(), list[tuple[str, str]]()

    def ask(_parent: object, _title: str, folder: str, filters: str) -> tuple[list[str], str]:
        calls.append((folder, filters))
        return [str(photo)], ""

    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getOpenFileNames", ask)
    window.actions_by_name["open"].trigger()
    wait_for_photo(qtbot, window, "old.png")
    window.actions_by_name["open"].trigger()
    assert [folder for folder, _ in calls] == ["", str(photo.parent)]
    assert "*.jpg" in calls[0][1]


def _saved(window: MainWindow, monkeypatch: pytest.MonkeyPatch, **fields: str) -> SaveDialog:
    """The save dialog that the window opens, after ``fields`` were chosen in it."""
    seen: list[SaveDialog] = []

    def look(dialog: SaveDialog) -> int:
        seen.append(dialog)
        if "format" in fields:
            dialog.format.setCurrentIndex(dialog.format.findData(fields["format"]))
        return int(QDialog.DialogCode.Accepted if fields else QDialog.DialogCode.Rejected)

    monkeypatch.setattr(SaveDialog, "exec", look)
    monkeypatch.setattr(window.workspace.editor, "save", lambda _request: None)
    window.workspace.file_dialogs.save_as()
    return seen[0]


def test_results_are_saved_as_the_preferences_say(
    colored: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    store = colored.settings
    own = replace(store.value, format="tiff", quality=70, folder=str(tmp_path / "out"))
    colored.workspace.preferences.apply(own)
    request = _saved(colored, monkeypatch).request()
    assert request.target == tmp_path / "out" / "old_color.tif"
    assert (request.options.format, request.options.quality) == ("tiff", 70)
    # the last photo's format is offered for the next one; the preference itself stays
    _saved(colored, monkeypatch, format="webp")
    assert _saved(colored, monkeypatch).request().options.format == "webp"
    assert store.value.format == "tiff"
    colored.workspace.preferences.apply(replace(own, format="png"))
    assert _saved(colored, monkeypatch).request().options.format == "png"
