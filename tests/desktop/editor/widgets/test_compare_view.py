"""The photo view through real events."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QImage, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.colorize.render import compose
from desktop.background.qimage import from_qimage
from desktop.editor.widgets.compare_types import STEPS, Split
from desktop.editor.widgets.compare_view import CompareView
from desktop.shell.main_window import MainWindow


@pytest.fixture
def view(qtbot: QtBot, colored: MainWindow) -> CompareView:
    """Shows a photo in colour; the reveal is over and everything is painted."""
    shown = colored.view
    qtbot.waitUntil(lambda: shown.settled and shown.value() == STEPS // 2, timeout=30_000)
    return shown


def _at(view: CompareView, x: float, y: float = 0.5) -> QPoint:
    """A place by its shares of the visible photo."""
    seen = view.viewport_now.seen_rect
    return QPointF(seen.x() + x * seen.width(), seen.y() + y * seen.height()).toPoint()


def _painted(view: CompareView) -> QImage:
    return view.grab().toImage()


def _is_grey(image: QImage, at: QPoint) -> bool:
    color = image.pixelColor(at)
    return color.red() == color.green() == color.blue()


def test_grey_before_the_line_and_colour_after_it(view: CompareView) -> None:
    image = _painted(view)
    assert _is_grey(image, _at(view, 0.25))
    assert not _is_grey(image, _at(view, 0.9))


def test_dragging_moves_the_line(qtbot: QtBot, view: CompareView) -> None:
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=_at(view, 0.5))
    qtbot.mouseMove(view, _at(view, 0.2))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=_at(view, 0.2))
    assert view.value() == pytest.approx(200, abs=3)
    assert not _is_grey(_painted(view), _at(view, 0.35))


@pytest.mark.parametrize("split", [Split.VERTICAL, Split.SIDE_BY_SIDE])
def test_a_pinch_zooms_to_the_place_under_it(view: CompareView, split: Split) -> None:
    view.set_split(split)
    view.zoom_by(6)
    place = QPointF(_at(view, 0.3, 0.4))
    under, zoom = view.viewport_now.to_photo(place), view.viewport_now.zoom
    # over the right half it is the same place of the photo
    aside = view.viewport_now.view.width() if split is Split.SIDE_BY_SIDE else 0
    over = place + QPointF(aside, 0)
    pinch = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture, QPointingDevice.primaryPointingDevice(),
        2, over, over, QPointF(view.mapToGlobal(over)), 0.25, QPointF(),
    )  # fmt: skip
    QApplication.sendEvent(view, pinch)
    assert view.viewport_now.zoom == pytest.approx(zoom * 1.25)
    held = view.viewport_now.to_photo(place)
    assert (held.x(), held.y()) == pytest.approx((under.x(), under.y()))


def test_two_fingers_on_a_touch_screen_zoom(qtbot: QtBot, view: CompareView) -> None:
    screen = QTest.createTouchDevice()
    before = view.viewport_now.scale
    middle = _at(view, 0.4, 0.5)
    held = view.viewport_now.to_photo(QPointF(middle))

    def fingers(apart: int) -> tuple[QPoint, QPoint]:
        return middle - QPoint(apart, 0), middle + QPoint(apart, 0)

    left, right = fingers(30)
    QTest.touchEvent(view, screen).press(0, left).press(1, right).commit()
    for apart in (40, 60, 90, 120):
        left, right = fingers(apart)
        QTest.touchEvent(view, screen).move(0, left).move(1, right).commit()
    QTest.touchEvent(view, screen).release(0, left).release(1, right).commit()
    assert view.viewport_now.scale > 2 * before
    off = view.viewport_now.to_photo(QPointF(middle)) - held
    assert off.manhattanLength() < 6


def test_double_click_brings_it_to_the_middle(qtbot: QtBot, view: CompareView) -> None:
    view.setValue(10)
    qtbot.mouseDClick(view, Qt.MouseButton.LeftButton, pos=_at(view, 0.5))
    assert view.value() == STEPS // 2


def test_the_keyboard_moves_the_line(qtbot: QtBot, view: CompareView) -> None:
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.value() == 510
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.value() == 0
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.value() == STEPS
    view.set_split(Split.HORIZONTAL)
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert view.value() == STEPS - 10


def test_a_screen_reader_hears_the_value(view: CompareView) -> None:
    interface = QAccessible.queryAccessibleInterface(view)
    assert interface.role() == QAccessible.Role.Slider
    assert interface.text(QAccessible.Text.Name) == "Before and after"
    assert interface.valueInterface().currentValue() == STEPS // 2


def test_space_shows_the_original_while_it_is_held(qtbot: QtBot, view: CompareView) -> None:
    qtbot.keyPress(view, Qt.Key.Key_Space)
    assert _is_grey(_painted(view), _at(view, 0.9))
    qtbot.keyRelease(view, Qt.Key.Key_Space)
    assert not _is_grey(_painted(view), _at(view, 0.9))


def _wheel(view: CompareView, at: QPoint, clicks: int) -> None:
    event = QWheelEvent(
        QPointF(at), view.mapToGlobal(QPointF(at)), QPoint(), QPoint(0, 120 * clicks),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase,
        False,
    )  # fmt: skip
    QApplication.sendEvent(view, event)


def test_a_button_shows_the_original_while_it_is_held(
    qtbot: QtBot, view: CompareView, colored: MainWindow
) -> None:
    button, place = colored.look_panel.compare, _at(view, 0.9)
    qtbot.mousePress(button, Qt.MouseButton.LeftButton)
    assert _is_grey(_painted(view), place)
    qtbot.mouseRelease(button, Qt.MouseButton.LeftButton)
    assert not _is_grey(_painted(view), place)


def test_the_wheel_zooms_to_the_pointer(view: CompareView) -> None:
    at = _at(view, 0.3, 0.4)
    before, zoom = view.viewport_now.to_photo(QPointF(at)), view.viewport_now.zoom
    _wheel(view, at, 12)
    assert view.viewport_now.zoom > 2 * zoom
    assert (view.viewport_now.to_photo(QPointF(at)) - before).manhattanLength() < 0.01
    _wheel(view, at, -30)
    assert view.viewport_now.scale == 1  # smaller than the whole photo at 2:1


def test_zoomed_in_dragging_away_from_the_line_pans(qtbot: QtBot, view: CompareView) -> None:
    _wheel(view, _at(view, 0.5), 12)
    before, value = view.viewport_now.centre, view.value()
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    qtbot.mouseMove(view, QPoint(60, 70))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(60, 70))
    moved = view.viewport_now.centre - before
    assert moved.x() == pytest.approx(40 / view.viewport_now.zoom, rel=0.01)
    assert moved.y() == pytest.approx(30 / view.viewport_now.zoom, rel=0.01)
    assert view.value() == value


def test_one_for_one_shows_the_very_pixels_of_the_result(
    qtbot: QtBot, colored: MainWindow, view: CompareView
) -> None:
    document = colored.editor.document
    assert document is not None
    assert document.colorization is not None
    colored.actions_by_name["zoom_full"].trigger()
    view.setValue(0)
    qtbot.waitUntil(lambda: view.settled, timeout=30_000)
    pixels, _ = from_qimage(_painted(view))
    corner = view.viewport_now.photo_rect.topLeft().toPoint()
    result = compose(document.photo, document.colorization.ab).pixels
    rows, columns = slice(corner.y(), corner.y() + 64), slice(corner.x(), corner.x() + 96)
    shown = pixels[rows, columns].astype(int)
    inner = (slice(40, 60), slice(30, 90))  # away from the line, its knob and the labels
    assert np.abs(shown[inner] - result[inner].astype(int)).max() <= 1


def test_side_by_side_shows_the_same_part_twice(qtbot: QtBot, colored: MainWindow) -> None:
    view = colored.view
    colored.actions_by_name["side_by_side"].trigger()
    qtbot.waitUntil(lambda: view.settled, timeout=30_000)
    image, half = _painted(view), view.width() // 2
    left = _at(view, 0.7)
    assert _is_grey(image, left)
    assert not _is_grey(image, left + QPoint(half, 0))


def test_a_line_across_divides_above_and_below(
    qtbot: QtBot, colored: MainWindow, view: CompareView
) -> None:
    qtbot.keyClick(colored, Qt.Key.Key_H)
    image = _painted(view)
    assert _is_grey(image, _at(view, 0.8, 0.2))
    assert not _is_grey(image, _at(view, 0.9, 0.8))


def test_the_look_is_seen_at_once_and_settles(
    qtbot: QtBot, colored: MainWindow, view: CompareView
) -> None:
    colored.look_panel.slider("strength").setValue(0)
    qtbot.waitUntil(lambda: view.settled, timeout=30_000)
    assert _is_grey(_painted(view), _at(view, 0.9))
