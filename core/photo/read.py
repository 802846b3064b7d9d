"""Reading a photograph: a file, or the bytes of one -> `Photo`.

Embedded profiles and the EXIF orientation are applied on the way in. Metadata travels with the
photo, and is made true of the result on the way out (`core.photo.write`).
"""

from __future__ import annotations

from pathlib import Path

from core.photo.decode import decode
from core.photo.open_photo import open_photo, photo_errors
from core.photo.photo import Photo
from core.photo.probe import read_header
from core.photo.source import PhotoSource
from core.photo.vips import retry_for_reason


@retry_for_reason
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
    with PhotoSource(_as_path(source)) as file, photo_errors(file.label):
        opened = open_photo(file, page, max_megapixels)
        pixels, alpha = decode(opened.image, opened.label, opened.orientation)
    return Photo(pixels, alpha, opened.metadata, opened.label.path, opened.format)


def page_count(source: Path | str | bytes) -> int:
    """How many photos a file holds: a TIFF's pages, 1 for other formats.

    Raises:
        PhotoError: as `read_photo`.
    """
    with PhotoSource(_as_path(source)) as file:
        return read_header(file).pages


def _as_path(source: Path | str | bytes) -> Path | bytes:
    return Path(source) if isinstance(source, str) else source
