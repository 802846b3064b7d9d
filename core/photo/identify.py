"""Identifies a photo's format by its bytes; refuses animations and formats that are not read."""

from __future__ import annotations

from dataclasses import dataclass

from core.errors import AnimatedPhotoError, UnreadablePhotoError, UnsupportedFormatError
from core.metadata import exif as ex
from core.metadata.png_chunks import chunks_before_pixels
from core.metadata.raw_blocks import raw_tags
from core.metadata.tiff_file import sub_directories
from core.photo.formats import format_label
from core.photo.label import Label
from core.photo.pdf_pages import picture_pages
from core.photo.readers import LOADERS, READERS
from core.photo.source import PhotoSource
from core.photo.tiff_copies import without_copies
from core.photo.tiff_pages import TiffPage, photo_pages, tiff_pages


@dataclass(frozen=True)
class Identity:
    """A photo's format, and the tags of a TIFF or raw file, which decide between the two.

    Attributes:
        format: ``jpeg``, ``png``, ``tiff``...
        tiff: the tags of a raw file, or of a TIFF's first photo.
        photos: of a TIFF, the pages that are photos.
        pages: how many photos there are.
        passed_over: pages of a PDF that are no picture, from 0.
    """

    format: str
    tiff: ex.Exif | None = None
    photos: tuple[TiffPage, ...] = ()
    pages: int = 1
    passed_over: tuple[int, ...] = ()


def identify(source: PhotoSource) -> Identity:
    """The format of a photo that can be read.

    Raises:
        UnreadablePhotoError: empty, or not a picture.
        UnsupportedFormatError: a format that is not read.
        AnimatedPhotoError: an APNG or a sequence of AVIF, which libvips takes for pictures.
    """
    label, found = source.label, source.format
    if found is None and not source.read(0, 1):
        raise UnreadablePhotoError(
            f"{label.name} is empty: copy it again from where it came.", label.path
        )
    if found is None:
        raise UnreadablePhotoError(
            f"{label.name} is not a picture of any known format: check what it is.", label.path
        )
    if found not in LOADERS and found not in READERS:
        raise UnsupportedFormatError(
            f"{label.name} is in {format_label(found)} format, which Autochrome does not read: "
            "save it as TIFF, PNG or JPEG.",
            label.path,
        )
    if _is_animation(found, source):
        raise animation_error(label)
    if found == "pdf":
        return _pdf(source)
    return _by_tags(source, found) if found in ("tiff", "raw") else Identity(found)


def _by_tags(source: PhotoSource, found: str) -> Identity:
    """A TIFF or a camera's raw file, which look alike."""
    pages = tiff_pages(source)
    if not pages:
        return Identity(found, raw_tags(source.read, source.size) if found == "raw" else None)
    if found == "raw" or _is_raw(pages[0]):
        return Identity("raw", pages[0].directory.exif)
    photos = without_copies(source, photo_pages(pages))
    tiff = (photos or pages)[0].directory.exif
    return Identity("tiff", tiff, photos, max(1, len(photos)))


def _pdf(source: PhotoSource) -> Identity:
    pictures, count = picture_pages(source)
    if not pictures:
        raise UnreadablePhotoError(
            f"{source.label.name} has no page that is one picture: export its pages as pictures in "
            "the program that shows it.",
            source.label.path,
        )
    others = tuple(page for page in range(count) if page not in pictures)
    return Identity("pdf", pages=len(pictures), passed_over=others)


def animation_error(label: Label) -> AnimatedPhotoError:
    """The error for more than one frame in time."""
    return AnimatedPhotoError(
        f"{label.name} is an animation: save the frame you want as a picture.", label.path
    )


def _is_raw(page: TiffPage) -> bool:
    """Whether a TIFF's tags are those of a camera's raw file: DNG, NEF, ARW, PEF...

    They say so by DNGVersion, by the colour filter array or a maker's own compression, of the first
    picture or of one below it, where the first is only a preview (TIFF/EP, ISO 12234-2).
    """
    below = () if page.is_full_picture else sub_directories(page.directory)
    return page.directory.number(50706) > 0 or any(
        _is_sensor_data(TiffPage(page.index, directory)) for directory in (page.directory, *below)
    )


def _is_sensor_data(page: TiffPage) -> bool:
    makers_own = page.compression in (32767, 32769, 32770, 34713, 65000, 65535)
    return page.photometric in (32803, 34892) or makers_own


def _is_animation(name: str, source: PhotoSource) -> bool:
    return (name == "avif" and source.read(8, 4) == b"avis") or (
        name == "png" and _png_frames(source) > 1
    )


def _png_frames(source: PhotoSource) -> int:
    """Frames of an APNG (PNG 3rd edition, 11.3.4.1: acTL stands before the pixels), or 1."""
    for kind, at, _ in chunks_before_pixels(source.read):
        if kind == b"acTL":
            return int.from_bytes(source.read(at, 4), "big")
    return 1
