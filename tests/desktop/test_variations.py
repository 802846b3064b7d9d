"""Variations: small pictures of other seeds, and taking one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow
from desktop.variations import SEEDS


def test_every_variation_gets_a_picture_and_a_click_takes_it(
    qtbot: QtBot, colored: MainWindow
) -> None:
    panel, document = colored.variation_panel, colored.studio.document
    assert document is not None
    qtbot.mouseClick(panel.show_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(
        lambda: not any(panel.button(seed).icon().isNull() for seed in SEEDS), timeout=30_000
    )
    assert panel.button(None).isChecked()
    with qtbot.waitSignal(document.colored, timeout=30_000):
        panel.button(2).click()
    assert document.edit.seed == 2
    assert document.colors is not None
    assert document.colors.settings["seed"] == 2
    colored.actions_by_name["undo"].trigger()
    assert document.edit.seed is None
    assert panel.button(None).isChecked()
    assert not panel.button(2).isChecked()


def test_a_model_without_noise_says_that_there_is_one(
    qtbot: QtBot, make_window: Callable[..., MainWindow], tiny_model: Callable[..., Path]
) -> None:
    window = make_window(model=tiny_model(z=0))
    qtbot.waitUntil(lambda: window.studio.model is not None, timeout=60_000)
    assert not window.variation_panel.words.isHidden()
    assert window.variation_panel.show_button.isHidden()
