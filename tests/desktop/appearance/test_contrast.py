"""Borders and focus rings are seen in both themes; disabled buttons look so; letters grow."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from desktop.appearance.theme import apply_theme
from tests.desktop.helpers import MakeWindow

CONTROLS = (QPushButton, QLineEdit, QSpinBox, QComboBox)


def _luminance(color: QColor) -> float:
    """WCAG 2.2, "relative luminance"."""
    channels = (color.redF(), color.greenF(), color.blueF())
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.fixture(params=["light", "dark"])
def page(request: pytest.FixtureRequest, qtbot: QtBot, qapp: QApplication) -> QWidget:
    apply_theme(qapp, request.param)
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(300, 200)
    return page


def _grab(page: QWidget) -> QImage:
    page.show()
    return page.grab().toImage()


@pytest.mark.parametrize("kind", CONTROLS)
def test_a_controls_border_has_a_contrast_of_3_to_1(page: QWidget, kind: type[QWidget]) -> None:
    control = kind(page)
    control.setGeometry(40, 40, 120, 34)
    control.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    image = _grab(page)
    border = image.pixelColor(40, 57)
    assert _contrast(border, image.pixelColor(30, 57)) >= 3  # to the window
    assert _contrast(border, image.pixelColor(60, 43)) >= 3  # to the inside


@pytest.mark.parametrize("kind", CONTROLS)
def test_a_focus_ring_is_two_pixels_wide(qtbot: QtBot, page: QWidget, kind: type[QWidget]) -> None:
    control = kind(page)
    control.setGeometry(40, 40, 120, 34)
    page.show()
    page.activateWindow()
    control.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(control.hasFocus, timeout=30_000)
    image = page.grab().toImage()
    accent = page.palette().highlight().color()
    assert image.pixelColor(40, 57) == image.pixelColor(41, 57) == accent
    assert _contrast(accent, image.pixelColor(30, 57)) >= 3


@pytest.mark.parametrize("name", ["primary", "chip", "default"])
def test_a_disabled_button_looks_disabled(page: QWidget, name: str) -> None:
    button = QPushButton("Save", page)
    button.setGeometry(40, 40, 120, 34)
    if name == "default":
        button.setDefault(True)
    else:
        button.setProperty(name, True)
    inside = QPoint(55, 57)
    on = _grab(page).pixelColor(inside)
    button.setEnabled(False)
    off = _grab(page).pixelColor(inside)
    assert off != on
    assert off.saturation() == 0
    assert _contrast(off, page.palette().window().color()) < 1.5  # it no longer stands out


def test_letters_are_as_large_as_the_preferences_say(
    make_window: MakeWindow, qapp: QApplication
) -> None:
    window = make_window()
    before = window.photo_page.side.copy.fontMetrics().height()
    try:
        window.settings.change(text_percent=150)
        assert window.photo_page.side.copy.fontMetrics().height() == pytest.approx(
            1.5 * before, abs=2
        )
    finally:
        window.settings.change(text_percent=100)
    assert window.photo_page.side.copy.fontMetrics().height() == before
