"""The size of a JPEG XL, from its first bytes: its decoder tells it only once all is decoded.

Sources: ISO/IEC 18181-1:2024 (D.3 "SizeHeader"), ISO/IEC 18181-2:2024 (9, the container's boxes).
"""

from __future__ import annotations

import struct
from fractions import Fraction
from typing import Final

from core.photo.source import PhotoSource

_SIGNATURE: Final = b"\xff\x0a"
#: Width to height, by the three bits of ``ratio``; 0 says the width itself.
_RATIOS: Final = tuple(
    Fraction(*pair) for pair in ((1, 1), (12, 10), (4, 3), (3, 2), (16, 9), (5, 4), (2, 1))
)
#: Bits of a U32, by its two bits of selector.
_WIDTHS: Final = (9, 13, 18, 30)
#: Boxes before the picture: real files have a handful.
_MOST_BOXES: Final = 1000


class _Bits:
    """Numbers from a stream whose first bit is the lowest of the first byte."""

    def __init__(self, content: bytes) -> None:
        self._rest = int.from_bytes(content, "little")

    def take(self, count: int) -> int:
        value = self._rest & ((1 << count) - 1)
        self._rest >>= count
        return value

    def side(self, *, small: bool) -> int:
        return 8 * (self.take(5) + 1) if small else self.take(_WIDTHS[self.take(2)]) + 1


def jxl_size(source: PhotoSource) -> tuple[int, int] | None:
    """Width and height as they are stored, in pixels; None where no picture begins."""
    start = _codestream(source)
    head = source.read(start, 12) if start is not None else b""
    if head[:2] != _SIGNATURE:
        return None
    bits = _Bits(head[2:])
    small = bool(bits.take(1))
    height = bits.side(small=small)
    ratio = bits.take(3)
    width = int(height * _RATIOS[ratio - 1]) if ratio else bits.side(small=small)
    return width, height


def _codestream(source: PhotoSource) -> int | None:
    """Where it begins: at once, or in the first box of it (the second part of ``jxlp`` boxes)."""
    if source.read(0, 2) == _SIGNATURE:
        return 0
    at = 0
    for _ in range(_MOST_BOXES):
        head = source.read(at, 16)
        if len(head) < 8:
            break
        length, kind = struct.unpack_from(">I4s", head)
        body = 8
        if length == 1 and len(head) == 16:
            (length,), body = struct.unpack_from(">Q", head, 8), 16
        if kind in (b"jxlc", b"jxlp"):
            return at + body + (4 if kind == b"jxlp" else 0)
        if length < body:
            break
        at += length
    return None
