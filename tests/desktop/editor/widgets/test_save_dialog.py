"""The dialog that asks where and how to save."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.photo.read import read_photo
from core.photo.save_options import SaveOptions
from core.planning.result_paths import before_after_path
from core.resources import resource
from desktop.editor import save_places
from desktop.editor.saving import SaveHabit, SaveRequest
from desktop.editor.widgets.save_dialog import SaveDialog
from desktop.shell.main_window import MainWindow
from tests.desktop.helpers import MakePhoto


def _save_dialog(qtbot: QtBot, window: MainWindow) -> SaveDialog:
    document = window.workspace.editor.document
    assert document is not None
    dialog = SaveDialog(document.photo, SaveHabit("", 92), window)
    qtbot.addWidget(dialog)
    return dialog


def _type(qtbot: QtBot, dialog: SaveDialog, name: str) -> None:
    dialog.name.selectAll()
    qtbot.keyClicks(dialog.name, name)


def test_as_the_photo_is_the_default_and_16_bits_are_not_lost_unsaid(
    qtbot: QtBot, make_photo: MakePhoto
) -> None:
    dialog = SaveDialog(read_photo(make_photo("deep.tif", depth=16)), SaveHabit("", 92))
    qtbot.addWidget(dialog)
    assert dialog.options() == SaveOptions("tiff", 92, 16)
    assert dialog.loss.isHidden()
    dialog.format.setCurrentIndex(dialog.format.findData("jpeg"))
    assert dialog.request().target.name == "deep_color.jpg"
    assert "8" in dialog.loss.text()
    assert not dialog.loss.isHidden()
    dialog.format.setCurrentIndex(dialog.format.findData("avif"))
    assert "10" in dialog.loss.text()
    dialog.format.setCurrentIndex(dialog.format.findData("png"))
    assert dialog.loss.isHidden()
    dialog.bits.setCurrentIndex(0)
    assert not dialog.loss.isHidden()


def test_an_unknown_ending_is_said(qtbot: QtBot, colored: MainWindow, tmp_path: Path) -> None:
    dialog = _save_dialog(qtbot, colored)
    _type(qtbot, dialog, "holiday.xyz")
    assert not dialog.save_button.isEnabled()
    assert ".xyz" in dialog.warning.text()
    _type(qtbot, dialog, "holiday.avif")
    assert dialog.save_button.isEnabled()
    assert dialog.options().format == "avif"
    _type(qtbot, dialog, "holiday")
    assert dialog.request().target == tmp_path / "holiday.avif"
    with qtbot.waitSignal(colored.workspace.editor.saved, timeout=30_000):
        colored.workspace.editor.save(dialog.request())
    assert read_photo(tmp_path / "holiday.avif").format == "avif"


def test_name_and_folder_stand_apart(qtbot: QtBot, colored: MainWindow, tmp_path: Path) -> None:
    dialog = _save_dialog(qtbot, colored)
    dialog.folder.selectAll()
    qtbot.keyClicks(dialog.folder, str(tmp_path / "other"))
    assert dialog.request().target == tmp_path / "other" / "old_color.png"
    _type(qtbot, dialog, "other/old.png")
    assert not dialog.save_button.isEnabled()


def test_the_save_dialog_offers_a_new_name(
    qtbot: QtBot, colored: MainWindow, tmp_path: Path
) -> None:
    dialog = _save_dialog(qtbot, colored)
    assert dialog.request().target == tmp_path / "old_color.png"
    _type(qtbot, dialog, "old.png")
    assert not dialog.save_button.isEnabled()
    (tmp_path / "there.tif").touch()
    _type(qtbot, dialog, "there.tif")
    assert dialog.format.currentData() == "tiff"
    assert dialog.save_button.text() == "Replace"
    options = SaveOptions("tiff", 92, 8)
    assert dialog.request() == SaveRequest(tmp_path / "there.tif", options, overwrite=True)


def test_what_lies_in_a_folder_one_cannot_write_to_is_saved_among_the_pictures(
    qtbot: QtBot, make_photo: MakePhoto, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    pictures = tmp_path / "Pictures"
    monkeypatch.setattr(save_places, "_pictures", lambda: pictures)
    sample = SaveDialog(read_photo(resource("samples/camera.jpg")), SaveHabit("", 92))
    qtbot.addWidget(sample)
    assert sample.request().target == pictures / "camera_color.jpg"
    monkeypatch.setattr("os.access", lambda _path, _mode: False)
    on_a_disc = SaveDialog(read_photo(make_photo()), SaveHabit("jpeg", 92))
    qtbot.addWidget(on_a_disc)
    assert on_a_disc.request().target == pictures / "old_color.jpg"


def test_the_second_picture_is_not_replaced_unsaid(
    qtbot: QtBot, colored: MainWindow, tmp_path: Path
) -> None:
    dialog = _save_dialog(qtbot, colored)
    second = before_after_path(dialog.request().target)
    second.write_bytes(b"mine")
    assert dialog.save_button.text() == "Save"
    dialog.extent.before_after.click()
    assert dialog.save_button.text() == "Replace"
    assert second.name in dialog.warning.text()
    with qtbot.waitSignal(colored.workspace.editor.saved, timeout=30_000):
        colored.workspace.editor.save(dialog.request())
    assert second.read_bytes() != b"mine"
