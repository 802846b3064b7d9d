"""BMP, PCX, TGA and JPEG 2000 through Pillow: the formats of old computers and of archives."""

from __future__ import annotations

import io
import re
import struct
from collections.abc import Iterator
from typing import Any, Final

import numpy as np
import pyvips

from core.errors import UnsupportedFormatError
from core.metadata.media_boxes import boxes
from core.photo.bmp_fields import bit_fields, bit_fields_header, bmp_profile, read_bit_fields
from core.photo.codes_image import (
    EXIF_BLOB,
    ICC_BLOB,
    XMP_BLOB,
    header_image,
    image_of,
    scaled,
    with_blobs,
)
from core.photo.decode import Pixels
from core.photo.extras import is_installed
from core.photo.formats import format_label
from core.photo.label import SizeCheck, damaged_error
from core.photo.resolution import with_resolution
from core.photo.source import PhotoSource

#: Format -> Pillow's name of it.
_PILLOW: Final = {"bmp": "BMP", "pcx": "PCX", "tga": "TGA", "jpeg2000": "JPEG2000"}
#: Modes that are codes as they stand; others are converted.
_PLAIN: Final = ("L", "LA", "RGB", "RGBA", "I;16")
_CODESTREAM: Final = b"\xff\x4f\xff\x51"
#: Names of the uuid boxes of XMP (ISO 16684-3) and EXIF in JPEG 2000.
_XMP_UUID: Final = bytes.fromhex("be7acfcb97a942e89c71999491e3afac")
_EXIF_UUID: Final = b"JpgTiffExif->JP2"
_MOST_BYTES: Final = 1 << 25


def _open(source: PhotoSource) -> Any:  # noqa: ANN401  (a PIL.Image.Image)
    from PIL import Image  # noqa: PLC0415  (slow to import)

    Image.MAX_IMAGE_PIXELS = None  # sizes are checked here, with a sentence
    name = _PILLOW[source.format or ""]
    try:
        return Image.open(io.BytesIO(source.read_all()), formats=[name])
    except OSError as error:
        if re.search("unsupported|unknown", str(error), re.IGNORECASE):
            raise UnsupportedFormatError(
                f"{source.label.name} is a {format_label(source.format or '')} of a kind that is "
                "not read here: save it as TIFF, PNG or JPEG in the program that shows it.",
                source.label.path,
            ) from error
        raise damaged_error(source.label, "its head makes no sense") from error


def read_by_pillow(source: PhotoSource, check: SizeCheck, _page: int = 0) -> pyvips.Image:
    """The image of a BMP, PCX or TGA.

    Raises:
        UnreadablePhotoError: damaged.
        PhotoTooLargeError: as `check` says.
    """
    if source.format == "bmp" and (fields := bit_fields(source)):
        return with_blobs(read_bit_fields(source, fields, check), {ICC_BLOB: bmp_profile(source)})
    with _open(source) as image:
        check(*image.size)
        read = _resolved(image_of(_without_void_alpha(_codes(image, source), source)), image)
    return with_blobs(read, {ICC_BLOB: bmp_profile(source)}) if source.format == "bmp" else read


def read_jpeg2000(source: PhotoSource, check: SizeCheck, _page: int = 0) -> pyvips.Image:
    """The image of a JPEG 2000; of more than 8 bits and one channel with imagecodecs only."""
    bits, channels = _jpeg2000_samples(source)
    with _open(source) as image:
        check(*image.size)
        if bits > 8 and channels > 1 and is_installed("imagecodecs"):
            import imagecodecs  # noqa: PLC0415  (an extra)

            codes = scaled(np.asarray(imagecodecs.jpeg2k_decode(source.read_all())), bits)
        else:
            codes = _codes(image, source)
        return with_blobs(_resolved(image_of(codes), image), _jpeg2000_blobs(source))


def header_by_pillow(source: PhotoSource) -> pyvips.Image:
    """A black image of the photo's size with its metadata: nothing is decoded."""
    if source.format == "bmp" and (fields := bit_fields(source)):
        return bit_fields_header(source, fields)
    with _open(source) as image:
        black = _resolved(header_image(image.width, image.height, source.label), image)
    return with_blobs(black, _jpeg2000_blobs(source)) if source.format == "jpeg2000" else black


def lost_bits(source: PhotoSource) -> int:
    """How many of a sample's bits are left behind for want of imagecodecs."""
    bits, channels = _jpeg2000_samples(source)
    return bits - 8 if bits > 8 and channels > 1 and not is_installed("imagecodecs") else 0


def _codes(image: Any, source: PhotoSource) -> Any:  # noqa: ANN401
    if image.mode == "P":
        image = image.convert("RGBA" if "transparency" in image.info else "RGB")
    elif image.mode == "1":
        image = image.convert("L")
    elif image.mode not in _PLAIN:
        image = image.convert("RGB")
    try:
        codes = np.asarray(image)
    except OSError as error:
        raise damaged_error(source.label, "its pixels end early") from error
    return codes.astype(np.uint16) if image.mode == "I;16" else codes


def _without_void_alpha(codes: Pixels, source: PhotoSource) -> Pixels:
    """Without an alpha that a Targa's head denies, or that is nothing: programs leave it at 0."""
    if codes.ndim < 3 or codes.shape[2] not in (2, 4):
        return codes
    denied = source.format == "tga" and not source.read(17, 1)[0] & 15
    return codes[..., :-1] if denied or not codes[..., -1].any() else codes


def _resolved(image: pyvips.Image, pillow: Any) -> pyvips.Image:  # noqa: ANN401
    """With the resolution that the file states."""
    dpi = pillow.info.get("dpi")
    if not dpi:
        return image
    return with_resolution(image, float(dpi[0]) / 25.4, float(dpi[1]) / 25.4)


def _jpeg2000_samples(source: PhotoSource) -> tuple[int, int]:
    """Bits and number of channels (ISO 15444-1, A.5.1: SIZ); 8 and 1 where it is not found."""
    head = source.read(0, 1 << 16)
    at = head.find(_CODESTREAM)
    if at < 0 or len(head) < at + 43:
        return 8, 1
    channels, depth = struct.unpack_from(">HB", head, at + 40)
    return (depth & 0x7F) + 1, channels


def _jpeg2000_blobs(source: PhotoSource) -> dict[str, bytes | None]:
    """XMP, EXIF and ICC profile in its boxes (ISO 15444-1, annex I)."""
    blobs: dict[str, bytes | None] = {}
    for kind, body in _boxes(source):
        if kind == b"uuid":
            for name, uuid in ((XMP_BLOB, _XMP_UUID), (EXIF_BLOB, _EXIF_UUID)):
                if body.startswith(uuid):
                    blobs[name] = body[16:]
        elif body[:1] in (b"\x02", b"\x03"):  # colr: a profile, restricted or any
            blobs[ICC_BLOB] = body[3:]
    return blobs


def _boxes(source: PhotoSource) -> Iterator[tuple[bytes, bytes]]:
    """Names and contents of the boxes that hold metadata, those in the header's box too."""
    if source.read(4, 4) != b"jP  ":
        return
    for kind, at, end in boxes(source.read, 0, source.size):
        if kind == b"jp2h":
            for inner, start, stop in boxes(source.read, at, end):
                if inner == b"colr" and stop - start < _MOST_BYTES:
                    yield inner, source.read(start, stop - start)
        elif kind == b"uuid" and end - at < _MOST_BYTES:
            yield kind, source.read(at, end - at)
