"""L* of a photo's codes, by tables: `core.color.rgb_to_L` to the bit, in half of the time."""

from __future__ import annotations

from functools import cache
from typing import Any, cast

import cv2
import numpy as np

from core.color import F32, linearize, luminance_to_L, luminance_weights, rgb_to_L
from core.photo.decode import Pixels


def lightness(pixels: Pixels) -> F32:
    """L* (H, W) in 0..100 of grey (H, W) or RGB (H, W, 3) codes."""
    if pixels.ndim == 2:
        return cast("F32", cv2.LUT(pixels, _grey_table(pixels.dtype)))
    tables = zip(cv2.split(pixels), _luminance_tables(pixels.dtype), strict=True)
    red, green, blue = (cast("F32", cv2.LUT(plane, table)) for plane, table in tables)
    red += green
    red += blue
    L = luminance_to_L(red)
    return np.clip(L, 0, 100, out=L)


@cache
def _grey_table(dtype: np.dtype[Any]) -> F32:
    codes = np.arange(np.iinfo(dtype).max + 1, dtype=dtype)
    table: F32 = np.clip(rgb_to_L(codes[None]), 0, 100)[0]
    return table


@cache
def _luminance_tables(dtype: np.dtype[Any]) -> list[F32]:
    """What each code of R, G and B adds to relative luminance."""
    linear = linearize(np.arange(np.iinfo(dtype).max + 1, dtype=dtype))
    return [linear * share for share in luminance_weights()]
