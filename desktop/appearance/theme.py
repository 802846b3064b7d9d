"""The light and the dark theme: a palette each, and one style sheet made from it."""

from __future__ import annotations

from string import Template
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from core.resources import resource

Role = QPalette.ColorRole

#: Greys are neutral, or the eye would see the photo's colours shifted the other way. "border" has a
#: contrast of 3:1 to what lies on both sides of it (WCAG 2.2, 1.4.11).
_LIGHT: Final = {
    "window": "#f5f5f5", "base": "#ffffff", "text": "#242424", "quiet": "#616161",
    "button": "#ffffff", "line": "#d8d8d8", "border": "#878787", "dark": "#dcdcdc",
    "accent": "#a8501c", "on_accent": "#ffffff", "hover": "#ececec", "notice": "#fff3d6",
    "disabled": "#9b9b9b", "off": "#e6e6e6",
}  # fmt: skip
_DARK: Final = {
    "window": "#242424", "base": "#1b1b1b", "text": "#ebebeb", "quiet": "#b0b0b0",
    "button": "#303030", "line": "#404040", "border": "#858585", "dark": "#161616",
    "accent": "#f0a35e", "on_accent": "#20160c", "hover": "#3a3a3a", "notice": "#45391f",
    "disabled": "#757575", "off": "#2b2b2b",
}  # fmt: skip
#: The grey around the photo, by the names of `desktop.settings.SURROUNDS`.
SURROUND_COLORS: Final = {
    "white": "#ffffff", "light": "#c6c6c6", "mid": "#777777", "dark": "#3b3b3b", "black": "#000000",
}  # fmt: skip

#: Where a panel has its line, and where a menu button has its arrow.
_PLAIN: Final = {"edge": "left", "end": "right"}
_MIRRORED: Final = {"edge": "right", "end": "left"}

#: Icons that the sheet shows, in each theme's colour.
_IMAGES: Final = ("check", "down", "up")

#: Of a QPushButton Qt itself mirrors ``text-align`` and padding, of a QToolButton it does not.
_SHEET: Final = Template("""
QToolBar { border: none; border-bottom: 1px solid $line; padding: 5px 8px; spacing: 3px; }
QToolBar::separator { background: $line; width: 1px; margin: 6px 6px; }
QToolButton { border: 1px solid transparent; border-radius: 7px; padding: 5px 8px; }
QToolButton:hover { background: $hover; }
QToolButton:checked { background: $hover; border-color: $line; }
QToolButton:focus { border: 2px solid $accent; padding: 4px 7px; }
QPushButton { background: $button; border: 1px solid $border; border-radius: 8px;
  padding: 6px 14px; }
QPushButton:hover { background: $hover; }
QPushButton:focus { border: 2px solid $accent; padding: 5px 13px; }
QPushButton:flat { background: transparent; border-color: transparent; color: $accent;
  padding: 4px 8px; }
QPushButton:flat:focus { border: 2px solid $accent; padding: 3px 7px; }
QPushButton:disabled { background: $off; border: 1px dashed $line; color: $disabled; }
QPushButton:flat:disabled { background: transparent; border-color: transparent; color: $disabled; }
QPushButton:default, QPushButton[primary="true"] {
  background: $accent; color: $on_accent; border-color: $accent; }
QPushButton[primary="true"] { font-weight: 600; padding: 8px 18px; }
QPushButton:default:focus, QPushButton[primary="true"]:focus { border: 2px solid $text; }
QPushButton[primary="true"]:focus { padding: 7px 17px; }
QPushButton:default:disabled, QPushButton[primary="true"]:disabled {
  background: $off; border: 1px dashed $line; color: $disabled; }
QPushButton[chip="true"] { padding: 5px 10px; border-radius: 13px; }
QPushButton[chip="true"]:focus { padding: 4px 9px; }
QPushButton[chip="true"]:checked { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton[chip="true"]:checked:focus { border-color: $text; }
QPushButton[row="true"] { background: transparent; border-color: transparent; text-align: left;
  padding: 5px 8px; }
QPushButton[row="true"]:hover { background: $hover; }
QPushButton[row="true"]:checked { background: $hover; border-color: $line; }
QPushButton[row="true"]:focus { border: 2px solid $accent; padding: 4px 7px; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QDialogButtonBox QPushButton { padding: 6px 20px; }
QCheckBox::indicator { width: 14px; height: 14px; border: 1px solid $quiet; border-radius: 4px;
  background: $base; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$check"); }
QCheckBox::indicator:focus { border: 2px solid $accent; }
QCheckBox::indicator:checked:focus { border-color: $text; }
QCheckBox::indicator:disabled { border-color: $line; background: $window; }
QCheckBox::indicator:checked:disabled { background: $disabled; border-color: $disabled; }
QLineEdit { background: $base; border: 1px solid $border; border-radius: 7px; padding: 5px 7px; }
QLineEdit:focus { border: 2px solid $accent; padding: 4px 6px; }
QSpinBox, QComboBox { background: $base; border: 1px solid $border; border-radius: 7px;
  min-height: 24px; padding: 1px 6px; }
QSpinBox:focus, QComboBox:focus { border: 2px solid $accent; padding: 0 5px; }
QSpinBox:disabled, QComboBox:disabled, QLineEdit:disabled { background: $off; color: $disabled;
  border: 1px dashed $line; }
QLineEdit#qt_spinbox_lineedit { border: none; padding: 0 5px; background: transparent; }
QSpinBox::up-button, QSpinBox::down-button { subcontrol-origin: border; width: 18px; border: none; }
QSpinBox::up-arrow { image: url("$up"); width: 10px; height: 10px; }
QSpinBox::down-arrow, QComboBox::down-arrow { image: url("$down"); width: 10px; height: 10px; }
QComboBox::drop-down { border: none; width: 20px; }
QSpinBox[plain="true"] { min-height: 20px; padding: 1px 4px; }
QSpinBox[plain="true"]:focus { padding: 0 3px; }
QSpinBox[plain="true"]::up-button, QSpinBox[plain="true"]::down-button { width: 0; }
QSpinBox[plain="true"]::up-arrow, QSpinBox[plain="true"]::down-arrow { image: none; width: 0; }
QToolButton[menu="true"] { padding: 5px; padding-$end: 20px; }
QToolButton[menu="true"]::menu-indicator {
  subcontrol-origin: padding; subcontrol-position: center right; right: 5px; }
QLabel[quiet="true"] { color: $quiet; }
QLabel[heading="true"] { font-weight: 600; }
QPushButton[section="true"] { background: transparent; border-color: transparent; font-weight: 600;
  text-align: left; padding: 5px 0; padding-left: 20px; }
QPushButton[section="true"]:hover { background: $hover; }
QPushButton[section="true"]:focus { border: 2px solid $accent; padding: 4px 0;
  padding-left: 19px; }
QToolButton[picture="true"] { padding: 2px; border-radius: 6px; color: $quiet; }
QToolButton[picture="true"]:checked { border: 2px solid $accent; color: $text; padding: 1px; }
QFrame#side { background: $window; border: none; border-$edge: 1px solid $line; }
QFrame#notice { background: $notice; border: 1px solid $border; border-radius: 10px; }
QFrame#popover { background: $window; border: 1px solid $border; border-radius: 10px; }
QFrame#card { background: $base; border: 2px dashed $line; border-radius: 18px; }
QFrame#card[over="true"] { border-color: $accent; }
QProgressBar { border: none; background: $line; border-radius: 3px; max-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QToolButton[tight="true"] { padding: 5px 4px; }
QToolButton[tight="true"]:focus { padding: 4px 3px; }
QToolButton[swatch="true"] { padding: 1px; border-radius: 5px; }
QToolButton[swatch="true"]:focus { padding: 0; }
QToolButton[swatch="true"]:checked { border: 2px solid $accent; }
QStatusBar { border-top: 1px solid $line; }
QStatusBar::item { border: none; }
QStatusBar QLabel, QStatusBar QToolButton { color: $quiet; padding: 2px 6px; }
QToolButton#device { color: $text; border: 1px solid $border; border-radius: 9px;
  padding: 1px 9px; }
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
    kind = "dark" if dark else "light"
    images = {name: resource(f"icons/{name}-{kind}.svg").as_posix() for name in _IMAGES}
    app.setPalette(_palette(colors))
    app.setStyleSheet(_SHEET.substitute(colors, **images, **sides))


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
        Role.PlaceholderText: "quiet", Role.Dark: "dark", Role.Mid: "border", Role.Accent: "accent",
    }  # fmt: skip
    for role, name in roles.items():
        palette.setColor(role, QColor(colors[name]))
    for role in (Role.WindowText, Role.Text, Role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colors["disabled"]))
    return palette
