"""The window's icons: SVG outlines of ``resources/icons``, drawn in the theme's text colour."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QRect, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from core.resources import resource

_PLAIN: Final = "currentColor"
#: Arrows along the reading direction.
_MIRRORED: Final = frozenset({"undo", "redo"})


def icon(name: str) -> QIcon:
    """The icon ``resources/icons/{name}.svg``; it follows the palette when that changes."""
    return QIcon(_Outline(resource(f"icons/{name}.svg")))


def app_icon() -> QIcon:
    """The icon of the program, in its own colours."""
    return QIcon(str(resource("icons/autochrome.svg")))


class _Outline(QIconEngine):
    """Icon engine for SVGs whose lines are ``currentColor``: drawn in the palette's text colour."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._svg = path.read_text(encoding="utf-8")

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        palette = QGuiApplication.palette()
        disabled = mode == QIcon.Mode.Disabled
        group = QPalette.ColorGroup.Disabled if disabled else QPalette.ColorGroup.Active
        color: QColor = palette.color(group, QPalette.ColorRole.ButtonText)
        if state == QIcon.State.On:
            color = palette.color(group, QPalette.ColorRole.Highlight)
        painter.save()
        if self._path.stem in _MIRRORED and QGuiApplication.isRightToLeft():
            painter.translate(2 * rect.x() + rect.width(), 0)
            painter.scale(-1, 1)
        svg = self._svg.replace(_PLAIN, color.name())
        QSvgRenderer(QByteArray(svg.encode())).render(painter, rect)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        if size.isEmpty():  # a button that has no room yet
            return QPixmap()
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        return _Outline(self._path)
