"""How a photo's pixels are turned on their way out of the file: by EXIF's eight orientations.

In JPEG, PNG, TIFF and WebP EXIF says it. HEIC, AVIF and JPEG XL say it themselves, their decoders
do it, and what EXIF says beside is for information only; a raw file's decoder goes by its tags.

Sources: ISO/IEC 23008-12 (6.5.10 "irot", 6.5.12 "imir", 9.3 "Item properties"), ISO/IEC 18181-1
(D.3 "Image metadata"), CIPA DC-008 (4.6.5.1.6).
"""

from __future__ import annotations

import struct
from typing import Final

import numpy as np

from core.metadata.exif import Reader
from core.metadata.media_boxes import boxes
from core.photo.formats import EXIF_TURNS
from core.photo.jxl_header import jxl_orientation
from core.photo.source import PhotoSource

#: EXIF orientation -> what becomes of right and down (x, y).
_MATRICES: Final = {
    1: ((1, 0), (0, 1)), 2: ((-1, 0), (0, 1)), 3: ((-1, 0), (0, -1)), 4: ((1, 0), (0, -1)),
    5: ((0, 1), (1, 0)), 6: ((0, -1), (1, 0)), 7: ((0, -1), (-1, 0)), 8: ((0, 1), (-1, 0)),
}  # fmt: skip
#: Quarters of a turn to the left (irot), mirrored top to bottom or left to right (imir).
_TURNS: Final = {0: 1, 1: 8, 2: 3, 3: 6}
_MIRRORS: Final = {0: 4, 1: 2}


def stored_turn(source: PhotoSource, name: str, stated: int) -> int:
    """The orientation, 1 to 8, by which a photo of the format ``name`` is turned.

    ``stated`` is EXIF's.
    """
    if name in EXIF_TURNS or name == "raw":
        return stated
    if name in ("heic", "avif"):
        return heif_orientation(source.read, source.size)
    return jxl_orientation(source) if name == "jxl" else 1


def heif_orientation(read: Reader, size: int) -> int:
    """By the turns and mirrors of the primary item, in their order; 1 where it has none."""
    for kind, at, end in boxes(read, 0, size):
        if kind == b"meta":
            parts = {name: (start, stop) for name, start, stop in boxes(read, at + 4, end)}
            if b"pitm" in parts and b"iprp" in parts:
                return _of_item(read, _primary(read, *parts[b"pitm"]), *parts[b"iprp"])
    return 1


def _primary(read: Reader, at: int, end: int) -> int:
    """The item that is the picture."""
    return int.from_bytes(read(at + 4, min(end - at - 4, 2 if read(at, 1) == b"\0" else 4)))


def _of_item(read: Reader, item: int, at: int, end: int) -> int:
    properties, wanted = list[tuple[bytes, int]](), list[int]()
    for kind, start, stop in boxes(read, at, end):
        if kind == b"ipco":
            properties = [(name, begin) for name, begin, _ in boxes(read, start, stop)]
        elif kind == b"ipma":
            wanted += _associated(read(start, stop - start), item)
    matrix = np.eye(2, dtype=int)
    for index in wanted:
        if 0 < index <= len(properties):
            name, begin = properties[index - 1]
            matrix = np.array(_MATRICES[_orientation_of(name, read(begin, 1))]) @ matrix
    return next(n for n, known in _MATRICES.items() if (matrix == known).all())


def _orientation_of(name: bytes, value: bytes) -> int:
    code = value[0] if value else 0
    if name == b"irot":
        return _TURNS[code & 3]
    return _MIRRORS[code & 1] if name == b"imir" else 1


def _associated(box: bytes, item: int) -> list[int]:
    """Numbers of an item's properties, from 1, in the order in which they apply."""
    wide_item, wide_index = box[:1] > b"\0", bool(box[3:4] and box[3] & 1)
    at, (count,) = 8, struct.unpack(">I", box[4:8].rjust(4, b"\0"))
    index_code = ">H" if wide_index else ">B"
    step, mask = struct.calcsize(index_code), 0x7FFF if wide_index else 0x7F
    for _ in range(count):
        width = 4 if wide_item else 2
        number, entries = int.from_bytes(box[at : at + width]), box[at + width : at + width + 1]
        if not entries:
            break
        at += width + 1
        codes = box[at : at + entries[0] * step]
        if number == item and len(codes) == entries[0] * step:
            return [code & mask for (code,) in struct.iter_unpack(index_code, codes)]
        at += entries[0] * step
    return []
