"""`PhotoListModel`: the photos that were opened together, and what has become of each."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from desktop.background.thumbnails import Thumbnails

Index = QModelIndex | QPersistentModelIndex
#: Roles of what the delegate paints beside the thumbnail: all are bool.
SHOWN: Final = int(Qt.ItemDataRole.UserRole) + 1
EDITED: Final = SHOWN + 1
SAVED: Final = SHOWN + 2


class PhotoListModel(QAbstractListModel):
    """Paths and their thumbnails, which are made when they are first looked at."""

    def __init__(self, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._paths: list[Path] = []
        self._shown: Path | None = None
        self._edited: set[Path] = set()
        self._saved: set[Path] = set()
        thumbnails.arrived.connect(self._changed)

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

    def show(self, path: Path | None) -> int | None:
        """Mark the photo that is shown; returns its row, None where it is not here."""
        before, self._shown = self._shown, path
        for each in (before, path):
            if each is not None:
                self._changed(each)
        return None if path is None else self.row_of(path)

    def set_picture(self, path: Path, image: QImage) -> None:
        """Show a photo by its colour picture."""
        self._thumbnails.show_instead(path, image)

    def set_edited(self, path: Path, *, edited: bool) -> None:
        """Mark a photo that has been worked on; what is saved of it is not the newest then."""
        (self._edited.add if edited else self._edited.discard)(path)
        self._saved.discard(path)
        self._changed(path)

    def set_saved(self, path: Path) -> None:
        """Mark a photo of which the result is saved."""
        self._saved.add(path)
        self._changed(path)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._paths)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        path = self._paths[index.row()]
        if role == Qt.ItemDataRole.DecorationRole:
            return self._thumbnails.icon(path)
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return ", ".join((path.name, *self._said(path)))
        marks = {SHOWN: path == self._shown, EDITED: path in self._edited}
        return (marks | {SAVED: path in self._saved}).get(role)

    def _said(self, path: Path) -> list[str]:
        edited = [self.tr("edited")] if path in self._edited else []
        return edited + ([self.tr("saved")] if path in self._saved else [])

    @Slot(Path)
    def _changed(self, path: Path) -> None:
        if path in self._paths:
            at = self.index(self._paths.index(path))
            self.dataChanged.emit(at, at)
