"""The day a photo was taken or scanned, for the names of results."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from core.files.windows_paths import long_path
from core.planning.source_photo import SourcePhoto


def date_taken(photo: SourcePhoto) -> date:
    """EXIF's date, else the day the file was last changed, else 1970-01-01.

    A photo that cannot be read has a day too: its file's.
    """
    return photo.header.date_taken or _changed_on(photo.real)


def _changed_on(path: Path) -> date:
    try:
        seconds = long_path(path).stat().st_mtime
        return datetime.fromtimestamp(seconds).astimezone().date()
    except (OSError, ValueError, OverflowError):  # gone, or a day that no calendar has
        return date(1970, 1, 1)
