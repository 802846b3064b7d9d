"""`Filmstrip`: a row of thumbnails of the photos that were opened together."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtWidgets import QListView, QWidget

from desktop.background.pool import Tasks
from desktop.background.thumbnails import Thumbnails

_SIDE: Final = 72
#: The same on a low screen.
_LOW_SIDE: Final = 40
Index = QModelIndex | QPersistentModelIndex


class PhotoListModel(QAbstractListModel):
    """Paths and their thumbnails, which are made when they are first looked at."""

    def __init__(self, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._paths: list[Path] = []
        thumbnails.arrived.connect(self._arrived)

    def set_paths(self, paths: Sequence[Path]) -> None:
        """Other photos."""
        self.beginResetModel()
        self._paths = list(paths)
        self._thumbnails.clear()
        self.endResetModel()

    def path(self, row: int) -> Path:
        """The photo in a row."""
        return self._paths[row]

    def row_of(self, path: Path) -> int | None:
        """The row of a photo; None where it is not there."""
        return self._paths.index(path) if path in self._paths else None

    def remove(self, row: int) -> None:
        """Without the photo of a row."""
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._paths[row]
        self.endRemoveRows()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._paths)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        path = self._paths[index.row()]
        if role == Qt.ItemDataRole.DecorationRole:
            return self._thumbnails.icon(path)
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return path.name
        return None

    @Slot(Path)
    def _arrived(self, path: Path) -> None:
        if path in self._paths:
            at = self.index(self._paths.index(path))
            self.dataChanged.emit(at, at, [Qt.ItemDataRole.DecorationRole])


class Filmstrip(QListView):
    """A row of the opened photos; hidden where there is only one."""

    chosen = Signal(Path)

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.photos = PhotoListModel(Thumbnails(tasks, _SIDE, self), self)
        self.setModel(self.photos)
        self.setAccessibleName(self.tr("Opened photos"))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setUniformItemSizes(True)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.set_low(low=False)
        self.selectionModel().currentChanged.connect(self._current)
        self.hide()

    def set_paths(self, paths: Sequence[Path]) -> None:
        """Other photos, the first of them chosen."""
        self.photos.set_paths(paths)
        self.setVisible(len(paths) > 1)
        if paths:
            self._select(0)

    def set_low(self, *, low: bool) -> None:
        """Show smaller thumbnails where the screen is low, or large ones again."""
        side = _LOW_SIDE if low else _SIDE
        self.setIconSize(QSize(side, side))
        self.setGridSize(QSize(side + 12, side + 12))
        self.setFixedHeight(side + 26)

    def step(self, by: int) -> None:
        """Choose the next photo, or the one before."""
        row = self.currentIndex().row() + by
        if 0 <= row < self.photos.rowCount():
            self.setCurrentIndex(self.photos.index(row))

    def remove(self, path: Path) -> bool:
        """Take a photo out and choose the one after it; False where it is not among others."""
        row = self.photos.row_of(path)
        if row is None or self.photos.rowCount() < 2:
            return False
        last = row == self.photos.rowCount() - 1
        self.setCurrentIndex(self.photos.index(row - 1 if last else row + 1))
        self.selectionModel().blockSignals(True)
        self.photos.remove(row)
        self.selectionModel().blockSignals(False)
        self.setVisible(self.photos.rowCount() > 1)
        return True

    def _select(self, row: int) -> None:
        self.selectionModel().blockSignals(True)
        self.setCurrentIndex(self.photos.index(row))
        self.selectionModel().blockSignals(False)

    def _current(self, now: QModelIndex) -> None:
        if now.isValid():
            self.chosen.emit(self.photos.path(now.row()))
