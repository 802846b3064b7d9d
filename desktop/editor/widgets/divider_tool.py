"""`DividerTool`: the line between before and after, dragged with the mouse."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen, QPolygonF

from desktop.editor.widgets.compare_types import STEPS, Scene, Split, Surface

#: Pressing this near to the divider takes hold of it, also when zoomed in. Logical pixels.
_GRIP: Final = 28.0
_KNOB: Final = 17.0
_WHITE: Final = QColor(255, 255, 255)
_SHADE: Final = QColor(0, 0, 0, 110)
_ARROWS: Final = QColor(70, 70, 76)


class DividerTool:
    """A `Tool`: in a fitted photo a press anywhere brings the line there."""

    def place(self, view: Surface) -> float:
        """Place of the line, in logical pixels across or down the view."""
        start, length = _along(view)
        return start + view.value() / STEPS * length

    def press(self, event: QMouseEvent, view: Surface) -> bool:
        left = event.button() == Qt.MouseButton.LeftButton
        if not left or not self._within_reach(event.position(), view):
            return False
        self.move(event, view)
        return True

    def move(self, event: QMouseEvent, view: Surface) -> None:
        start, length = _along(view)
        share = (_coordinate(event.position(), view) - start) / max(1.0, length)
        view.setValue(round(min(max(share, 0.0), 1.0) * STEPS))

    def release(self, event: QMouseEvent, view: Surface) -> None:
        """The line stays where it is."""

    def cancel(self) -> None:
        """The line stays where it is."""

    def key(self, _event: QKeyEvent) -> bool:
        return False  # the keys of the divider are the slider's own

    def cursor(self, place: QPointF, view: Surface) -> Qt.CursorShape | None:
        if not self._within_reach(place, view):
            return None
        across = view.split is Split.VERTICAL
        return Qt.CursorShape.SplitHCursor if across else Qt.CursorShape.SplitVCursor

    def paint(self, painter: QPainter, scene: Scene) -> None:
        if scene.divided:
            across = scene.split is Split.VERTICAL
            line = _line(scene.viewport.seen_rect, scene.divider, across=across)
            for color, width in ((_SHADE, 4.0), (_WHITE, 2.0)):
                painter.setPen(QPen(color, width))
                painter.drawLine(line)
            _paint_knob(painter, line.center(), across=across)

    def _within_reach(self, place: QPointF, view: Surface) -> bool:
        if view.split is Split.SIDE_BY_SIDE:
            return False
        near = abs(_coordinate(place, view) - self.place(view)) <= _GRIP
        return view.viewport_now.fitted or near


def _along(view: Surface) -> tuple[float, float]:
    """Where the visible photo begins and how long it is, the way the line moves."""
    seen = view.viewport_now.seen_rect
    if view.split is Split.HORIZONTAL:
        return seen.top(), seen.height()
    return seen.left(), seen.width()


def _coordinate(place: QPointF, view: Surface) -> float:
    return place.y() if view.split is Split.HORIZONTAL else place.x()


def _line(seen: QRectF, divider: float, *, across: bool) -> QLineF:
    if across:
        return QLineF(divider, seen.top(), divider, seen.bottom())
    return QLineF(seen.left(), divider, seen.right(), divider)


def _paint_knob(painter: QPainter, middle: QPointF, *, across: bool) -> None:
    painter.save()
    painter.translate(middle)
    if not across:
        painter.rotate(90)
    painter.setPen(QPen(_SHADE, 1))
    painter.setBrush(_WHITE)
    painter.drawEllipse(QPointF(), _KNOB, _KNOB)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_ARROWS)
    for side in (-1, 1):
        tip, base = side * 10.5, side * 4.5
        painter.drawPolygon(QPolygonF([QPointF(tip, 0), QPointF(base, -5), QPointF(base, 5)]))
    painter.restore()
