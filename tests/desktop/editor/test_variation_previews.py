"""Variations: small pictures of other colorizations, and taking one."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QIcon
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from skimage import data

from core.colorize.colorization import Colorization
from core.colorize.look import Look
from core.photo.photo import Photo
from core.photo.write import write_photo
from desktop.background.patch import View
from desktop.editor.variation import Variation
from desktop.editor.widgets.variation_panel import VariationPanel
from desktop.presets import BUILT_IN
from desktop.shell.main_window import MainWindow
from tests.desktop.helpers import MakePhoto, MakeWindow, TinyModel


def _ask(qtbot: QtBot, panel: VariationPanel) -> None:
    """They come by themselves, after the photo's own colours."""
    qtbot.waitUntil(lambda: panel.filled, timeout=30_000)


def _pixels(icon: QIcon) -> bytes:
    image = icon.pixmap(78, 78).toImage()
    return bytes(image.constBits())


def test_every_variation_gets_a_picture_and_a_click_takes_it(
    qtbot: QtBot, colored: MainWindow
) -> None:
    panel, document = (
        colored.photo_page.variation_panel,
        colored.workspace.editor.document,
    )
    assert document is not None
    _ask(qtbot, panel)
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
    panel = colored.photo_page.variation_panel
    _ask(qtbot, panel)
    before = _pixels(panel.button(Variation()).icon())
    colored.workspace.editor.set_look(Look(strength=0), "None")
    qtbot.waitUntil(lambda: _pixels(panel.button(Variation()).icon()) != before, timeout=30_000)


def test_they_follow_the_colours_of_another_photo(
    qtbot: QtBot, colored: MainWindow, tmp_path: Path
) -> None:
    panel = colored.photo_page.variation_panel
    _ask(qtbot, panel)
    before = _pixels(panel.button(Variation()).icon())
    colored.workspace.color_reference.set_photo(
        write_photo(Photo(data.coffee()), tmp_path / "like.png")
    )
    qtbot.waitUntil(lambda: _pixels(panel.button(Variation()).icon()) != before, timeout=30_000)


def test_without_noise_there_are_sizes_and_looks(
    qtbot: QtBot, make_window: MakeWindow, make_photo: MakePhoto, tiny_model: TinyModel
) -> None:
    window = make_window(make_photo(), model=tiny_model(z=0))
    qtbot.waitUntil(lambda: window.photo_page.view.after_shown, timeout=60_000)
    panel, document = window.photo_page.variation_panel, window.workspace.editor.document
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
    assert Variation(seed=1) in colored.photo_page.variation_panel.variations
    own = tiny_model(z=0, name="own.onnx")
    with qtbot.waitSignal(colored.workspace.editor.model_changed, timeout=60_000):
        colored.settings.change(model=str(own))
        colored.workspace.preferences.load_model()
    assert Variation(seed=1) not in colored.photo_page.variation_panel.variations


def test_the_variations_of_a_small_photo_do_not_become_its_colours(
    qtbot: QtBot, colored: MainWindow
) -> None:
    document = colored.workspace.editor.document
    assert document is not None
    assert document.pyramid.levels[-1] is document.photo
    _ask(qtbot, colored.photo_page.variation_panel)
    assert document.colorization is not None
    assert "seed" not in document.colorization.settings


def test_they_have_the_shape_of_the_photo_and_names(qtbot: QtBot, colored: MainWindow) -> None:
    panel = colored.photo_page.variation_panel
    size = panel.button(Variation()).iconSize()
    assert size.width() / size.height() == pytest.approx(96 / 64, rel=0.02)
    assert panel.button(Variation()).text() == "Most likely"
    assert panel.button(Variation(seed=2)).text() == "Variation 2"


def test_hovering_shows_a_variation_in_the_big_view(qtbot: QtBot, colored: MainWindow) -> None:
    panel, view, document = (
        colored.photo_page.variation_panel,
        colored.photo_page.view,
        colored.workspace.editor.document,
    )
    assert document is not None
    _ask(qtbot, panel)

    asked: list[View] = []
    view.wanted.connect(asked.append)
    own = document.colorization
    button = panel.button(Variation(seed=3))
    middle = QPointF(button.rect().center())
    QApplication.sendEvent(button, QEnterEvent(middle, middle, QPointF(button.mapToGlobal(middle))))
    qtbot.waitUntil(lambda: view.settled and bool(asked) and asked[-1].colorization is not own)
    shown = asked[-1].colorization
    assert isinstance(shown, Colorization)
    assert shown.settings["seed"] == 3
    assert document.edit.seed is None
    QApplication.sendEvent(button, QEvent(QEvent.Type.Leave))
    qtbot.waitUntil(lambda: view.settled and bool(asked) and asked[-1].colorization is own)


def test_a_grid_takes_the_place_of_the_photo(qtbot: QtBot, colored: MainWindow) -> None:
    _ask(qtbot, colored.photo_page.variation_panel)
    qtbot.keyClick(colored.photo_page.view, Qt.Key.Key_G)
    grid = colored.photo_page.variations.grid
    assert grid.isVisible()
    inside = grid.viewport().rect()
    assert all(inside.contains(grid.visualItemRect(grid.item(at))) for at in range(grid.count()))
    assert not colored.photo_page.view.isVisible()
    # as far from each other down as their pictures and names need, and in the middle
    rects = [grid.visualItemRect(grid.item(at)) for at in range(grid.count())]
    cell, picture = grid.gridSize(), grid.iconSize()
    assert abs(picture.width() / picture.height() - 96 / 64) < 0.05
    assert cell.height() <= picture.height() + grid.fontMetrics().height() + 40
    above = grid.viewport().mapTo(grid, rects[0].topLeft()).y()
    rows = len({rect.top() for rect in rects})
    below = grid.height() - above - rows * cell.height()
    assert abs(above - below) < 30
    qtbot.keyClick(grid, Qt.Key.Key_Escape)
    assert colored.photo_page.view.isVisible()
    qtbot.keyClick(colored.photo_page.view, Qt.Key.Key_G)
    place = grid.visualItemRect(grid.item(2)).center()
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    document = colored.workspace.editor.document
    assert document is not None
    assert document.edit.seed == 2
    assert colored.photo_page.view.isVisible()
