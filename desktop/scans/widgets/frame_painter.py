"""How frames are drawn over a page, and which part of one lies under the pointer."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QTransform

from core.photo.frame import Frame

#: Logical pixels: how near a press must be, the side of a handle, how far the turning grip is out.
REACH: Final = 9.0
_HANDLE: Final = 9.0
_OUT: Final = 26.0
_BADGE: Final = 22.0
#: The turning grip's name, beside those of `desktop.scans.frame_edits.SIDES`.
TURN: Final = "turn"
_PLAIN, _CHOSEN = QColor("#1e88e5"), QColor("#f57c00")
_CORNERS: Final = (("left", "top"), ("right", "top"), ("right", "bottom"), ("left", "bottom"))


def outline(frame: Frame, view: QTransform) -> QPolygonF:
    """The corners of a frame in the view: its upper left, then clockwise."""
    return QPolygonF([view.map(QPointF(*corner)) for corner in frame.corners().tolist()])


def grip(frame: Frame, view: QTransform) -> QPointF:
    """Where a frame is taken hold of to be turned: outside its upper side."""
    corners = outline(frame, view)
    top, bottom = (corners.at(0) + corners.at(1)) / 2, (corners.at(2) + corners.at(3)) / 2
    up = top - bottom
    length = max(1.0, _length(up))
    return top + up * (_OUT / length)


def parts_at(frame: Frame, view: QTransform, place: QPointF) -> frozenset[str]:
    """The sides of a frame that a place in the view takes hold of, or its turning grip."""
    if _length(grip(frame, view) - place) <= REACH:
        return frozenset({TURN})
    corners = outline(frame, view)
    for index, sides in enumerate(_CORNERS):
        if _length(corners.at(index) - place) <= 1.4 * REACH:
            return frozenset(sides)
    names = ("top", "right", "bottom", "left")
    for index, name in enumerate(names):
        if _distance(place, corners.at(index), corners.at((index + 1) % 4)) <= REACH:
            return frozenset({name})
    return frozenset()


def paint_frame(
    painter: QPainter, frame: Frame, number: int, view: QTransform, *, chosen: bool
) -> None:
    """Draw a frame with its number; with handles where it is chosen."""
    corners = outline(frame, view)
    paint_outline(painter, corners, chosen=chosen)
    if chosen:
        _handles(painter, frame, view, corners)
    middle = (corners.at(0) + corners.at(2)) / 2
    painter.save()
    painter.translate(middle)
    painter.rotate(frame.angle)  # the number stands as the picture will
    _number(painter, number, _CHOSEN if chosen else _PLAIN)
    painter.restore()


def paint_outline(painter: QPainter, corners: QPolygonF, *, chosen: bool) -> None:
    """Draw the sides of a frame, seen on light and dark."""
    color = _CHOSEN if chosen else _PLAIN
    for pen in (QPen(QColor(255, 255, 255, 200), 4), QPen(color, 2)):
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolygon(corners)


def _handles(painter: QPainter, frame: Frame, view: QTransform, corners: QPolygonF) -> None:
    painter.setPen(QPen(_CHOSEN, 2))
    painter.setBrush(QColor("white"))
    middle, out = (corners.at(0) + corners.at(1)) / 2, grip(frame, view)
    painter.drawLine(middle, out)
    painter.drawEllipse(out, _HANDLE / 2 + 1, _HANDLE / 2 + 1)
    for index in range(4):
        side = (corners.at(index) + corners.at((index + 1) % 4)) / 2
        for place in (corners.at(index), side):
            half = _HANDLE / 2
            painter.drawRect(QRectF(place.x() - half, place.y() - half, _HANDLE, _HANDLE))


def _number(painter: QPainter, number: int, color: QColor) -> None:
    badge = QRectF(-_BADGE / 2, -_BADGE / 2, _BADGE, _BADGE)
    painter.setPen(QPen(QColor("white"), 2))
    painter.setBrush(color)
    painter.drawEllipse(badge)
    painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(number))


def _length(vector: QPointF) -> float:
    return float((vector.x() ** 2 + vector.y() ** 2) ** 0.5)


def _distance(place: QPointF, start: QPointF, end: QPointF) -> float:
    """From a place to the line between two others."""
    along, away = end - start, place - start
    square = max(1e-6, QPointF.dotProduct(along, along))
    share = min(1.0, max(0.0, QPointF.dotProduct(away, along) / square))
    return _length(away - along * share)
