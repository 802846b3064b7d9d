"""JPEGs beyond 8 bits, baseline and progressive: lossless, 12 bits, JPEG-LS (ITU-T T.81, T.87).

Scanners of hospitals and archives write them. libjpeg-turbo, as libvips has it, reads 8 bits with
Huffman or arithmetic coding; imagecodecs reads the others.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pyvips

from core.photo.codes_image import EXIF_BLOB, ICC_BLOB, IPTC_BLOB, XMP_BLOB, image_of, scaled
from core.photo.decode import Pixels
from core.photo.extras import import_package, unread_codec_error
from core.photo.source import PhotoSource

#: Start-of-frame markers (T.81, table B.1; T.87: 0xF7), and what libvips reads of them.
_FRAMES: Final = {
    0xC0: "baseline", 0xC1: "extended", 0xC2: "progressive", 0xC3: "lossless",
    0xC5: "differential", 0xC6: "differential progressive", 0xC7: "differential lossless",
    0xC9: "arithmetic", 0xCA: "arithmetic progressive", 0xCB: "arithmetic lossless",
    0xCD: "differential arithmetic", 0xCE: "differential arithmetic progressive",
    0xCF: "differential arithmetic lossless", 0xF7: "JPEG-LS",
}  # fmt: skip
_READ_BY_LIBVIPS: Final = (0xC0, 0xC1, 0xC2, 0xC9, 0xCA)
#: And what imagecodecs reads; hierarchical JPEG and lossless with arithmetic coding nobody does.
_READ_BY_IMAGECODECS: Final = (0xC0, 0xC1, 0xC2, 0xC3, 0xF7)
_SOS: Final = 0xDA


@dataclass(frozen=True)
class JpegFrame:
    """How a JPEG's samples are coded.

    Attributes:
        marker: of its start of frame.
        bits: of a sample.
        unit: width and height of what is coded at once, in pixels (T.81, A.2).
        head: the segments before it that say things of the photo (APP0 to APP15, comments).
    """

    marker: int
    bits: int
    width: int
    height: int
    unit: tuple[int, int]
    head: bytes

    @property
    def is_common(self) -> bool:
        """Whether libvips reads it."""
        return self.bits == 8 and self.marker in _READ_BY_LIBVIPS

    @property
    def name(self) -> str:
        """For people: ``12-bit extended JPEG``."""
        return f"{self.bits}-bit {_FRAMES[self.marker]} JPEG"


def jpeg_frame(source: PhotoSource) -> JpegFrame | None:
    """The frame of a JPEG; None where there is none before its pixels."""
    at, said = 2, b""
    while len(head := source.read(at, 4)) == 4 and head[0] == 0xFF and head[1] != _SOS:
        marker, (length,) = head[1], struct.unpack(">H", head[2:])
        if marker == 0xFF:  # a fill byte
            at += 1
            continue
        if marker in _FRAMES:
            frame = source.read(at + 4, length - 2).ljust(6, b"\0")
            bits, height, width = struct.unpack_from(">BHH", frame)
            return JpegFrame(marker, bits, width, height, _unit(frame[6:]), said)
        if (0xE0 <= marker <= 0xEF and marker != 0xEE) or marker == 0xFE:
            said += source.read(at, length + 2)
        at += 2 + length
    return None


def _unit(components: bytes) -> tuple[int, int]:
    """Pixels of a unit, from the frame's (name, sampling factors, table) of each component."""
    factors = components[1::3]
    if len(factors) < 2:
        return 8, 8
    return 8 * max(factor >> 4 for factor in factors), 8 * max(factor & 15 for factor in factors)


def load_uncommon_jpeg(
    source: PhotoSource, frame: JpegFrame, *, header_only: bool = False
) -> pyvips.Image:
    """The image of a JPEG that libvips does not read, with its metadata.

    Raises:
        UnsupportedFormatError: imagecodecs is not installed, or cannot read it either.
    """
    if frame.marker not in _READ_BY_IMAGECODECS:
        raise unread_codec_error(source.label, frame.name)
    what = f"is compressed in a way that is not read here ({frame.name})"
    codecs: Any = import_package("imagecodecs", source.label, what)
    if header_only:
        codes: Pixels = np.zeros((frame.height, frame.width), np.uint8)
    else:
        decode = codecs.jpegls_decode if frame.marker == 0xF7 else codecs.jpeg_decode
        codes = scaled(np.asarray(decode(source.read_all())), frame.bits)
    blobs: dict[str, bytes | None] = {}
    told = _metadata_of(frame)
    for name in (EXIF_BLOB, ICC_BLOB, IPTC_BLOB, XMP_BLOB):
        if name in told.get_fields():
            blobs[name] = bytes(told.get(name))
    image = image_of(codes, None, blobs)
    return image.copy(xres=told.xres, yres=told.yres)


def _metadata_of(frame: JpegFrame) -> pyvips.Image:
    """What libvips finds in the segments, put before a picture that it can read."""
    buffer = pyvips.Image.black(8, 8).jpegsave_buffer(keep="none")
    return pyvips.Image.jpegload_buffer(buffer[:2] + frame.head + buffer[2:])
