"""Boxes: how HEIC, AVIF, JPEG 2000, JPEG XL and Canon's CR3 are divided.

Source: ISO/IEC 14496-12 (4.2 "Object structure"), ISO/IEC 15444-1 (I.4).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Final

from core.metadata.exif import Reader

_MOST_BOXES: Final = 20_000


def boxes(read: Reader, at: int, end: int) -> Iterator[tuple[bytes, int, int]]:
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
