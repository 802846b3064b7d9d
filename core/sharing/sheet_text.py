"""Letters on a picture, in every script that the system has a font for.

libvips lays them out with Pango: HarfBuzz shapes them (Arabic, Devanagari), FriBidi orders them
(Hebrew), fontconfig finds fonts, one behind the other, and emoji have their colours.

Sources: Unicode's annex 9 (2.4 "Explicit Directional Isolates"), annex 29.
"""

from __future__ import annotations

import html
from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt
import pyvips

from core.files.names import letters

Rgb = npt.NDArray[np.uint8]

_FONT: Final = "sans 11"
_DPI: Final = 80
#: Pixels of a line of letters at that resolution.
_SIZE: Final = 14
#: Dark enough to read, and not black.
_INK: Final = 30
#: Around each part of a label: its direction is its own, and nobody else's.
_ISOLATE: Final = "\u2068{}\u2069"
_ELLIPSIS: Final = "\u2026"
#: Format characters without which words and emoji fall apart; others may turn a name round.
_HARMLESS: Final = frozenset({"\u200c", "\u200d", *map(chr, range(0xE0020, 0xE0080))})


def label(name: str, behind: str, width: int, size: int = _SIZE) -> str:
    """A name that fits into so many pixels with what stands behind it: its beginning and its end.

    Folders and file in it each keep their direction; what cannot be printed is U+FFFD.
    """
    signs = list(letters("".join(sign if _is_harmless(sign) else "\ufffd" for sign in name)))
    low, high = 0, len(signs)
    while low < high:  # the most letters that fit
        middle = (low + high + 1) // 2
        if text_size(_put_together(signs, middle, behind), size)[0] <= width:
            low = middle
        else:
            high = middle - 1
    return _put_together(signs, low, behind)


def draw_text(
    sheet: Rgb, text: str, top: int, left: int, room: tuple[int, int], size: int = _SIZE
) -> None:
    """Dark letters on the sheet's own colour, cut off at a height and width in pixels."""
    if not text:
        return
    rgba = _drawn(text, size)[: min(room[0], sheet.shape[0] - top), : room[1]]
    paper = sheet[top : top + rgba.shape[0], left : left + rgba.shape[1]]
    share = rgba[..., 3:].astype(np.float32) / 255
    ink = np.maximum(rgba[..., :3], _INK)
    paper[:] = np.rint(paper * (1 - share) + ink * share).astype(np.uint8)


def _is_harmless(sign: str) -> bool:
    return sign.isprintable() or sign in _HARMLESS


def _put_together(signs: Sequence[str], count: int, behind: str) -> str:
    if count < len(signs):
        start = count // 2
        signs = [*signs[:start], _ELLIPSIS, *signs[len(signs) - (count - start) :]]
    parts = "".join(signs).split("/")
    return "/".join(_ISOLATE.format(part) for part in parts) + behind


def text_size(text: str, size: int = _SIZE) -> tuple[int, int]:
    """Width and height in pixels of letters that are about ``size`` pixels high."""
    height, width = _drawn(text, size).shape[:2]
    return width, height


def _drawn(text: str, size: int) -> Rgb:
    """(H, W, 4)."""
    dpi = round(_DPI * size / _SIZE)
    image = pyvips.Image.text(html.escape(text), font=_FONT, dpi=dpi, rgba=True)
    drawn: Rgb = image.numpy()
    return drawn
