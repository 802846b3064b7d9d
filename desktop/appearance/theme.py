"""The light and the dark theme: a palette each, and one style sheet made from it."""

from __future__ import annotations

from string import Template
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from core.resources import resource

Role = QPalette.ColorRole

_LIGHT: Final = {
    "window": "#f6f5f3", "base": "#ffffff", "text": "#23242a", "quiet": "#6a6c75",
    "button": "#ffffff", "line": "#d9d7d2", "dark": "#dedcd8", "accent": "#a8501c",
    "on_accent": "#ffffff", "hover": "#efece7", "notice": "#fff3d6", "disabled": "#a9a9ae",
}  # fmt: skip
_DARK: Final = {
    "window": "#232428", "base": "#1b1c1f", "text": "#eceae6", "quiet": "#a3a4ab",
    "button": "#2f3136", "line": "#3d3f46", "dark": "#151618", "accent": "#f0a35e",
    "on_accent": "#20160c", "hover": "#373a40", "notice": "#45391f", "disabled": "#6e7078",
}  # fmt: skip

#: Where a panel has its line, a menu button its arrow, and a slider what has been covered.
_PLAIN: Final = {"edge": "left", "end": "right", "filled": "sub"}
_MIRRORED: Final = {"edge": "right", "end": "left", "filled": "add"}

_SHEET: Final = Template("""
QToolBar { border: none; border-bottom: 1px solid $line; padding: 5px 8px; spacing: 3px; }
QToolBar::separator { background: $line; width: 1px; margin: 6px 6px; }
QToolButton { border: 1px solid transparent; border-radius: 7px; padding: 5px 8px; }
QToolButton:hover { background: $hover; }
QToolButton:checked { background: $hover; border-color: $line; }
QToolButton:focus { border-color: $accent; }
QPushButton { background: $button; border: 1px solid $line; border-radius: 8px; padding: 6px 14px; }
QPushButton:hover { background: $hover; }
QPushButton:focus { border-color: $accent; }
QPushButton:flat { background: transparent; border-color: transparent; color: $accent;
  padding: 4px 8px; }
QPushButton:flat:focus { border-color: $accent; }
QPushButton:disabled, QPushButton:flat:disabled { color: $disabled; }
QPushButton:default, QPushButton[primary="true"] {
  background: $accent; color: $on_accent; border-color: $accent; }
QPushButton[primary="true"] { font-weight: 600; padding: 8px 18px; }
QPushButton:default:disabled, QPushButton[primary="true"]:disabled {
  background: $line; border-color: $line; color: $disabled; }
QPushButton[primary="true"]:focus { border: 2px solid $text; padding: 7px 17px; }
QPushButton[chip="true"] { padding: 5px 10px; border-radius: 13px; }
QPushButton[chip="true"]:checked { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton[chip="true"]:checked:disabled { background: $line; color: $disabled;
  border-color: $line; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QDialogButtonBox QPushButton { padding: 6px 20px; }
QCheckBox::indicator { width: 14px; height: 14px; border: 1px solid $quiet; border-radius: 4px;
  background: $base; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$check"); }
QCheckBox::indicator:focus { border: 2px solid $accent; }
QCheckBox::indicator:checked:focus { border-color: $text; }
QCheckBox::indicator:disabled { border-color: $line; background: $window; }
QCheckBox::indicator:checked:disabled { background: $disabled; border-color: $disabled; }
QLineEdit { background: $base; border: 1px solid $line; border-radius: 7px; padding: 5px 7px; }
QLineEdit:focus { border-color: $accent; }
QSpinBox { min-height: 24px; }
QToolButton[menu="true"] { padding: 5px; padding-$end: 20px; }
QToolButton[menu="true"]::menu-indicator {
  subcontrol-origin: padding; subcontrol-position: center right; right: 5px; }
QLabel[quiet="true"] { color: $quiet; }
QLabel[heading="true"] { font-weight: 600; }
QFrame#side { background: $window; border: none; border-$edge: 1px solid $line; }
QFrame#popover { background: $window; border: 1px solid $line; border-radius: 10px; }
QFrame#notice { background: $notice; border: none; border-bottom: 1px solid $line; }
QFrame#card { background: $base; border: 2px dashed $line; border-radius: 18px; }
QFrame#card[over="true"] { border-color: $accent; }
QSlider { min-height: 22px; }
QProgressBar { border: none; background: $line; border-radius: 3px; max-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QToolButton[tight="true"] { padding: 5px 4px; }
QToolButton[swatch="true"] { padding: 1px; border-radius: 5px; }
QToolButton[swatch="true"]:checked { border: 2px solid $accent; }
QStatusBar { border-top: 1px solid $line; }
QStatusBar::item { border: none; }
QStatusBar QLabel, QStatusBar QToolButton { color: $quiet; padding: 2px 6px; }
QToolButton#device { color: $text; border: 1px solid $line; border-radius: 9px; padding: 1px 9px; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: $line; }
QSlider::$filled-page:horizontal { background: $accent; border-radius: 2px; }
QSlider::handle:horizontal { width: 16px; height: 16px; margin: -7px 0; border-radius: 9px;
  background: $base; border: 2px solid $accent; }
QSlider::handle:horizontal:focus { background: $accent; }
QSlider::$filled-page:horizontal:disabled { background: $line; }
QSlider::handle:horizontal:disabled { border-color: $line; }
QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 9px; }
QScrollBar:horizontal { height: 9px; }
QScrollBar::handle { background: $line; border-radius: 4px; margin: 1px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: $quiet; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QListView { background: $window; border: none; border-top: 1px solid $line; }
""")


def apply_theme(app: QApplication, theme: str) -> None:
    """Set palette and style sheet of a theme: ``system``, ``light`` or ``dark``.

    A system in high contrast keeps its own colours.
    """
    hints = QGuiApplication.styleHints()
    wanted = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
    hints.setColorScheme(wanted.get(theme, Qt.ColorScheme.Unknown))
    if _high_contrast():
        app.setStyleSheet("")
        app.setPalette(QPalette())  # the system's own
        return
    app.setStyle("Fusion")
    dark = is_dark(theme)
    colors = _DARK if dark else _LIGHT
    # style sheets are not mirrored by Qt
    mirrored = app.layoutDirection() == Qt.LayoutDirection.RightToLeft
    sides = _MIRRORED if mirrored else _PLAIN
    check = resource(f"icons/check-{'dark' if dark else 'light'}.svg").as_posix()
    app.setPalette(_palette(colors))
    app.setStyleSheet(_SHEET.substitute(colors, check=check, **sides))


def is_dark(theme: str) -> bool:
    """Whether this theme is dark on this system now."""
    if theme in {"light", "dark"}:
        return theme == "dark"
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def _high_contrast() -> bool:
    hints = QGuiApplication.styleHints()
    if not hasattr(hints, "accessibility"):  # added in Qt 6.10
        return False
    return bool(hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast)


def _palette(colors: dict[str, str]) -> QPalette:
    palette = QPalette()
    roles = {
        Role.Window: "window", Role.Base: "base", Role.AlternateBase: "hover",
        Role.Button: "button", Role.WindowText: "text", Role.Text: "text",
        Role.ButtonText: "text", Role.Highlight: "accent", Role.HighlightedText: "on_accent",
        Role.Link: "accent", Role.ToolTipBase: "base", Role.ToolTipText: "text",
        Role.PlaceholderText: "quiet", Role.Dark: "dark", Role.Mid: "line", Role.Accent: "accent",
    }  # fmt: skip
    for role, name in roles.items():
        palette.setColor(role, QColor(colors[name]))
    for role in (Role.WindowText, Role.Text, Role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colors["disabled"]))
    return palette
