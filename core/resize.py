"""Resizing to fewer pixels by area averages, with a cache for large photos.

A colour point moved in the window asks for the same small pictures of the same photo again and
again; of 70 megapixels each takes a third of a second.
"""

from __future__ import annotations

import threading
import weakref
from collections import OrderedDict
from typing import Any, Final

import cv2
import numpy as np
import numpy.typing as npt

Pixels = npt.NDArray[np.uint8 | np.uint16]

#: Below it resizing anew is quicker than a person can tell. Codes.
CACHE_MIN_SIZE: Final = 4_000_000
#: The network's size and the field's, of the last two photos.
_KEPT: Final = 4


#: OpenCV reduces more together only where both sides are divided by whole numbers.
_MOST_CHANNELS: Final = 4


class _Memory(threading.local):
    """The cache of one thread; its entries hold no photo alive."""

    def __init__(self) -> None:
        self.entries: OrderedDict[tuple[int, int, int], tuple[weakref.ref[Pixels], Pixels]] = (
            OrderedDict()
        )


_memory = _Memory()


def resize_area(image: npt.NDArray[Any], height: int, width: int) -> npt.NDArray[Any]:
    """(H, W[, C]) of any type -> (height, width[, C]), both sides smaller or the same.

    Every new pixel is the average of the area it covers. The same array where the size is right.
    """
    if image.shape[:2] == (height, width):
        return image
    whole = image.shape[0] % height == image.shape[1] % width == 0
    if not whole and image.ndim == 3 and image.shape[2] > _MOST_CHANNELS:
        parts = np.split(image, range(_MOST_CHANNELS, image.shape[2], _MOST_CHANNELS), axis=2)
        return np.dstack([resize_area(part, height, width) for part in parts])
    return cv2.resize(image, (width, height), interpolation=cv2.INTER_AREA)


def resize_area_cached(pixels: Pixels, height: int, width: int) -> Pixels:
    """`resize_area` of a photo's codes (H, W[, 3]), kept for the next time where it is large.

    ``pixels`` of a photo are not written to while anybody looks at it; the answer is read only.
    """
    if pixels.size < CACHE_MIN_SIZE:
        return resize_area(pixels, height, width)
    key = (id(pixels), height, width)
    known = _memory.entries.get(key)
    if known is not None and known[0]() is pixels:  # an id is used again when its array is gone
        _memory.entries.move_to_end(key)
        return known[1]
    made = resize_area(pixels, height, width)
    if made is not pixels:
        made.flags.writeable = False
        _memory.entries[key] = (weakref.ref(pixels), made)
    while len(_memory.entries) > _KEPT:
        _memory.entries.popitem(last=False)
    return made
