"""Pages of a TIFF that are smaller copies of another one, though none says so: viewers' previews.

A page of another's shape, half as large at most, is compared with it; an album's small photo, which
happens to have that shape, shows something else.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import pyvips

from core.color import F32
from core.photo.source import PhotoSource
from core.photo.tiff_pages import TiffPage
from core.photo.tiff_reader import load_tiff

_SIDE: Final = 24
#: Correlation of two small pictures of one photo, through another codec and colour space.
_ALIKE: Final = 0.97
#: Larger pages are not decoded to be compared: a copy of them is one.
_MOST_PIXELS: Final = 100_000_000


def without_copies(source: PhotoSource, photos: tuple[TiffPage, ...]) -> tuple[TiffPage, ...]:
    """The pages that are no smaller copies of a larger one among them."""
    return tuple(
        page
        for page in photos
        if not any(
            page.may_be_a_copy_of(other) and _are_alike(source, page, other)
            for other in photos
            if other is not page
        )
    )


def _are_alike(source: PhotoSource, small: TiffPage, large: TiffPage) -> bool:
    if large.width * large.height > _MOST_PIXELS:
        return True
    try:
        one, other = _tiny(source, small), _tiny(source, large)
    except (pyvips.Error, ValueError):
        return False  # reading it will say what is wrong with it
    spread = float(one.std() * other.std())
    if spread < 1e-3:
        return bool(np.abs(one - other).max() < 0.02)
    return float(((one - one.mean()) * (other - other.mean())).mean()) / spread > _ALIKE


def _tiny(source: PhotoSource, page: TiffPage) -> F32:
    """``(24, 24)`` grey in 0..1."""
    image = load_tiff(source, page)
    image = image.thumbnail_image(_SIDE, height=_SIDE, size="force").colourspace("b-w")
    tiny: F32 = np.asarray(image[0].numpy(), np.float32) / np.float32(255)
    return tiny
