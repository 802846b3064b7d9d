"""Variations: small pictures of other colorizations, and taking one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from pytestqt.qtbot import QtBot

from core.colorize.look import Look
from desktop.editor.variation import Variation
from desktop.editor.widgets.variation_panel import VariationPanel
from desktop.presets import BUILT_IN
from desktop.shell.main_window import MainWindow
from tests.desktop.helpers import MakePhoto, MakeWindow, TinyModel


def _ask(qtbot: QtBot, panel: VariationPanel) -> None:
    qtbot.mouseClick(panel.show_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: _all_there(panel), timeout=30_000)


def _all_there(panel: VariationPanel) -> bool:
    return not any(panel.button(each).icon().isNull() for each in panel.variations)


def _pixels(icon: QIcon) -> bytes:
    image = icon.pixmap(78, 78).toImage()
    return bytes(image.constBits())


def test_every_variation_gets_a_picture_and_a_click_takes_it(
    qtbot: QtBot, colored: MainWindow
) -> None:
    colored.resize(1000, 560)
    panel, document = colored.variation_panel, colored.editor.document
    assert document is not None
    _ask(qtbot, panel)
    last = panel.button(panel.variations[-1])
    assert last.visibleRegion().boundingRect() == last.rect()  # scrolled to where they are
    first, second = panel.button(Variation()), panel.button(Variation(seed=2))
    assert first.isChecked()
    with qtbot.waitSignal(document.colored, timeout=30_000):
        qtbot.mouseClick(second, Qt.MouseButton.LeftButton)
    assert document.edit.seed == 2
    assert document.colorization is not None
    assert document.colorization.settings["seed"] == 2
    colored.actions_by_name["undo"].trigger()
    assert document.edit.seed is None
    assert first.isChecked()
    assert not second.isChecked()


def test_they_follow_another_look(qtbot: QtBot, colored: MainWindow) -> None:
    panel = colored.variation_panel
    _ask(qtbot, panel)
    before = _pixels(panel.button(Variation()).icon())
    colored.editor.set_look(Look(strength=0), "None")
    qtbot.waitUntil(lambda: _pixels(panel.button(Variation()).icon()) != before, timeout=30_000)


def test_without_noise_there_are_sizes_and_looks(
    qtbot: QtBot, make_window: MakeWindow, make_photo: MakePhoto, tiny_model: TinyModel
) -> None:
    window = make_window(make_photo(), model=tiny_model(z=0))
    qtbot.waitUntil(lambda: window.view.after_shown, timeout=60_000)
    panel, document = window.variation_panel, window.editor.document
    assert document is not None
    _ask(qtbot, panel)
    assert not panel.words.isHidden()
    with qtbot.waitSignal(document.colored, timeout=30_000):
        qtbot.mouseClick(panel.button(Variation(size=128)), Qt.MouseButton.LeftButton)
    assert document.colorization is not None
    assert document.colorization.settings["size"] == 128
    vivid = Variation(look=BUILT_IN["Vivid"])
    qtbot.mouseClick(panel.button(vivid), Qt.MouseButton.LeftButton)
    assert document.edit.look == BUILT_IN["Vivid"]
    assert document.edit.size is None
    assert panel.button(vivid).isChecked()
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    edit = document.edit
    assert (edit.look, edit.size) == (Look(), 128)
    assert panel.button(Variation(size=128)).isChecked()


def test_another_model_has_its_own(
    qtbot: QtBot, colored: MainWindow, tiny_model: TinyModel
) -> None:
    assert Variation(seed=1) in colored.variation_panel.variations
    own = tiny_model(z=0, name="own.onnx")
    with qtbot.waitSignal(colored.editor.model_changed, timeout=60_000):
        colored.settings.change(model=str(own))
        colored.editor.load_model(colored.settings.value.load_request())
    assert Variation(seed=1) not in colored.variation_panel.variations
