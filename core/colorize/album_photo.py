"""`AlbumPhoto`: what is remembered of a photo of an album, small enough for hundreds of them.

Features have 8 bits here, a*, b* are half-precision floats: some 80 kB. In a file that is: six
unsigned 32-bit integers (the first tells what it is, then the number of features, height and width
of their grid, height and width of the chroma's), the features' largest value as a float, all
little-endian, and then both arrays.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Self

import numpy as np
import numpy.typing as npt

from core.color import F32
from core.colorize.color_source import ColorSource

#: "ACA1"
_KIND: Final = 0x31414341
_HEAD: Final = struct.Struct("<6If")
_LEVELS: Final = 127
#: Of a side of a grid, and of features: a file may be anybody's.
_MOST: Final = 4096


@dataclass(frozen=True, eq=False)
class AlbumPhoto:
    """A `ColorSource`, packed.

    Attributes:
        features: (N, C), in shares of ``largest`` / 127.
        shape: of their grid.
        chroma: a*, b* (2, h, w).
    """

    features: npt.NDArray[np.int8]
    largest: float
    shape: tuple[int, int]
    chroma: npt.NDArray[np.float16]

    @classmethod
    def of(cls, source: ColorSource) -> Self:
        """Pack it."""
        largest = max(float(np.abs(source.features).max()), 1e-9)
        packed = np.round(source.features * (_LEVELS / largest)).astype(np.int8)
        return cls(packed, largest, source.shape, source.chroma.astype(np.float16))

    @property
    def source(self) -> ColorSource:
        """Unpacked."""
        return ColorSource(self._features, self.shape, self.chroma.astype(np.float32))

    @cached_property
    def summary(self) -> F32:
        """As `ColorSource.summary`."""
        return self.source.summary

    @property
    def _features(self) -> F32:
        return self.features.astype(np.float32) * np.float32(self.largest / _LEVELS)

    def to_bytes(self) -> bytes:
        """The content of a file."""
        _, height, width = self.chroma.shape
        head = _HEAD.pack(
            _KIND, self.features.shape[1], *self.shape, height, width, float(self.largest)
        )
        return head + self.features.tobytes() + self.chroma.astype("<f2").tobytes()

    @classmethod
    def from_bytes(cls, data: bytes) -> Self | None:
        """What `to_bytes` gave; None of anything else."""
        if len(data) < _HEAD.size:
            return None
        kind, channels, rows, columns, height, width, largest = _HEAD.unpack_from(data)
        sides, places = (channels, rows, columns, height, width), rows * columns
        wanted = _HEAD.size + channels * places + 4 * height * width
        known = kind == _KIND and all(0 < side <= _MOST for side in sides)
        if not known or len(data) != wanted or not 0 < largest < np.inf:
            return None
        features = np.frombuffer(data, np.int8, channels * places, _HEAD.size)
        chroma = np.frombuffer(data, "<f2", -1, _HEAD.size + channels * places)
        if not np.isfinite(chroma).all():
            return None
        return cls(
            features.reshape(places, channels),
            largest,
            (rows, columns),
            chroma.reshape(2, height, width).astype(np.float16),
        )
