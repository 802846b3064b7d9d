"""The eyedropper takes a colour from any window of the program."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desktop.editor.widgets.hint_tool import ab_of
from desktop.shell.main_window import MainWindow
from tests.desktop.editor.hint_helpers import RED, at, click, hints_of


def test_the_picker_takes_the_colour_that_is_shown(qtbot: QtBot, pointing: MainWindow) -> None:
    shown = pointing.photo_page.view.color_at(QPointF(at(pointing, 0.8, 0.3)))
    qtbot.mouseClick(pointing.photo_page.hint_panel.pick, Qt.MouseButton.LeftButton)
    click(qtbot, pointing, 0.8, 0.3)
    assert hints_of(pointing) == ()
    assert pointing.photo_page.hint_panel.color() == shown


def test_the_picker_takes_a_colour_from_a_reference_photo(
    qtbot: QtBot, pointing: MainWindow, make_photo: Callable[..., Path]
) -> None:
    pointing.photo_page.references.open(make_photo("party.png", width=90, height=60, colored=True))
    qtbot.waitUntil(lambda: bool(pointing.photo_page.references.windows), timeout=30_000)
    (reference,) = pointing.photo_page.references.windows
    view = reference.view
    qtbot.waitUntil(lambda: view.settled, timeout=30_000)
    place = view.viewport_now.photo_rect.center().toPoint()
    shown = view.grab().toImage().pixelColor(place)
    assert shown.saturation() > 30
    click(qtbot, pointing, 0.25, 0.5)
    qtbot.mouseClick(pointing.photo_page.hint_panel.pick, Qt.MouseButton.LeftButton)
    divider = view.value()
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=place)
    assert view.value() == divider
    picked = pointing.photo_page.hint_panel.color()
    assert (picked.red(), picked.green(), picked.blue()) == pytest.approx(
        (shown.red(), shown.green(), shown.blue()), abs=2
    )
    # the next point has it, and those that are there keep theirs
    assert hints_of(pointing)[0].ab == pytest.approx(ab_of(RED))
    assert pointing.photo_page.hints.tool.color == picked
    pointing.close()
    assert pointing.photo_page.references.windows == []


def test_the_picker_takes_a_colour_from_any_widget_and_does_not_press_it(
    qtbot: QtBot, pointing: MainWindow
) -> None:
    save, pressed = pointing.photo_page.side.save, list[bool]()
    pointing.photo_page.side.save_clicked.disconnect()
    save.clicked.connect(lambda: pressed.append(True))
    qtbot.mouseClick(pointing.photo_page.hint_panel.pick, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(save, Qt.MouseButton.LeftButton, pos=QPoint(12, save.height() // 2))
    assert pressed == []
    assert (
        pointing.photo_page.hint_panel.color().name() == save.palette().highlight().color().name()
    )
    assert not pointing.photo_page.hints.eyedropper.active
    assert QGuiApplication.overrideCursor() is None
    qtbot.mouseClick(save, Qt.MouseButton.LeftButton)
    assert pressed == [True]


def test_escape_and_another_photo_give_the_picker_up(qtbot: QtBot, pointing: MainWindow) -> None:
    before = pointing.photo_page.hint_panel.color()
    for give_up in (
        lambda: qtbot.keyClick(pointing.photo_page.view, Qt.Key.Key_Escape),
        pointing.workspace.editor.close_photo,
    ):
        qtbot.mouseClick(pointing.photo_page.hint_panel.pick, Qt.MouseButton.LeftButton)
        assert pointing.photo_page.hints.eyedropper.active
        give_up()
        assert not pointing.photo_page.hints.eyedropper.active
        assert QGuiApplication.overrideCursor() is None
    assert pointing.photo_page.hint_panel.color() == before
