"""Icons and buttons that show one colour."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QToolButton, QWidget

SWATCH: Final = QSize(22, 22)


def swatch_icon(color: QColor, size: QSize = SWATCH) -> QIcon:
    """A rounded patch of a colour."""
    pixmap = QPixmap(size * 2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(128, 128, 128, 120))
    painter.setBrush(color)
    painter.drawRoundedRect(pixmap.rect().adjusted(1, 1, -2, -2), 10, 10)
    painter.end()
    return QIcon(pixmap)


class SwatchButton(QToolButton):
    """Button with a colour on it."""

    def __init__(self, color: QColor, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.color = color
        self.setIcon(swatch_icon(color))
        self.setIconSize(SWATCH)
        self.setProperty("swatch", True)
        self.setToolTip(name)
        self.setAccessibleName(name)
