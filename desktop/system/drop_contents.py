"""Reads dropped and pasted data: files, folders, or a picture without a file."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final, cast

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

from core.files.windows_paths import is_directory
from core.photo.photo import Photo
from core.photo.probe import probe
from core.planning.result_paths import has_result_name
from core.planning.walk import Walk
from desktop.background.qimage import from_qimage

#: Marks a result that is dragged out of the window: it is not taken in again.
OWN_RESULT: Final = "application/x-autochrome-result"


def has_photos(mime: QMimeData) -> bool:
    """Whether dropped data may hold a photo, and not this window's own result."""
    if mime.hasFormat(OWN_RESULT):
        return False
    return mime.hasImage() or any(url.isLocalFile() for url in mime.urls())


def dropped_paths(mime: QMimeData) -> list[Path]:
    """Local files and folders of a drop or of the clipboard."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]


def dropped_photo(mime: QMimeData) -> Photo | None:
    """The picture of dropped data that has no file; None where there is none."""
    image = cast("QImage | None", mime.imageData()) if mime.hasImage() else None
    if image is None or image.isNull():
        return None
    pixels, alpha = from_qimage(image)
    return Photo(pixels, alpha)


def photos_of(paths: Iterable[Path]) -> list[Path]:
    """Paths of photos: files as they are, folders as the photos in them, at any depth.

    A folder's photos are told by their endings. Results that lie among them are passed over, unless
    there is nothing else; only a file that is called like a result is opened, for it to say so.
    """
    found: list[Path] = []
    for path in paths:
        found += _photos_in(path) if is_directory(path) else [path]
    return found


def _photos_in(folder: Path) -> list[Path]:
    photos = [photo.path for photo in Walk([str(folder)], recursive=True, by_name=True)]
    others = [path for path in photos if not (has_result_name(path) and probe(path).is_result)]
    return others or photos
