"""Light, dark, the system's own, and high contrast."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from desktop.appearance import theme
from desktop.shell.main_window import MainWindow
from tests.desktop.helpers import MakeWindow


def _dark(window: MainWindow) -> bool:
    return window.palette().window().color().lightness() < 128


def _system_turns(monkeypatch: pytest.MonkeyPatch, scheme: Qt.ColorScheme) -> None:
    """As Qt tells it; the offscreen platform has no scheme of its own to change."""
    dark = scheme == Qt.ColorScheme.Dark
    monkeypatch.setattr(theme, "is_dark", lambda name: dark if name == "system" else name == "dark")
    QGuiApplication.styleHints().colorSchemeChanged.emit(scheme)


def test_the_systems_theme_is_followed(
    make_window: MakeWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make_window()
    for scheme in (Qt.ColorScheme.Dark, Qt.ColorScheme.Light):
        _system_turns(monkeypatch, scheme)
        assert _dark(window) == (scheme == Qt.ColorScheme.Dark)


def test_a_theme_chosen_since_the_start_is_kept_when_the_systems_changes(
    make_window: MakeWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make_window()
    window.settings.change(theme="light")
    _system_turns(monkeypatch, Qt.ColorScheme.Dark)
    assert not _dark(window)
    window.settings.change(theme="system")
    assert _dark(window)
    _system_turns(monkeypatch, Qt.ColorScheme.Light)
    assert not _dark(window)


def test_high_contrast_keeps_the_systems_colours(
    make_window: MakeWindow, monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    window = make_window()
    window.settings.change(theme="dark")
    assert qapp.styleSheet()
    monkeypatch.setattr(theme, "_high_contrast", lambda: True)
    hints = QGuiApplication.styleHints().accessibility()
    hints.contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
    assert qapp.styleSheet() == ""
    assert qapp.palette() == QPalette(qapp.style().standardPalette())
    monkeypatch.setattr(theme, "_high_contrast", lambda: False)
    hints.contrastPreferenceChanged.emit(Qt.ContrastPreference.NoPreference)
    assert qapp.styleSheet()
    assert _dark(window)
