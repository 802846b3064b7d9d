"""The texts in a HEIC's list of items, looked at before its decoder sees them.

pi-heif 1.4 makes text of an item's type and content type; where that is no UTF-8 it goes on with
what it has not got, and the process ends.

Source: ISO/IEC 14496-12 (4.2 "Object structure", 8.11.6 "Item information box").
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Final

from core.metadata.exif import Reader

_MOST_BOXES: Final = 20_000
#: Boxes with a version and flags before what is in them, on the way to the items.
_META: Final = b"meta"
_ITEMS: Final = b"iinf"
_ITEM: Final = b"infe"


def has_readable_items(read: Reader, size: int) -> bool:
    """Whether every text of every item is UTF-8."""
    for kind, at, end in _boxes(read, 0, size):
        if kind == _META:
            for inner, start, stop in _boxes(read, at + 4, end):
                if inner == _ITEMS and not _are_readable(read, start, stop):
                    return False
    return True


def _are_readable(read: Reader, at: int, end: int) -> bool:
    count_bytes = 4 if read(at, 1) not in (b"", b"\0") else 2
    items = (box for box in _boxes(read, at + 4 + count_bytes, end) if box[0] == _ITEM)
    return all(_is_text(read(start, stop - start)) for _, start, stop in items)


def _is_text(item: bytes) -> bool:
    """The type, name and content type of an item: behind its version, number and protection."""
    texts = item[10 if item[:1] == b"\3" else 8 :]
    try:
        texts.decode()
    except UnicodeDecodeError:
        return False
    return True


def _boxes(read: Reader, at: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """Kind, and where the contents begin and end, of the boxes between two places."""
    for _ in range(_MOST_BOXES):
        head = read(at, 16)
        if len(head) < 8 or at >= end:
            return
        length, kind = struct.unpack_from(">I4s", head)
        start = at + 8
        if length == 1 and len(head) == 16:
            (length,) = struct.unpack_from(">Q", head, 8)
            start = at + 16
        stop = end if length == 0 else at + length
        if stop < start:
            return
        yield kind, start, min(stop, end)
        at = stop
