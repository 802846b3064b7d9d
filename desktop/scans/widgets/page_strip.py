"""`PageStrip`: the pages one below the other, each small, with its frames and their number."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap, QTransform
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from core.photo.frame import Frame
from desktop.scans.page_frames import PageEntry
from desktop.scans.widgets.frame_painter import outline, paint_outline
from desktop.text.bidi import isolated
from desktop.text.messages import headline

_SIDE: Final = 104


class PageStrip(QListWidget):
    """One line a page; the current one is shown large beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Pages"))
        self.setIconSize(QSize(_SIDE, _SIDE))
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(round(2.2 * _SIDE))

    def show_entry(self, index: int, entry: PageEntry) -> None:
        """Show what is known of a page; one more line where it is new."""
        while self.count() <= index:
            self.addItem(QListWidgetItem())
        item, words = self.item(index), self._words(entry)
        item.setText(words)
        item.setToolTip(str(entry.page.path))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, words.replace("\n", ", "))
        if entry.picture:
            item.setIcon(QIcon(_picture(entry, self.devicePixelRatioF())))

    def _words(self, entry: PageEntry) -> str:
        name = isolated(entry.page.path.name)
        if entry.page.count > 1:
            name = self.tr("{}, page {}").format(name, entry.page.number + 1)
        if entry.error is not None:
            state = headline(entry.error)
        elif entry.frames is None:
            state = self.tr("Being looked at…")
        else:
            state = self.tr("%n print(s)", "", len(entry.frames))
        return f"{name}\n{state}"


def _picture(entry: PageEntry, density: float) -> QPixmap:
    """The page with its frames on it."""
    side = round(_SIDE * density)
    image = entry.image().scaled(
        side,
        side,
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    pixmap = QPixmap.fromImage(image)
    scale = image.width() / max(1, entry.size[0])
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    frames: tuple[Frame, ...] = entry.frames or ()
    for frame in frames:
        paint_outline(painter, outline(frame, QTransform.fromScale(scale, scale)), chosen=False)
    painter.end()
    pixmap.setDevicePixelRatio(density)
    return pixmap
