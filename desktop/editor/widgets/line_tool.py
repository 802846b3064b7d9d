"""`LineTool`: draws lines with a width on the photo, with the mouse or a pen."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import Final

from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen, QPolygonF

from core.photo.line import Line
from desktop.editor.viewport import Viewport
from desktop.editor.widgets.compare_types import Scene, Surface

#: Radius of the brush in logical pixels, whatever the zoom: the closer, the finer.
SMALLEST, LARGEST, USUAL = 3, 120, 24
#: A corner is added when the pointer has gone this share of the radius.
_SPACING: Final = 0.25


class LineTool(QObject):
    """A `Tool` that draws one line at a time and hands it to `drawn`.

    Attributes:
        radius: of the brush, in logical pixels.
        kind: what the next line does.
    """

    kind: Enum

    left = Signal()  # Escape

    def __init__(self, parent: QObject | None = None, *, radius: int = USUAL) -> None:
        super().__init__(parent)
        self.radius = radius
        self._line: list[QPointF] = []  # in pixels of the photo
        self._hover: QPointF | None = None

    def drawn(self, line: Line) -> None:
        """Take a line that was drawn."""
        raise NotImplementedError

    def line_color(self) -> QColor:
        """What the line looks like while it is drawn."""
        raise NotImplementedError

    # --- as a `Tool` of the compare view

    def press(self, event: QMouseEvent, view: Surface) -> bool:
        place = view.one_side(event.position())
        viewport = view.viewport_now
        room = viewport.photo_rect.adjusted(-self.radius, -self.radius, self.radius, self.radius)
        if event.button() != Qt.MouseButton.LeftButton or not room.contains(place):
            return False
        self._line = [viewport.to_photo(place)]
        return True

    def move(self, event: QMouseEvent, view: Surface) -> None:
        viewport = view.viewport_now
        place = viewport.to_photo(view.one_side(event.position()))
        off = place - self._line[-1]
        if (off.x() ** 2 + off.y() ** 2) ** 0.5 * viewport.zoom >= _SPACING * self.radius:
            self._line.append(place)

    def release(self, event: QMouseEvent, view: Surface) -> None:
        self.move(event, view)
        line = _in_shares(self._line, self.radius, view.viewport_now)
        self.cancel()
        self.drawn(line)

    def cancel(self) -> None:
        self._line = []

    def key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return True
        return False

    def cursor(self, place: QPointF, view: Surface) -> Qt.CursorShape | None:
        self._hover = view.one_side(place)
        return Qt.CursorShape.CrossCursor

    def paint(self, painter: QPainter, scene: Scene) -> None:
        if self._line:
            painter.setPen(round_pen(self.line_color(), 2.0 * self.radius))
            draw_corners(painter, [scene.viewport.to_view(place) for place in self._line])
        if self._hover is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for color, width in ((QColor(0, 0, 0, 120), 3.0), (QColor(255, 255, 255), 1.2)):
                painter.setPen(QPen(color, width))
                painter.drawEllipse(self._hover, self.radius, self.radius)


def round_pen(color: QColor, width: float) -> QPen:
    """A pen as a round brush draws."""
    round_cap, round_join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    return QPen(color, width, Qt.PenStyle.SolidLine, round_cap, round_join)


def draw_corners(painter: QPainter, corners: Sequence[QPointF]) -> None:
    """Draw a line through corners; a dot where there is one."""
    if len(corners) == 1:
        painter.drawPoint(corners[0])
    else:
        painter.drawPolyline(QPolygonF(corners))


def _in_shares(line: Sequence[QPointF], radius: int, viewport: Viewport) -> Line:
    width, height = viewport.photo.width(), viewport.photo.height()
    places = tuple(
        (min(max(place.x() / width, -1.0), 2.0), min(max(place.y() / height, -1.0), 2.0))
        for place in line
    )
    return Line(places, min(radius / viewport.zoom / min(width, height), 1.0))
