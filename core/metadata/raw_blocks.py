"""The EXIF and XMP of camera raw files that are no TIFF, or nearly one.

Canon's CR3 is a movie file whose boxes hold EXIF in parts; Fujifilm's RAF and Minolta's MRW have a
whole block at a place that their head tells; Olympus' ORF and Panasonic's RW2 are TIFF with a
number of their own where TIFF has 42.

Sources: the format's descriptions in exiftool (Canon.pm "uuid", FujiFilm.pm "RAFHeader",
MinoltaRaw.pm, PanasonicRaw.pm, Olympus.pm), ISO/IEC 14496-12 (4.2), XMP specification part 3.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Final

from core.metadata import exif as ex
from core.metadata.embedded import jpeg_blocks
from core.metadata.media_boxes import boxes

_CANON: Final = bytes.fromhex("85c0b687820f11e08111f4ce462b6a48")
_XMP: Final = bytes.fromhex("be7acfcb97a942e89c71999491e3afac")
#: The numbers of Olympus and Panasonic in place of 42.
_NEARLY_TIFF: Final = (b"IIRO", b"IIRS", b"MMOR", b"IIU\x00")
#: Tags of the first directory that mean the same in every raw file: caption, maker, orientation,
#: resolution, program, date, artist, XMP, rating, copyright, IPTC.
_COMMON: Final = frozenset(
    {0x010E, 0x010F, 0x0110, 0x0112, 0x011A, 0x011B, 0x0128, 0x0131, 0x0132, 0x013B}
    | {0x02BC, 0x4746, 0x4749, 0x8298, 0x83BB}
)
_MOST_BLOCKS: Final = 100
_MOST_BYTES: Final = 16_000_000


def raw_tags(read: ex.Reader, size: int) -> ex.Exif | None:
    """The tree of a raw file of ``size`` bytes, with XMP as its tag; None where none is found."""
    head = read(0, 16)
    if head[4:8] == b"ftyp":
        return _cr3_tags(read, size)
    if head.startswith(b"FUJIFILMCCD-RAW"):
        return _raf_tags(read)
    if head.startswith(b"\x00MRM"):
        return _mrw_tags(read)
    return _nearly_tiff(read) if head[:4] in _NEARLY_TIFF else None


def _cr3_tags(read: ex.Reader, size: int) -> ex.Exif | None:
    parts, xmp = dict[bytes, ex.Exif | None](), None
    for kind, at, end in boxes(read, 0, size):
        if kind == b"moov":
            parts |= _canon_parts(read, at, end)
        elif kind == b"uuid" and read(at, 16) == _XMP and end - at < _MOST_BYTES:
            xmp = read(at + 16, end - at - 16)
    main = parts.get(b"CMT1")
    if main is None:
        return None
    for tag, name in ((ex.EXIF_IFD, b"CMT2"), (ex.GPS_IFD, b"CMT4")):
        if part := parts.get(name):
            main.ifd0.children[tag] = ex.with_byte_order(part, main.order).ifd0
    return _with_xmp(main, xmp)


def _canon_parts(read: ex.Reader, at: int, end: int) -> Iterator[tuple[bytes, ex.Exif | None]]:
    """First directory, EXIF, GPS: each is the first directory of a TIFF of its own."""
    for kind, start, stop in boxes(read, at, end):
        if kind == b"uuid" and read(start, 16) == _CANON:
            for name, begin, last in boxes(read, start + 16, stop):
                if name.startswith(b"CMT") and last - begin < _MOST_BYTES:
                    yield name, ex.parse_blob(read(begin, last - begin))


def _raf_tags(read: ex.Reader) -> ex.Exif | None:
    """Of the JPEG in it, whose place stands in the head."""
    place = read(84, 8)
    if len(place) < 8:
        return None
    start, length = struct.unpack(">II", place)

    def of_jpeg(offset: int, count: int) -> bytes:
        return read(start + offset, max(0, min(count, length - offset)))

    blob, xmp = jpeg_blocks(of_jpeg)
    tags = ex.parse_blob(blob)
    return None if tags is None else _with_xmp(tags, xmp)


def _mrw_tags(read: ex.Reader) -> ex.Exif | None:
    """Of the block called TTW."""
    at = 8
    for _ in range(_MOST_BLOCKS):
        head = read(at, 8)
        if len(head) < 8 or head[:1] != b"\x00":
            return None
        (length,) = struct.unpack_from(">I", head, 4)
        if head[:4] == b"\x00TTW":
            return _with_common(ex.parse_blob(read(at + 8, min(length, _MOST_BYTES))))
        at += 8 + length
    return None


def _nearly_tiff(read: ex.Reader) -> ex.Exif | None:
    def as_tiff(offset: int, length: int) -> bytes:
        content = read(offset, length)
        if offset >= 4 or not content:
            return content
        mark = b"MM\x00*" if content.startswith(b"MM") else b"II*\x00"
        return (mark + content[4:])[:length] if offset == 0 else content

    return _with_common(ex.parse(as_tiff))


def _with_common(tags: ex.Exif | None) -> ex.Exif | None:
    """Without the maker's own tags in the first directory, which mean other things elsewhere."""
    if tags is None:
        return None
    return ex.Exif(tags.order, tags.ifd0.without(tags.ifd0.entries.keys() - _COMMON))


def _with_xmp(tags: ex.Exif, xmp: bytes | None) -> ex.Exif:
    if xmp:
        tags.ifd0.entries[ex.XMP] = ex.Entry(ex.BYTE, xmp)
    return tags
