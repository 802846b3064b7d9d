"""`FilmstripDelegate`: paints a thumbnail, a ring around the one that is shown, and badges."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.editor.widgets.photo_list_model import EDITED, SAVED, SHOWN

_BADGE: Final = 8.0
#: Around a thumbnail, for its ring.
ROOM: Final = 12


class FilmstripDelegate(QStyledItemDelegate):
    """Paints no wash over the picture, whose colours are to be seen."""

    def sizeHint(
        self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return option.decorationSize + QSize(ROOM, ROOM)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        side = option.decorationSize.width()
        rect: QRect = option.rect
        palette = option.palette
        state = option.state
        box = QRect(0, 0, side, side)
        box.moveCenter(rect.center())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        index.data(Qt.ItemDataRole.DecorationRole).paint(painter, box)
        ring = QRectF(box).adjusted(-3, -3, 3, 3)
        if index.data(SHOWN):
            painter.setPen(QPen(palette.highlight().color(), 3))
            painter.drawRoundedRect(ring, 4, 4)
        elif state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(palette.text().color(), 2, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(ring, 4, 4)
        if index.data(SAVED):
            _tick(painter, QPointF(box.right() - 7, box.bottom() - 7))
        elif index.data(EDITED):
            _dot(painter, QPointF(box.right() - 7, box.bottom() - 7))
        painter.restore()


def _dot(painter: QPainter, at: QPointF) -> None:
    painter.setPen(QPen(QColor(0, 0, 0), 1))
    painter.setBrush(QColor("#f0a35e"))
    painter.drawEllipse(at, _BADGE / 2, _BADGE / 2)


def _tick(painter: QPainter, at: QPointF) -> None:
    painter.setPen(QPen(QColor(0, 0, 0), 1))
    painter.setBrush(QColor("#ffffff"))
    painter.drawEllipse(at, _BADGE * 0.8, _BADGE * 0.8)
    painter.setPen(QPen(QColor("#1d7a34"), 2))
    painter.drawPolyline([at + QPointF(-3, 0), at + QPointF(-1, 3), at + QPointF(3, -3)])
