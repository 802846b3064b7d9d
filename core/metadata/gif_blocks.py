"""Comments and XMP of a GIF.

Sources: GIF89a (20 "Image Descriptor", 24 "Comment Extension", 26 "Application Extension"), XMP
part 3 (2020, 1.1.2: the packet lies bare in its block, and 258 bytes behind it lead any reader out
again).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from core.metadata.exif import Reader

_XMP: Final = b"XMP DataXMP"
#: Bytes behind a packet: 0x01, then 0xFF down to 0x00, and the end of the block.
_TRAILER: Final = 258
_MOST_BLOCKS: Final = 100_000
#: Of 255 bytes each: 51 MB.
_MOST_SUB_BLOCKS: Final = 200_000
_MOST_BYTES: Final = 4_000_000


def gif_extensions(read: Reader) -> Iterator[tuple[str, bytes]]:
    """``comment`` and ``xmp`` with what they hold, in their order."""
    head = read(0, 13)
    if len(head) < 13:
        return
    at = 13 + _table(head[10])
    for _ in range(_MOST_BLOCKS):
        kind = read(at, 2)
        if kind[:1] == b",":  # a picture
            descriptor = read(at, 10)
            if len(descriptor) < 10:
                return
            at = _end(read, at + 11 + _table(descriptor[9]))
        elif kind[:1] == b"!" and len(kind) == 2:
            at, found = _extension(read, at, kind[1])
            if found is not None:
                yield found
        else:
            return


def _extension(read: Reader, at: int, kind: int) -> tuple[int, tuple[str, bytes] | None]:
    """The place behind an extension, and what it says."""
    end = _end(read, at + 2)
    if end - at > _MOST_BYTES:
        return end, None
    if kind == 0xFE:
        return end, ("comment", _joined(read(at + 2, end - at - 2)))
    if kind == 0xFF and read(at + 3, 11) == _XMP:
        return end, ("xmp", read(at + 14, max(0, end - at - 14 - _TRAILER)))
    return end, None


def _table(flags: int) -> int:
    """Bytes of a colour table."""
    return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0


def _end(read: Reader, at: int) -> int:
    """The place behind a chain of sub-blocks."""
    for _ in range(_MOST_SUB_BLOCKS):
        length = read(at, 1)
        if not (length and length[0]):
            break
        at += 1 + length[0]
    return at + 1


def _joined(blocks: bytes) -> bytes:
    """The contents of sub-blocks."""
    whole, at = bytearray(), 0
    while at < len(blocks) and blocks[at]:
        whole += blocks[at + 1 : at + 1 + blocks[at]]
        at += 1 + blocks[at]
    return bytes(whole)
