"""Photos that were opened together, as small pictures in a row; click to show one."""

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
)
from PySide6.QtGui import QColor, QIcon, QImage, QPixmap
from PySide6.QtWidgets import QListView, QWidget

from core.errors import AutochromeError
from core.photo.thumbnail import thumbnail
from desktop.background.pool import Tasks
from desktop.background.qimage import to_qimage

_SIDE: Final = 72
Index = QModelIndex | QPersistentModelIndex


class PhotoListModel(QAbstractListModel):
    """Paths and their thumbnails, which are made when they are first looked at."""

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._paths: list[Path] = []
        self._icons: dict[Path, QIcon] = {}
        empty = QPixmap(_SIDE, _SIDE)
        empty.fill(QColor(128, 128, 128, 40))
        self._empty = QIcon(empty)

    def set_paths(self, paths: Sequence[Path]) -> None:
        """Other photos."""
        self.beginResetModel()
        self._paths, self._icons = list(paths), {}
        self.endResetModel()

    def path(self, row: int) -> Path:
        """The photo in a row."""
        return self._paths[row]

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._paths)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        path = self._paths[index.row()]
        if role == Qt.ItemDataRole.DecorationRole:
            return self._icon(path)
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return path.name
        return None

    def _icon(self, path: Path) -> QIcon:
        if path not in self._icons:
            self._icons[path] = self._empty
            self._tasks.run(
                lambda: to_qimage(thumbnail(path, 2 * _SIDE, square=True)),
                lambda image: self._arrived(path, image),
                self._nothing,
            )
        return self._icons[path]

    def _arrived(self, path: Path, image: QImage) -> None:
        if path in self._paths:
            self._icons[path] = QIcon(QPixmap.fromImage(image))
            at = self.index(self._paths.index(path))
            self.dataChanged.emit(at, at, [Qt.ItemDataRole.DecorationRole])

    @staticmethod
    def _nothing(_error: AutochromeError) -> None:
        """A photo that cannot be read keeps its grey square; opening it says why."""


class Filmstrip(QListView):
    """Hidden where there is no choice."""

    chosen = Signal(Path)

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.photos = PhotoListModel(tasks, self)
        self.setModel(self.photos)
        self.setAccessibleName(self.tr("Opened photos"))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setUniformItemSizes(True)
        self.setIconSize(QSize(_SIDE, _SIDE))
        self.setGridSize(QSize(_SIDE + 12, _SIDE + 12))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(_SIDE + 26)
        self.selectionModel().currentChanged.connect(self._current)
        self.hide()

    def set_paths(self, paths: Sequence[Path]) -> None:
        """Other photos, the first of them chosen."""
        self.photos.set_paths(paths)
        self.setVisible(len(paths) > 1)
        if paths:
            self._select(0)

    def step(self, by: int) -> None:
        """The next photo, or the one before."""
        row = self.currentIndex().row() + by
        if 0 <= row < self.photos.rowCount():
            self.setCurrentIndex(self.photos.index(row))

    def _select(self, row: int) -> None:
        self.selectionModel().blockSignals(True)
        self.setCurrentIndex(self.photos.index(row))
        self.selectionModel().blockSignals(False)

    def _current(self, now: QModelIndex) -> None:
        if now.isValid():
            self.chosen.emit(self.photos.path(now.row()))
