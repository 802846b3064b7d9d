"""Renders the colour photo, at full size and depth, from a photo and its low-resolution chroma.

The photo's L* is kept, but for what the brightness and contrast of a `Look` ask for: chroma is
upsampled along its edges (`core.colorize.upsample`), adjusted by the `Look`, reduced to what sRGB
can show (`core.colorize.gamut`), and only then quantised.
Everything happens in strips of a fixed number of pixels, so memory does not grow with the photo.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

import cv2
import numpy as np
import numpy.typing as npt

from core.color import (
    F32,
    encode,
    lab_planes_to_linear,
    quantize,
)
from core.colorize.gamut import Misfits
from core.colorize.look import Look
from core.colorize.painted import Painted, PaintedPicture
from core.colorize.strips import on_all_processors, strip_height, strips, worked_ahead
from core.colorize.underlay import Underlay, UnderlayOfPicture
from core.colorize.upsample import ChromaField, Taps, chroma_at
from core.photo.lightness import lightness
from core.photo.photo import Photo
from core.resize import resize_area

Pixels = npt.NDArray[np.uint8 | np.uint16]
#: x, y, width, height in pixels of the photo.
Rect = tuple[int, int, int, int]


def compose(
    photo: Photo, ab: F32, look: Look | None = None, *, field: ChromaField | None = None
) -> Photo:
    """The colour photo: RGB of the same size, depth, alpha, metadata and source.

    Args:
        photo: grey, or RGB of which only the luminance is used.
        ab: a*, b* (2, h, w) of the whole photo, in Lab units, at any resolution.
        look: the identity where it is None.
        field: ``ChromaField.of(photo.pixels, ab)`` where the caller keeps one.
    """
    region = Region.of(photo, field or ChromaField.of(photo.pixels, ab))
    return replace(photo, pixels=region.render(look or Look()))


@dataclass(frozen=True, eq=False)
class Region:
    """A rectangle of a photo at a scale, all of it worked out that no look changes.

    At native scale its pixels are those of `compose`; reduced ones are finished at the reduced
    resolution.

    Attributes:
        pixels: (h, w) or (h, w, 3), the photo's own.
        across: from `ChromaField.across`.
        rows: where its rows lie in that.
        own: what of the photo's own colours stays.
        strokes: of the brush.
    """

    pixels: Pixels
    across: F32
    rows: Taps
    own: UnderlayOfPicture | None
    strokes: PaintedPicture | None

    @classmethod
    def of(
        cls,
        photo: Photo,
        field: ChromaField,
        rect: Rect | None = None,
        scale: float = 1.0,
        *,
        underlay: Underlay | None = None,
        painted: Painted | None = None,
    ) -> Region:
        """A rectangle of a photo (None: all of it) and of its chroma.

        Raises:
            ValueError: the rectangle is empty or leaves the photo, or the scale is not in 0..1.
        """
        height, width = photo.pixels.shape[:2]
        x, y, w, h = rect or (0, 0, width, height)
        if not (0 <= x < x + w <= width and 0 <= y < y + h <= height):
            raise ValueError(f"the rectangle {rect} is not inside the photo of {width} x {height}")
        if not 0 < scale <= 1:
            raise ValueError(f"scale must be more than 0 and at most 1, not {scale:g}")
        out_h, out_w = max(1, round(h * scale)), max(1, round(w * scale))
        pixels = resize_area(photo.pixels[y : y + h, x : x + w], out_h, out_w)
        columns, rows = _centres(x, w, out_w, width), _centres(y, h, out_h, height)
        across = field.across(columns)
        own = underlay.at(columns, rows) if underlay is not None and pixels.ndim == 3 else None
        strokes = painted.at(columns, rows) if painted is not None else None
        return cls(pixels, across, Taps.at(rows, across.shape[1]), own, strokes)

    def render(self, look: Look) -> Pixels:
        """Its pixels (h, w, 3) with a look."""
        height, width = self.pixels.shape[:2]
        out = self._room(slice(0, height))
        on_all_processors(lambda block: self._render(look, block, out[block]), height, width)
        return out

    def blocks(self, look: Look) -> Iterator[Pixels]:
        """Its pixels in blocks of rows (R, w, 3), from the top.

        Those to come are worked on while one is used.
        """

        def rendered(block: slice) -> Pixels:
            out = self._room(block)
            self._render(look, block, out)
            return out

        return worked_ahead(rendered, *self.pixels.shape[:2])

    def _room(self, block: slice) -> Pixels:
        return np.empty((block.stop - block.start, self.pixels.shape[1], 3), self.pixels.dtype)

    def _render(self, look: Look, block: slice, out: Pixels) -> None:
        """Some rows -> ``out`` (R, w, 3)."""
        width, misfits = out.shape[1], Misfits()
        highest = min(strip_height(width), len(out))
        chroma_room: F32 = np.empty((5, highest, width), np.float32)
        linear_room: F32 = np.empty((3, 3, highest, width), np.float32)
        for strip in strips(block, width):
            rows = slice(strip.start - block.start, strip.stop - block.start)
            height = rows.stop - rows.start
            L = lightness(self.pixels[strip])
            ab = self._chroma(look, strip, L, chroma_room[:, :height])
            L = look.lit(L)
            linear = lab_planes_to_linear(L, ab, linear_room[:, :, :height])
            misfits.gather(L, ab, linear, first=rows.start * width)
            _encode(linear, out[rows])
        if misfits:
            places, linear = misfits.mapped()
            mapped: Pixels = np.empty((1, len(places), 3), out.dtype)
            _encode(linear[:, None], mapped)
            out.reshape(-1, 3)[places] = mapped[0]

    def _chroma(self, look: Look, strip: slice, L: F32, room: F32) -> F32:
        """a*, b* (2, R, w) of some rows with the lightness L."""
        ab = chroma_at(self.across, self.rows, L, strip, room)
        colored = None
        if self.strokes is not None:
            colored = self.strokes.over(ab, L, strip)
        ab = look.applied(L, ab)
        if colored is not None:  # after the look: its warmth would tint what is to stay grey
            ab = ab * colored
        if self.own is not None:
            ab = self.own.laid_under(ab, self.pixels, strip)
        return ab


def _centres(start: int, length: int, count: int, whole: int) -> npt.NDArray[np.float64]:
    """Centres of ``count`` pixels that cover start..start+length of an axis, as 0..1 of it."""
    return (start + (np.arange(count) + 0.5) * (length / count)) / whole


def _encode(linear: F32, out: Pixels) -> None:
    """Linear light (3, R, w) in 0..1 -> codes (R, w, 3), contiguous; changes ``linear``.

    8 bits come from a table: off by at most 0.03 of a code.
    """
    if out.dtype != np.uint8:
        for channel, plane in enumerate(linear):
            out[..., channel] = quantize(encode(plane), np.uint16)
        return
    np.clip(linear, 0, 1, out=linear)
    np.multiply(linear, np.float32(65535), out=linear)
    np.add(linear, np.float32(0.5), out=linear)
    planes = [cv2.LUT(codes, _code_table()) for codes in linear.astype(np.uint16)]
    cv2.merge(planes, out)


@cache
def _code_table() -> npt.NDArray[np.uint8]:
    return quantize(encode(np.linspace(0, 1, 65536, dtype=np.float32)), np.uint8)
