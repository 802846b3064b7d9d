"""A large photo brought to a small size by area averages, and remembered for the next time.

A colour point moved in the window asks for the same small pictures of the same photo again and
again; of 70 megapixels each takes a third of a second.
"""

from __future__ import annotations

import threading
import weakref
from collections import OrderedDict
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

Pixels = npt.NDArray[np.uint8 | np.uint16]

#: Below it a new reduction is quicker than a person can tell. Codes.
WORTH_IT: Final = 4_000_000
#: The network's size and the field's, of the last two photos.
_KEPT: Final = 4


class _Memory(threading.local):
    """Each thread remembers for itself; entries hold no photo alive."""

    def __init__(self) -> None:
        self.entries: OrderedDict[tuple[int, int, int], tuple[weakref.ref[Pixels], Pixels]] = (
            OrderedDict()
        )


_memory = _Memory()


def reduced(pixels: Pixels, height: int, width: int) -> Pixels:
    """Codes (H, W[, 3]) -> (height, width[, 3]), both sides smaller or the same.

    ``pixels`` of a photo are not written to while anybody looks at it; the answer is read only.
    """
    if pixels.size < WORTH_IT:
        return _resized(pixels, height, width)
    key = (id(pixels), height, width)
    known = _memory.entries.get(key)
    if known is not None and known[0]() is pixels:  # an id is used again when its array is gone
        _memory.entries.move_to_end(key)
        return known[1]
    made = _resized(pixels, height, width)
    if made is not pixels:
        made.flags.writeable = False
        _memory.entries[key] = (weakref.ref(pixels), made)
    while len(_memory.entries) > _KEPT:
        _memory.entries.popitem(last=False)
    return made


def _resized(pixels: Pixels, height: int, width: int) -> Pixels:
    if pixels.shape[:2] == (height, width):
        return pixels
    made: Pixels = cv2.resize(pixels, (width, height), interpolation=cv2.INTER_AREA)  # type: ignore[assignment]
    return made
