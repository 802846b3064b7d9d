"""Reads dropped and pasted data: files, folders, or a picture without a file."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final, cast

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

from core.photo.photo import Photo
from desktop.background.qimage import from_qimage

#: Endings looked for in a folder; a file that is named itself may have any.
ENDINGS: Final = frozenset(
    f".{ending}"
    for ending in (
        "jpg", "jpeg", "jpe", "jfif", "png", "tif", "tiff", "webp", "avif", "heic", "heif", "gif",
        "bmp", "jxl", "jp2", "dng", "cr2", "cr3", "nef", "arw", "orf", "rw2", "raf", "pgm", "ppm",
    )
)  # fmt: skip

#: Marks a result that is dragged out of the window: it is not taken in again.
OWN_RESULT: Final = "application/x-autochrome-result"


def has_photos(mime: QMimeData) -> bool:
    """Whether there is something in it that could be a photo, and not this window's own result."""
    if mime.hasFormat(OWN_RESULT):
        return False
    return mime.hasImage() or any(url.isLocalFile() for url in mime.urls())


def dropped_paths(mime: QMimeData) -> list[Path]:
    """Local files and folders of a drop or of the clipboard."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]


def dropped_photo(mime: QMimeData) -> Photo | None:
    """The picture itself, where it came without a file."""
    image = cast("QImage | None", mime.imageData()) if mime.hasImage() else None
    if image is None or image.isNull():
        return None
    pixels, alpha = from_qimage(image)
    return Photo(pixels, alpha)


def photos_of(paths: Iterable[Path]) -> list[Path]:
    """Files as they are, folders as the photos inside them, at any depth, in order of name."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = (p for p in path.rglob("*") if p.suffix.lower() in ENDINGS and p.is_file())
            found += sorted(p for p in inside if not _hidden(p.relative_to(path)))
        else:
            found.append(path)
    return found


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)
