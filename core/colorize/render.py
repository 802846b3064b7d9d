"""Renders the colour photo, at full size and depth, from a photo and its low-resolution chroma.

The photo's L* is kept, but for what the brightness and contrast of a `Look` ask for: chroma is
upsampled along its edges (`core.colorize.upsample`), adjusted by the `Look`, reduced to what sRGB
can show (`core.colorize.gamut`), and only then quantised.
Everything happens in strips of a fixed number of pixels, so memory does not grow with the photo.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any, Final, cast

import numpy as np
import numpy.typing as npt

from core.color import F32, encode, quantize, rgb_to_L
from core.colorize.gamut import linear_in_gamut
from core.colorize.look import Look
from core.colorize.underlay import Underlay, UnderlayRows
from core.colorize.upsample import ChromaField, chroma_at
from core.photo.photo import Photo
from core.resize import resize_area

Pixels = npt.NDArray[np.uint8 | np.uint16]
#: x, y, width, height in pixels of the photo.
Rect = tuple[int, int, int, int]

#: Pixels of a strip: a float32 plane of it is 256 KB and stays in a core's own cache.
_STRIP_PIXELS: Final = 1 << 16


def compose(
    photo: Photo,
    ab: F32,
    look: Look | None = None,
    *,
    field: ChromaField | None = None,
    underlay: Underlay | None = None,
) -> Photo:
    """The colour photo: RGB of the same size, depth, alpha, metadata and source.

    Args:
        photo: grey, or RGB of which only the luminance is used.
        ab: a*, b* (2, h, w) of the whole photo, in Lab units, at any resolution.
        look: the identity where it is None.
        field: ``ChromaField.of(photo.pixels, ab)`` where the caller keeps one.
        underlay: what of the photo's own colours stays.
    """
    whole = (0, 0, photo.width, photo.height)
    pixels = compose_region(photo, ab, look, rect=whole, field=field, underlay=underlay)
    return replace(photo, pixels=pixels)


def compose_region(
    photo: Photo,
    ab: F32,
    look: Look | None = None,
    *,
    rect: Rect,
    scale: float = 1.0,
    field: ChromaField | None = None,
    underlay: Underlay | None = None,
) -> Pixels:
    """One rectangle of `compose`'s pixels, (h, w, 3), at native (1) or reduced (< 1) scale.

    Native pixels are those of `compose`; reduced ones are finished at the reduced resolution.

    Raises:
        ValueError: the rectangle is empty or leaves the photo, or the scale is not in 0..1.
    """
    x, y, w, h = rect
    height, width = photo.pixels.shape[:2]
    if not (0 <= x < x + w <= width and 0 <= y < y + h <= height):
        raise ValueError(f"the rectangle {rect} is not inside the photo of {width} x {height}")
    if not 0 < scale <= 1:
        raise ValueError(f"scale must be more than 0 and at most 1, not {scale:g}")
    field = field or ChromaField.of(photo.pixels, ab)
    out_h, out_w = max(1, round(h * scale)), max(1, round(w * scale))
    pixels = resize_area(photo.pixels[y : y + h, x : x + w], out_h, out_w)
    columns, rows = _centres(x, w, out_w, width), _centres(y, h, out_h, height)
    own = underlay.across(columns) if underlay is not None and pixels.ndim == 3 else None
    return _in_strips(pixels, field.across(columns), rows, look or Look(), own)


def _centres(start: int, length: int, count: int, whole: int) -> npt.NDArray[np.float64]:
    """Centres of ``count`` pixels that cover start..start+length of an axis, as 0..1 of it."""
    return (start + (np.arange(count) + 0.5) * (length / count)) / whole


def _in_strips(
    pixels: Pixels,
    across: F32,
    rows: npt.NDArray[np.float64],
    look: Look,
    own: UnderlayRows | None,
) -> Pixels:
    height, width = pixels.shape[:2]
    out: Pixels = np.empty((height, width, 3), pixels.dtype)
    step = max(1, _STRIP_PIXELS // width)
    for top in range(0, height, step):
        strip = slice(top, top + step)
        L = lightness(pixels[strip])
        a, b = look.applied(L, *chroma_at(across, rows[strip], L))
        if own is not None:
            a, b = own.laid_under(a, b, pixels[strip], rows[strip])
        planes = _codes(linear_in_gamut(look.lit(L), a, b), out.dtype)
        for channel in range(3):
            out[strip, :, channel] = planes[channel]
    return out


def lightness(pixels: Pixels) -> F32:
    """L* (H, W) in 0..100 of grey (H, W) or RGB (H, W, 3) codes."""
    if pixels.ndim == 2:
        return _grey_table(pixels.dtype)[pixels]
    return np.clip(rgb_to_L(pixels), 0, 100)


def _codes(linear: F32, dtype: np.dtype[Any]) -> Pixels:
    """Linear light in 0..1 -> codes. 8 bits come from a table: off by at most 0.03 of a code."""
    if dtype == np.uint8:
        nearest = np.clip(linear, 0, 1) * np.float32(65535) + np.float32(0.5)
        return cast("Pixels", _code_table()[nearest.astype(np.uint16)])
    return quantize(encode(linear), np.uint16)


@cache
def _grey_table(dtype: np.dtype[Any]) -> F32:
    codes = np.arange(np.iinfo(dtype).max + 1, dtype=dtype)
    table: F32 = np.clip(rgb_to_L(codes[None]), 0, 100)[0]
    return table


@cache
def _code_table() -> npt.NDArray[np.uint8]:
    return quantize(encode(np.linspace(0, 1, 65536, dtype=np.float32)), np.uint8)
