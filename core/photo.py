"""`Photo`, and reading and writing one.

A photo in memory is upright sRGB: embedded profiles and the EXIF orientation are applied on the way
in. Its metadata travels with it, and is made true of the result on the way out.
"""

from __future__ import annotations

import io
import math
from dataclasses import dataclass, field, replace
from pathlib import Path

from core.atomic import check_target, new_file
from core.decode import Pixels, decode
from core.encode import encode_to
from core.exif import page_reader
from core.formats import target_format
from core.metadata import Metadata, orientation, read_metadata
from core.opening import open_once, open_photo, pages_of
from core.provenance import Provenance
from core.vipserrors import with_reason

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
        provenance: what a result says of its colours; None for a photo as it was read.
    """

    pixels: Pixels
    alpha: Pixels | None = None
    metadata: Metadata = field(default_factory=Metadata)
    source: Path | None = None
    format: str = "png"
    provenance: Provenance | None = None

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
    is 1, an sRGB profile is embedded. JPEG has no transparency: it is laid on white. A 16-bit photo
    becomes 8-bit in JPEG and WebP and 10-bit in AVIF. AVIF's encoder alone wants 22 bytes of memory
    for each pixel, and 30 where it writes 10 bits.

    Args:
        photo: what to write.
        target: the new file.
        format: ``jpeg``, ``png``, ``tiff``, ``webp``, ``avif``; None for what the ending says.
        quality: 1 to 100, of JPEG, WebP and AVIF; from 90 colours keep their full resolution in a
            JPEG, and in an AVIF of up to 16 megapixels.
        depth: 8 or 16 bits; None for the photo's own, or what the format holds.
        overwrite: replace a file that is at `target`.
        provenance: what the result says of its colours; None for what the photo says itself.

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
            out,
            photo,
            name,
            quality=quality,
            depth=depth,
            provenance=provenance or photo.provenance,
            target=target,
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
    provenance = provenance or photo.provenance
    encode_to(out, photo, name, quality=quality, depth=depth, provenance=provenance)
    return out.getvalue()
