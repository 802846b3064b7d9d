"""What is changed in the preferences happens at once."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import (
    QDialog,
)
from pytestqt.qtbot import QtBot

from desktop.background.requests import LoadModel
from desktop.shell.main_window import MainWindow
from desktop.shell.widgets.preferences import Preferences
from tests.desktop.helpers import MakeWindow, TinyModel


def test_device_and_memory_reach_the_network(
    qtbot: QtBot, colored: MainWindow, monkeypatch: pytest.MonkeyPatch, tiny_model: TinyModel
) -> None:
    asked: list[LoadModel] = []
    monkeypatch.setattr(colored.workspace.editor, "load_model", asked.append)
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
    assert colored.workspace.editor.size == 128


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_theme_is_worn_at_once(
    qtbot: QtBot, make_window: MakeWindow, monkeypatch: pytest.MonkeyPatch, theme: str
) -> None:
    window = make_window()

    def choose(dialog: Preferences) -> int:
        dialog.theme.setCurrentIndex(dialog.theme.findData(theme))
        return int(QDialog.DialogCode.Accepted)

    monkeypatch.setattr(Preferences, "exec", choose)
    window.actions_by_name["preferences"].trigger()
    assert window.settings.value.theme == theme
    assert (window.palette().window().color().lightness() < 128) == (theme == "dark")


def test_a_language_is_chosen_in_the_preferences(
    make_window: MakeWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make_window()

    def choose(dialog: Preferences) -> int:
        dialog.language.setCurrentIndex(dialog.language.findText("Español"))
        return int(QDialog.DialogCode.Accepted)

    monkeypatch.setattr(Preferences, "exec", choose)
    window.actions_by_name["preferences"].trigger()
    assert window.settings.value.language == "es"
    assert "opened again" in window.notice_bar.text.text()
