"""The texts in a HEIC's list of items, looked at before its decoder sees them.

pi-heif 1.4 makes text of an item's type and content type; where that is no UTF-8 it goes on with
what it has not got, and the process ends.

Source: ISO/IEC 14496-12 (4.2 "Object structure", 8.11.6 "Item information box").
"""

from __future__ import annotations

from typing import Final

from core.metadata.exif import Reader
from core.metadata.media_boxes import boxes

#: Boxes with a version and flags before what is in them, on the way to the items.
_META: Final = b"meta"
_ITEMS: Final = b"iinf"
_ITEM: Final = b"infe"


def has_readable_items(read: Reader, size: int) -> bool:
    """Whether every text of every item is UTF-8."""
    for kind, at, end in boxes(read, 0, size):
        if kind == _META:
            for inner, start, stop in boxes(read, at + 4, end):
                if inner == _ITEMS and not _are_readable(read, start, stop):
                    return False
    return True


def _are_readable(read: Reader, at: int, end: int) -> bool:
    count_bytes = 4 if read(at, 1) not in (b"", b"\0") else 2
    items = (box for box in boxes(read, at + 4 + count_bytes, end) if box[0] == _ITEM)
    return all(_is_text(read(start, stop - start)) for _, start, stop in items)


def _is_text(item: bytes) -> bool:
    """The type, name and content type of an item: behind its version, number and protection."""
    texts = item[10 if item[:1] == b"\3" else 8 :]
    try:
        texts.decode()
    except UnicodeDecodeError:
        return False
    return True
