"""What the model of prints sees of a rectangle, and the rectangle that it answers with.

The page about a rectangle is straightened and brought to one size, whatever the rectangle's own
shape: the R-CNN's "warped region" (Girshick et al., 2014), turned. Its answer is where each side
goes, in the same square.
"""

from __future__ import annotations

from typing import Any, Final

import cv2
import numpy as np
import numpy.typing as npt

from core.photo.frame import Frame, axes

U8 = npt.NDArray[np.uint8]
F64 = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]

#: Pixels of a crop's side, and the part of it on each side that is about the rectangle.
SIZE: Final = 128
MARGIN: Final = 0.2
_INNER: Final = 1 - 2 * MARGIN
#: Codes of the fourth channel: bare ground, and beyond the page.
GROUND: Final = 128
BEYOND: Final = 255
#: Above so many pixels a crop is drawn at twice its size first, so that no line is lost.
_LARGE: Final = 1.3 * SIZE


def with_ground(rgb: U8, ground: Mask) -> U8:
    """(H, W, 4): a page's codes (H, W, 3), and where its ground (H, W) lies bare."""
    return np.dstack([rgb, np.where(ground, np.uint8(GROUND), np.uint8(0))])


def whole_page(page: npt.NDArray[Any]) -> Frame:
    """The frame of a page (H, W, ...) itself."""
    height, width = page.shape[:2]
    return Frame(width / 2, height / 2, float(width), float(height))


def crop(page: U8, frame: Frame) -> U8:
    """(SIZE, SIZE, 4) of a page `with_ground` (H, W, 4): the frame in its middle."""
    across, down = frame.width / _INNER, frame.height / _INNER
    size = 2 * SIZE if max(across, down) > _LARGE else SIZE
    own = axes(frame.angle) * np.array((across, down))[:, None] / size
    start = np.array((frame.x, frame.y)) - 0.5 - (size - 1) / 2 * own.sum(0)
    picture: Any = cv2.warpAffine(
        page,
        np.column_stack([own[0], own[1], start]),
        (size, size),
        flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
        borderMode=cv2.BORDER_REPLICATE,
    )
    if size != SIZE:
        picture = cv2.resize(picture, (SIZE, SIZE), interpolation=cv2.INTER_AREA)
    picture[_beyond(page.shape, frame, own * (size / SIZE)), 3] = BEYOND
    return picture  # type: ignore[no-any-return]


def _beyond(page: tuple[int, ...], frame: Frame, step: F64) -> Mask:
    """(SIZE, SIZE): what of a crop whose pixels are ``step`` apart lies beyond the page."""
    away = np.arange(SIZE) + 0.5 - SIZE / 2
    x = frame.x + away[None] * step[0, 0] + away[:, None] * step[1, 0]
    y = frame.y + away[None] * step[0, 1] + away[:, None] * step[1, 1]
    return (x < 0) | (y < 0) | (x > page[1]) | (y > page[0])  # type: ignore[no-any-return]


def moved(frame: Frame, places: F64) -> Frame:
    """The frame whose sides go through ``places`` (4, 2), in the frame's crop.

    Of the left, upper, right and lower side, each at a quarter and at three quarters of the
    frame: pixels of the crop across the side.
    """
    step = np.array((frame.width, frame.height)) / (_INNER * SIZE)
    scaled = (places - SIZE / 2) * step[[0, 1, 0, 1], None]
    slope = (scaled[:, 1] - scaled[:, 0]) / (
        0.5 * np.array((frame.height, frame.width))[[0, 1, 0, 1]]
    )
    turn = np.degrees(np.arctan(slope * (-1, 1, -1, 1)))
    left, top, right, bottom = scaled.mean(1)
    shift = np.array(((left + right) / 2, (top + bottom) / 2)) @ axes(frame.angle)
    return Frame(
        frame.x + float(shift[0]),
        frame.y + float(shift[1]),
        max(8.0, float(right - left)),
        max(8.0, float(bottom - top)),
        frame.angle + float(np.median(turn)),
    )
