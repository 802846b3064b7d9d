"""Which files and folders `core.planning.walk` passes over, and how patterns and globs match."""

from __future__ import annotations

import glob
import os
import re
from fnmatch import fnmatchcase
from pathlib import Path, PurePath
from typing import Final

from core.files.windows_paths import long_path

#: Formats that `core.photo.formats.sniff` knows and nobody means by a photograph.
NON_PHOTO_FORMATS: Final = frozenset({"pdf", "djvu", "svg", "video"})

#: Databases and folders of thumbnails that systems leave among photos, casefolded.
THUMBNAIL_CACHES: Final = frozenset(
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


def matches_pattern(pattern: str, relative: PurePath) -> bool:
    """Whether a pattern (``*.tif``, ``proofs``, ``1920/*``) matches a path below a source.

    One without a slash is matched against the name, one with a slash against the whole relative
    path; ``*`` matches slashes too. Case does not count.
    """
    path = relative.as_posix() if "/" in pattern else relative.name
    return fnmatchcase(path.casefold(), pattern.casefold())


def is_hidden(path: Path) -> bool:
    """Whether a file or folder is hidden: by a dot, or by Windows' attribute."""
    if path.name.startswith("."):
        return True
    attributes = getattr(long_path(path).lstat(), "st_file_attributes", 0) if os.name == "nt" else 0
    return bool(attributes & _WINDOWS_HIDDEN)


def glob_base(pattern: str) -> Path:
    """The folder a glob starts from: the parts before the first one with magic in it."""
    fixed: list[str] = []
    for part in Path(pattern).parts:
        if glob.has_magic(part):
            break
        fixed.append(part)
    return Path(*fixed)


def any_case_glob(pattern: str) -> str:
    """``*.tif`` -> ``*.[tT][iI][fF]``: cameras and scanners do not agree on the case."""

    def both(letter: re.Match[str]) -> str:
        return f"[{letter[0].lower()}{letter[0].upper()}]"

    stem, dot, ending = pattern.rpartition(".")
    if not ending.isalnum():
        return pattern
    return f"{stem}{dot}{re.sub('[a-zA-Z]', both, ending)}" if dot else pattern
