"""`VariationGrid`: the variations large, in place of the photo, to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QIcon,
    QImage,
    QKeyEvent,
    QPainter,
    QPen,
    QPixmap,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QListView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.editor.variation import Variation
from desktop.editor.widgets.variation_panel import variation_name

#: Room for the ring around a picture and its name: on each side, and both with what is between.
_RING: Final = 4
_AROUND: Final = 20


class _Ringed(QStyledItemDelegate):
    """Paints no wash over the picture, but a ring around the one that would be taken."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return super().sizeHint(option, index) + QSize(2 * _RING, 2 * _RING)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        plain, ring = QStyleOptionViewItem(option), QRectF(option.rect).adjusted(1, 1, -1, -1)
        plain.rect = option.rect.adjusted(_RING, _RING, -_RING, -_RING)
        marked = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus
        chosen = option.state & marked
        plain.state &= ~marked
        super().paint(painter, plain, index)
        if chosen:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(option.palette.highlight().color(), 2))
            painter.drawRoundedRect(ring, 6, 6)
            painter.restore()


class VariationGrid(QListWidget):
    """Pictures as large as all of them have room; a click or Enter takes one, Esc leaves."""

    chosen = Signal(object)  # Variation
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Variations"))
        self.setItemDelegate(_Ringed(self))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._shape = 1.0
        self.itemClicked.connect(self._take)
        self.itemActivated.connect(self._take)

    def set_variations(self, variations: Sequence[Variation]) -> None:
        """Make places for the variations of another model, without pictures yet."""
        self.clear()
        for at, variation in enumerate(variations):
            item = QListWidgetItem(variation_name(variation, at))
            item.setData(Qt.ItemDataRole.UserRole, variation)
            item.setTextAlignment(Qt.AlignmentFlag.AlignHCenter)
            self.addItem(item)
        self._make_room()

    def forget_pictures(self) -> None:
        """Show no pictures: those of another photo are to come."""
        for row in range(self.count()):
            self.item(row).setIcon(QIcon())

    def show_picture(self, variation: Variation, image: QImage) -> None:
        """Show the picture of a variation."""
        self._shape = image.width() / max(1, image.height())
        self._make_room()
        for row in range(self.count()):
            if self.item(row).data(Qt.ItemDataRole.UserRole) == variation:
                self.item(row).setIcon(QIcon(QPixmap.fromImage(image)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._make_room()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _make_room(self) -> None:
        """As many columns as make the pictures largest."""
        if not self.count():
            return
        count, text = self.count(), self.fontMetrics().height() + _AROUND
        room = self.contentsRect().size() - QSize(8, 8)
        columns = max(
            range(1, count + 1),
            key=lambda many: min(
                (room.width() // many - _AROUND) / self._shape,
                room.height() // ceil(count / many) - text - _AROUND,
            ),
        )
        rows = ceil(count / columns)
        across, down = room.width() // columns, room.height() // rows
        height = min((across - _AROUND) / self._shape, down - text - _AROUND)
        self.setIconSize(QSize(round(height * self._shape), round(height)))
        down = min(down, round(height) + text + _AROUND)
        self.setGridSize(QSize(across, down))
        above = (room.height() - rows * down) // 2
        self.setViewportMargins(0, max(0, above), 0, 0)

    def _take(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))
        self.left.emit()
