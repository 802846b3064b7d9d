"""`Filmstrip`: a row of thumbnails of the photos that were opened together."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QListView, QWidget

from desktop.background.pool import Tasks
from desktop.background.thumbnails import Thumbnails
from desktop.editor.widgets.filmstrip_delegate import ROOM, FilmstripDelegate
from desktop.editor.widgets.photo_list_model import PhotoListModel

_SIDE: Final = 72
#: The same on a low screen.
_LOW_SIDE: Final = 40


class Filmstrip(QListView):
    """A row of the opened photos, in its middle; hidden where there is only one.

    A ring marks the photo that is shown: until another is open, the one before.
    """

    chosen = Signal(Path)
    shown_changed = Signal(int, int)  # the place of the shown photo, from 1 (0: none), of how many

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.photos = PhotoListModel(Thumbnails(tasks, _SIDE, self), self)
        self.setModel(self.photos)
        self.setItemDelegate(FilmstripDelegate(self))
        self.setAccessibleName(self.tr("Opened photos"))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._allowed = True
        self.set_low(low=False)
        self.selectionModel().currentChanged.connect(self._current)
        self.hide()

    def set_paths(self, paths: Sequence[Path]) -> None:
        """Other photos, the first of them chosen."""
        self.photos.set_paths(paths)
        self.set_allowed(allowed=self._allowed)
        self._centre()
        if paths:
            self._select(0)

    def chosen_paths(self) -> list[Path]:
        """The photos that are selected, in their order."""
        return [self.photos.path(row) for row in sorted(i.row() for i in self.selectedIndexes())]

    def set_allowed(self, *, allowed: bool) -> None:
        """Show the strip where there are several photos, or never."""
        self._allowed = allowed
        self.setVisible(allowed and self.photos.rowCount() > 1)

    def set_low(self, *, low: bool) -> None:
        """Show smaller thumbnails where the screen is low, or large ones again."""
        side = _LOW_SIDE if low else _SIDE
        self.setIconSize(QSize(side, side))
        self.setGridSize(QSize(side + ROOM, side + ROOM))
        self.setFixedHeight(side + ROOM + 12)
        self._centre()

    def show_photo(self, path: Path | None) -> None:
        """Mark the photo that is shown now; None, or one that is not here, marks none."""
        row = self.photos.show(path)
        if row is None:
            self.clearSelection()
        else:
            self._select(row)
        self.shown_changed.emit(0 if row is None else row + 1, self.photos.rowCount())

    def show_colors(self, path: Path, image: QImage) -> None:
        """Show a photo's thumbnail in its colours."""
        self.photos.set_picture(path, image)

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
        self.set_allowed(allowed=self._allowed)
        self._centre()
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._centre()

    def _centre(self) -> None:
        needed = self.photos.rowCount() * self.gridSize().width()
        room = max(0, (self.width() - needed) // 2 - 4)
        if self.viewportMargins().left() != room:
            self.setViewportMargins(room, 4, room, 0)

    def _select(self, row: int) -> None:
        self.selectionModel().blockSignals(True)
        self.setCurrentIndex(self.photos.index(row))
        self.selectionModel().blockSignals(False)
        self.scrollTo(self.photos.index(row))
        self.viewport().update()

    def _current(self, now: QModelIndex) -> None:
        if now.isValid():
            self.chosen.emit(self.photos.path(now.row()))
