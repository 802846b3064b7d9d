"""Colour points: with the mouse, with the keyboard, undone, and what the network makes of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication
from pytestqt.qtbot import QtBot

from core.colorize.hints import ColorHint
from desktop.editor.document import PhotoDocument
from desktop.editor.widgets.hint_tool import ab_of
from desktop.shell.main_window import MainWindow

RED = QColor("#8f2d35")


@pytest.fixture
def desk(qtbot: QtBot, colored: MainWindow) -> MainWindow:
    """The tool is on and its colour is red."""
    qtbot.keyClick(colored, Qt.Key.Key_P)
    assert colored.view.tool is colored.hints.tool
    colored.hint_panel.hex.selectAll()
    qtbot.keyClicks(colored.hint_panel.hex, RED.name())
    qtbot.keyClick(colored.hint_panel.hex, Qt.Key.Key_Return)
    return colored


def _document(window: MainWindow) -> PhotoDocument:
    assert window.editor.document is not None
    return window.editor.document


def _hints(window: MainWindow) -> tuple[ColorHint, ...]:
    return _document(window).edit.hints


def _at(window: MainWindow, x: float, y: float) -> QPoint:
    rect = window.view.viewport_now.photo_rect
    return QPointF(rect.x() + x * rect.width(), rect.y() + y * rect.height()).toPoint()


def _click(qtbot: QtBot, window: MainWindow, x: float, y: float) -> None:
    qtbot.mouseClick(window.view, Qt.MouseButton.LeftButton, pos=_at(window, x, y))


def test_a_click_puts_a_point_and_the_colour_follows(qtbot: QtBot, desk: MainWindow) -> None:
    document = _document(desk)
    assert document.colorization is not None
    before = document.colorization.ab
    with qtbot.waitSignal(document.colored, timeout=30_000):
        _click(qtbot, desk, 0.25, 0.5)
    (hint,) = _hints(desk)
    assert (hint.x, hint.y) == pytest.approx((0.25, 0.5), abs=0.01)
    assert hint.ab == pytest.approx(ab_of(RED))
    assert document.colorization is not None
    gained = document.colorization.ab[0] - before[0]  # the tiny model adds a hint's a* where it is
    _, h, w = before.shape
    there = gained[h // 2 - 1 : h // 2 + 1, w // 4 - 1 : w // 4 + 1]
    assert there.max() == gained.max() > 1
    assert gained[:, w // 2 :].max() == 0


def test_a_drag_moves_it_in_one_step(qtbot: QtBot, desk: MainWindow) -> None:
    _click(qtbot, desk, 0.25, 0.5)
    qtbot.mousePress(desk.view, Qt.MouseButton.LeftButton, pos=_at(desk, 0.25, 0.5))
    for x in (0.4, 0.5, 0.7):
        qtbot.mouseMove(desk.view, _at(desk, x, 0.6))
    qtbot.mouseRelease(desk.view, Qt.MouseButton.LeftButton, pos=_at(desk, 0.7, 0.6))
    (hint,) = _hints(desk)
    assert (hint.x, hint.y) == pytest.approx((0.7, 0.6), abs=0.01)
    desk.actions_by_name["undo"].trigger()
    assert _hints(desk)[0].x == pytest.approx(0.25, abs=0.01)
    desk.actions_by_name["undo"].trigger()
    assert _hints(desk) == ()
    assert desk.hints.tool.hints == ()


def test_a_swatch_recolours_the_point_that_is_selected(qtbot: QtBot, desk: MainWindow) -> None:
    _click(qtbot, desk, 0.25, 0.5)
    _click(qtbot, desk, 0.75, 0.5)
    desk.hint_panel.color_chosen.emit(QColor("#7fb2e5"))
    first, second = _hints(desk)
    assert first.ab == pytest.approx(ab_of(RED))
    assert second.ab == pytest.approx(ab_of(QColor("#7fb2e5")))


def test_points_are_deleted_by_key_by_right_click_and_all_at_once(
    qtbot: QtBot, desk: MainWindow
) -> None:
    for x in (0.2, 0.4, 0.6, 0.8):
        _click(qtbot, desk, x, 0.5)
    qtbot.keyClick(desk.view, Qt.Key.Key_Delete)
    assert [round(hint.x, 1) for hint in _hints(desk)] == [0.2, 0.4, 0.6]
    qtbot.mouseClick(desk.view, Qt.MouseButton.RightButton, pos=_at(desk, 0.2, 0.5))
    assert [round(hint.x, 1) for hint in _hints(desk)] == [0.4, 0.6]
    qtbot.mouseClick(desk.hint_panel.clear, Qt.MouseButton.LeftButton)
    assert _hints(desk) == ()
    assert not desk.hint_panel.clear.isEnabled()


def test_everything_works_by_keyboard(qtbot: QtBot, desk: MainWindow) -> None:
    qtbot.keyClick(desk.view, Qt.Key.Key_Insert)
    assert (_hints(desk)[0].x, _hints(desk)[0].y) == (0.5, 0.5)
    qtbot.keyClick(desk.view, Qt.Key.Key_Right)
    qtbot.keyClick(desk.view, Qt.Key.Key_Down)
    assert (_hints(desk)[0].x, _hints(desk)[0].y) == pytest.approx((0.51, 0.51))
    qtbot.keyClick(desk.view, Qt.Key.Key_Escape)
    assert desk.view.tool is None


def test_the_picker_takes_the_colour_that_is_shown(qtbot: QtBot, desk: MainWindow) -> None:
    shown = desk.view.color_at(QPointF(_at(desk, 0.8, 0.3)))
    qtbot.mouseClick(desk.hint_panel.pick, Qt.MouseButton.LeftButton)
    _click(qtbot, desk, 0.8, 0.3)
    assert _hints(desk) == ()
    assert desk.hint_panel.color() == shown


def test_the_picker_takes_a_colour_from_a_reference_photo(
    qtbot: QtBot, desk: MainWindow, make_photo: Callable[..., Path]
) -> None:
    desk.references.open(make_photo("party.png", width=90, height=60, colored=True))
    qtbot.waitUntil(lambda: bool(desk.references.windows), timeout=30_000)
    (reference,) = desk.references.windows
    view = reference.view
    qtbot.waitUntil(lambda: view.settled, timeout=30_000)
    place = view.viewport_now.photo_rect.center().toPoint()
    shown = view.grab().toImage().pixelColor(place)
    assert shown.saturation() > 30
    _click(qtbot, desk, 0.25, 0.5)
    qtbot.mouseClick(desk.hint_panel.pick, Qt.MouseButton.LeftButton)
    divider = view.value()
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=place)
    assert view.value() == divider
    picked = desk.hint_panel.color()
    assert (picked.red(), picked.green(), picked.blue()) == pytest.approx(
        (shown.red(), shown.green(), shown.blue()), abs=2
    )
    # the point that is selected takes it
    assert _hints(desk)[0].ab == pytest.approx(ab_of(picked))
    desk.close()
    assert desk.references.windows == []


def test_the_picker_takes_a_colour_from_any_widget_and_does_not_press_it(
    qtbot: QtBot, desk: MainWindow
) -> None:
    save, pressed = desk.side.save, list[bool]()
    desk.side.save_clicked.disconnect()
    save.clicked.connect(lambda: pressed.append(True))
    qtbot.mouseClick(desk.hint_panel.pick, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(save, Qt.MouseButton.LeftButton, pos=QPoint(12, save.height() // 2))
    assert pressed == []
    assert desk.hint_panel.color().name() == save.palette().highlight().color().name()
    assert not desk.hints.eyedropper.active
    assert QGuiApplication.overrideCursor() is None
    qtbot.mouseClick(save, Qt.MouseButton.LeftButton)
    assert pressed == [True]


def test_escape_and_another_photo_give_the_picker_up(qtbot: QtBot, desk: MainWindow) -> None:
    before = desk.hint_panel.color()
    for give_up in (
        lambda: qtbot.keyClick(desk.view, Qt.Key.Key_Escape),
        desk.editor.close_photo,
    ):
        qtbot.mouseClick(desk.hint_panel.pick, Qt.MouseButton.LeftButton)
        assert desk.hints.eyedropper.active
        give_up()
        assert not desk.hints.eyedropper.active
        assert QGuiApplication.overrideCursor() is None
    assert desk.hint_panel.color() == before


def test_a_reference_that_is_no_photo_is_said(
    qtbot: QtBot, desk: MainWindow, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(b"\xff\xd8\xff nothing more")
    desk.references.open(broken)
    qtbot.waitUntil(lambda: "broken.jpg" in desk.notice_bar.text.text(), timeout=30_000)
    assert desk.references.windows == []


def test_a_click_beside_the_photo_puts_nothing(qtbot: QtBot, desk: MainWindow) -> None:
    qtbot.mouseClick(desk.view, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert _hints(desk) == ()


def test_a_model_without_hints_says_so(
    qtbot: QtBot, make_window: Callable[..., MainWindow], tiny_model: Callable[..., Path]
) -> None:
    window = make_window(model=tiny_model(hints=False))
    qtbot.waitUntil(lambda: window.editor.model is not None, timeout=60_000)
    assert "no colour points" in window.hint_panel.words.text()
    assert not window.hint_panel.place.isEnabled()
