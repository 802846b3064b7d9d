"""Old-style JPEG in a TIFF (TIFF 6.0, section 22; compression 6), which libtiff gives as black.

The JPEG is put together again from what the tags point to: a whole JPEG (what nearly all writers
of it made), or the quantization and Huffman tables and the entropy-coded strips.
"""

from __future__ import annotations

import struct
from typing import Final

import pyvips

from core.photo.extras import unread_codec_error
from core.photo.source import PhotoSource
from core.photo.tiff_pages import TiffPage

OLD_JPEG: Final = 6
_STRIPS, _STRIP_BYTES, _SUBSAMPLING = 273, 279, 530
_PROCESS, _STREAM, _STREAM_BYTES, _RESTART = 512, 513, 514, 515
_Q_TABLES, _DC_TABLES, _AC_TABLES = 519, 520, 521
_SOI, _EOI = b"\xff\xd8", b"\xff\xd9"
_SOF: Final = (0xC0, 0xC1, 0xC2)


def load_old_jpeg(source: PhotoSource, page: TiffPage, **options: object) -> pyvips.Image:
    """The image of a page in old-style JPEG.

    Raises:
        UnsupportedFormatError: what the tags point to makes no JPEG.
        pyvips.Error: damaged.
    """
    data = _whole_stream(source, page) or _from_tables(source, page)
    if data is None:
        raise unread_codec_error(source.label, "old-style JPEG")
    return pyvips.Image.jpegload_buffer(data, **{"fail_on": "error", **options})


def _whole_stream(source: PhotoSource, page: TiffPage) -> bytes | None:
    """The JPEG that JPEGInterchangeFormat or the only strip is; None where neither is whole."""
    strips = _strips(source, page)
    at, length = page.directory.number(_STREAM), page.directory.number(_STREAM_BYTES)
    stream = source.read(at, length or source.size - at) if at else b""
    if stream.startswith(_SOI) and (scan := _scan_end(stream)) is not None:
        if len(stream) > scan + 16:
            return stream if stream.rstrip(b"\0").endswith(_EOI) else stream + _EOI
        return stream[:scan] + _joined(strips)  # the head of a JPEG, and its scan in the strips
    if len(strips) == 1 and strips[0].startswith(_SOI) and _scan_end(strips[0]) is not None:
        return strips[0]
    return None


def _scan_end(stream: bytes) -> int | None:
    """Where the head of a JPEG's first scan ends; None without frame or scan."""
    at, framed = 2, False
    while at + 4 <= len(stream) and stream[at] == 0xFF:
        marker, (length,) = stream[at + 1], struct.unpack_from(">H", stream, at + 2)
        framed = framed or marker in _SOF
        at += 2 + length
        if marker == 0xDA:
            return at if framed else None
    return None


def _strips(source: PhotoSource, page: TiffPage) -> list[bytes]:
    places, lengths = page.directory.numbers(_STRIPS), page.directory.numbers(_STRIP_BYTES)
    if len(places) == 1 and not lengths:
        lengths = (source.size - places[0],)
    return [source.read(at, length) for at, length in zip(places, lengths, strict=False)]


def _joined(strips: list[bytes]) -> bytes:
    """Strips as one scan: each ends at a restart interval, whose markers count to 8.

    Some writers left the marker at the end of the strip, and some the mark of the picture's end.
    """
    last, body = len(strips) - 1, b""
    for number, strip in enumerate(strips):
        mark = bytes((0xFF, 0xD0 + number % 8))
        body += strip.removesuffix(_EOI).removesuffix(mark) + (mark if number < last else b"")
    return body + _EOI


def _from_tables(source: PhotoSource, page: TiffPage) -> bytes | None:
    """The JPEG of the tables that the tags point to, and the strips (process 1: baseline)."""
    quantization, dc, ac = (
        page.directory.numbers(tag) for tag in (_Q_TABLES, _DC_TABLES, _AC_TABLES)
    )
    samples, strips = page.samples, _strips(source, page)
    if page.directory.number(_PROCESS, 1) != 1 or not strips:
        return None
    if min(len(quantization), len(dc), len(ac)) < samples:
        return None
    head = b""
    for number in range(samples):
        head += _segment(0xDB, bytes((number,)) + source.read(quantization[number], 64))
        for kind, tables in ((0, dc), (0x10, ac)):
            head += _segment(0xC4, bytes((kind | number,)) + _huffman(source, tables[number]))
    return _SOI + head + _frame(page, strips) + _joined(strips)


def _frame(page: TiffPage, strips: list[bytes]) -> bytes:
    """The frame's and the scan's head, and the restart interval where there are several strips."""
    across, down = (*page.directory.numbers(_SUBSAMPLING), 2, 2)[:2]
    factors = [
        (across << 4 | down) if page.samples == 3 and not i else 0x11 for i in range(page.samples)
    ]
    parts = b"".join(bytes((i + 1, factors[i], i)) for i in range(page.samples))
    frame = struct.pack(">BHHB", 8, page.height, page.width, page.samples) + parts
    scan = b"".join(bytes((i + 1, i << 4 | i)) for i in range(page.samples))
    interval = page.directory.number(_RESTART)
    if not interval and len(strips) > 1:
        wide, high = (across * 8, down * 8) if page.samples == 3 else (8, 8)
        interval = -(-page.width // wide) * -(-page.directory.number(278, page.height) // high)
    restart = _segment(0xDD, struct.pack(">H", interval)) if interval else b""
    # extended rather than baseline: it may have three tables where baseline may have two
    return (
        _segment(0xC1, frame)
        + restart
        + _segment(0xDA, bytes((page.samples,)) + scan + bytes((0, 63, 0)))
    )


def _huffman(source: PhotoSource, at: int) -> bytes:
    """16 counts and as many values as they say."""
    counts = source.read(at, 16)
    return counts + source.read(at + 16, sum(counts))


def _segment(marker: int, payload: bytes) -> bytes:
    return bytes((0xFF, marker)) + struct.pack(">H", len(payload) + 2) + payload
