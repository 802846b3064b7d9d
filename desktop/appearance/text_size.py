"""Sets the size of the window's letters, as a share of what the system has."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

#: Property of the application that keeps the system's own size, in points, while another is set.
_OWN: Final = "autochrome_points"


def apply_text_size(app: QApplication, percent: int) -> None:
    """Set the application's font to so many per cent of the system's."""
    own = app.property(_OWN)
    points = app.font().pointSizeF() if own is None else float(own)
    app.setProperty(_OWN, None if percent == 100 else points)
    font = QFont(app.font())
    font.setPointSizeF(points * percent / 100)
    if font != app.font():
        sheet = app.styleSheet()
        for widget in app.allWidgets():
            widget.ensurePolished()  # one that was never seen would keep the font it has
        app.setStyleSheet("")  # under a style sheet widgets keep the font they have
        app.setFont(font)
        app.setStyleSheet(sheet)
