"""Resizing to the network and rendering back, by the product's own functions; thumbnails."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np

from core.color import F32
from core.colorize.network_input import network_L
from core.colorize.render import compose
from core.photo.photo import Photo
from training.data.cache import U8


def network_size(height: int, width: int, size: int, multiple_of: int) -> tuple[int, int]:
    """(H, W) of about the photo's shape with ``size`` as its short side, in steps of a multiple."""
    scale = size / min(height, width)
    steps = (round(side * scale / multiple_of) for side in (height, width))
    tall, wide = (max(1, count) * multiple_of for count in steps)
    return tall, wide


def seen_lightness(rgb_u8: U8, size: int, multiple_of: int) -> F32:
    """What the network sees of a photo ``(H, W, 3)``: L* of about ``size``."""
    height, width = rgb_u8.shape[:2]
    return network_L(rgb_u8, *network_size(height, width, size, multiple_of))


def resize(image: F32, height: int, width: int) -> F32:
    """``(H, W)`` or ``(H, W, C)``: area means when shrinking, bicubic when growing."""
    if image.shape[:2] == (height, width):
        return image
    shrinks = height * width < image.shape[0] * image.shape[1]
    method = cv2.INTER_AREA if shrinks else cv2.INTER_CUBIC
    return cv2.resize(image, (width, height), interpolation=method).astype(np.float32, copy=False)


def render(rgb_u8: U8, ab: F32) -> U8:
    """The luminance of a photo ``(H, W, 3)`` and ab ``(2, h, w)`` of any size -> ``(H, W, 3)``."""
    return compose(Photo(rgb_u8), ab).pixels.astype(np.uint8, copy=False)


def even_ab(a: float = 0.0, b: float = 0.0) -> F32:
    """One ab for the whole photo ``(2, 1, 1)``; grey where none is given."""
    return np.array([a, b], np.float32).reshape(2, 1, 1)


def thumbnail(rgb_u8: U8, side: int) -> U8:
    """The middle square of a picture, framed in white."""
    inner = min(rgb_u8.shape[:2])
    top, left = (rgb_u8.shape[0] - inner) // 2, (rgb_u8.shape[1] - inner) // 2
    square = np.ascontiguousarray(rgb_u8[top : top + inner, left : left + inner])
    small = cv2.resize(square, (side, side), interpolation=cv2.INTER_AREA)
    framed = cv2.copyMakeBorder(small, 2, 2, 2, 2, cv2.BORDER_CONSTANT, value=(255, 255, 255))
    return framed.astype(np.uint8, copy=False)


def write_picture(path: Path, rgb_u8: U8) -> None:
    """Write a picture of sRGB ``(H, W, 3)``, as PNG or JPEG by the file's suffix.

    Raises:
        OSError: the file cannot be written.
    """
    done, encoded = cv2.imencode(path.suffix, np.ascontiguousarray(rgb_u8[..., ::-1]))
    if not done:
        raise OSError(f"{path} could not be encoded.")
    path.write_bytes(encoded.tobytes())
