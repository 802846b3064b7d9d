"""EXIF as a tree of TIFF directories: read from a blob or a TIFF file, written to either.

libvips rewrites EXIF through libexif, which drops tags it does not know, and reads none at all
from TIFF files. This module keeps every tag, byte for byte. Maker notes often hold offsets counted
from the blob's start, so in a new blob they stay at the offset they had.

Sources: TIFF 6.0 (section 2), CIPA DC-008-2023 (Exif 3.0, section 4).
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np

#: ``read(offset, length)`` of a blob or a file; short at the end.
Reader = Callable[[int, int], bytes]

EXIF_IFD: Final = 0x8769
GPS_IFD: Final = 0x8825
DATE_TIME: Final = 0x0132
DATE_TIME_ORIGINAL: Final = 0x9003
DATE_TIME_DIGITIZED: Final = 0x9004
INTEROP_IFD: Final = 0xA005
MAKER_NOTE: Final = 0x927C
ORIENTATION: Final = 0x0112
X_RESOLUTION: Final = 0x011A
Y_RESOLUTION: Final = 0x011B
RESOLUTION_UNIT: Final = 0x0128
XMP: Final = 0x02BC
IPTC: Final = 0x83BB

BYTE: Final = 1
SHORT: Final = 3
LONG: Final = 4
UNDEFINED: Final = 7

#: Bytes of one value of each TIFF type, and of the element that byte order turns round.
_SIZE: Final = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
_ELEMENT: Final = {**_SIZE, 5: 4, 10: 4}

#: Tags that say how a TIFF file stores its pixels; they belong to the file, not to the photo.
STRUCTURE: Final = frozenset(
    {254, 255, 256, 257, 258, 259, 262, 263, 264, 265, 266, 273, 277, 278, 279, 280, 281, 284}
    | {288, 289, 290, 291, 292, 293, 301, 317, 318, 319, 320, 321, 322, 323, 324, 325, 330, 332}
    | {333, 334, 336, 338, 339, 340, 341, 342, 343, 347, 512, 513, 514, 515, 517, 518, 519, 520}
    | {521, 529, 530, 531, 532, 33421, 33422, 34675, 34677, 37398, 50255, XMP, IPTC}
    # Photoshop's resources (34377) and layers (37724) describe the pixels that were
    | {34377, 37724}
    # DNG's tags describe the sensor's samples, which are developed by now
    | set(range(50706, 51200))
)

#: Before the blob in a JPEG's APP1 and in HEIF (CIPA DC-008, 4.5.4).
_MARK: Final = b"Exif\x00\x00"
_UTF16: Final = b"UNICODE\x00"

#: Larger values (previews, layers) are left behind: no JPEG segment could hold them.
_MAX_VALUE: Final = 60_000
_MAX_ENTRIES: Final = 1_000
#: Of all values of a TIFF file together.
_MOST_BYTES: Final = 16_000_000


@dataclass(frozen=True)
class Entry:
    """One tag: TIFF type, value in the tree's byte order, and the offset it must keep, if any."""

    kind: int
    data: bytes
    pinned: int | None = None

    @property
    def count(self) -> int:
        """How many values of `kind` the data holds."""
        return len(self.data) // _SIZE[self.kind]


@dataclass
class Ifd:
    """A directory: its tags, and the directories some of its tags point to."""

    entries: dict[int, Entry] = field(default_factory=dict)
    children: dict[int, Ifd] = field(default_factory=dict)

    def without(self, tags: Iterable[int]) -> Ifd:
        """The same directory, less some tags."""
        gone = frozenset(tags)
        kept = {tag: entry for tag, entry in self.entries.items() if tag not in gone}
        return Ifd(kept, self.children)

    def copy(self) -> Ifd:
        """A directory that may be changed without changing this one."""
        return Ifd(dict(self.entries), {tag: ifd.copy() for tag, ifd in self.children.items()})


@dataclass
class Exif:
    """An EXIF tree: byte order (``<`` or ``>``) and first directory, not the thumbnail's."""

    order: str = "<"
    ifd0: Ifd = field(default_factory=Ifd)

    def copy(self) -> Exif:
        """A tree that may be changed without changing this one."""
        return Exif(self.order, self.ifd0.copy())

    def number(self, ifd: Ifd, tag: int) -> int | None:
        """A SHORT or LONG value, or None."""
        entry = ifd.entries.get(tag)
        if entry is None or entry.kind not in (SHORT, LONG) or not entry.count:
            return None
        code = "H" if entry.kind == SHORT else "I"
        return int(struct.unpack_from(self.order + code, entry.data)[0])

    def set_short(self, ifd: Ifd, tag: int, value: int) -> None:
        """Set a SHORT value."""
        ifd.entries[tag] = Entry(SHORT, struct.pack(self.order + "H", value))

    def set_long(self, ifd: Ifd, tag: int, value: int) -> None:
        """Set a LONG value."""
        ifd.entries[tag] = Entry(LONG, struct.pack(self.order + "I", value))


def blob_reader(blob: bytes) -> Reader:
    """A `Reader` of bytes in memory."""
    return lambda offset, length: blob[offset : offset + length]


def parse_blob(blob: bytes | None) -> Exif | None:
    """The tree of an EXIF blob, with or without JPEG's ``Exif`` mark before it; None for none.

    Some programs write the mark twice.
    """
    if not blob:
        return None
    blob = blob.removeprefix(_MARK).removeprefix(_MARK)
    return parse(blob_reader(blob), most=2 * len(blob))


def parse(read: Reader, max_value: int = _MAX_VALUE, most: int = _MOST_BYTES) -> Exif | None:
    """The tree of a blob or a classic TIFF file; None where there is none.

    Damaged tags are left out; what can be read is kept, up to `most` bytes of values altogether:
    tags may all point to one place, and a small file would make a large tree.
    """
    head = read(0, 8)
    order = {b"II*\x00": "<", b"MM\x00*": ">"}.get(head[:4])
    if order is None or len(head) < 8:
        return None
    (first,) = struct.unpack(order + "I", head[4:])
    return Exif(order, _parse_ifd(_limited(read, most), first, order, max_value))


def _limited(read: Reader, most: int) -> Reader:
    """A reader that has nothing more to give once values of `most` bytes have been read."""
    left = most

    def reader(offset: int, length: int) -> bytes:
        nonlocal left
        if length > left:
            return b""
        content = read(offset, length)
        left -= len(content)
        return content

    return reader


def _parse_ifd(read: Reader, offset: int, order: str, max_value: int, levels: int = 2) -> Ifd:
    ifd = Ifd()
    raw_count = read(offset, 2)
    if len(raw_count) < 2:
        return ifd
    (count,) = struct.unpack(order + "H", raw_count)
    table = read(offset + 2, 12 * min(count, _MAX_ENTRIES))
    for tag, kind, n, value in struct.iter_unpack(order + "HHI4s", table[: len(table) // 12 * 12]):
        length = n * _SIZE.get(kind, 0)
        (at,) = struct.unpack(order + "I", value)
        if tag in (EXIF_IFD, GPS_IFD, INTEROP_IFD):
            if levels and tag not in ifd.children:  # a broken file may point in circles
                ifd.children[tag] = _parse_ifd(read, at, order, max_value, levels - 1)
        elif 0 < length <= (_MOST_BYTES if tag in (XMP, IPTC) else max_value):
            data = value[:length] if length <= 4 else read(at, length)
            pinned = at if tag == MAKER_NOTE and length > 4 else None
            if len(data) == length:
                ifd.entries[tag] = Entry(kind, data, pinned)
    return ifd


def to_blob(exif: Exif) -> bytes:
    """A self-contained EXIF blob: ``II*`` or ``MM*`` header, directories, values."""
    notes = [e for e in _all_entries(exif.ifd0) if e.pinned is not None and e.pinned >= 8]
    start, body = 8, b""
    if notes:
        gap = (notes[0].pinned or 8) - 8
        body = bytes(gap) + notes[0].data
        body += bytes(len(body) % 2)
        start += len(body)
    mark = b"II*\x00" if exif.order == "<" else b"MM\x00*"
    return (
        mark
        + struct.pack(exif.order + "I", start)
        + body
        + serialize_ifd(exif.ifd0, start, exif.order)
    )


def _all_entries(ifd: Ifd) -> list[Entry]:
    nested = [entry for child in ifd.children.values() for entry in _all_entries(child)]
    return [*ifd.entries.values(), *nested]


def serialize_ifd(ifd: Ifd, at: int, order: str) -> bytes:
    """A directory as bytes that will lie at offset `at`, with its values and children behind."""
    tags = sorted({**ifd.entries, **ifd.children})
    values_at = at + 2 + 12 * len(tags) + 4
    rows, values = bytearray(struct.pack(order + "H", len(tags))), bytearray()
    for tag in tags:
        here = struct.pack(order + "I", values_at + len(values))
        if tag in ifd.children:
            values += serialize_ifd(ifd.children[tag], values_at + len(values), order)
            rows += struct.pack(order + "HHI4s", tag, LONG, 1, here)
            continue
        entry = ifd.entries[tag]
        if entry.pinned is not None:
            here = struct.pack(order + "I", entry.pinned)
        elif len(entry.data) <= 4:
            here = entry.data  # struct pads it with zeros
        else:
            values += entry.data + bytes(len(entry.data) % 2)
        rows += struct.pack(order + "HHI4s", tag, entry.kind, entry.count, here)
    return bytes(rows) + bytes(4) + bytes(values)


def completed(exif: Exif | None, later: Exif | None) -> Exif | None:
    """A tree and what only a later block of the same file says."""
    if exif is None or later is None:
        return exif or later
    return Exif(exif.order, _completed(exif.ifd0, with_byte_order(later, exif.order).ifd0))


def _completed(ifd: Ifd, later: Ifd) -> Ifd:
    known = {*ifd.entries, *ifd.children}
    more = {tag: entry for tag, entry in later.entries.items() if tag not in known}
    children = {
        tag: _completed(ifd.children.get(tag, Ifd()), child)
        for tag, child in later.children.items()
        if tag not in ifd.entries
    }
    return Ifd({**more, **ifd.entries}, {**ifd.children, **children})


def with_byte_order(exif: Exif, order: str) -> Exif:
    """The same tree in another byte order, free to be placed anywhere (nothing pinned)."""
    return Exif(order, _with_byte_order(exif.ifd0, swap=exif.order != order))


def _with_byte_order(ifd: Ifd, *, swap: bool) -> Ifd:
    def turn(entry: Entry) -> Entry:
        width, head = _ELEMENT[entry.kind], b""
        if entry.kind == UNDEFINED and entry.data.startswith(_UTF16):
            width, head = 2, _UTF16  # UserComment: text in the directory's byte order
        body = entry.data[len(head) :]
        if not swap or width == 1 or len(body) % width:
            return replace(entry, pinned=None)
        return Entry(entry.kind, head + np.frombuffer(body, f"<u{width}").byteswap().tobytes())

    entries = {tag: turn(entry) for tag, entry in ifd.entries.items()}
    return Ifd(
        entries, {t: _with_byte_order(child, swap=swap) for t, child in ifd.children.items()}
    )
