"""White borders, cut off where that is asked for."""

from __future__ import annotations

import numpy as np
import skimage.data

from core.photo.frame import Frame
from core.scans.border import without_border


def _bordered() -> np.ndarray:
    page = np.full((500, 600), 40, np.uint8)
    page[50:450, 80:520] = 240
    page[70:430, 100:500] = np.clip(skimage.data.camera()[50:410, 50:450], 0, 200)
    return page


def test_the_border_is_cut_off() -> None:
    inner = without_border(_bordered(), Frame(300, 250, 440, 400))
    assert abs(inner.width - 400) < 8
    assert abs(inner.height - 360) < 8
    assert inner.width <= 400
    assert inner.height <= 360


def test_a_print_without_a_border_stays_whole() -> None:
    page = skimage.data.astronaut()
    frame = Frame(256, 256, 512, 512)
    assert without_border(page, frame) == frame
