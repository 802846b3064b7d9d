"""The brush: painted with the mouse at several zooms, undone, erased, and what becomes of it."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QColor
from pytestqt.qtbot import QtBot

from core.colorize.sidecar import read_sidecar
from core.colorize.strokes import Stroke, StrokeKind
from desktop.editor.widgets.compare_types import Tool
from desktop.editor.widgets.hint_tool import ab_of
from desktop.shell.main_window import MainWindow
from tests.desktop.editor.hint_helpers import RED, at
from tests.desktop.helpers import document_of, wait_for_photo


def strokes_of(window: MainWindow) -> tuple[Stroke, ...]:
    return document_of(window).edit.strokes


def drag(qtbot: QtBot, window: MainWindow, *places: QPoint) -> None:
    qtbot.mousePress(window.photo_page.view, Qt.MouseButton.LeftButton, pos=places[0])
    for place in places[1:]:
        qtbot.mouseMove(window.photo_page.view, place)
    qtbot.mouseRelease(window.photo_page.view, Qt.MouseButton.LeftButton, pos=places[-1])


@pytest.fixture
def brushing(qtbot: QtBot, colored: MainWindow) -> MainWindow:
    colored.photo_page.hint_panel.color_chosen.emit(RED)
    qtbot.keyClick(colored, Qt.Key.Key_B)
    assert colored.photo_page.view.tool is colored.photo_page.brush.tool
    return colored


def test_a_stroke_is_painted_undone_and_done_again(qtbot: QtBot, brushing: MainWindow) -> None:
    document = document_of(brushing)
    assert document.colorization is not None
    before = document.colorization.ab
    with qtbot.waitSignal(document.colored, timeout=30_000):
        drag(qtbot, brushing, *(at(brushing, x, 0.5) for x in (0.2, 0.3, 0.4)))
    (stroke,) = strokes_of(brushing)
    assert stroke.kind is StrokeKind.COLOR
    assert stroke.ab == pytest.approx(ab_of(RED))
    assert stroke.places[0] == pytest.approx((0.2, 0.5), abs=0.01)
    assert stroke.places[-1] == pytest.approx((0.4, 0.5), abs=0.01)
    shown = brushing.photo_page.view.viewport_now
    assert stroke.radius * shown.zoom * 64 == pytest.approx(brushing.photo_page.brush.tool.radius)
    gained = document.colorization.ab[0] - before[0]
    _, h, w = before.shape
    assert gained[h // 2, w // 4] > 5
    assert np.abs(gained[:, int(0.6 * w) :]).max() < 0.1
    with qtbot.waitSignal(document.colored, timeout=30_000):
        brushing.actions_by_name["undo"].trigger()
    assert strokes_of(brushing) == ()
    np.testing.assert_array_equal(document.colorization.ab, before)
    brushing.actions_by_name["redo"].trigger()
    assert strokes_of(brushing) == (stroke,)


@pytest.mark.parametrize("zooms", [0, 3])
def test_the_brush_is_as_large_on_the_screen_at_every_zoom(
    qtbot: QtBot, brushing: MainWindow, zooms: int
) -> None:
    for _ in range(zooms):
        brushing.photo_page.view.zoom_by(1.5)
    brushing.photo_page.brush_panel.brush_size.setValue(12)
    middle = QPointF(
        brushing.photo_page.view.width() / 2,
        brushing.photo_page.view.height() / 2,
    ).toPoint()
    drag(qtbot, brushing, middle, middle + QPoint(20, 0))
    (stroke,) = strokes_of(brushing)
    view = brushing.photo_page.view.viewport_now
    assert stroke.radius * min(view.photo.width(), view.photo.height()) * view.zoom == (
        pytest.approx(12)
    )
    length = (stroke.places[-1][0] - stroke.places[0][0]) * view.photo.width() * view.zoom
    assert length == pytest.approx(20, abs=1)


@pytest.mark.parametrize("kind", [StrokeKind.GREY, StrokeKind.ORIGINAL, StrokeKind.ERASE])
def test_every_kind_is_a_click_away(qtbot: QtBot, brushing: MainWindow, kind: StrokeKind) -> None:
    brushing.actions_by_name["brush"].trigger()
    assert brushing.photo_page.view.tool is None
    button = brushing.photo_page.brush_panel.choice(kind)
    on_it = QPoint(10, button.height() // 2)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=on_it)
    assert brushing.photo_page.view.tool is brushing.photo_page.brush.tool
    drag(qtbot, brushing, at(brushing, 0.5, 0.5))
    assert strokes_of(brushing)[0].kind is kind


def test_all_strokes_go_at_once_and_come_back(qtbot: QtBot, brushing: MainWindow) -> None:
    assert not brushing.photo_page.brush_panel.clear.isEnabled()
    for x in (0.2, 0.8):
        drag(qtbot, brushing, at(brushing, x, 0.5))
    qtbot.mouseClick(brushing.photo_page.brush_panel.clear, Qt.MouseButton.LeftButton)
    assert strokes_of(brushing) == ()
    brushing.actions_by_name["undo"].trigger()
    assert len(strokes_of(brushing)) == 2


def test_strokes_are_in_the_accessibility_tree(qtbot: QtBot, brushing: MainWindow) -> None:
    drag(qtbot, brushing, at(brushing, 0.2, 0.5), at(brushing, 0.4, 0.5))
    brushing.photo_page.brush_panel.choice(StrokeKind.GREY).click()
    drag(qtbot, brushing, at(brushing, 0.7, 0.5))
    tree = QAccessible.queryAccessibleInterface(brushing.photo_page.view)
    found = [tree.child(index) for index in range(tree.childCount())]
    strokes = {
        each.text(QAccessible.Text.Name): each.rect()
        for each in found
        if each.text(QAccessible.Text.Name).startswith("Brush stroke")
    }
    first, second = strokes
    assert re.fullmatch("Brush stroke 1 of 2: \u2066#[0-9a-f]{6}\u2069", first)
    assert second == "Brush stroke 2 of 2: Keep grey"
    middle = brushing.photo_page.view.mapFromGlobal(strokes[first].center())
    assert (middle - at(brushing, 0.3, 0.5)).manhattanLength() <= 4
    brushing.actions_by_name["undo"].trigger()
    assert len(brushing.photo_page.brush.marks.names) == 1


def test_one_tool_at_a_time(qtbot: QtBot, brushing: MainWindow) -> None:
    tools: list[Tool] = [
        brushing.photo_page.hints.tool,
        brushing.photo_page.brush.tool,
    ]
    qtbot.keyClick(brushing, Qt.Key.Key_P)
    assert tools.index(brushing.photo_page.view.tool or tools[1]) == 0
    assert not brushing.photo_page.brush_panel.use.isChecked()
    qtbot.keyClick(brushing, Qt.Key.Key_B)
    assert tools.index(brushing.photo_page.view.tool or tools[0]) == 1
    assert not brushing.photo_page.hint_panel.place.isChecked()
    qtbot.keyClick(brushing.photo_page.view, Qt.Key.Key_Escape)
    assert brushing.photo_page.view.tool is None


def test_beside_the_photo_nothing_is_painted(qtbot: QtBot, brushing: MainWindow) -> None:
    brushing.photo_page.brush_panel.brush_size.setValue(3)
    drag(qtbot, brushing, QPoint(1, 1), QPoint(3, 3))
    assert strokes_of(brushing) == ()


def test_strokes_work_on_the_right_half_too(qtbot: QtBot, brushing: MainWindow) -> None:
    qtbot.keyClick(brushing, Qt.Key.Key_S)
    right = QPoint(brushing.photo_page.view.width() // 2, 0)
    drag(qtbot, brushing, at(brushing, 0.3, 0.5) + right, at(brushing, 0.6, 0.5) + right)
    places = strokes_of(brushing)[0].places
    assert places[0] == pytest.approx((0.3, 0.5), abs=0.02)
    assert places[-1] == pytest.approx((0.6, 0.5), abs=0.02)


def test_strokes_are_kept_beside_the_photo(
    qtbot: QtBot, brushing: MainWindow, tmp_path: Path
) -> None:
    brushing.photo_page.hint_panel.color_chosen.emit(QColor("#34507a"))
    qtbot.keyClick(brushing, Qt.Key.Key_B)
    drag(qtbot, brushing, at(brushing, 0.5, 0.5))
    painted = strokes_of(brushing)
    wait_for_photo(qtbot, brushing, "old.png")
    brushing.close()
    earlier = read_sidecar(tmp_path / "old.png")
    assert earlier is not None
    assert earlier.strokes == painted
