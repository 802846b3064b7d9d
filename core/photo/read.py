"""Reading a photograph: a file, or the bytes of one -> `Photo`.

Embedded profiles and the EXIF orientation are applied on the way in. Metadata travels with the
photo, and is made true of the result on the way out (`core.photo.write`).
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from core.errors import UnreadablePhotoError
from core.metadata.sidecars import read_sidecars
from core.photo.decode import decode
from core.photo.jxl_header import jxl_bits
from core.photo.open_photo import OpenedPhoto, open_photo, photo_errors
from core.photo.photo import Photo
from core.photo.pillow_reader import lost_bits
from core.photo.png_color import hdr_curve
from core.photo.probe import read_header
from core.photo.salvage import read_without_end_mark, salvage_photo
from core.photo.source import PhotoSource
from core.photo.vips import retry_for_reason


@retry_for_reason
def read_photo(
    source: Path | str | bytes,
    *,
    page: int = 0,
    max_megapixels: float = 400,
    salvage: bool = False,
) -> Photo:
    """Read a photograph: a file, or the bytes of one.

    Args:
        source: a path, or the file's bytes.
        page: which photo of a TIFF or PDF of several, from 0: thumbnails, masks and infrared pages
            do not count.
        max_megapixels: refuse larger pictures before decoding them.
        salvage: of a damaged photo take what can be decoded; the rest is grey.

    Raises:
        PhotoNotFoundError: no such file.
        UnreadablePhotoError: empty, damaged, truncated, not a picture, no such page.
        UnsupportedFormatError: a format, or a kind of samples, that cannot be read.
        AnimatedPhotoError: more than one frame in time.
        PhotoTooLargeError: more than `max_megapixels`.
    """
    with PhotoSource(_as_path(source)) as file, photo_errors(file.label):
        return _with_sidecars(_read(file, page, max_megapixels, salvage=salvage), page)


def _read(file: PhotoSource, page: int, max_megapixels: float, *, salvage: bool) -> Photo:
    opened = open_photo(file, page, max_megapixels)
    try:
        pixels, alpha = decode(opened.image, opened.label, opened.orientation)
    except UnreadablePhotoError as error:
        if photo := read_without_end_mark(file, page, max_megapixels):
            return photo
        if not salvage:
            error.salvageable = True
            raise
        return salvage_photo(file, page, max_megapixels, error)
    notes = _notes(file, opened, page)
    photos = opened.identity.photos
    return Photo(
        pixels,
        alpha,
        opened.metadata,
        opened.label.path,
        opened.format,
        notes=notes,
        compression=photos[page].lossless if photos and opened.format == "tiff" else None,
    )


def _with_sidecars(photo: Photo, page: int) -> Photo:
    """The photo and what stands beside its file; of several pages only the first says so."""
    if photo.source is None:
        return photo
    found = read_sidecars(photo.source)
    metadata = replace(photo.metadata, sidecars=found.packets)
    said = tuple(str(error) for error in found.errors) if page == 0 else ()
    return replace(photo, metadata=metadata, notes=(*photo.notes, *said))


def _notes(file: PhotoSource, opened: OpenedPhoto, page: int) -> tuple[str, ...]:
    """What a person should know of a photo that was read; of a document with its first page."""
    if page == 0 and (others := opened.identity.passed_over):
        one = len(others) == 1
        some = f"page {others[0] + 1} is" if one else f"pages {_ranges(others)} are"
        why = "it is no single picture" if one else "none of them is a single picture"
        return (f"of {file.label.name}, {some} passed over: {why}.",)
    name = file.label.name
    if opened.format == "png" and (curve := hdr_curve(file)):
        advice = "save it without HDR in the program that made it"
        return (f"{name} is an HDR picture ({curve}) whose brightness is not converted: {advice}.",)
    lost = lost_bits(file) if opened.format == "jpeg2000" else 0
    if opened.format == "jxl" and opened.image.format == "uchar":
        lost = max(0, jxl_bits(file) - 8)
    if lost:
        return (f"{file.label.name} is read with 8 of its {8 + lost} bits a sample.",)
    return ()


def _ranges(pages: tuple[int, ...]) -> str:
    """Pages from 0 as a person counts them: ``1-3, 7``."""
    ends = [page for page in pages if page + 1 not in pages]
    starts = [page for page in pages if page - 1 not in pages]
    return ", ".join(
        f"{first + 1}" if first == last else f"{first + 1}-{last + 1}"
        for first, last in zip(starts, ends, strict=True)
    )


def page_count(source: Path | str | bytes) -> int:
    """How many photos a file holds: pages of a TIFF or PDF, 1 for other formats.

    Raises:
        PhotoError: as `read_photo`.
    """
    with PhotoSource(_as_path(source)) as file:
        return read_header(file).pages


def _as_path(source: Path | str | bytes) -> Path | bytes:
    return Path(source) if isinstance(source, str) else source
