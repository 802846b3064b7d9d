"""Keeps focus and wheel where they are: a click on a control does not take them from the photo."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QScrollBar,
    QWidget,
)


class WheelGuard(QObject):
    """Event filter: the wheel changes nothing that has no focus; what is around it scrolls."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        wheel = event.type() == QEvent.Type.Wheel
        if wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def keep_focus(root: QWidget) -> None:
    """Let buttons and lists below ``root`` take the focus by Tab alone.

    What is typed into still takes it by a click. A control reached by Tab keeps its own Space.
    """
    for widget in root.findChildren(QWidget):
        quiet = isinstance(widget, QAbstractButton | QAbstractItemView)
        if quiet and widget.focusPolicy() & Qt.FocusPolicy.ClickFocus:
            widget.setFocusPolicy(Qt.FocusPolicy.TabFocus)


def guard_wheel(root: QWidget) -> None:
    """Let the wheel pass over the fields below ``root`` that have no focus."""
    guard = WheelGuard(root)
    for widget in root.findChildren(QWidget):
        field = isinstance(widget, QAbstractSpinBox | QComboBox)
        if field and not isinstance(widget, QScrollBar):
            widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            widget.installEventFilter(guard)
