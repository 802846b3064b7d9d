"""`BlockSource`: an image for libvips whose pixels are worked out while libvips uses them.

libvips has no image that Python fills as it goes, but it reads files from wherever Python takes
their bytes. An uncompressed TIFF's are its pixels as they lie in memory, and libvips reads its
strips one after the other.
"""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator
from typing import Final

import numpy as np
import pyvips

from core.metadata import exif as ex
from core.photo.decode import Pixels
from core.photo.tiff_wrap import tiff_directory, tiff_head

#: Rows of a strip: what libvips asks for at a time.
_STRIP_ROWS: Final = 16
#: Bytes of the largest one: a classic TIFF counts them in 32 bits, its directory among them.
MOST_BYTES: Final = 2**32 - 2**26
#: A TIFF's head comes before its directory.
_DIRECTORY_AT: Final = 8


class BlockSource:
    """An RGB image whose pixels come from an iterator of blocks, in one pass from its top down.

    An iterator's error cannot pass through libvips: it is kept in `error` for the caller to raise.

    Args:
        width: pixels of a row.
        height: rows of all blocks together.
        depth: bits per sample, 8 or 16.
        blocks: ``(R, W, 3)`` each.
    """

    def __init__(self, width: int, height: int, depth: int, blocks: Iterator[Pixels]) -> None:
        self.error: Exception | None = None
        self._blocks = blocks
        self._block = memoryview(b"")
        self._head = _head(width, height, depth)
        self._size = len(self._head) + width * height * 3 * depth // 8
        self._at = 0
        self._next = len(self._head)
        self._source = pyvips.SourceCustom()
        self._source.on_read(self._read)
        self._source.on_seek(self._seek)

    def image(self) -> pyvips.Image:
        """The image, to be used before `close`, and once."""
        return pyvips.Image.tiffload_source(self._source, access="sequential", fail_on="error")

    def close(self) -> None:
        """Let the blocks go that nobody has asked for."""
        if isinstance(self._blocks, Generator):
            self._blocks.close()

    def _read(self, length: int) -> bytes | memoryview | None:
        if self._at < len(self._head):
            data: bytes | memoryview = self._head[self._at : self._at + length]
        else:
            try:
                data = self._read_pixels(min(length, self._size - self._at))
            except Exception as error:  # noqa: BLE001  (raised again by the caller)
                self.error = self.error or error
                return None
        self._at += len(data)
        return data

    def _read_pixels(self, length: int) -> bytes | memoryview:
        """The next pixels, all that are asked for: libtiff takes less for damage."""
        if self._at != self._next:
            raise ValueError(f"pixels are read at {self._at} and come at {self._next}")
        self._next += length
        pieces = []
        while length:
            if not self._block:
                self._block = self._next_block()
            pieces.append(self._block[:length])
            self._block = self._block[length:]
            length -= len(pieces[-1])
        return pieces[0] if len(pieces) == 1 else b"".join(pieces)

    def _next_block(self) -> memoryview:
        block = next(self._blocks, None)
        if block is None:
            raise ValueError("the blocks end before the picture does")
        return np.ascontiguousarray(block).data.cast("B")

    def _seek(self, offset: int, whence: int) -> int:
        start = {os.SEEK_SET: 0, os.SEEK_CUR: self._at, os.SEEK_END: self._size}[whence]
        self._at = start + offset
        return self._at


def _head(width: int, height: int, depth: int) -> bytes:
    """What lies in front of the pixels: a TIFF's head and its directory (TIFF 6.0, section 6)."""
    rows = [min(_STRIP_ROWS, height - top) for top in range(0, height, _STRIP_ROWS)]
    counts = [count * width * 3 * depth // 8 for count in rows]
    empty = _directory(width, height, depth, [0] * len(rows), counts)
    start = _DIRECTORY_AT + len(empty)
    places = [start + index * counts[0] for index in range(len(rows))]
    return tiff_head(_DIRECTORY_AT, "<") + _directory(width, height, depth, places, counts)


def _directory(width: int, height: int, depth: int, places: list[int], counts: list[int]) -> bytes:
    tags = {
        256: (ex.LONG, [width]),
        257: (ex.LONG, [height]),
        258: (ex.SHORT, [depth] * 3),
        259: (ex.SHORT, [1]),  # no compression
        262: (ex.SHORT, [2]),  # RGB
        273: (ex.LONG, places),
        277: (ex.SHORT, [3]),
        278: (ex.LONG, [_STRIP_ROWS]),
        279: (ex.LONG, counts),
        284: (ex.SHORT, [1]),  # samples of a pixel side by side
    }
    return tiff_directory(tags, _DIRECTORY_AT, "<")
