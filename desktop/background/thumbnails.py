"""`Thumbnails`: small pictures for lists, made in the pool, the newest wish first.

Those that were wanted last are kept in memory, and many more on the disk
(`core.photo.thumbnail_cache`): one folder for all lists of the window.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QImage, QPixmap

from core.photo.thumbnail_cache import users_cache
from desktop.background.pool import Tasks
from desktop.background.qimage import to_qimage

#: Pixels of the icons kept (0.25 GB would be twice as many), and wishes kept: who scrolls on does
#: not want what has gone by.
_KEPT_PIXELS: Final = 12_000_000
_WISHED: Final = 60


class Thumbnails(QObject):
    """Cache of icons; ``icon`` gives a grey square where the picture is still to be made.

    Args:
        tasks: makes them, one at a time.
        side: in logical pixels; of the longer side, where they are not ``square``.
    """

    arrived = Signal(Path)

    def __init__(
        self, tasks: Tasks, side: int, parent: QObject | None = None, *, square: bool = True
    ) -> None:
        super().__init__(parent)
        self._tasks, self._side, self._square = tasks, side, square
        self._kept = max(60, _KEPT_PIXELS // (2 * side) ** 2)
        self._cache = users_cache()
        self._icons: dict[Path, QIcon] = {}
        self._wished: dict[Path, None] = {}
        self._making: Path | None = None
        pixmap = QPixmap(QSize(side, side))
        pixmap.fill(QColor(128, 128, 128, 40))
        self._empty = QIcon(pixmap)

    def icon(self, path: Path, meanwhile: Path | None = None) -> QIcon:
        """The icon of a photo; until it is made, that of ``meanwhile``, where there is one."""
        if path in self._icons:
            return self._icons[path]
        if path != self._making:
            self._wished.pop(path, None)
            self._wished[path] = None
            while len(self._wished) > _WISHED:
                del self._wished[next(iter(self._wished))]
        self._next()
        return self._icons.get(meanwhile, self._empty) if meanwhile else self._empty

    def show_instead(self, path: Path, picture: QImage) -> None:
        """Let the middle of a picture, of any size, be the icon of a photo."""
        edge, side = min(picture.width(), picture.height()), 2 * self._side
        left, top = (picture.width() - edge) // 2, (picture.height() - edge) // 3
        small = picture.copy(left, top, edge, edge).scaled(
            side, side, mode=Qt.TransformationMode.SmoothTransformation
        )
        self._wished.pop(path, None)
        self._keep(path, QIcon(QPixmap.fromImage(small)))
        self.arrived.emit(path)

    def forget(self, path: Path) -> None:
        """Drop the icon of a file that has changed."""
        self._icons.pop(path, None)

    def clear(self) -> None:
        """Drop all icons, and what is still wished for."""
        self._icons.clear()
        self._wished.clear()

    def _next(self) -> None:
        if self._making is not None or not self._wished:
            return
        path, _ = self._wished.popitem()
        self._making = path
        side = 2 * self._side  # for screens of high density
        self._tasks.run(
            lambda: to_qimage(self._cache.thumbnail(path, side, square=self._square)),
            lambda image: self._made(path, QIcon(QPixmap.fromImage(image))),
            lambda _error: self._made(path, self._empty),  # opening the photo says why
        )

    def _made(self, path: Path, icon: QIcon) -> None:
        if path not in self._icons:  # a picture shown instead came first
            self._keep(path, icon)
            self.arrived.emit(path)
        self._making = None
        self._next()

    def _keep(self, path: Path, icon: QIcon) -> None:
        self._icons[path] = icon
        while len(self._icons) > self._kept:
            del self._icons[next(iter(self._icons))]
