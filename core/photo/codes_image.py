"""Decoded samples as an image libvips could have loaded, for readers beside libvips."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, cast

import numpy as np
import pyvips

from core.photo.decode import Pixels
from core.photo.label import Label, damaged_error

#: libvips' names of what comes along with an image.
EXIF_BLOB: Final = "exif-data"
XMP_BLOB: Final = "xmp-data"
IPTC_BLOB: Final = "iptc-data"
ICC_BLOB: Final = "icc-profile-data"

#: Pixels of the longest side that libvips 8.17 and older know.
_MOST_SIDE: Final = 10_000_000

_GREY: Final = {"uchar": "b-w", "ushort": "grey16"}
_RGB: Final = {"uchar": "srgb", "ushort": "rgb16"}


def image_of(
    codes: Pixels,
    bits: int | None = None,
    blobs: Mapping[str, bytes | None] | None = None,
    interpretation: str | None = None,
) -> pyvips.Image:
    """An image of ``(H, W)`` or ``(H, W, C)`` codes, uint8 or uint16.

    Args:
        codes: the samples.
        bits: of each; all of them where it is None.
        blobs: metadata and ICC profile, under libvips' names; empty ones are left out.
        interpretation: libvips' name of the colour space; None: grey or RGB by the channels.
    """
    height, width = codes.shape[:2]
    bands = codes.shape[2] if codes.ndim == 3 else 1
    kind = "ushort" if codes.dtype == np.uint16 else "uchar"
    image = pyvips.Image.new_from_memory(np.ascontiguousarray(codes), width, height, bands, kind)
    space = (_RGB if bands >= 3 else _GREY)[kind]
    image = image.copy(interpretation=interpretation or space)
    image.set_type(pyvips.GValue.gint_type, "bits-per-sample", bits or 8 * codes.dtype.itemsize)
    return with_blobs(image, blobs or {})


def with_blobs(image: pyvips.Image, blobs: Mapping[str, bytes | None]) -> pyvips.Image:
    """The image with metadata set on it, which must not be shared."""
    for name, blob in blobs.items():
        if blob:
            image.set_type(pyvips.GValue.blob_type, name, blob)
    return image


def scaled(codes: Pixels, bits: int) -> Pixels:
    """Codes of `bits` bits, low in their type -> the whole range of 8 or 16 (rounded)."""
    full = 8 if bits <= 8 else 16
    if bits == full:
        return codes.astype(np.uint8 if full == 8 else np.uint16)
    most, top = (1 << bits) - 1, (1 << full) - 1
    wide = (np.arange(most + 1, dtype=np.uint32) * top + most // 2) // most
    table = wide.astype(np.uint8 if full == 8 else np.uint16)
    return cast("Pixels", table[np.minimum(codes, most)])


def header_image(width: int, height: int, label: Label) -> pyvips.Image:
    """A black image of a photo's size, for its header alone.

    Raises:
        UnreadablePhotoError: a size that no picture has; libvips would make one pixel of it.
    """
    if not (0 < width <= _MOST_SIDE and 0 < height <= _MOST_SIDE):
        raise damaged_error(label, f"its head says that it is {width} x {height} pixels large")
    return pyvips.Image.black(width, height).copy()
