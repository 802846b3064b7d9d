"""The photo view through real events."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import (
    QAccessible,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPointingDevice,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.colorize.colorization import Colorization
from core.colorize.look import Look
from core.colorize.render import compose
from core.photo.photo import Photo
from desktop.background.pyramid import Pyramid
from desktop.background.qimage import from_qimage
from desktop.background.renderer import Renderer
from desktop.editor.widgets.compare_types import STEPS, Scene, Split, Surface
from desktop.editor.widgets.compare_view import CompareView


@pytest.fixture
def made() -> Colorization:
    """A grey ramp of 96 x 64 pixels, all of it in one colour."""
    ramp = np.linspace(60, 200, 96) * np.linspace(0.6, 1, 64)[:, None]
    ab = np.full((2, 16, 24), 25, np.float32)
    return Colorization(Photo(ramp.astype(np.uint8)), ab, None, {})


@pytest.fixture
def view(qtbot: QtBot, made: Colorization) -> Iterator[CompareView]:
    """Shows the photo in colour; whatever it wants to show is there at once."""
    shown, renderer = CompareView(), Renderer(synchronous=True)
    qtbot.addWidget(shown)
    renderer.rendered.connect(shown.show_patch)
    shown.wanted.connect(renderer.request)
    shown.wanted.connect(lambda _view: renderer.run_pending())
    shown.resize(900, 640)
    shown.show_photo(Pyramid.of(made.photo))
    shown.show_colors(made, Look(), live=True)
    shown.show()
    qtbot.waitExposed(shown)
    assert shown.settled
    yield shown
    renderer.close()


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
    view.zoom_by(2.5)  # it fills the view: it stays where it is held
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
    assert off.manhattanLength() < 4  # the way of the first finger until there are two


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
    view: CompareView, made: Colorization
) -> None:
    view.zoom_full()
    view.setValue(0)
    pixels, _ = from_qimage(_painted(view))
    corner = view.viewport_now.photo_rect.topLeft().toPoint()
    result = compose(made.photo, made.ab).pixels
    rows, columns = slice(corner.y(), corner.y() + 64), slice(corner.x(), corner.x() + 96)
    shown = pixels[rows, columns].astype(int)
    inner = (slice(40, 60), slice(30, 90))  # away from the line, its knob and the labels
    assert np.abs(shown[inner] - result[inner].astype(int)).max() <= 1


def test_side_by_side_shows_the_same_part_twice(view: CompareView) -> None:
    view.set_split(Split.SIDE_BY_SIDE)
    image, half = _painted(view), view.width() // 2
    left = _at(view, 0.7)
    assert _is_grey(image, left)
    assert not _is_grey(image, left + QPoint(half, 0))


def test_a_line_across_divides_above_and_below(view: CompareView) -> None:
    view.set_split(Split.HORIZONTAL)
    image = _painted(view)
    assert _is_grey(image, _at(view, 0.8, 0.2))
    assert not _is_grey(image, _at(view, 0.9, 0.8))


def test_another_look_is_seen(view: CompareView, made: Colorization) -> None:
    view.show_colors(made, Look(strength=0))
    assert view.settled
    assert _is_grey(_painted(view), _at(view, 0.9))


def test_the_first_colours_are_revealed_from_the_side(
    qtbot: QtBot, view: CompareView, made: Colorization
) -> None:
    view.show_photo(Pyramid.of(made.photo))
    assert not view.after_shown
    view.show_colors(made, Look())
    assert view.value() == STEPS
    qtbot.waitUntil(lambda: view.value() == STEPS // 2, timeout=30_000)


class _Recorder:
    """A `Tool` that takes presses in the left half, and notes what it was told."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    def press(self, event: QMouseEvent, view: Surface) -> bool:
        taken = event.position().x() < view.viewport_now.view.width() / 2
        self.heard.append(f"press {taken}")
        return taken

    def move(self, _event: QMouseEvent, _view: Surface) -> None:
        self.heard.append("move")

    def release(self, _event: QMouseEvent, _view: Surface) -> None:
        self.heard.append("release")

    def cancel(self) -> None:
        self.heard.append("cancel")

    def key(self, event: QKeyEvent) -> bool:
        return event.key() == Qt.Key.Key_X

    def cursor(self, _place: QPointF, _view: Surface) -> Qt.CursorShape | None:
        return Qt.CursorShape.CrossCursor

    def paint(self, _painter: QPainter, scene: Scene) -> None:
        self.heard.append(f"paint {scene.divided}")


def test_a_tool_acts_in_the_dividers_place_and_leaves_the_rest_to_panning(
    qtbot: QtBot, view: CompareView
) -> None:
    tool, left = _Recorder(), Qt.MouseButton.LeftButton
    view.tool = tool
    view.zoom_by(8)
    value, before = view.value(), view.viewport_now.centre
    qtbot.mousePress(view, left, pos=QPoint(100, 300))
    qtbot.mouseMove(view, QPoint(120, 300))
    qtbot.mousePress(view, Qt.MouseButton.RightButton, pos=QPoint(120, 300))
    qtbot.mouseRelease(view, left, pos=QPoint(120, 300))
    assert [word for word in tool.heard if "paint" not in word] == ["press True", "move", "release"]
    assert view.viewport_now.centre == before
    qtbot.mousePress(view, left, pos=QPoint(700, 300))
    qtbot.mouseMove(view, QPoint(650, 300))
    qtbot.mouseRelease(view, left, pos=QPoint(650, 300))
    assert view.viewport_now.centre.x() > before.x()
    assert view.value() == value
    assert view.cursor().shape() == Qt.CursorShape.CrossCursor
    tool.heard.clear()
    _painted(view)
    assert tool.heard == ["paint False"]


def test_a_pinch_gives_up_what_one_finger_had_begun(qtbot: QtBot, view: CompareView) -> None:
    tool = _Recorder()
    view.tool = tool
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(100, 300))
    view.pinched.emit()
    qtbot.mouseMove(view, QPoint(120, 300))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(120, 300))
    assert [word for word in tool.heard if "paint" not in word] == ["press True", "cancel"]


@pytest.mark.parametrize(
    ("split", "zoom", "shape"),
    [
        (Split.VERTICAL, 1, Qt.CursorShape.SplitHCursor),
        (Split.HORIZONTAL, 1, Qt.CursorShape.SplitVCursor),
        (Split.VERTICAL, 8, Qt.CursorShape.OpenHandCursor),
        (Split.SIDE_BY_SIDE, 1, Qt.CursorShape.ArrowCursor),
    ],
)
def test_the_pointer_says_what_a_press_would_do(
    qtbot: QtBot, view: CompareView, split: Split, zoom: float, shape: Qt.CursorShape
) -> None:
    view.set_split(split)
    if zoom > 1:
        view.zoom_by(zoom)
    qtbot.mouseMove(view, QPoint(60, 60))
    qtbot.mouseMove(view, QPoint(80, 90))
    assert view.cursor().shape() == shape


def test_luminance_stays_sharp_while_colours_arrive(qtbot: QtBot, made: Colorization) -> None:
    view, asked = CompareView(), list[bool]()
    qtbot.addWidget(view)
    renderer = Renderer(synchronous=True)
    renderer.rendered.connect(view.show_patch)
    view.wanted.connect(renderer.request)
    view.wanted.connect(lambda wanted: asked.append(wanted.coarse))
    view.wanted.connect(lambda _view: renderer.run_pending())
    view.show_photo(Pyramid.of(made.photo))
    assert view.settled
    asked.clear()
    view.show_colors(made, Look(), live=True)
    assert asked == [False]  # nothing coarse in place of the sharp grey picture
    view.show_colors(made, Look(strength=0.5), live=True)
    assert asked == [False, True]  # a slider that is dragged may be quick
    view.show_colors(replace(made), Look(strength=0.5), live=True)
    assert asked == [False, True, False]  # another point: the earlier colours stay until then
    renderer.close()
