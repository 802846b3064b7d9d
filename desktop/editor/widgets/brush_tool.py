"""`BrushTool`: paints strokes on the photo, and erases them, with the mouse or a pen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen, QPolygonF

from core.colorize.strokes import Stroke, StrokeKind
from desktop.editor.viewport import Viewport
from desktop.editor.widgets.compare_types import Scene, Surface
from desktop.editor.widgets.hint_tool import ab_of

#: Radius of the brush in logical pixels, whatever the zoom: the closer, the finer.
SMALLEST, LARGEST, USUAL = 3, 120, 24
#: A corner is added when the pointer has gone this share of the radius.
_SPACING: Final = 0.25
#: While it is painted a stroke shows like this, where it has no colour of its own.
_SHOWN: Final = {
    StrokeKind.GREY: QColor(140, 140, 140, 150),
    StrokeKind.ORIGINAL: QColor(255, 255, 255, 120),
    StrokeKind.ERASE: QColor(255, 120, 100, 120),
}
_KEEPING: Final = 150


class BrushTool(QObject):
    """A `Tool` that adds strokes to those of one photo; ``changed`` carries all of them.

    Attributes:
        kind: of the next stroke.
        color: of the next stroke, where it has one.
        radius: of the brush, in logical pixels.
    """

    changed = Signal(object, str)  # tuple[Stroke, ...], what was done
    left = Signal()  # Escape

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.kind = StrokeKind.COLOR
        self.color = QColor("#c98e6f")
        self.radius = USUAL
        self.strokes: tuple[Stroke, ...] = ()
        self._line: list[QPointF] = []  # in pixels of the photo
        self._hover: QPointF | None = None

    def set_strokes(self, strokes: Sequence[Stroke]) -> None:
        """Take the strokes as the document has them."""
        self.strokes = tuple(strokes)

    def clear(self) -> None:
        """Remove every stroke."""
        if self.strokes:
            self._change((), self.tr("Remove all strokes"))

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
        viewport, line = view.viewport_now, self._line
        self.cancel()
        self._change((*self.strokes, self._stroke(line, viewport)), self._words())

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
            painter.setPen(self._pen(2.0 * self.radius))
            corners = [scene.viewport.to_view(place) for place in self._line]
            if len(corners) == 1:
                painter.drawPoint(corners[0])
            else:
                painter.drawPolyline(QPolygonF(corners))
        if self._hover is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for color, width in ((QColor(0, 0, 0, 120), 3.0), (QColor(255, 255, 255), 1.2)):
                painter.setPen(QPen(color, width))
                painter.drawEllipse(self._hover, self.radius, self.radius)

    def _pen(self, width: float) -> QPen:
        color = _SHOWN.get(self.kind) or QColor(self.color)
        if self.kind is StrokeKind.COLOR:
            color.setAlpha(_KEEPING)
        round_cap, round_join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        return QPen(color, width, Qt.PenStyle.SolidLine, round_cap, round_join)

    def _stroke(self, line: Sequence[QPointF], viewport: Viewport) -> Stroke:
        width, height = viewport.photo.width(), viewport.photo.height()
        places = tuple(
            (min(max(place.x() / width, -1.0), 2.0), min(max(place.y() / height, -1.0), 2.0))
            for place in line
        )
        radius = min(self.radius / viewport.zoom / min(width, height), 1.0)
        ab = ab_of(self.color) if self.kind is StrokeKind.COLOR else (0.0, 0.0)
        return Stroke(places, radius, self.kind, ab)

    def _words(self) -> str:
        return {
            StrokeKind.COLOR: self.tr("Brush stroke"),
            StrokeKind.GREY: self.tr("Keep grey"),
            StrokeKind.ORIGINAL: self.tr("As it was"),
            StrokeKind.ERASE: self.tr("Eraser"),
        }[self.kind]

    def _change(self, strokes: tuple[Stroke, ...], text: str) -> None:
        self.strokes = strokes
        self.changed.emit(strokes, text)
