"""The directories of a TIFF file, classic or Big: each page's tags and what they point to.

Sources: TIFF 6.0 (section 2), BigTIFF (libtiff, "The BigTIFF File Format": 64-bit places and
counts). A BigTIFF's tags become a classic tree, so that whoever reads them sees no difference.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from core.metadata import exif as ex

#: Tag of the places of further directories (TIFF/EP, Adobe's technical note 1).
SUB_IFDS: Final = 330

#: TIFF type -> bytes of one value; 16 to 18 are BigTIFF's 64-bit ones.
_SIZE: Final = {
    **dict.fromkeys((1, 2, 6, 7), 1),
    **dict.fromkeys((3, 8), 2),
    **dict.fromkeys((4, 9, 11, 13), 4),
    **dict.fromkeys((5, 10, 12, 16, 17, 18), 8),
}
#: BigTIFF's types -> the classic ones that hold the same where it fits.
_CLASSIC: Final = {16: ex.LONG, 17: 9, 18: ex.LONG}
#: TIFF type -> numpy's letter of a whole number.
_WHOLE: Final = {1: "u1", 3: "u2", 4: "u4", 13: "u4", 16: "u8", 18: "u8"}

_MOST_PAGES: Final = 10_000
_MOST_TAGS: Final = 1_000
#: Longer values are lists of strips, previews and layers: read when they are asked for.
_MOST_BYTES: Final = 60_000
#: Of all values of one file together: many tags may point to one long value.
_MOST_BYTES_TOGETHER: Final = 8_000_000


@dataclass(frozen=True)
class _Layout:
    """How a file counts: byte order, struct codes of a count and a place, and a tag's length."""

    order: str
    count: str
    place: str
    tag: int

    @property
    def width(self) -> int:
        return struct.calcsize(self.place)


@dataclass(frozen=True)
class Directory:
    """One directory of a TIFF file.

    Attributes:
        exif: its tags, EXIF and GPS among them, as a classic tree.
        sub: places of the directories below it.
        places: tag -> (type, count, place) of values too long to be read at once.
    """

    exif: ex.Exif
    read: ex.Reader
    sub: tuple[int, ...]
    places: dict[int, tuple[int, int, int]]

    def numbers(self, tag: int) -> tuple[int, ...]:
        """All whole numbers of a tag; none where it is not there."""
        if tag in self.places:
            kind, count, at = self.places[tag]
            data = self.read(at, count * _SIZE[kind])
        elif tag in self.exif.ifd0.entries:
            kind, data = self.exif.ifd0.entries[tag].kind, self.exif.ifd0.entries[tag].data
        else:
            return ()
        if kind not in _WHOLE:
            return ()
        whole = np.dtype(f"{self.exif.order}{_WHOLE[kind]}")
        data = data[: len(data) // whole.itemsize * whole.itemsize]
        return tuple(np.frombuffer(data, whole).tolist())

    def number(self, tag: int, default: int = 0) -> int:
        """The first whole number of a tag."""
        return next(iter(self.numbers(tag)), default)

    def raw(self, tag: int) -> bytes | None:
        """The bytes of a tag, read anew where they are many; None where it is not there."""
        if tag in self.places:
            kind, count, at = self.places[tag]
            return self.read(at, count * _SIZE[kind])
        entry = self.exif.ifd0.entries.get(tag)
        return None if entry is None else entry.data

    def text(self, tag: int) -> str:
        """An ASCII tag, without its null; empty where it is not there."""
        entry = self.exif.ifd0.entries.get(tag)
        return "" if entry is None else entry.data.split(b"\0")[0].decode("latin-1").strip()

    def rationals(self, tag: int) -> tuple[float, ...]:
        """All fractions of a tag; none where it is not there, or one is over zero."""
        entry = self.exif.ifd0.entries.get(tag)
        if entry is None or entry.kind not in (5, 10):
            return ()
        code = "I" if entry.kind == 5 else "i"
        pairs = struct.unpack(f"{self.exif.order}{2 * entry.count}{code}", entry.data)
        if not all(pairs[1::2]):
            return ()
        return tuple(a / b for a, b in zip(pairs[::2], pairs[1::2], strict=True))


def directories(read: ex.Reader) -> tuple[Directory, ...]:
    """The chain of a TIFF file's directories; empty where it is none. What is damaged ends it."""
    layout = _layout(read(0, 16))
    if layout is None:
        return ()
    parser = _Parser(read, layout)
    return tuple(parser.chain(4 if layout.width == 4 else 8))


def sub_directories(directory: Directory) -> tuple[Directory, ...]:
    """The directories below one, previews or the full picture of a camera's file."""
    layout = _layout(directory.read(0, 16))
    if layout is None:
        return ()
    parser = _Parser(directory.read, layout)
    return tuple(found for at in directory.sub[:16] if (found := parser.directory(at)) is not None)


def _layout(head: bytes) -> _Layout | None:
    order = {b"II": "<", b"MM": ">"}.get(head[:2])
    if order is None or len(head) < 8:
        return None
    version, width = struct.unpack_from(order + "HH", head, 2)
    if version == 42:
        return _Layout(order, "H", "I", 12)
    return _Layout(order, "Q", "Q", 20) if version == 43 and width == 8 else None


class _Parser:
    """Reads directories of one file, with one budget for all their values."""

    def __init__(self, read: ex.Reader, layout: _Layout) -> None:
        self._read, self._layout = read, layout
        self._left = _MOST_BYTES_TOGETHER

    def _whole(self, code: str, at: int) -> int | None:
        data = self._read(at, struct.calcsize(code))
        if len(data) < struct.calcsize(code):
            return None
        return int(struct.unpack(self._layout.order + code, data)[0])

    def chain(self, link: int) -> Iterator[Directory]:
        seen: set[int] = set()
        while (at := self._whole(self._layout.place, link)) and at not in seen:
            found = self.directory(at)
            if found is None or len(seen) >= _MOST_PAGES:
                return
            seen.add(at)
            yield found
            count = self._whole(self._layout.count, at) or 0
            link = at + struct.calcsize(self._layout.count) + count * self._layout.tag

    def directory(self, at: int) -> Directory | None:
        ifd, sub, places = ex.Ifd(), list[int](), dict[int, tuple[int, int, int]]()
        rows = self._rows(at)
        if rows is None:
            return None
        for tag, kind, count, value in rows:
            self._take(ifd, sub, places, (tag, kind, count, value))
        return Directory(ex.Exif(self._layout.order, ifd), self._read, tuple(sub), places)

    def _rows(self, at: int) -> list[tuple[int, int, int, bytes]] | None:
        layout = self._layout
        count = self._whole(layout.count, at)
        if count is None:
            return None
        table = self._read(at + struct.calcsize(layout.count), layout.tag * min(count, _MOST_TAGS))
        table = table[: len(table) // layout.tag * layout.tag]
        row = f"{layout.order}HH{layout.place}{layout.width}s"
        return list(struct.iter_unpack(row, table))

    def _take(
        self,
        ifd: ex.Ifd,
        sub: list[int],
        places: dict[int, tuple[int, int, int]],
        row: tuple[int, int, int, bytes],
    ) -> None:
        tag, kind, count, value = row
        length = count * _SIZE.get(kind, 0)
        (at,) = struct.unpack(self._layout.order + self._layout.place, value)
        if kind in (ex.LONG, 13) and count == 1:  # left-justified, in a BigTIFF's eight bytes too
            (at,) = struct.unpack_from(self._layout.order + "I", value)
        if tag in (ex.EXIF_IFD, ex.GPS_IFD, ex.INTEROP_IFD):
            if tag not in ifd.children and (child := self._child(at)) is not None:
                ifd.children[tag] = child
            return
        if not length:
            return
        inside = length <= len(value)
        if not inside and length > min(_MOST_BYTES, self._left):
            places[tag] = (kind, count, at)
            return
        data = value[:length] if inside else self._read(at, length)
        self._left -= 0 if inside else length
        if len(data) < length:
            return
        if tag == SUB_IFDS and kind in _WHOLE:
            sub += np.frombuffer(data, f"{self._layout.order}{_WHOLE[kind]}").tolist()
        if (entry := self._entry(tag, kind, data, None if inside else at)) is not None:
            ifd.entries[tag] = entry

    def _child(self, at: int) -> ex.Ifd | None:
        """EXIF's or GPS' directory, and Interoperability's below: none deeper, for circles."""
        ifd, rows = ex.Ifd(), self._rows(at)
        for row in rows or []:
            if row[0] != ex.INTEROP_IFD:
                self._take(ifd, [], {}, row)
            else:
                inner = ex.Ifd()
                (place,) = struct.unpack_from(self._layout.order + "I", row[3])
                for deeper in self._rows(place) or []:
                    if deeper[0] not in (ex.EXIF_IFD, ex.GPS_IFD, ex.INTEROP_IFD):
                        self._take(inner, [], {}, deeper)
                ifd.children[ex.INTEROP_IFD] = inner
            ifd.children.pop(ex.EXIF_IFD, None)
            ifd.children.pop(ex.GPS_IFD, None)
        return None if rows is None else ifd

    def _entry(self, tag: int, kind: int, data: bytes, at: int | None) -> ex.Entry | None:
        """As classic TIFF has it; None where a 64-bit value does not fit into its types."""
        pinned = at if tag == ex.MAKER_NOTE else None
        if kind not in _CLASSIC:
            return ex.Entry(kind, data, pinned)
        signed = kind == 17
        values = np.frombuffer(data, f"{self._layout.order}{'i8' if signed else 'u8'}")
        narrow = values.astype(f"{self._layout.order}{'i4' if signed else 'u4'}")
        return ex.Entry(_CLASSIC[kind], narrow.tobytes()) if (narrow == values).all() else None
