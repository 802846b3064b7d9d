"""Preferences: each does what it says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QDialogButtonBox
from pytestqt.qtbot import QtBot

from desktop.background.requests import LoadModel, ModelReady
from desktop.editor.widgets.save_dialog import SaveDialog
from desktop.settings import Settings
from desktop.shell.main_window import MainWindow
from desktop.shell.widgets.preferences import Preferences

OK = QDialogButtonBox.StandardButton.Ok
TinyModel = Callable[..., Path]


@pytest.fixture
def dialog(qtbot: QtBot, colored: MainWindow) -> Preferences:
    """Over the settings of a window; closed at the end."""
    model = colored.editor.model
    assert isinstance(model, ModelReady)
    made = Preferences(replace(Settings(), model=str(model.spec.path)), colored, spec=model.spec)
    qtbot.addWidget(made, before_close_func=lambda shown: shown.reject())
    made.show()
    return made


def _type(qtbot: QtBot, dialog: Preferences, path: Path) -> None:
    dialog.model.path.selectAll()
    qtbot.keyClicks(dialog.model.path, str(path))


def test_the_present_model_is_named(dialog: Preferences) -> None:
    assert dialog.model.spec is not None
    assert "tiny 0.1" in dialog.model.words.text()
    assert dialog.model.spec.sha256[:12] in dialog.model.words.text()
    assert "colour points" in dialog.model.words.text()
    assert "64 px" in dialog.network_size.specialValueText()
    assert dialog.network_size.maximum() == 512


def test_a_model_of_ones_own_is_verified_while_one_looks(
    qtbot: QtBot, dialog: Preferences, tiny_model: TinyModel
) -> None:
    own = tiny_model(
        name="own.onnx", hints=False, z=0, metadata={"name": "grandpa", "max_size": "256"}
    )
    _type(qtbot, dialog, own)
    assert not dialog.buttons.button(OK).isEnabled()
    qtbot.waitUntil(lambda: "grandpa" in dialog.model.words.text(), timeout=30_000)
    assert "colour points" not in dialog.model.words.text()
    assert dialog.buttons.button(OK).isEnabled()
    assert dialog.network_size.maximum() == 256
    assert dialog.settings().model == str(own)


@pytest.mark.parametrize("trouble", ["missing", "damaged", "foreign", "swapped"])
def test_a_model_that_cannot_be_used_cannot_be_chosen(
    qtbot: QtBot, dialog: Preferences, tiny_model: TinyModel, tmp_path: Path, trouble: str
) -> None:
    path = tmp_path / "bad.onnx"
    if trouble == "damaged":
        path.write_bytes(b"no model")
    if trouble == "foreign":
        tiny_model(name="bad.onnx", metadata={"autochrome.contract": "9"})
    if trouble == "swapped":
        tiny_model(name="bad.onnx")
        path.with_suffix(".sha256").write_text("0" * 64)
    _type(qtbot, dialog, path)
    qtbot.waitUntil(lambda: "bad.onnx" in dialog.model.words.text(), timeout=30_000)
    assert not dialog.buttons.button(OK).isEnabled()


def test_a_size_the_model_refuses_cannot_be_chosen(qtbot: QtBot, dialog: Preferences) -> None:
    for typed, size in (("7", 32), ("0", 0), ("96", 96)):
        dialog.network_size.selectAll()
        qtbot.keyClicks(dialog.network_size, typed)
        dialog.network_size.interpretText()
        assert dialog.settings().size == size
    dialog.network_size.setValue(9999)
    assert dialog.settings().size == 512


def test_device_and_memory_reach_the_network(
    qtbot: QtBot, colored: MainWindow, monkeypatch: pytest.MonkeyPatch, tiny_model: TinyModel
) -> None:
    asked: list[LoadModel] = []
    monkeypatch.setattr(colored.editor, "load_model", asked.append)
    own = tiny_model(name="own.onnx")

    def choose(dialog: Preferences) -> int:
        dialog.device.setCurrentIndex(dialog.device.findData("cpu"))
        dialog.memory.setValue(768)
        dialog.network_size.setValue(128)
        dialog.model.path.setText(str(own))
        dialog.reject()
        return int(QDialog.DialogCode.Accepted)

    monkeypatch.setattr(Preferences, "exec", choose)
    colored.actions_by_name["preferences"].trigger()
    assert asked == [LoadModel(own, "cpu", 768)]
    assert colored.editor.size == 128


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
    assert (request.format, request.quality) == ("tiff", 70)
    # the last photo's format is offered for the next one; the preference itself stays
    _saved(colored, monkeypatch, format="webp")
    assert _saved(colored, monkeypatch).request().format == "webp"
    assert store.value.format == "tiff"
    colored.preferences.apply(replace(own, format="png"))
    assert _saved(colored, monkeypatch).request().format == "png"


def test_the_output_defaults_are_set_in_the_dialog(qtbot: QtBot, dialog: Preferences) -> None:
    dialog.format.setCurrentIndex(dialog.format.findData("webp"))
    dialog.quality.setValue(80)
    qtbot.keyClicks(dialog.folder, "/somewhere")
    chosen = dialog.settings()
    assert (chosen.format, chosen.quality, chosen.folder) == ("webp", 80, "/somewhere")
