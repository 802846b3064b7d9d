"""Where a photo's result goes, and what it is named after, until a person says otherwise."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from core.photo.photo import Photo
from core.resources import resource_root


def source_of(photo: Photo, word: str) -> Path:
    """The photo's file, or a name made of ``word`` for one that came without."""
    return photo.source or _pictures() / f"{word}.png"


def own_folder(photo: Photo) -> Path:
    """Where a photo's result goes by itself: beside it, where files can be made there."""
    folder = photo.source.parent if photo.source else _pictures()
    return folder if _takes_files(folder) else _pictures()


def _takes_files(folder: Path) -> bool:
    """Not the program's own samples, nor a disk that only can be read."""
    return not folder.is_relative_to(resource_root()) and os.access(folder, os.W_OK)


def _pictures() -> Path:
    """Where what has no place of its own is saved."""
    place = QStandardPaths.StandardLocation.PicturesLocation
    return Path(QStandardPaths.writableLocation(place))
