"""The dialog that asks where and how to save."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.photo.read import read_photo
from core.photo.save_options import SaveOptions
from core.planning.result_paths import before_after_path
from core.resources import resource
from desktop.editor.saving import SaveRequest
from desktop.editor.widgets import save_dialog
from desktop.editor.widgets.save_dialog import SaveDialog
from desktop.settings import Settings
from desktop.shell.main_window import MainWindow
from tests.desktop.helpers import MakePhoto


def _save_dialog(qtbot: QtBot, window: MainWindow) -> SaveDialog:
    document = window.editor.document
    assert document is not None
    dialog = SaveDialog(document.photo, window.settings.value, window)
    qtbot.addWidget(dialog)
    return dialog


def test_the_save_dialog_offers_a_new_name(
    qtbot: QtBot, colored: MainWindow, tmp_path: Path
) -> None:
    dialog = _save_dialog(qtbot, colored)
    assert dialog.request().target == tmp_path / "old_color.jpg"
    dialog.path.selectAll()
    qtbot.keyClicks(dialog.path, str(tmp_path / "old.png"))
    assert not dialog.save_button.isEnabled()
    assert dialog.format.currentData() == "png"
    (tmp_path / "there.tif").touch()
    dialog.path.selectAll()
    qtbot.keyClicks(dialog.path, str(tmp_path / "there.tif"))
    assert dialog.save_button.text() == "Replace"
    options = SaveOptions("tiff", 92, 8)
    assert dialog.request() == SaveRequest(tmp_path / "there.tif", options, overwrite=True)


def test_what_lies_in_a_folder_one_cannot_write_to_is_saved_among_the_pictures(
    qtbot: QtBot, make_photo: MakePhoto, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    pictures = tmp_path / "Pictures"
    monkeypatch.setattr(save_dialog, "_pictures", lambda: pictures)
    sample = SaveDialog(read_photo(resource("samples/camera.jpg")), Settings())
    qtbot.addWidget(sample)
    assert sample.request().target == pictures / "camera_color.jpg"
    monkeypatch.setattr("os.access", lambda _path, _mode: False)
    on_a_disc = SaveDialog(read_photo(make_photo()), Settings())
    qtbot.addWidget(on_a_disc)
    assert on_a_disc.request().target == pictures / "old_color.jpg"


def test_the_second_picture_is_not_replaced_unsaid(
    qtbot: QtBot, colored: MainWindow, tmp_path: Path
) -> None:
    dialog = _save_dialog(qtbot, colored)
    second = before_after_path(dialog.request().target)
    second.write_bytes(b"mine")
    assert dialog.save_button.text() == "Save"
    dialog.before_after.click()
    assert dialog.save_button.text() == "Replace"
    assert second.name in dialog.warning.text()
    with qtbot.waitSignal(colored.editor.saved, timeout=30_000):
        colored.editor.save(dialog.request())
    assert second.read_bytes() != b"mine"
