"""Estimates how large a result's file will be, from a few tiles of it; runs in the pool."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import Final

import numpy as np

from core.colorize.look import Look
from core.colorize.render import Pixels
from core.metadata.metadata import Metadata
from core.photo.formats import WRITABLE
from core.photo.save_options import SaveOptions
from core.photo.write import encode_photo
from desktop.editor.repaired_result import Made

#: Tiles along each side, and a tile's side in pixels: a multiple of what codecs divide into.
_TILES: Final = 4
_SIDE: Final = 128


def estimate_bytes(made: Made, look: Look, options: SaveOptions) -> int:
    """Bytes of a result's file: those of 16 tiles spread over the photo, for its whole area.

    A photo no larger than the tiles together is encoded as it is.

    Raises:
        UnwritableTargetError: the format cannot hold it, or is none that can be written.
    """
    photo = made.photo
    sample = _sample(made, look)
    small = replace(photo, pixels=sample, alpha=None, metadata=Metadata())
    name = options.format if options.format in WRITABLE else "jpeg"
    size = len(encode_photo(small, name, options))
    height, width = map(int, sample.shape[:2])
    return round(size * photo.width * photo.height / (height * width))


def _sample(made: Made, look: Look) -> Pixels:
    width, height = made.photo.width, made.photo.height
    if width * height <= (_TILES * _SIDE) ** 2:
        return made.region().render(look)
    w, h = min(width, _SIDE), min(height, _SIDE)
    corners = product(_starts(height, h), _starts(width, w))
    tiles = [made.region((x, y, w, h)).render(look) for y, x in corners]
    rows = [np.hstack(tiles[at : at + _TILES]) for at in range(0, len(tiles), _TILES)]
    return np.vstack(rows)


def _starts(length: int, tile: int) -> list[int]:
    """Where tiles begin, each in the middle of its share of the side."""
    return [round((length - tile) * (at + 0.5) / _TILES) for at in range(_TILES)]
