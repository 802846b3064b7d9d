"""What `core.planning.walk` goes by: endings, the litter of systems, patterns and globs."""

from __future__ import annotations

import glob
import os
import re
from fnmatch import fnmatchcase
from pathlib import Path, PurePath
from typing import Final

from core.files.windows_paths import long_path

#: What `sniff` knows and nobody means by a photograph.
NO_PHOTOS: Final = frozenset({"pdf", "djvu", "svg", "video"})

#: Endings that promise a picture.
_PICTURE_ENDINGS: Final = frozenset({
    ".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".tif", ".tiff", ".webp", ".avif", ".heic", ".heif",
    ".jxl", ".gif", ".bmp", ".jp2", ".psd", ".dng", ".nef", ".cr2", ".cr3", ".crw", ".arw", ".orf",
    ".rw2", ".raf", ".pef", ".srw", ".x3f", ".3fr", ".iiq", ".fff", ".mrw",
})  # fmt: skip

#: Databases and folders of thumbnails that systems leave among photos, casefolded.
THUMBNAILS: Final = frozenset(
    (
        "thumbs.db",
        "ehthumbs.db",
        "ehthumbs_vista.db",
        "zbthumbnail.info",
        "@eadir",
        "__macosx",
    )
)
_WINDOWS_HIDDEN: Final = 2  # FILE_ATTRIBUTE_HIDDEN, winnt.h


def matches(pattern: str, relative: PurePath) -> bool:
    """Whether a pattern (``*.tif``, ``proofs``, ``1920/*``) matches a path below a source.

    One without a slash is matched against the name, one with a slash against the whole relative
    path; ``*`` matches slashes too. Case does not count.
    """
    path = relative.as_posix() if "/" in pattern else relative.name
    return fnmatchcase(path.casefold(), pattern.casefold())


def promises_picture(path: Path) -> bool:
    """Whether its name says picture."""
    return path.suffix.lower() in _PICTURE_ENDINGS


def is_hidden(path: Path) -> bool:
    """By a dot, or by Windows' attribute."""
    if path.name.startswith("."):
        return True
    attributes = getattr(long_path(path).lstat(), "st_file_attributes", 0) if os.name == "nt" else 0
    return bool(attributes & _WINDOWS_HIDDEN)


def folder_of(pattern: str) -> Path:
    """The folder a glob starts from: the parts before the first one with magic in it."""
    fixed: list[str] = []
    for part in Path(pattern).parts:
        if glob.has_magic(part):
            break
        fixed.append(part)
    return Path(*fixed)


def any_case_ending(pattern: str) -> str:
    """``*.tif`` -> ``*.[tT][iI][fF]``: cameras and scanners do not agree on the case."""

    def both(letter: re.Match[str]) -> str:
        return f"[{letter[0].lower()}{letter[0].upper()}]"

    stem, dot, ending = pattern.rpartition(".")
    if not ending.isalnum():
        return pattern
    return f"{stem}{dot}{re.sub('[a-zA-Z]', both, ending)}" if dot else pattern
