"""What the heads of PNM, PAM and Targa say beside the picture.

Sources: netpbm's man pages pnm(5) and pam(5) (``#`` lines), Truevision TGA 2.0 ("Extension Area",
fields 10 to 13).
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from typing import Final

from core.metadata.exif import Reader

_HEAD_BYTES: Final = 1 << 16
#: A head up to its last number, or to PAM's end; comments may hold anything.
_PNM_HEAD: Final = re.compile(rb"P[1-6](?:(?:\s|#[^\n\r]*[\n\r])+\d+){2,3}|P7.*?ENDHDR", re.DOTALL)
_COMMENT: Final = re.compile(rb"#([^\n\r]*)")
_FOOTER: Final = 26
_TGA_MARK: Final = b"TRUEVISION-XFILE"
_EXTENSION: Final = 495


def pnm_comments(read: Reader) -> Iterator[bytes]:
    """The comments of a head, from top to bottom."""
    if head := _PNM_HEAD.match(read(0, _HEAD_BYTES)):
        yield from _COMMENT.findall(head[0])


def tga_texts(read: Reader, size: int) -> Iterator[tuple[str, bytes]]:
    """Author, comments and date of a Targa of ``size`` bytes, by PNG's keywords for them."""
    footer = read(max(0, size - _FOOTER), _FOOTER)
    if footer[8:24] != _TGA_MARK:
        return
    (at,) = struct.unpack_from("<I", footer)
    area = read(at, _EXTENSION) if at else b""
    if len(area) < _EXTENSION:
        return
    yield "Author", _line(area[2:43])
    yield "Comment", b"\n".join(filter(None, (_line(area[k : k + 81]) for k in range(43, 367, 81))))
    month, day, year = struct.unpack_from("<HHH", area, 367)
    if year:
        yield "Creation Time", f"{year:04}:{month:02}:{day:02}".encode()


def _line(field: bytes) -> bytes:
    return field.split(b"\0")[0].strip()
