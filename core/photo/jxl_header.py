"""The size of a JPEG XL, from its first bytes: its decoder tells it only once all is decoded.

Sources: ISO/IEC 18181-1:2024 (D.3 "SizeHeader" and "ImageMetadata"), ISO/IEC 18181-2:2024 (9, the
container's boxes).
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from core.metadata.media_boxes import boxes
from core.photo.source import PhotoSource

_SIGNATURE: Final = b"\xff\x0a"
#: Width to height, by the three bits of ``ratio``; 0 says the width itself.
_RATIOS: Final = tuple(
    Fraction(*pair) for pair in ((1, 1), (12, 10), (4, 3), (3, 2), (16, 9), (5, 4), (2, 1))
)
#: Bits of a U32, by its two bits of selector.
_WIDTHS: Final = (9, 13, 18, 30)
#: Bits of a whole sample, by the two bits of selector.
_DEPTHS: Final = (8, 10, 12)


class _Bits:
    """Numbers from a stream whose first bit is the lowest of the first byte."""

    def __init__(self, content: bytes) -> None:
        self._rest = int.from_bytes(content, "little")

    def take(self, count: int) -> int:
        value = self._rest & ((1 << count) - 1)
        self._rest >>= count
        return value

    def size(self) -> tuple[int, int]:
        """Width and height."""
        small = bool(self.take(1))
        height = self._side(small=small)
        ratio = self.take(3)
        return int(height * _RATIOS[ratio - 1]) if ratio else self._side(small=small), height

    def _side(self, *, small: bool) -> int:
        return 8 * (self.take(5) + 1) if small else self.take(_WIDTHS[self.take(2)]) + 1


def jxl_size(source: PhotoSource) -> tuple[int, int] | None:
    """Width and height as they are stored, in pixels; None where no picture begins."""
    head = _head(source)
    return None if head is None else head[:2]


def jxl_orientation(source: PhotoSource) -> int:
    """The orientation by which a decoder turns it, counted as EXIF's, 1 to 8."""
    head = _head(source)
    return 1 if head is None else head[2]


def jxl_bits(source: PhotoSource) -> int:
    """Bits of a sample; 8 where that is not found, and of float samples."""
    head = _head(source)
    return 8 if head is None else head[3]


def _head(source: PhotoSource) -> tuple[int, int, int, int] | None:
    """Width, height, orientation, bits."""
    start = _codestream(source)
    head = source.read(start, 32) if start is not None else b""
    if head[:2] != _SIGNATURE:
        return None
    bits = _Bits(head[2:])
    width, height = bits.size()
    orientation = 1
    if bits.take(1):  # everything is as usual
        return width, height, 1, 8
    if bits.take(1):
        orientation = bits.take(3) + 1
        if bits.take(1):  # the size at which it is meant to be shown
            bits.size()
        if bits.take(2):  # a preview, an animation: their heads are not read here
            return width, height, orientation, 8
    is_float = bits.take(1)
    depth = _DEPTHS[choice] if (choice := bits.take(2)) < 3 else bits.take(6) + 1
    return width, height, orientation, 8 if is_float else depth


def _codestream(source: PhotoSource) -> int | None:
    """Where it begins: at once, or in the first box of it (the second part of ``jxlp`` boxes)."""
    if source.read(0, 2) == _SIGNATURE:
        return 0
    for kind, at, _ in boxes(source.read, 0, source.size):
        if kind in (b"jxlc", b"jxlp"):
            return at + (4 if kind == b"jxlp" else 0)
    return None
