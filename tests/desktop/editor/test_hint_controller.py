"""Colour points: with the mouse, with the keyboard, undone, and what the network makes of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from desktop.editor.widgets.hint_tool import ab_of
from desktop.shell.main_window import MainWindow
from tests.desktop.editor.hint_helpers import RED, at, click, hints_of
from tests.desktop.helpers import (
    document_of,
)


def test_a_click_puts_a_point_and_the_colour_follows(qtbot: QtBot, pointing: MainWindow) -> None:
    document = document_of(pointing)
    assert document.colorization is not None
    before = document.colorization.ab
    with qtbot.waitSignal(document.colored, timeout=30_000):
        click(qtbot, pointing, 0.25, 0.5)
    (hint,) = hints_of(pointing)
    assert (hint.x, hint.y) == pytest.approx((0.25, 0.5), abs=0.01)
    assert hint.ab == pytest.approx(ab_of(RED))
    assert document.colorization is not None
    gained = document.colorization.ab[0] - before[0]  # the tiny model adds a hint's a* where it is
    _, h, w = before.shape
    there = gained[h // 2 - 1 : h // 2 + 1, w // 4 - 1 : w // 4 + 1]
    assert there.max() == gained.max() > 1
    assert gained[:, w // 2 :].max() == 0


def test_a_drag_moves_it_in_one_step(qtbot: QtBot, pointing: MainWindow) -> None:
    click(qtbot, pointing, 0.25, 0.5)
    qtbot.mousePress(pointing.view, Qt.MouseButton.LeftButton, pos=at(pointing, 0.25, 0.5))
    for x in (0.4, 0.5, 0.7):
        qtbot.mouseMove(pointing.view, at(pointing, x, 0.6))
    qtbot.mouseRelease(pointing.view, Qt.MouseButton.LeftButton, pos=at(pointing, 0.7, 0.6))
    (hint,) = hints_of(pointing)
    assert (hint.x, hint.y) == pytest.approx((0.7, 0.6), abs=0.01)
    pointing.actions_by_name["undo"].trigger()
    assert hints_of(pointing)[0].x == pytest.approx(0.25, abs=0.01)
    pointing.actions_by_name["undo"].trigger()
    assert hints_of(pointing) == ()
    assert pointing.hints.tool.hints == ()


def test_a_swatch_recolours_the_point_that_is_selected(qtbot: QtBot, pointing: MainWindow) -> None:
    click(qtbot, pointing, 0.25, 0.5)
    click(qtbot, pointing, 0.75, 0.5)
    pointing.hint_panel.color_chosen.emit(QColor("#7fb2e5"))
    first, second = hints_of(pointing)
    assert first.ab == pytest.approx(ab_of(RED))
    assert second.ab == pytest.approx(ab_of(QColor("#7fb2e5")))


def test_points_are_deleted_by_key_by_right_click_and_all_at_once(
    qtbot: QtBot, pointing: MainWindow
) -> None:
    for x in (0.2, 0.4, 0.6, 0.8):
        click(qtbot, pointing, x, 0.5)
    qtbot.keyClick(pointing.view, Qt.Key.Key_Delete)
    assert [round(hint.x, 1) for hint in hints_of(pointing)] == [0.2, 0.4, 0.6]
    qtbot.mouseClick(pointing.view, Qt.MouseButton.RightButton, pos=at(pointing, 0.2, 0.5))
    assert [round(hint.x, 1) for hint in hints_of(pointing)] == [0.4, 0.6]
    qtbot.mouseClick(pointing.hint_panel.clear, Qt.MouseButton.LeftButton)
    assert hints_of(pointing) == ()
    assert not pointing.hint_panel.clear.isEnabled()


def test_everything_works_by_keyboard(qtbot: QtBot, pointing: MainWindow) -> None:
    qtbot.keyClick(pointing.view, Qt.Key.Key_Insert)
    assert (hints_of(pointing)[0].x, hints_of(pointing)[0].y) == (0.5, 0.5)
    qtbot.keyClick(pointing.view, Qt.Key.Key_Right)
    qtbot.keyClick(pointing.view, Qt.Key.Key_Down)
    assert (hints_of(pointing)[0].x, hints_of(pointing)[0].y) == pytest.approx((0.51, 0.51))
    qtbot.keyClick(pointing.view, Qt.Key.Key_Escape)
    assert pointing.view.tool is None


def test_a_click_beside_the_photo_puts_nothing(qtbot: QtBot, pointing: MainWindow) -> None:
    qtbot.mouseClick(pointing.view, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert hints_of(pointing) == ()


def test_a_model_without_hints_says_so(
    qtbot: QtBot, make_window: Callable[..., MainWindow], tiny_model: Callable[..., Path]
) -> None:
    window = make_window(model=tiny_model(hints=False))
    qtbot.waitUntil(lambda: window.editor.model is not None, timeout=60_000)
    assert "no colour points" in window.hint_panel.words.text()
    assert not window.hint_panel.place.isEnabled()
