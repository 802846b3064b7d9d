"""A push button for an action of the window: its word, its tip, and whether it can be done."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton


def action_button(action: QAction) -> QPushButton:
    """A small button that triggers an action and follows it."""
    button = QPushButton()
    button.setProperty("chip", True)

    def follow() -> None:
        button.setText(action.text().replace("&", "").rstrip("\u2026"))
        button.setToolTip(action.toolTip())
        button.setEnabled(action.isEnabled())

    follow()
    action.changed.connect(follow)
    button.clicked.connect(action.trigger)
    return button
