"""Colour points: with the mouse, with the keyboard, undone, and what the network makes of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from types import NoneType

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.editor.widgets.hint_tool import ab_of
from desktop.editor.widgets.photo_marks import _MarkWidget
from desktop.editor.widgets.swatch import SwatchButton
from desktop.shell.main_window import MainWindow
from desktop.widgets.value_slider import ValueSlider
from tests.desktop.editor.hint_helpers import RED, at, click, hints_of
from tests.desktop.helpers import MakePhoto, MakeWindow, document_of, wait_for_colors


def place_on(slider: ValueSlider, value: int) -> QPoint:
    return QPoint(round(slider.place(value)), slider.height() // 2)


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
    qtbot.mousePress(
        pointing.photo_page.view, Qt.MouseButton.LeftButton, pos=at(pointing, 0.25, 0.5)
    )
    for x in (0.4, 0.5, 0.7):
        qtbot.mouseMove(pointing.photo_page.view, at(pointing, x, 0.6))
    qtbot.mouseRelease(
        pointing.photo_page.view, Qt.MouseButton.LeftButton, pos=at(pointing, 0.7, 0.6)
    )
    (hint,) = hints_of(pointing)
    assert (hint.x, hint.y) == pytest.approx((0.7, 0.6), abs=0.01)
    pointing.actions_by_name["undo"].trigger()
    assert hints_of(pointing)[0].x == pytest.approx(0.25, abs=0.01)
    pointing.actions_by_name["undo"].trigger()
    assert hints_of(pointing) == ()
    assert pointing.photo_page.hints.tool.hints == ()


def test_a_colour_for_the_next_point_leaves_the_others_alone(
    qtbot: QtBot, pointing: MainWindow
) -> None:
    click(qtbot, pointing, 0.25, 0.5)
    pointing.photo_page.hint_panel.color_chosen.emit(QColor("#7fb2e5"))
    assert [hint.ab for hint in hints_of(pointing)] == [pytest.approx(ab_of(RED))]
    click(qtbot, pointing, 0.75, 0.5)
    first, second = hints_of(pointing)
    assert first.ab == pytest.approx(ab_of(RED))
    assert second.ab == pytest.approx(ab_of(QColor("#7fb2e5")))


def test_a_point_has_a_popover_with_its_colours(qtbot: QtBot, pointing: MainWindow) -> None:
    popover = pointing.photo_page.hints.popover
    assert not popover.isVisible()
    click(qtbot, pointing, 0.25, 0.5)
    assert popover.isVisible()
    assert pointing.photo_page.view.rect().contains(popover.geometry())
    assert not popover.geometry().contains(at(pointing, 0.25, 0.5))
    buttons = popover.findChildren(SwatchButton)
    likely = [b for b in buttons if not b.isHidden() and "Likely" in b.toolTip()]
    assert len(likely) == 4  # the tiny model has four bins
    qtbot.mouseClick(likely[0], Qt.MouseButton.LeftButton)
    assert hints_of(pointing)[0].ab != pytest.approx(ab_of(RED))
    assert "2 of 2" not in popover.accessibleName()
    click(qtbot, pointing, 0.75, 0.5)
    assert "2 of 2" in popover.accessibleName()
    qtbot.mouseClick(popover.delete, Qt.MouseButton.LeftButton)
    assert len(hints_of(pointing)) == 1
    assert not popover.isVisible()


def test_the_reach_is_dragged_in_one_step_and_its_mask_is_shown_meanwhile(
    qtbot: QtBot, pointing: MainWindow
) -> None:
    click(qtbot, pointing, 0.25, 0.5)
    (before,) = hints_of(pointing)
    document = document_of(pointing)
    steps = document.undo_stack.count()
    slider = pointing.photo_page.hints.popover.reach
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=place_on(slider, 60))
    assert pointing.photo_page.hints.tool.veil is not None
    smaller = pointing.photo_page.hints.tool.veil
    qtbot.mouseMove(slider, place_on(slider, 80))
    assert pointing.photo_page.hints.tool.veil != smaller
    qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=place_on(slider, 80))
    assert pointing.photo_page.hints.tool.veil is None
    assert hints_of(pointing)[0].reach == 0.8
    assert document.undo_stack.count() == steps + 1
    pointing.actions_by_name["undo"].trigger()
    assert hints_of(pointing) == (before,)
    assert slider.value() == round(before.reach * 100)


def test_the_reach_stays_where_it_was_dragged(qtbot: QtBot, pointing: MainWindow) -> None:
    """Whatever arrives meanwhile: colours, the sidecar, a timer of the style."""
    click(qtbot, pointing, 0.25, 0.5)
    slider, document = pointing.photo_page.hints.popover.reach, document_of(pointing)
    for beside in (-12, -1, 0, 1, 12):  # the handle is hit, and just missed
        start = place_on(slider, slider.value()) + QPoint(beside, 0)
        qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=start)
        for value in (45, 70, 90, 55):
            qtbot.mouseMove(slider, place_on(slider, value))
            document.colored.emit()
            pointing.workspace.editor.autosave.save(document)
            qtbot.wait(40)
            assert hints_of(pointing)[0].reach == value / 100
        qtbot.wait(600)  # longer than any style waits until a press repeats
        qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=place_on(slider, 55))
        qtbot.wait(60)
        assert hints_of(pointing)[0].reach == slider.value() / 100 == 0.55


def test_a_click_between_the_buttons_of_the_popover_puts_no_point(
    qtbot: QtBot, pointing: MainWindow
) -> None:
    click(qtbot, pointing, 0.25, 0.5)
    popover, photo = (
        pointing.photo_page.hints.popover,
        pointing.photo_page.view.viewport_now.photo_rect,
    )
    over_photo = popover.rect() & photo.toRect().translated(-popover.pos())
    rows = range(over_photo.top() + 16, over_photo.bottom() - 16, 7)
    places = [QPoint(over_photo.left() + 16, y) for y in rows]  # away from the point itself
    idle = [place for place in places if type(popover.childAt(place)) in {NoneType, QLabel}]
    assert idle
    for place in idle:
        for button in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
            inner = popover.childAt(place) or popover
            qtbot.mouseClick(inner, button, pos=inner.mapFrom(popover, place))
    assert len(hints_of(pointing)) == 1


def test_brackets_choose_points_and_the_panel_names_them(
    qtbot: QtBot, pointing: MainWindow
) -> None:
    for x in (0.2, 0.5, 0.8):
        click(qtbot, pointing, x, 0.5)
    qtbot.keyClick(pointing.photo_page.view, Qt.Key.Key_BracketRight)
    assert pointing.photo_page.hints.tool.index == 0
    qtbot.keyClick(pointing.photo_page.view, Qt.Key.Key_BracketLeft)
    qtbot.keyClick(pointing.photo_page.view, Qt.Key.Key_BracketLeft)
    assert pointing.photo_page.hints.tool.index == 1
    points = pointing.photo_page.hint_panel.points
    assert points.currentIndex() == 1
    assert "50%" in points.currentText()
    interface = QAccessible.queryAccessibleInterface(pointing.photo_page.hints.popover)
    assert interface.text(QAccessible.Text.Name) == "Colour point 2 of 3"
    qtbot.keyClick(points, Qt.Key.Key_End)
    points.activated.emit(2)
    assert pointing.photo_page.hints.tool.index == 2


def test_points_are_in_the_accessibility_tree_where_they_lie(
    qtbot: QtBot, pointing: MainWindow
) -> None:
    for x in (0.2, 0.6):
        click(qtbot, pointing, x, 0.5)
    tree = QAccessible.queryAccessibleInterface(pointing.photo_page.view)
    children = [tree.child(at) for at in range(tree.childCount())]
    found = {
        child.text(QAccessible.Text.Name).split(":")[0]: child.rect()
        for child in children
        if child.text(QAccessible.Text.Name).startswith("Colour point") and child.rect().width() < 9
    }
    assert list(found) == ["Colour point 1 of 2", "Colour point 2 of 2"]
    for x, rect in zip((0.2, 0.6), found.values(), strict=True):
        place = pointing.photo_page.view.mapFromGlobal(rect.center())
        assert (place - at(pointing, x, 0.5)).manhattanLength() <= 3
    pointing.photo_page.view.zoom_by(2)
    (first, _) = pointing.photo_page.view.findChildren(_MarkWidget)
    assert (first.geometry().center() - at(pointing, 0.2, 0.5)).manhattanLength() <= 3
    qtbot.keyClick(pointing.photo_page.view, Qt.Key.Key_Delete)
    assert len(pointing.photo_page.hints.marks.names) == 1
    qtbot.mouseClick(
        pointing.photo_page.view, Qt.MouseButton.RightButton, pos=at(pointing, 0.2, 0.5)
    )
    assert pointing.photo_page.hints.marks.names == []


@pytest.mark.parametrize("half", [0, 1])
def test_points_are_put_on_both_halves(qtbot: QtBot, pointing: MainWindow, half: int) -> None:
    qtbot.keyClick(pointing, Qt.Key.Key_S)
    place = at(pointing, 0.3, 0.6) + QPoint(half * pointing.photo_page.view.width() // 2, 0)
    qtbot.mousePress(pointing.photo_page.view, Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseMove(pointing.photo_page.view, place + QPoint(20, 0))
    qtbot.mouseRelease(
        pointing.photo_page.view, Qt.MouseButton.LeftButton, pos=place + QPoint(20, 0)
    )
    (hint,) = hints_of(pointing)
    moved = 20 / pointing.photo_page.view.viewport_now.photo_rect.width()
    assert (hint.x, hint.y) == pytest.approx((0.3 + moved, 0.6), abs=0.02)
    image = pointing.photo_page.view.grab().toImage()
    ratio = pointing.photo_page.view.devicePixelRatioF()
    for side in (0, 1):
        there = at(pointing, hint.x, hint.y) + QPoint(
            side * pointing.photo_page.view.width() // 2, 0
        )
        ring = image.pixelColor(round((there.x() + 12) * ratio), round(there.y() * ratio))
        assert ring.lightness() > 200 or pointing.photo_page.hints.popover.geometry().contains(
            there
        )


def test_points_are_deleted_by_key_by_right_click_and_all_at_once(
    qtbot: QtBot, pointing: MainWindow
) -> None:
    for x in (0.2, 0.4, 0.6, 0.8):
        click(qtbot, pointing, x, 0.5)
    qtbot.keyClick(pointing.photo_page.view, Qt.Key.Key_Delete)
    assert [round(hint.x, 1) for hint in hints_of(pointing)] == [0.2, 0.4, 0.6]
    qtbot.mouseClick(
        pointing.photo_page.view, Qt.MouseButton.RightButton, pos=at(pointing, 0.2, 0.5)
    )
    assert [round(hint.x, 1) for hint in hints_of(pointing)] == [0.4, 0.6]
    qtbot.mouseClick(pointing.photo_page.hint_panel.clear, Qt.MouseButton.LeftButton)
    assert hints_of(pointing) == ()
    assert not pointing.photo_page.hint_panel.clear.isEnabled()


def test_everything_works_by_keyboard(qtbot: QtBot, pointing: MainWindow) -> None:
    qtbot.keyClick(pointing.photo_page.view, Qt.Key.Key_Insert)
    assert (hints_of(pointing)[0].x, hints_of(pointing)[0].y) == (0.5, 0.5)
    qtbot.keyClick(pointing.photo_page.view, Qt.Key.Key_Right)
    qtbot.keyClick(pointing.photo_page.view, Qt.Key.Key_Down)
    assert (hints_of(pointing)[0].x, hints_of(pointing)[0].y) == pytest.approx((0.51, 0.51))
    qtbot.keyClick(pointing.photo_page.view, Qt.Key.Key_Escape)
    assert pointing.photo_page.view.tool is None


def test_a_click_beside_the_photo_puts_nothing(qtbot: QtBot, pointing: MainWindow) -> None:
    qtbot.mouseClick(pointing.photo_page.view, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert hints_of(pointing) == ()


def test_colours_used_lately_are_known_at_the_next_start(
    qtbot: QtBot, make_window: MakeWindow, make_photo: MakePhoto, tiny_model: Callable[..., Path]
) -> None:
    path, model = make_photo(), tiny_model(likeness=True)
    for start in range(2):
        window = make_window(path, model=model)
        wait_for_colors(qtbot, window)
        if start == 0:
            for swatch in window.photo_page.hint_panel.findChildren(SwatchButton)[:2]:
                qtbot.mouseClick(swatch, Qt.MouseButton.LeftButton)
        window.actions_by_name["points"].setChecked(True)
        click(qtbot, window, 0.25, 0.5)
        lately = [
            re.sub("[\u2066\u2069]", "", button.toolTip())
            for button in window.photo_page.hints.popover.findChildren(SwatchButton)
            if not button.isHidden() and "lately" in button.toolTip()
        ]
        assert lately == ["Used lately: #b57a55", "Used lately: #e0b196"]
        window.workspace.editor.close_photo()
        window.close()


def test_points_work_with_a_model_that_reads_none(
    qtbot: QtBot, make_window: MakeWindow, make_photo: MakePhoto, tiny_model: Callable[..., Path]
) -> None:
    window = make_window(make_photo(), model=tiny_model(hints=False))
    wait_for_colors(qtbot, window)
    qtbot.keyClick(window, Qt.Key.Key_P)
    document = document_of(window)
    assert document.colorization is not None
    before = document.colorization.ab
    with qtbot.waitSignal(document.colored, timeout=30_000):
        click(qtbot, window, 0.25, 0.5)
    assert document.colorization is not None
    there = np.s_[:, before.shape[1] // 2, before.shape[2] // 4]
    wanted = np.array(hints_of(window)[0].ab)
    left = np.hypot(*(document.colorization.ab[there] - wanted))
    assert left < np.hypot(*(before[there] - wanted)) / 2
