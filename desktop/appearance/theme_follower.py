"""`ThemeFollower`: keeps the program in its theme while the system turns dark or light."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop.appearance.theme import apply_theme


class ThemeFollower(QObject):
    """Applies a theme at once, and again where the system changes its colours or its contrast."""

    def __init__(self, app: QApplication, theme: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app, self._theme = app, theme
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._scheme_changed)
        if hasattr(hints, "accessibility"):  # added in Qt 6.10
            hints.accessibility().contrastPreferenceChanged.connect(self._apply)
        self._apply()

    def set_theme(self, theme: str) -> None:
        """Apply another theme: ``system``, ``light`` or ``dark``."""
        if theme != self._theme:
            self._theme = theme
            self._apply()

    @Slot()
    def _scheme_changed(self) -> None:
        """Followed where the person wants what the system has."""
        if self._theme == "system":
            self._apply()

    @Slot()
    def _apply(self) -> None:
        apply_theme(self._app, self._theme)
