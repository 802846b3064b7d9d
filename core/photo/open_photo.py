"""Opening a picture: what its bytes are, how large it is, and everything that is wrong with it.

Only headers are read here (a camera's raw file excepted); `core.photo.decode` reads the pixels.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pyvips

from core.errors import (
    AnimatedPhotoError,
    PhotoNotFoundError,
    PhotoTooLargeError,
    UnreadablePhotoError,
    UnsupportedFormatError,
)
from core.files.windows_paths import is_directory
from core.metadata import exif as ex
from core.photo.decode import Label, damaged
from core.photo.formats import HEAD_BYTES, sniff, spoken
from core.photo.optional_readers import READERS
from core.photo.vips import vips_reason, with_reason

#: Format -> libvips' loader. The loader is named, since libvips would believe some file endings.
_LOADERS: Final = {
    "jpeg": "jpegload",
    "png": "pngload",
    "tiff": "tiffload",
    "webp": "webpload",
    "avif": "heifload",
    "gif": "gifload",
}

#: Formats whose EXIF orientation counts; the others turn their pixels by means of their own.
_EXIF_TURNS: Final = frozenset({"jpeg", "png", "tiff", "webp"})

# libvips remembers files by name, and would give old pixels for a file that has changed
pyvips.cache_set_max(0)


@dataclass(frozen=True, eq=False)
class Opened:
    """A picture whose header has been read.

    Attributes:
        image: libvips' image: header and metadata; pixels come when they are asked for.
        name: its format.
        read: its bytes.
        exif_turns: whether the EXIF orientation has still to be applied.
    """

    image: pyvips.Image
    name: str
    label: Label
    read: ex.Reader
    exif_turns: bool


@with_reason
def open_photo(source: Path | bytes, page: int, max_megapixels: float) -> Opened:
    """Open a file, or the bytes of one.

    Raises:
        PhotoError: every kind but `AlreadyColoredError`; see `core.photo.read.read_photo`.
    """
    return open_once(source, page, max_megapixels)


def open_once(source: Path | bytes, page: int, max_megapixels: float) -> Opened:
    """`open_photo` for who insists `with_reason` on all of a reading."""
    label = Label.of(source)
    read = ex.blob_reader(source) if isinstance(source, bytes) else _file_reader(source, label)
    name = _format_of(read, label)
    _refuse_animation(name, read, label)
    check = _size_check(label, max_megapixels)
    if name in READERS:
        image = READERS[name](source, label, check)
    else:
        image = _open_with_vips(source, name, label, page)
    check(image.width, image.height)
    if page and name != "tiff":
        raise _no_page(label, page, 1)
    if name in ("gif", "webp") and _pages(image) > 1:
        raise _animated(label)
    return Opened(image, name, label, read, name in _EXIF_TURNS)


def pages_of(opened: Opened) -> int:
    """How many pages a TIFF has; 1 for other formats."""
    return _pages(opened.image) if opened.name == "tiff" else 1


def _pages(image: pyvips.Image) -> int:
    return int(image.get("n-pages")) if "n-pages" in image.get_fields() else 1


def _file_reader(path: Path, label: Label) -> ex.Reader:
    def read(offset: int, length: int) -> bytes:
        try:
            with path.open("rb") as file:
                file.seek(offset)
                return file.read(length)
        except FileNotFoundError as error:
            raise PhotoNotFoundError(f"There is no file {path}: check its name.", path) from error
        except OSError as error:
            raise UnreadablePhotoError(
                f"{label.name} could not be opened ({error.strerror}): check its permissions.", path
            ) from error

    if is_directory(path):
        raise UnreadablePhotoError(f"{path} is a folder: name a photo in it.", path)
    return read


def _format_of(read: ex.Reader, label: Label) -> str:
    head = read(0, HEAD_BYTES)
    if not head:
        raise UnreadablePhotoError(
            f"{label.name} is empty: copy it again from where it came.", label.path
        )
    name = sniff(head)
    if name == "tiff" and _is_raw(read):
        name = "raw"
    if name is None:
        raise UnreadablePhotoError(
            f"{label.name} is not a picture of any known format: check what it is.", label.path
        )
    if name not in _LOADERS and name not in READERS:
        raise UnsupportedFormatError(
            f"{label.name} is in {spoken(name)} format, which Autochrome does not read: "
            "save it as TIFF, PNG or JPEG.",
            label.path,
        )
    return name


def _is_raw(read: ex.Reader) -> bool:
    """Whether a TIFF is a camera's raw file: DNG, NEF, ARW, PEF...

    They say so by DNGVersion, by the colour filter array or a maker's own compression, or by a
    first picture that is only a preview of one in a sub-directory (TIFF/EP, ISO 12234-2).
    """
    exif = ex.parse(read)
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


def _refuse_animation(name: str, read: ex.Reader, label: Label) -> None:
    """The animations libvips takes for pictures: AVIF sequences and animated PNG."""
    if (name == "avif" and read(8, 4) == b"avis") or (name == "png" and _png_frames(read) > 1):
        raise _animated(label)


def _png_frames(read: ex.Reader) -> int:
    """Frames of an APNG (PNG 3rd edition, 11.3.4.1: acTL stands before the pixels), or 1."""
    at = 8
    while len(head := read(at, 12)) == 12 and head[4:8] != b"IDAT":
        length, frames = struct.unpack(">I4xI", head)
        if head[4:8] == b"acTL":
            return int(frames)
        at += 12 + length
    return 1


def _animated(label: Label) -> AnimatedPhotoError:
    return AnimatedPhotoError(
        f"{label.name} is an animation: save the frame you want as a picture.", label.path
    )


def _size_check(label: Label, max_megapixels: float) -> Callable[[int, int], None]:
    """``check(width, height)``, for readers to call before they decode."""

    def check(width: int, height: int) -> None:
        megapixels = width * height / 1e6
        if megapixels > max_megapixels:
            raise PhotoTooLargeError(
                f"{label.name} has {megapixels:.1f} megapixels and the limit is "
                f"{max_megapixels:g}: make it smaller, or raise the limit.",
                label.path,
            )

    return check


def _no_page(label: Label, page: int, pages: int) -> UnreadablePhotoError:
    return UnreadablePhotoError(
        f"{label.name} has no page {page + 1}, only {pages}: choose another page.", label.path
    )


def _open_with_vips(source: Path | bytes, name: str, label: Label, page: int) -> pyvips.Image:
    options: dict[str, object] = {"access": "sequential", "fail_on": "error"}
    loader, argument = _LOADERS[name], source
    if isinstance(source, bytes):
        loader += "_buffer"
    else:
        argument = os.fsencode(source)  # as bytes: names that are no Unicode exist
    load = getattr(pyvips.Image, loader)
    try:
        if page and name == "tiff":
            pages = _pages(load(argument, **options))
            if not 0 <= page < pages:
                raise _no_page(label, page, pages)
            options["page"] = page
        return load(argument, **options)
    except pyvips.Error as error:
        if "bad labq format" in str(error):  # libvips 8.18 cannot read its own 8-bit L*a*b*
            raise UnsupportedFormatError(
                f"{label.name} is an 8-bit Lab picture: save it as RGB or with 16 bits.", label.path
            ) from error
        if "samples out of range" in str(error):  # not damaged: libvips reads no 64-bit samples
            raise UnsupportedFormatError(
                f"{label.name} holds samples of more than 32 bits, which have no fixed black and "
                "white: save it with 8 or 16 bits per channel.",
                label.path,
            ) from error
        raise damaged(label, vips_reason(error)) from error
