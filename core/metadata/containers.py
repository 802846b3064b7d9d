"""Puts metadata into the JPEG, PNG, WebP and TIFF files that libvips writes.

libvips writes the pixels and the ICC profile, this module everything else, byte for byte. JPEG and
PNG take it near their start, while they are written (`Splicer`); WebP and TIFF at their end, by
patching the finished file (`write_trailing_metadata`).

Sources: JFIF 1.02, XMP specification part 3 (2020), PNG 3rd edition (11.3.3, eXIf), WebP container
specification (RFC 9649), TIFF 6.0.
"""

from __future__ import annotations

import hashlib
import logging
import os
import struct
import zlib
from typing import BinaryIO, Final

from core.errors import UnwritableTargetError
from core.metadata import exif as ex
from core.metadata.metadata import Metadata, iptc_block
from core.metadata.provenance import main_packet

_LOG: Final = logging.getLogger(__name__)

#: Where JPEG (after SOI) and PNG (after IHDR) take metadata.
SPLICE_AT: Final = {"jpeg": 2, "png": 33}

_SEGMENT: Final = 65_533
_XMP_MARK: Final = b"http://ns.adobe.com/xap/1.0/\x00"
_EXTENDED_MARK: Final = b"http://ns.adobe.com/xmp/extension/\x00"
_EXTENDED_PART: Final = 65_000
_WEBP_EXIF, _WEBP_XMP = 0x08, 0x04


class Splicer:
    """What libvips writes to, in front of a seekable binary file: slips bytes in at one place.

    A callback cannot raise through libvips: the error is kept in `error` for the caller to raise.
    """

    def __init__(self, out: BinaryIO, insert: bytes = b"", at: int = 0) -> None:
        self.error: OSError | None = None
        self._out = out
        self._insert = insert
        self._left = at

    def write(self, data: memoryview) -> int:
        """Write all of `data`; -1 on an error."""
        size = len(data)
        try:
            if self._insert and size >= self._left:
                self._out.write(data[: self._left])
                self._out.write(self._insert)
                self._out.write(data[self._left :])
                self._insert = b""
            else:
                self._out.write(data)
                self._left -= size
        except OSError as error:
            self.error = self.error or error
            return -1
        return size

    def read(self, length: int) -> bytes:
        """Read back what was written; libtiff does."""
        return self._out.read(length)

    def seek(self, offset: int, whence: int) -> int:
        """Move; only TIFF and AVIF do, and they splice nothing in."""
        return self._out.seek(offset, whence)


def leading_metadata(name: str, metadata: Metadata, *, grey: bool = False) -> bytes:
    """The bytes to slip into a JPEG or a PNG at `SPLICE_AT`; nothing for other formats."""
    if name == "jpeg":
        return _jpeg_segments(metadata)
    return _png_chunks(metadata, grey=grey) if name == "png" else b""


def write_trailing_metadata(name: str, out: BinaryIO, metadata: Metadata) -> None:
    """Patch a WebP or a TIFF that has been written whole; other formats need nothing.

    Raises:
        UnwritableTargetError: a TIFF of more than 4 GB.
    """
    if name == "webp":
        _finish_webp(out, metadata)
    elif name == "tiff":
        _finish_tiff(out, metadata)


def _jpeg_segments(metadata: Metadata) -> bytes:
    dpi_x, dpi_y = (round(25.4 * r) or 1 for r in metadata.resolution or (72 / 25.4, 72 / 25.4))
    density = struct.pack(">BHH", 1, min(dpi_x, 65_535), min(dpi_y, 65_535))
    segments = [(0xE0, b"JFIF\x00\x01\x02" + density + b"\x00\x00")]
    if metadata.exif:
        segments.append((0xE1, b"Exif\x00\x00" + _blob_within(metadata.exif, _SEGMENT - 6)))
    segments += [(0xE1, payload) for payload in _xmp_segments(metadata.xmp)]
    if comment := metadata.texts.get("Comment"):
        segments.append((0xFE, comment.encode()))
    if metadata.iptc:
        segments.append((0xED, b"Photoshop 3.0\x00" + iptc_block(metadata.iptc)))
    return b"".join(_segment(marker, payload) for marker, payload in segments)


def _segment(marker: int, payload: bytes) -> bytes:
    if len(payload) > _SEGMENT:
        _LOG.warning("%d bytes of metadata do not fit into a JPEG and are left out", len(payload))
        return b""
    return struct.pack(">BBH", 0xFF, marker, len(payload) + 2) + payload


def _blob_within(exif: ex.Exif, limit: int) -> bytes:
    """EXIF as a blob of at most `limit` bytes: the largest values go first."""
    exif = exif.copy()
    while len(blob := ex.to_blob(exif)) > limit:
        holders = [exif.ifd0, *exif.ifd0.children.values()]
        _, holder, tag = max(
            (
                (len(entry.data), i, tag)
                for i, h in enumerate(holders)
                for tag, entry in h.entries.items()
            )
        )
        _LOG.warning("EXIF tag %#06x is too large for a JPEG and is left out", tag)
        del holders[holder].entries[tag]
    return blob


def _xmp_segments(packet: bytes | None) -> list[bytes]:
    """One APP1, or several for a packet of over 64 KiB (XMP part 3, 1.1.3.1 "Extended XMP")."""
    if not packet:
        return []
    if len(_XMP_MARK) + len(packet) <= _SEGMENT:
        return [_XMP_MARK + packet]
    guid = hashlib.md5(packet, usedforsecurity=False).hexdigest().upper()
    segments = [_XMP_MARK + main_packet(packet, guid)]
    for at in range(0, len(packet), _EXTENDED_PART):
        head = _EXTENDED_MARK + guid.encode() + struct.pack(">II", len(packet), at)
        segments.append(head + packet[at : at + _EXTENDED_PART])
    return segments


def _png_chunk(kind: bytes, payload: bytes) -> bytes:
    return (
        struct.pack(">I", len(payload))
        + kind
        + payload
        + struct.pack(">I", zlib.crc32(kind + payload))
    )


def _png_chunks(metadata: Metadata, *, grey: bool) -> bytes:
    # a grey PNG must not carry an RGB profile; this chunk says the same
    chunks = [_png_chunk(b"sRGB", b"\x01")] if grey else []
    if metadata.exif:
        chunks.append(_png_chunk(b"eXIf", ex.to_blob(metadata.exif)))
    if metadata.xmp:
        chunks.append(_png_chunk(b"iTXt", b"XML:com.adobe.xmp\x00\x00\x00\x00\x00" + metadata.xmp))
    if metadata.iptc:
        block = iptc_block(metadata.iptc)
        text = b"\niptc\n%8d\n%s\n" % (len(block), block.hex().encode())
        packed = zlib.compress(text)
        chunks.append(_png_chunk(b"zTXt", b"Raw profile type iptc\x00\x00" + packed))
    chunks += [
        _png_chunk(b"iTXt", keyword.encode("latin-1") + b"\x00\x00\x00\x00\x00" + text.encode())
        for keyword, text in metadata.texts.items()
        if 0 < len(keyword) <= 79 and keyword.isprintable() and "\x00" not in text
    ]
    return b"".join(chunks)


def exif_with_iptc(metadata: Metadata) -> bytes | None:
    """EXIF that carries the IPTC records as tag 0x83BB, for containers without a place for them."""
    if metadata.exif is None:
        return None
    exif = metadata.exif.copy()
    if metadata.iptc:
        exif.ifd0.entries[ex.IPTC] = ex.Entry(ex.BYTE, metadata.iptc)
    return ex.to_blob(exif)


def _finish_webp(out: BinaryIO, metadata: Metadata) -> None:
    """Append EXIF and XMP chunks; libvips has written VP8X, since there is an ICC profile."""
    flags = 0
    out.seek(0, os.SEEK_END)
    for mark, flag, blob in (
        (b"EXIF", _WEBP_EXIF, exif_with_iptc(metadata)),
        (b"XMP ", _WEBP_XMP, metadata.xmp),
    ):
        if blob:
            out.write(mark + struct.pack("<I", len(blob)) + blob + bytes(len(blob) % 2))
            flags |= flag
    size = out.tell()
    out.seek(20)
    flags |= out.read(1)[0]
    out.seek(20)
    out.write(bytes([flags]))
    out.seek(4)
    out.write(struct.pack("<I", size - 8))


def _finish_tiff(out: BinaryIO, metadata: Metadata) -> None:
    """Write the first directory anew at the end, with the metadata's tags, and point to it."""

    def read(offset: int, length: int) -> bytes:
        out.seek(offset)
        return out.read(length)

    written = ex.parse(read, max_value=2**31, most=2**40)
    if written is None:
        raise UnwritableTargetError(
            "The result is a BigTIFF, larger than the 4 GB of a TIFF: use PNG, or fewer pixels."
        )
    if metadata.exif is not None:
        extra = ex.with_byte_order(metadata.exif, written.order).ifd0.without(
            ex.STRUCTURE | {ex.X_RESOLUTION, ex.Y_RESOLUTION, ex.RESOLUTION_UNIT}
        )
        written.ifd0.entries |= extra.entries
        written.ifd0.children |= extra.children
    if metadata.xmp:
        written.ifd0.entries[ex.XMP] = ex.Entry(ex.BYTE, metadata.xmp)
    if metadata.iptc:
        written.ifd0.entries[ex.IPTC] = ex.Entry(ex.BYTE, metadata.iptc)
    end = out.seek(0, os.SEEK_END)
    out.write(bytes(end % 2) + ex.serialize_ifd(written.ifd0, end + end % 2, written.order))
    out.seek(4)
    out.write(struct.pack(written.order + "I", end + end % 2))
