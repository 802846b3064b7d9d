"""Identifies a photo's format by its bytes; refuses animations and formats that are not read."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import Final

from core.errors import AnimatedPhotoError, UnreadablePhotoError, UnsupportedFormatError
from core.metadata import exif as ex
from core.photo.formats import format_label
from core.photo.label import Label
from core.photo.optional_readers import READERS
from core.photo.source import PhotoSource

#: Format -> libvips' loader. The loader is named, since libvips would believe some file endings.
LOADERS: Final = {
    "jpeg": "jpegload_source",
    "png": "pngload_source",
    "tiff": "tiffload_source",
    "webp": "webpload_source",
    "avif": "heifload_source",
    "gif": "gifload_source",
}


@dataclass(frozen=True)
class Identity:
    """A photo's format, and the tags of a TIFF or raw file, which decide between the two."""

    format: str
    tiff: ex.Exif | None = None


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
    tiff = ex.parse(source.read) if found in ("tiff", "raw") else None
    return Identity("raw" if found == "tiff" and _is_raw(tiff) else found, tiff)


def animation_error(label: Label) -> AnimatedPhotoError:
    """The error for more than one frame in time."""
    return AnimatedPhotoError(
        f"{label.name} is an animation: save the frame you want as a picture.", label.path
    )


def _is_raw(exif: ex.Exif | None) -> bool:
    """Whether a TIFF's tags are those of a camera's raw file: DNG, NEF, ARW, PEF...

    They say so by DNGVersion, by the colour filter array or a maker's own compression, or by a
    first picture that is only a preview of one in a sub-directory (TIFF/EP, ISO 12234-2).
    """
    if exif is None:
        return False
    subfile, compression, photometric = (exif.number(exif.ifd0, tag) for tag in (254, 259, 262))
    preview = bool((subfile or 0) & 1) and 330 in exif.ifd0.entries
    return (
        50706 in exif.ifd0.entries
        or photometric in (32803, 34892)
        or compression in (32767, 32769, 34713, 65535)
        or preview
    )


def _is_animation(name: str, source: PhotoSource) -> bool:
    return (name == "avif" and source.read(8, 4) == b"avis") or (
        name == "png" and _png_frames(source) > 1
    )


def _png_frames(source: PhotoSource) -> int:
    """Frames of an APNG (PNG 3rd edition, 11.3.4.1: acTL stands before the pixels), or 1."""
    at = 8
    while len(head := source.read(at, 12)) == 12 and head[4:8] != b"IDAT":
        length, frames = struct.unpack(">I4xI", head)
        if head[4:8] == b"acTL":
            return int(frames)
        at += 12 + length
    return 1
