"""The day a photo was taken or scanned."""

from __future__ import annotations

import math
from datetime import date, datetime
from pathlib import Path

from core.errors import PhotoError
from core.files.windows_paths import long_path
from core.metadata import exif as ex
from core.metadata.metadata import read_metadata
from core.photo.open_photo import open_photo

_EXIF_IFD = 34665
_DATE_TIME_ORIGINAL = 36867
_DATE_TIME = 306


def taken_on(path: Path) -> date:
    """EXIF's DateTimeOriginal, else its DateTime, else the day the file was last changed.

    A photo that cannot be read has a day too: its file's, or 1970-01-01 where that is none.
    """
    try:
        opened = open_photo(path, 0, math.inf)
    except PhotoError:
        return _changed_on(path)
    metadata = read_metadata(opened.image, opened.read if opened.name == "tiff" else None)
    return _exif_date(metadata.exif) or _changed_on(path)


def _changed_on(path: Path) -> date:
    try:
        seconds = long_path(path).stat().st_mtime
        return datetime.fromtimestamp(seconds).astimezone().date()
    except (OSError, ValueError, OverflowError):  # gone, or a day that no calendar has
        return date(1970, 1, 1)


def _exif_date(blob: bytes | None) -> date | None:
    exif = ex.parse(ex.blob_reader(blob)) if blob else None
    if exif is None:
        return None
    inner = exif.ifd0.children.get(_EXIF_IFD, ex.Ifd())
    for entry in (inner.entries.get(_DATE_TIME_ORIGINAL), exif.ifd0.entries.get(_DATE_TIME)):
        if entry is not None and (day := _day(entry.data)):
            return day
    return None


def _day(text: bytes) -> date | None:
    """``1920:05:01 12:00:00`` as EXIF writes it (CIPA DC-008, 4.6.5); None for blanks and zeros."""
    try:
        return datetime.strptime(text[:10].decode("ascii"), "%Y:%m:%d").date()  # noqa: DTZ007
    except ValueError:
        return None
