"""The flat picture of a Photoshop file: what is seen with all its layers.

Source: Adobe Photoshop File Formats Specification (2019). The picture's rows are stored plain or
in PackBits, plane by plane, as a TIFF's are: libtiff decodes them (`core.photo.tiff_wrap`).
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import Final

import numpy as np
import pyvips

from core.errors import UnsupportedFormatError
from core.metadata import exif as ex
from core.photo.codes_image import (
    EXIF_BLOB,
    ICC_BLOB,
    IPTC_BLOB,
    XMP_BLOB,
    header_image,
    with_blobs,
)
from core.photo.lab_codes import srgb_of_lab_codes
from core.photo.label import SizeCheck, damaged_error
from core.photo.resolution import with_resolution
from core.photo.source import PhotoSource
from core.photo.tiff_wrap import wrapped

#: Photoshop's modes: (photometric, channels of the colour).
_MODES: Final = {0: (0, 1), 1: (1, 1), 2: (3, 1), 3: (2, 3), 4: (5, 4), 8: (1, 1), 9: (2, 3)}
_INDEXED, _CMYK, _LAB = 2, 4, 9
#: Image resources (section "Image Resource IDs").
_RESOURCES: Final = {0x040F: ICC_BLOB, 0x0422: EXIF_BLOB, 0x0424: XMP_BLOB, 0x0404: IPTC_BLOB}
_RESOLUTION: Final = 0x03ED


@dataclass(frozen=True)
class _Head:
    big: bool
    channels: int
    height: int
    width: int
    bits: int
    mode: int


def read_psd(source: PhotoSource, check: SizeCheck, _page: int = 0) -> pyvips.Image:
    """The lazy image of the flat picture, with metadata; further channels are left out.

    Raises:
        UnreadablePhotoError: damaged.
        UnsupportedFormatError: 32 bits a channel, or several inks.
        PhotoTooLargeError: as `check` says.
    """
    head = _head(source)
    check(head.width, head.height)
    data = source.read_all()
    palette, resources, at = _sections(data, head, source)
    image = _image(data, head, at, palette, source)
    if head.mode == _CMYK:
        image = image.invert()  # Photoshop stores 0 for full ink
    elif head.mode == _LAB:
        return _with_resources(srgb_of_lab_codes(image), resources, profile=False)
    return _with_resources(image, resources)


def psd_header(source: PhotoSource) -> pyvips.Image:
    """A black image of the photo's size, with its metadata."""
    head = _head(source)
    at = 26
    at += 4 + struct.unpack(">I", source.read(at, 4).rjust(4, b"\0"))[0]
    (length,) = struct.unpack(">I", source.read(at, 4).rjust(4, b"\0"))
    resources = source.read(at + 4, min(length, 1 << 25))
    return _with_resources(header_image(head.width, head.height, source.label), resources)


def _head(source: PhotoSource) -> _Head:
    data = source.read(0, 26)
    if len(data) < 26:
        raise damaged_error(source.label, "its head ends early")
    version, channels, height, width, bits, mode = struct.unpack(">4xH6xHIIHH", data)
    if mode not in _MODES or bits not in (1, 8, 16):
        raise UnsupportedFormatError(
            f"{source.label.name} is a Photoshop file of a kind that is not read here "
            f"({bits} bits a channel, mode {mode}): save it as RGB or grey with 8 or 16 bits.",
            source.label.path,
        )
    if channels < _MODES[mode][1] or not width or not height:
        raise damaged_error(source.label, "its head makes no sense")
    return _Head(version == 2, channels, height, width, bits, mode)


def _sections(data: bytes, head: _Head, source: PhotoSource) -> tuple[bytes, bytes, int]:
    """The palette, the image resources, and where the flat picture begins."""
    parts: list[bytes] = []
    at = 26
    for code in (">I", ">I", ">Q" if head.big else ">I"):
        if at + struct.calcsize(code) + 2 > len(data):
            raise damaged_error(source.label, "its flat picture is not there")
        (length,) = struct.unpack_from(code, data, at)
        at += struct.calcsize(code)
        parts.append(data[at : at + length] if len(parts) < 2 else b"")
        at += length
    return parts[0], parts[1], at


def _image(data: bytes, head: _Head, at: int, palette: bytes, source: PhotoSource) -> pyvips.Image:
    (packing,) = struct.unpack_from(">H", data, at) if at + 2 <= len(data) else (None,)
    if packing not in (0, 1):
        raise damaged_error(source.label, "its flat picture is not there")
    photometric, channels = _MODES[head.mode]
    row = -(-head.width * head.bits // 8)
    if packing == 0:
        places = [at + 2 + i * row * head.height for i in range(channels)]
        lengths, rows = [row * head.height] * channels, head.height
    else:
        code = np.dtype(">u4" if head.big else ">u2")
        table = data[at + 2 : at + 2 + head.channels * head.height * code.itemsize]
        sizes = np.frombuffer(table[: len(table) // code.itemsize * code.itemsize], code)
        starts = at + 2 + head.channels * head.height * code.itemsize
        ends = starts + np.cumsum(sizes, dtype=np.int64)
        wanted = channels * head.height
        places = (ends - sizes)[:wanted].tolist()
        lengths, rows = sizes[:wanted].tolist(), 1
    if not places or places[-1] + lengths[-1] > min(len(data), 2**32 - 1):
        raise damaged_error(source.label, "its flat picture ends early")
    tags: dict[int, tuple[int, list[int]]] = {
        256: (ex.LONG, [head.width]), 257: (ex.LONG, [head.height]),
        258: (ex.SHORT, [head.bits] * channels), 259: (ex.SHORT, [32773 if packing else 1]),
        262: (ex.SHORT, [photometric]), 273: (ex.LONG, places), 277: (ex.SHORT, [channels]),
        278: (ex.LONG, [rows]), 279: (ex.LONG, lengths), 284: (ex.SHORT, [2]),
    }  # fmt: skip
    if head.mode == _INDEXED:
        colors = np.frombuffer(palette[:768].ljust(768, b"\0"), np.uint8).astype(np.uint16) * 257
        tags[320] = (ex.SHORT, colors.tolist())
    return wrapped(data, tags, ">")


def _with_resources(image: pyvips.Image, resources: bytes, *, profile: bool = True) -> pyvips.Image:
    """Profile, EXIF, XMP, IPTC and resolution of Photoshop's ``8BIM`` blocks."""
    blobs: dict[str, bytes | None] = {}
    xres, at = None, 0
    while resources[at : at + 4] == b"8BIM" and at + 12 <= len(resources):
        (kind,) = struct.unpack_from(">H", resources, at + 4)
        at += 6 + (resources[at + 6] // 2 + 1) * 2
        (length,) = struct.unpack(">I", resources[at : at + 4].rjust(4, b"\0"))
        body = resources[at + 4 : at + 4 + length]
        at += 4 + length + length % 2
        if kind in _RESOURCES:
            blobs.setdefault(_RESOURCES[kind], body)
        elif kind == _RESOLUTION and len(body) >= 12:
            xres = [value / 65_536 / 25.4 for value in struct.unpack_from(">I4xI", body)]
    if xres:
        image = with_resolution(image, *xres)
    if not profile:
        blobs.pop(ICC_BLOB, None)
    return with_blobs(image.copy(), blobs)
