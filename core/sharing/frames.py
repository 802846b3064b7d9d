"""Before and after as pictures of one size, small enough to be sent, and the words on them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from core.errors import ShareError
from core.photo.decode import to_u8
from core.photo.photo import Photo
from core.resize import resize_area
from core.sharing.sheet_text import Rgb, draw_text, label, text_size

#: Space around letters, as a share of their height.
_MARGIN: Final = 0.5
_PAPER: Final = 255
#: Height of the mark's letters, as a share of the picture's short side, and pixels at least.
_MARK: Final = 0.03
_LEAST: Final = 14


@dataclass(frozen=True)
class ShareOptions:
    """How before and after are shown.

    Attributes:
        caption: below the picture; empty for none.
        mark: a word in the corner of the colour picture, "colorized" say; empty for none.
        longest: pixels of the longer side of one picture, at most.
        seconds: from one to the other and back, where it moves.
    """

    caption: str = ""
    mark: str = ""
    longest: int = 1600
    seconds: float = 4.0


def frames(before: Photo, after: Photo, options: ShareOptions) -> tuple[Rgb, Rgb]:
    """Both pictures (H, W, 3), the mark on the second.

    Raises:
        ShareError: they are not of one shape.
    """
    one, other = (_reduced(_rgb(photo), options.longest) for photo in (before, after))
    if one.shape != other.shape:
        raise ShareError(
            "the photo and its result have not the same shape: name the result of this photo."
        )
    return one, marked(other, options.mark)


def marked(picture: Rgb, mark: str) -> Rgb:
    """A picture with a small word in its lower right corner, dark on a light ground."""
    if not mark:
        return picture
    size = max(_LEAST, round(min(picture.shape[:2]) * _MARK))
    width, height = text_size(mark, size)
    margin = round(_MARGIN * size)
    box_h, box_w = height + margin, width + 2 * margin
    if box_h > picture.shape[0] or box_w > picture.shape[1]:
        return picture
    made = picture.copy()
    corner = made[-box_h:, -box_w:]
    corner[:] = np.rint(0.3 * corner + 0.7 * _PAPER).astype(np.uint8)
    draw_text(corner, mark, margin // 2, margin, (height, width), size)
    return made


def captioned(picture: Rgb, caption: str) -> Rgb:
    """A picture with a line on white below it; a line that is too long loses its middle."""
    if not caption:
        return picture
    size = max(_LEAST, round(min(picture.shape[:2]) * _MARK * 1.3))
    margin = round(_MARGIN * size)
    words = label(caption.replace("/", "\u2215"), "", picture.shape[1] - 2 * margin, size)
    width, height = text_size(words, size)
    band: Rgb = np.full((height + 2 * margin, picture.shape[1], 3), _PAPER, np.uint8)
    left = max(0, (picture.shape[1] - width) // 2)
    draw_text(band, words, margin, left, (height, width), size)
    return np.concatenate((picture, band))


def _rgb(photo: Photo) -> Rgb:
    pixels = to_u8(photo.pixels)
    return np.dstack((pixels,) * 3) if pixels.ndim == 2 else pixels


def _reduced(picture: Rgb, longest: int) -> Rgb:
    height, width = picture.shape[:2]
    scale = min(1.0, longest / max(height, width))
    small = resize_area(picture, max(1, round(height * scale)), max(1, round(width * scale)))
    return np.ascontiguousarray(small)
