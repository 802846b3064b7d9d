"""The dialog of preferences: each does what it says."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from desktop.background.requests import ModelReady
from desktop.settings import Settings
from desktop.shell.main_window import MainWindow
from desktop.shell.widgets.preferences import Preferences
from tests.desktop.helpers import TinyModel

OK = QDialogButtonBox.StandardButton.Ok


@pytest.fixture
def dialog(qtbot: QtBot, colored: MainWindow) -> Preferences:
    """Over the settings of a window; closed at the end."""
    model = colored.workspace.editor.model
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


def test_the_output_defaults_are_set_in_the_dialog(qtbot: QtBot, dialog: Preferences) -> None:
    dialog.format.setCurrentIndex(dialog.format.findData("webp"))
    dialog.quality.setValue(80)
    qtbot.keyClicks(dialog.folder, "/somewhere")
    chosen = dialog.settings()
    assert (chosen.format, chosen.quality, chosen.folder) == ("webp", 80, "/somewhere")
