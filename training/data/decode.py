"""Picture files -> small sRGB pictures, decoded in threads ahead of who asks for them."""

from __future__ import annotations

import hashlib
import time
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

import numpy as np
import pyvips

from training.data.cache import U8
from training.data.sources import Source

#: Photos in the works at a time: never the whole data set in memory.
_AHEAD: Final = 64

Fit = Literal["both", "down"]  # as pyvips.Image.thumbnail has it: to the size, or only down to it


class Decoded(NamedTuple):
    """A source, what became of it, and the hash of its file."""

    source: Source
    sha256: str  # empty where the file is missing
    rgb_u8: U8 | None  # (H, W, 3), None where it is missing or unreadable


def read_small(data: bytes, short_side: int, fit: Fit = "both") -> U8:
    """A picture file as (H, W, 3) sRGB uint8 whose shorter side is ``short_side``.

    Raises:
        pyvips.Error: it is not a readable picture.
    """
    header = pyvips.Image.new_from_buffer(data, "").autorot()
    scale = short_side / min(header.width, header.height)
    # thumbnail() decodes at reduced size where the format can, and applies orientation and profile
    image = pyvips.Image.thumbnail_buffer(
        data,
        round(header.width * scale),
        height=round(header.height * scale),
        size=fit,
        # or the rest of a picture that is cut short is taken for grey; as an argument of its own,
        # thumbnail_buffer() passes over it
        option_string="fail_on=truncated",
    )
    rgb = image.colourspace("srgb").flatten() if image.hasalpha() else image.colourspace("srgb")
    return np.ascontiguousarray(rgb[:3].numpy().astype(np.uint8))


@dataclass
class Decoder:
    """Decodes many sources in threads, and knows how long it was waited for."""

    short_side: int
    fit: Fit = "both"
    waited: float = 0.0  # seconds

    def photos(self, sources: Iterable[Source]) -> Iterator[Decoded]:
        """The sources in their order."""
        under_way: deque[Future[Decoded]] = deque()
        with ThreadPoolExecutor() as pool:
            for source in sources:
                under_way.append(pool.submit(self._decode, source))
                if len(under_way) >= _AHEAD:
                    yield self._next(under_way)
            while under_way:
                yield self._next(under_way)

    def _next(self, under_way: deque[Future[Decoded]]) -> Decoded:
        since = time.perf_counter()
        decoded = under_way.popleft().result()
        self.waited += time.perf_counter() - since
        return decoded

    def _decode(self, source: Source) -> Decoded:
        try:
            data = source.read()
        except FileNotFoundError:
            return Decoded(source, "", None)
        digest = hashlib.sha256(data).hexdigest()
        try:
            return Decoded(source, digest, read_small(data, self.short_side, self.fit))
        except pyvips.Error:
            return Decoded(source, digest, None)  # the manifest says "unreadable"
