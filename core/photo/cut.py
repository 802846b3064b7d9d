"""A piece cut from a photo: straightened, turned, at the photo's resolution and depth.

Output is made tile by tile from the part of the page that each needs, so that a page of any size
costs its own memory and the piece's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from core.metadata.cut import cut_metadata
from core.metadata.regions_cut import RegionCut
from core.photo.formats import EXIF_TURNS
from core.photo.frame import Frame, axes, folded
from core.photo.photo import Photo

Pixels = npt.NDArray[np.uint8 | np.uint16]

#: Pixels of a tile's sides; OpenCV counts pixels in 16 bits, so no tile's source may have more.
_TILE: Final = 2048
#: What cubic interpolation looks at beyond a pixel.
_AROUND: Final = 3


def cut(pixels: Pixels, frame: Frame, *, quarter_turns: int = 0) -> Pixels:
    """The frame's pixels, upright; then turned clockwise by ``quarter_turns`` times 90 degrees.

    Pixels are copied where the frame is so nearly straight that none would move by half a pixel,
    and interpolated (cubic) otherwise. What of the frame lies beyond the page repeats its edge.

    Args:
        pixels: the page, (H, W) or (H, W, 3).
        frame: in its pixels.
        quarter_turns: of the piece, any whole number.
    """
    frame, own = _nearly_upright(frame)
    drift = abs(np.sin(np.radians(frame.angle))) * max(frame.width, frame.height)
    piece = _sliced(pixels, frame) if drift < 0.5 else _turned(pixels, frame)
    return np.ascontiguousarray(np.rot90(piece, own - quarter_turns))


def _nearly_upright(frame: Frame) -> tuple[Frame, int]:
    """The same place as a frame of -45..45 degrees, and the quarter turns that it lacks."""
    angle = folded(frame.angle)
    turns = round((frame.angle - angle) / 90)
    if turns % 2:
        return Frame(frame.x, frame.y, frame.height, frame.width, angle), turns
    return replace(frame, angle=angle), turns


def cut_photo(photo: Photo, frame: Frame, *, quarter_turns: int = 0) -> Photo:
    """A piece of a photo as a photo of its own: alpha, metadata, regions of faces and all.

    Its history says what was done; the photo's file is never written to.
    """
    frame, own = _nearly_upright(frame)
    quarter_turns -= own
    if _is_whole(photo, frame) and quarter_turns % 4 == 0:
        return replace(photo, pixels=photo.pixels.copy())
    turn_only = _is_whole(photo, frame)
    pixels = cut(photo.pixels, frame, quarter_turns=quarter_turns)
    size = pixels.shape[1::-1] if quarter_turns % 2 == 0 else pixels.shape[:2]
    orientation = photo.metadata.orientation if photo.format in EXIF_TURNS else 1
    metadata = cut_metadata(
        photo.metadata,
        RegionCut(_mover(frame), (photo.width, photo.height), (size[0], size[1])),
        orientation=orientation,
        quarter_turns=quarter_turns,
        words=_turn_words(quarter_turns) if turn_only else describe(frame, quarter_turns),
    )
    alpha = photo.alpha
    return replace(
        photo,
        pixels=pixels,
        alpha=None if alpha is None else cut(alpha, frame, quarter_turns=quarter_turns),
        metadata=metadata,
    )


def _mover(frame: Frame) -> Callable[[float, float], tuple[float, float]]:
    """A place of the photo, in pixels, -> of the piece before it is turned."""
    turn, half = axes(frame.angle), np.array((frame.width, frame.height)) / 2

    def move(x: float, y: float) -> tuple[float, float]:
        across, down = turn @ np.array((x - frame.x, y - frame.y)) + half
        return float(across), float(down)

    return move


def describe(frame: Frame, quarter_turns: int = 0) -> str:
    """What was done to a piece, in words: for its provenance."""
    size = f"{round(frame.width)} x {round(frame.height)}"
    words = f"cut out: {size} pixels about {frame.x:.1f}, {frame.y:.1f}"
    if frame.angle:
        words += f", straightened by {frame.angle:.2f} degrees"
    return f"{words}, {_turn_words(quarter_turns)}" if quarter_turns % 4 else words


def _turn_words(quarter_turns: int) -> str:
    return f"turned by {90 * (quarter_turns % 4)} degrees"


def _is_whole(page: Photo, frame: Frame) -> bool:
    """Whether the frame is the page itself."""
    return frame.angle == 0 and (round(frame.width), round(frame.height)) == (
        page.width,
        page.height,
    )


def _sliced(pixels: Pixels, frame: Frame) -> Pixels:
    """The frame as if it lay straight, within the page."""
    height, width = pixels.shape[:2]
    left, top = round(frame.x - frame.width / 2), round(frame.y - frame.height / 2)
    right, bottom = left + round(frame.width), top + round(frame.height)
    return pixels[max(0, top) : min(height, bottom), max(0, left) : min(width, right)]


def _turned(pixels: Pixels, frame: Frame) -> Pixels:
    height, width = max(1, round(frame.height)), max(1, round(frame.width))
    piece = np.empty((height, width, *pixels.shape[2:]), pixels.dtype)
    for top, left in _tiles(height, width):
        tile = piece[top : top + _TILE, left : left + _TILE]
        tile[...] = _tile(pixels, frame, (left, top), tile.shape[1::-1])
    return piece


def _tiles(height: int, width: int) -> Iterator[tuple[int, int]]:
    for top in range(0, height, _TILE):
        for left in range(0, width, _TILE):
            yield top, left


def _tile(pixels: Pixels, frame: Frame, at: tuple[int, int], size: tuple[int, int]) -> Pixels:
    """A part of the piece, which begins ``at`` (x, y) and has a ``size`` (w, h)."""
    turn = axes(frame.angle)
    half = np.array((round(frame.width) - 1, round(frame.height) - 1)) / 2
    start = np.array((frame.x, frame.y)) - 0.5 + (np.array(at) - half) @ turn
    ends = start + np.array([(0, 0), (size[0], 0), size, (0, size[1])]) @ turn
    limits = np.array(pixels.shape[1::-1])
    low = np.clip(np.floor(ends.min(0)).astype(int) - _AROUND, 0, limits - 1)
    high = np.clip(np.ceil(ends.max(0)).astype(int) + _AROUND + 1, low + 1, limits)
    source = pixels[low[1] : high[1], low[0] : high[0]]
    matrix = np.column_stack([turn.T, start - low])
    flags = cv2.INTER_CUBIC | cv2.WARP_INVERSE_MAP
    return cv2.warpAffine(source, matrix, size, flags=flags, borderMode=cv2.BORDER_REPLICATE)  # type: ignore[return-value]
