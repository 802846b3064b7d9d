"""The chunks of a PNG, walked once for all who look for some of them.

Source: PNG 3rd edition (5.3 "Chunk layout").
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Final, NamedTuple

from core.metadata.exif import Reader

_MOST_CHUNKS: Final = 100_000


class Chunk(NamedTuple):
    """A chunk: its kind, the place of its payload in the file, and the payload's bytes."""

    kind: bytes
    at: int
    length: int


def png_chunks(read: Reader, most: int = _MOST_CHUNKS) -> Iterator[Chunk]:
    """The chunks of a PNG in their order, at most so many; payloads are not read."""
    at = 8
    for _ in range(most):
        head = read(at, 8)
        if len(head) < 8 or head[4:] == b"IEND":
            return
        (length,) = struct.unpack_from(">I", head)
        yield Chunk(head[4:], at + 8, length)
        at += 12 + length


def chunks_before_pixels(read: Reader, most: int = _MOST_CHUNKS) -> Iterator[Chunk]:
    """Those that say what the pixels are."""
    for chunk in png_chunks(read, most):
        if chunk.kind == b"IDAT":
            return
        yield chunk
