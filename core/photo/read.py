"""Reading a photograph: a file, or the bytes of one -> `Photo`.

Embedded profiles and the EXIF orientation are applied on the way in. Metadata travels with the
photo, and is made true of the result on the way out (`core.photo.write`).
"""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

from core.metadata.exif import page_reader
from core.metadata.metadata import orientation, read_metadata
from core.photo.decode import decode
from core.photo.open_photo import open_once, open_photo, pages_of
from core.photo.photo import Photo
from core.photo.vips import with_reason


@with_reason
def read_photo(source: Path | str | bytes, *, page: int = 0, max_megapixels: float = 400) -> Photo:
    """Read a photograph: a file, or the bytes of one.

    Args:
        source: a path, or the file's bytes.
        page: which page of a multi-page TIFF, from 0.
        max_megapixels: refuse larger pictures before decoding them.

    Raises:
        PhotoNotFoundError: no such file.
        UnreadablePhotoError: empty, damaged, truncated, not a picture, no such page.
        UnsupportedFormatError: a format, or a kind of samples, that cannot be read.
        AnimatedPhotoError: more than one frame in time.
        PhotoTooLargeError: more than `max_megapixels`.
    """
    opened = open_once(_as_path(source), page, max_megapixels)
    read = page_reader(opened.read, page) if page else opened.read
    metadata = read_metadata(opened.image, read if opened.name in ("tiff", "raw") else None)
    upright = orientation(metadata) if opened.exif_turns else 1
    if upright >= 5 and metadata.resolution is not None:
        metadata = replace(metadata, resolution=metadata.resolution[::-1])
    pixels, alpha = decode(opened.image, opened.label, upright)
    return Photo(pixels, alpha, metadata, opened.label.path, opened.name)


def page_count(source: Path | str | bytes) -> int:
    """How many photos a file holds: a TIFF's pages, 1 for other formats.

    Raises:
        PhotoError: as `read_photo`.
    """
    return pages_of(open_photo(_as_path(source), 0, math.inf))


def _as_path(source: Path | str | bytes) -> Path | bytes:
    return Path(source) if isinstance(source, str) else source
