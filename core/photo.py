"""`Photo`, and reading and writing one.

A photo in memory is upright sRGB: embedded profiles and the EXIF orientation are applied on the way
in. Its metadata travels with it, and is made true of the result on the way out.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from pathlib import Path

import pyvips

from core import exif as ex
from core.atomic import check_target, new_file
from core.decode import LOADERS, Label, Pixels, decode, open_image
from core.encode import encode_to
from core.errors import (
    AnimatedPhotoError,
    PhotoNotFoundError,
    PhotoTooLargeError,
    UnreadablePhotoError,
    UnsupportedFormatError,
)
from core.formats import HEAD_BYTES, sniff, spoken, target_format
from core.metadata import Metadata, orientation, read_metadata
from core.provenance import Provenance

__all__ = [
    "Metadata",
    "Photo",
    "Provenance",
    "encode_photo",
    "page_count",
    "read_photo",
    "write_photo",
]


@dataclass(frozen=True, eq=False)
class Photo:
    """An upright photograph in sRGB.

    Attributes:
        pixels: ``(H, W)`` grey or ``(H, W, 3)`` RGB, sRGB-encoded, uint8 or uint16.
        alpha: ``(H, W)`` of the same type, or None.
        metadata: what came with it.
        source: the file it came from; None for bytes. It is never written to.
        format: what its bytes are: ``jpeg``, ``png``, ``tiff``...
    """

    pixels: Pixels
    alpha: Pixels | None = None
    metadata: Metadata = field(default_factory=Metadata)
    source: Path | None = None
    format: str = "png"

    @property
    def height(self) -> int:
        """Rows."""
        return int(self.pixels.shape[0])

    @property
    def width(self) -> int:
        """Columns."""
        return int(self.pixels.shape[1])

    @property
    def depth(self) -> int:
        """Bits per sample: 8 or 16."""
        return self.pixels.dtype.itemsize * 8

    @property
    def megapixels(self) -> float:
        """Millions of pixels."""
        return self.height * self.width / 1e6

    @property
    def is_grey(self) -> bool:
        """Whether it has one channel; RGB with three equal channels is not grey."""
        return self.pixels.ndim == 2


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
    source = Path(source) if isinstance(source, str) else source
    label = _label(source)
    name = _format_of(source, label)
    image = open_image(source, name, label, page)
    _check(image, name, label, max_megapixels)
    metadata = read_metadata(image, _tiff_reader(source) if name == "tiff" else None)
    pixels, alpha = decode(image, label, orientation(metadata))
    return Photo(pixels, alpha, metadata, label.path, name)


def page_count(source: Path | str | bytes) -> int:
    """How many photos a file holds: a TIFF's pages, 1 for other formats.

    Raises:
        PhotoError: as `read_photo`.
    """
    source = Path(source) if isinstance(source, str) else source
    label = _label(source)
    name = _format_of(source, label)
    return int(open_image(source, name, label).get("n-pages")) if name == "tiff" else 1


def _label(source: Path | bytes) -> Label:
    return Label("The photo", None) if isinstance(source, bytes) else Label(source.name, source)


def _format_of(source: Path | bytes, label: Label) -> str:
    head = source[:HEAD_BYTES] if isinstance(source, bytes) else _read_head(source, label)
    if not head:
        raise UnreadablePhotoError(f"{label.name} is empty: copy it again.", label.path)
    name = sniff(head)
    if name is None:
        raise UnreadablePhotoError(
            f"{label.name} is not a picture: its first bytes are of no known format.", label.path
        )
    if name not in LOADERS:
        raise UnsupportedFormatError(f"{label.name} is {spoken(name)}.", label.path)
    return name


def _read_head(path: Path, label: Label) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(HEAD_BYTES)
    except FileNotFoundError as error:
        raise PhotoNotFoundError(f"There is no file {path}.", path) from error
    except IsADirectoryError as error:
        raise UnreadablePhotoError(
            f"{label.name} is a folder: name a photo in it.", path
        ) from error
    except OSError as error:
        raise UnreadablePhotoError(
            f"{label.name} could not be opened ({error.strerror}): check its permissions.", path
        ) from error


def _check(image: pyvips.Image, name: str, label: Label, max_megapixels: float) -> None:
    megapixels = image.width * image.height / 1e6
    if megapixels > max_megapixels:
        raise PhotoTooLargeError(
            f"{label.name} has {megapixels:.0f} megapixels and the limit is {max_megapixels:g}: "
            "make it smaller, or raise the limit.",
            label.path,
        )
    animated = name in ("gif", "webp") and "n-pages" in image.get_fields()
    if animated and image.get("n-pages") > 1:
        raise AnimatedPhotoError(
            f"{label.name} is an animation: save the frame you want as a picture.", label.path
        )


def _tiff_reader(source: Path | bytes) -> ex.Reader:
    if isinstance(source, bytes):
        return ex.blob_reader(source)

    def read(offset: int, length: int) -> bytes:
        with source.open("rb") as file:
            file.seek(offset)
            return file.read(length)

    return read


def write_photo(
    photo: Photo,
    target: Path | str,
    *,
    format: str | None = None,  # noqa: A002
    quality: int = 92,
    depth: int | None = None,
    overwrite: bool = False,
    provenance: Provenance | None = None,
) -> Path:
    """Write a photograph, whole or not at all, and never over the one it came from.

    Metadata is kept (the embedded thumbnail is not: it would be the old picture), the orientation
    is 1, an sRGB profile is embedded. JPEG has no transparency: it is laid on white.

    Args:
        photo: what to write.
        target: the new file.
        format: ``jpeg``, ``png``, ``tiff``, ``webp``, ``avif``; None for what the ending says.
        quality: 1 to 100, of JPEG, WebP and AVIF; from 90 a JPEG keeps full colour resolution.
        depth: 8 or 16 bits; None for the photo's own, or what the format holds.
        overwrite: replace a file that is at `target`.
        provenance: what the result says of its colours.

    Returns:
        `target`.

    Raises:
        TargetIsSourceError: `target` is the photo's source, by whatever name.
        TargetExistsError: something is there and `overwrite` is false.
        UnwritableTargetError: no folder, permission or room, or a format that cannot be written.
    """
    target = Path(target)
    name = target_format(target, format)
    check_target(target, photo.source, overwrite=overwrite)
    with new_file(target, overwrite=overwrite) as out:
        encode_to(
            out, photo, name, quality=quality, depth=depth, provenance=provenance, target=target
        )
    return target


def encode_photo(
    photo: Photo,
    format: str,  # noqa: A002
    *,
    quality: int = 92,
    depth: int | None = None,
    provenance: Provenance | None = None,
) -> bytes:
    """The bytes `write_photo` would write: for standard output.

    Raises:
        UnwritableTargetError: a format that cannot be written, or cannot hold this photo.
    """
    name = target_format(Path("standard output"), format)
    out = io.BytesIO()
    encode_to(out, photo, name, quality=quality, depth=depth, provenance=provenance)
    return out.getvalue()
