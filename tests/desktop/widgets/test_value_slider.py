"""Sliders: they fill from their neutral value, jump to the click, and can be typed."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from desktop.shell.main_window import MainWindow
from desktop.widgets.value_slider import ValueSlider
from tests.desktop.helpers import document_of

LEFT = Qt.MouseButton.LeftButton


def _slider(qtbot: QtBot, value: int = 0) -> ValueSlider:
    slider = ValueSlider(-100, 100, 0)
    qtbot.addWidget(slider)
    slider.resize(218, 24)
    slider.setValue(value)
    slider.show()
    return slider


def _wheel(widget: QWidget) -> bool:
    """Turn the wheel over a widget; whether it took that."""
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle,
        QPointF(widget.mapToGlobal(middle)),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)
    return bool(event.isAccepted())


def test_it_fills_from_the_neutral_value_to_its_own(qtbot: QtBot) -> None:
    for value in (60, -60):
        slider = _slider(qtbot, value)
        image = slider.grab().toImage()
        accent = slider.palette().highlight().color()
        row = slider.height() // 2
        between, beyond = (round(slider.place(at)) for at in (value // 3, -value // 2))
        assert image.pixelColor(between, row) == accent
        assert image.pixelColor(beyond, row) != accent


def test_it_jumps_to_the_click_and_follows_the_drag(qtbot: QtBot) -> None:
    slider = _slider(qtbot)
    steps: list[str] = []
    slider.sliderPressed.connect(lambda: steps.append("pressed"))
    slider.sliderReleased.connect(lambda: steps.append("released"))
    qtbot.mousePress(slider, LEFT, pos=QPoint(round(slider.place(50)), 12))
    assert slider.value() == 50
    qtbot.mouseMove(slider, QPoint(round(slider.place(-25)), 12))
    assert slider.value() == -25
    qtbot.mouseRelease(slider, LEFT)
    assert steps == ["pressed", "released"]
    slider.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.mouseClick(slider, LEFT, pos=QPoint(209, 12))
    assert slider.value() == -100


def test_a_double_click_brings_the_neutral_value_back(qtbot: QtBot) -> None:
    slider = _slider(qtbot, 40)
    qtbot.mouseDClick(slider, LEFT, pos=QPoint(10, 12))
    assert slider.value() == 0


def test_the_wheel_changes_nothing_that_has_no_focus(qtbot: QtBot, colored: MainWindow) -> None:
    panel = colored.photo_page.look_panel
    slider, field = panel.slider("warmth"), panel.value("warmth")
    for widget in (slider, field):
        assert not _wheel(widget)  # the panel scrolls instead
    assert slider.value() == 0
    colored.activateWindow()
    slider.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(slider.hasFocus, timeout=30_000)
    _wheel(slider)
    assert slider.value() > 0


def test_values_can_be_typed(qtbot: QtBot, colored: MainWindow) -> None:
    field: QSpinBox = colored.photo_page.look_panel.value("brightness")
    field.selectAll()
    qtbot.keyClicks(field, "-35")
    assert document_of(colored).edit.look.brightness == 0  # not before it is whole
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert document_of(colored).edit.look.brightness == -0.35
    assert colored.photo_page.look_panel.slider("brightness").value() == -35
    colored.actions_by_name["undo"].trigger()
    assert field.value() == 0


def test_light_is_seen_and_undone(qtbot: QtBot, colored: MainWindow) -> None:
    view = colored.photo_page.view
    qtbot.waitUntil(lambda: view.value() == 500, timeout=30_000)

    def seen() -> int:
        qtbot.waitUntil(lambda: view.settled, timeout=30_000)
        place = view.viewport_now.photo_rect.center().toPoint()
        return view.grab().toImage().pixelColor(place + QPoint(40, 0)).lightness()

    before = seen()
    slider = colored.photo_page.look_panel.slider("brightness")
    qtbot.mouseClick(slider, LEFT, pos=QPoint(round(slider.place(70)), slider.height() // 2))
    assert seen() > before + 10
    colored.actions_by_name["undo"].trigger()
    assert seen() == before


def test_a_click_on_a_control_leaves_the_focus_on_the_photo(
    qtbot: QtBot, colored: MainWindow
) -> None:
    view, panel = colored.photo_page.view, colored.photo_page.look_panel
    colored.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus, timeout=30_000)
    qtbot.waitUntil(lambda: view.value() == 500, timeout=30_000)
    qtbot.mouseClick(panel.slider("saturation"), LEFT)
    assert view.hasFocus()
    qtbot.mouseClick(panel.reset, LEFT)
    assert view.hasFocus()
    qtbot.mouseClick(
        colored.photo_page.variation_panel.button(colored.photo_page.variation_panel.variations[1]),
        LEFT,
    )
    assert view.hasFocus()
    plain = view.grab().toImage()
    qtbot.keyPress(view, Qt.Key.Key_Space)
    assert view.grab().toImage() != plain  # the original, and the word for it
    qtbot.keyRelease(view, Qt.Key.Key_Space)


def test_a_control_reached_by_tab_keeps_its_space(qtbot: QtBot, colored: MainWindow) -> None:
    reset, view = colored.photo_page.look_panel.reset, colored.photo_page.view
    colored.workspace.editor.set_look(
        colored.photo_page.look_panel.look().__class__(strength=0.5), "Strength"
    )
    colored.activateWindow()
    reset.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(reset.hasFocus, timeout=30_000)
    qtbot.keyClick(reset, Qt.Key.Key_Space)
    assert document_of(colored).edit.look.strength == 1
    assert view.after_shown
