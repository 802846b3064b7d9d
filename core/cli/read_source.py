"""Reading what a word of the command line stands for: a file, standard input, a pipe by name."""

from __future__ import annotations

import stat
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from core.cli.parser import STANDARD
from core.errors import UnreadablePhotoError, system_reason
from core.files.windows_paths import long_path
from core.photo.photo import Photo
from core.photo.read import page_count, read_photo


@dataclass(frozen=True, eq=False)
class ReadSource:
    """A photo, and sentences that a person should know of it."""

    photo: Photo
    notes: Sequence[str]


def read_source(source: str, *, salvage: bool) -> ReadSource:
    """Read one photo.

    Raises:
        PhotoError: as `core.photo.read.read_photo`; or a pipe broke.
    """
    content = _content(source)
    photo = read_photo(content, salvage=salvage)
    notes = list(photo.notes)
    if photo.format in ("tiff", "pdf") and (pages := page_count(content)) > 1:
        notes.append(f"{source}: of its {pages} pages only the first is colorized.")
    return ReadSource(photo, notes)


def read_ahead(source: str, *, salvage: bool) -> ReadSource | None:
    """`read_source` on another thread; None for what cannot be interrupted there while it waits."""
    if source == STANDARD or is_pipe(Path(source)):
        return None
    return read_source(source, salvage=salvage)


def is_pipe(path: Path) -> bool:
    """Whether bytes come or go through it: a named pipe, ``<(...)``, a terminal, the null device.

    Whatever else cannot be looked at is left to who opens it.
    """
    try:
        kind = long_path(path).stat().st_mode
    except (OSError, ValueError):
        return False
    return stat.S_ISFIFO(kind) or stat.S_ISCHR(kind)


def _content(source: str) -> Path | bytes:
    """What a word of the command line stands for; of a pipe by name what comes through it.

    Raises:
        UnreadablePhotoError: the pipe broke.
    """
    path = Path(source)
    try:
        if source == STANDARD:
            return sys.stdin.buffer.read()
        return path.read_bytes() if is_pipe(path) else path
    except OSError as error:
        message = f"{source} could not be read ({system_reason(error)}): check where it comes from."
        raise UnreadablePhotoError(message, path) from error
