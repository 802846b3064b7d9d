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
NON_PHOTO_FORMATS: Final = frozenset({"djvu", "svg", "video"})

#: Formats of documents, which are photos where their pages are: passed over where none is.
DOCUMENT_FORMATS: Final = frozenset({"pdf"})

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
#: Folders of deleted files and of earlier states, casefolded; those whose names begin with a dot
#: (``.Trash-1000``, ``.zfs``, ``.snapshot``, ``.@__thumb``, ``.recycle``) are hidden anyway.
RECYCLE_BINS: Final = frozenset(
    (
        # Windows, from FAT to now
        *("$recycle.bin", "recycler", "recycled", "system volume information"),
        # Synology, TerraMaster; Synology's inner ones
        *("#recycle", "#snapshot", "@sharebin", "@sharesnap", "@snapshot", "@tmp"),
        # QNAP, old and new
        *("@recycle", "@recently-snapshot", "network recycle bin"),
        # Buffalo, Netgear, Western Digital, NetApp
        *("trashbox", "recycle bin", "~snapshot"),
        # Apple's on shares, and its backups; what fsck has found
        *("network trash folder", "temporary items", "backups.backupdb", "lost+found"),
    )
)
#: Numbered ones: QNAP's, and what Samba calls an earlier state (vfs_shadow_copy2).
_NUMBERED_BINS: Final = re.compile(
    r"network recycle bin \d+|@gmt-\d{4}\.\d\d\.\d\d-\d\d\.\d\d\.\d\d"
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


def is_recycle_bin(name: str) -> bool:
    """Whether a folder of this name holds deleted files or earlier states of a disk."""
    name = name.casefold()
    return name in RECYCLE_BINS or _NUMBERED_BINS.fullmatch(name) is not None


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
