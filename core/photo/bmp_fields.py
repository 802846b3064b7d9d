"""BMPs whose samples lie in bit fields of any width, and the profile in one.

Source: Microsoft's BITMAPINFOHEADER to BITMAPV5HEADER (``BI_BITFIELDS``, ``PROFILE_EMBEDDED``).
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import Final

import numpy as np
import pyvips

from core.photo.codes_image import header_image, image_of, scaled
from core.photo.decode import Pixels
from core.photo.label import SizeCheck, damaged_error
from core.photo.resolution import with_resolution
from core.photo.source import PhotoSource

_FILE_HEAD: Final = 14
_V5_HEAD: Final = 124
_BIT_FIELDS: Final = (3, 6)
_MOST_PROFILE: Final = 1 << 25


@dataclass(frozen=True)
class BitFields:
    """What the head says: where the rows begin, and the masks of red, green, blue, alpha."""

    at: int
    width: int
    height: int
    from_top: bool
    bits: int
    masks: tuple[int, ...]


def bit_fields(source: PhotoSource) -> BitFields | None:
    """The head of a BMP with bit fields; None of another, and of one that makes no sense."""
    head = source.read(0, 70)
    if len(head) < 70:
        return None
    at, size, width, height, _, bits, packing = struct.unpack_from("<IIiiHHI", head, 10)
    if size < 40 or packing not in _BIT_FIELDS or bits not in (16, 32) or not height or width < 1:
        return None
    count = 4 if packing == 6 or size >= 56 else 3  # the older head has no alpha
    masks = struct.unpack_from(f"<{count}I", head, 54)
    top = (1 << bits) - 1
    whole = [mask & top for mask in masks]
    if not all(_is_run(mask) for mask in whole[:3]) or not all(map(_is_run, filter(None, whole))):
        return None
    return BitFields(at, width, abs(height), height < 0, bits, tuple(filter(None, whole)))


def read_bit_fields(source: PhotoSource, fields: BitFields, check: SizeCheck) -> pyvips.Image:
    """The image, of 16 bits where a sample has more than 8.

    Raises:
        UnreadablePhotoError: cut short.
        PhotoTooLargeError: as `check` says.
    """
    check(fields.width, fields.height)
    row = -(-fields.width * fields.bits // 32) * 4
    data = source.read(fields.at, row * fields.height)
    if len(data) < row * fields.height:
        raise damaged_error(source.label, "its pixels end early")
    rows = np.frombuffer(data, np.uint8).reshape(fields.height, row)
    words = rows.view("<u2" if fields.bits == 16 else "<u4")[:, : fields.width]
    widths = [mask.bit_count() for mask in fields.masks]
    full = 16 if max(widths) > 8 else 8
    codes = np.dstack([_sample(words, mask, full) for mask in fields.masks])
    if codes.shape[2] == 4 and not codes[..., 3].any():  # programs leave the alpha at 0
        codes = codes[..., :3]
    return _resolved(image_of(codes if fields.from_top else codes[::-1]), source)


def bit_fields_header(source: PhotoSource, fields: BitFields) -> pyvips.Image:
    """A black image of the photo's size."""
    return _resolved(header_image(fields.width, fields.height, source.label), source)


def _resolved(image: pyvips.Image, source: PhotoSource) -> pyvips.Image:
    x, y = struct.unpack("<ii", source.read(38, 8))  # pixels a metre
    return with_resolution(image, x / 1000, y / 1000)


def bmp_profile(source: PhotoSource) -> bytes | None:
    """The ICC profile in a BMP."""
    head = source.read(0, _FILE_HEAD + _V5_HEAD)
    if len(head) < _FILE_HEAD + _V5_HEAD or head[14] != _V5_HEAD or head[70:74] != b"DEBM":
        return None
    place, length = struct.unpack_from("<II", head, 126)
    return source.read(_FILE_HEAD + place, length) if 128 < length < _MOST_PROFILE else None


def _is_run(mask: int) -> bool:
    """Whether its bits stand side by side: 1 to 16 of them."""
    low = mask & -mask
    return bool(mask) and (mask // low) & (mask // low + 1) == 0 and mask.bit_count() <= 16


def _sample(words: np.ndarray, mask: int, full: int) -> Pixels:
    bits = mask.bit_count()
    codes = ((words & mask) >> ((mask & -mask).bit_length() - 1)).astype(np.uint16)
    small = scaled(codes, bits)
    return small.astype(np.uint16) * np.uint16(257) if small.dtype.itemsize * 8 < full else small
