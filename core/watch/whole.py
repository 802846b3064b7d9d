"""Whether a file on the disk is whole yet, or a scanner is still at work on it.

Only ends are looked at, never pixels: a file whose format says where it ends (ITU-T T.81, B.1.1.3;
PNG, 11.2.5; TIFF 6.0, section 2; RIFF; PDF 1.7, 7.5.5) is whole when it reaches that far. Of other
formats all that can be told is that they grow no more.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping
from enum import Enum
from itertools import chain
from pathlib import Path
from typing import Final

from core.errors import PhotoError
from core.files.lock import Lock, try_lock
from core.files.windows_paths import long_path
from core.photo.source import PhotoSource
from core.photo.tiff_pages import tiff_pages

#: Bytes at the end in which a format's last word is looked for.
_TAIL: Final = 2048
#: TIFF 6.0: offsets and lengths of strips, then those of tiles.
_PARTS: Final = ((273, 279), (324, 325))


class Wholeness(Enum):
    """The answer to `wholeness`."""

    WHOLE = "whole"
    UNFINISHED = "it ends too early"
    IN_USE = "another program has it locked, or it may not be read"


def wholeness(path: Path) -> Wholeness:
    """Whether a file can be read and reaches as far as its own format says."""
    try:
        with long_path(path).open("rb") as file:
            if try_lock(file) is Lock.TAKEN:
                return Wholeness.IN_USE
    except OSError:
        return Wholeness.IN_USE
    try:
        with PhotoSource(path) as source:
            ends = _ENDS.get(source.format or "")
            whole = source.size > 0 and (ends is None or ends(source))
    except (PhotoError, MemoryError):
        return Wholeness.UNFINISHED
    return Wholeness.WHOLE if whole else Wholeness.UNFINISHED


def _tail(source: PhotoSource) -> bytes:
    return source.read(max(0, source.size - _TAIL), _TAIL)


def _jpeg(source: PhotoSource) -> bool:
    return _tail(source).rstrip(b"\0\r\n").endswith(b"\xff\xd9")  # EOI


def _png(source: PhotoSource) -> bool:
    return b"IEND" in _tail(source)


def _pdf(source: PhotoSource) -> bool:
    return b"%%EOF" in _tail(source)


def _riff(source: PhotoSource) -> bool:
    (length,) = struct.unpack("<I", source.read(4, 4).ljust(4, b"\0"))
    return bool(length) and source.size >= 8 + length


def _tiff(source: PhotoSource) -> bool:
    """Strips come first and the directory last: until then the head points to 0 (libtiff)."""
    pages = tiff_pages(source)
    return bool(pages) and all(
        offset + count <= source.size
        for page in pages
        for offset, count in chain.from_iterable(
            zip(page.directory.numbers(at), page.directory.numbers(length), strict=False)
            for at, length in _PARTS
        )
    )


_ENDS: Final[Mapping[str, Callable[[PhotoSource], bool]]] = {
    "jpeg": _jpeg,
    "pdf": _pdf,
    "png": _png,
    "tiff": _tiff,
    "webp": _riff,
}
