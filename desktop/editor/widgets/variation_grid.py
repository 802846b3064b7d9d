"""`VariationGrid`: the variations large, in place of the photo, to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QKeyEvent, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QWidget

from desktop.editor.variation import Variation
from desktop.editor.widgets.variation_panel import variation_name


class VariationGrid(QListWidget):
    """Pictures as large as all of them have room; a click or Enter takes one, Esc leaves."""

    chosen = Signal(object)  # Variation
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Variations"))
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
        room, text = self.viewport().size(), self.fontMetrics().height() + 14
        cells = [
            QSize(
                (room.width() - 8) // columns, (room.height() - 8) // ceil(self.count() / columns)
            )
            for columns in range(1, self.count() + 1)
        ]
        best = max(cells, key=lambda cell: min(cell.width() / self._shape, cell.height() - text))
        self.setGridSize(best)
        self.setIconSize(best - QSize(16, text + 10))

    def _take(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))
        self.left.emit()
