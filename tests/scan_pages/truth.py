"""What should be found of a page's prints, and how well a rectangle meets it.

A print's visible part counts, and a border counts to either side where no edge of it shows: each
side of the rectangle may lie with or without it. Whether an edge shows is seen on the page as it is
drawn, without noise: where what lies beyond the paper (ground under the lid's shadow, the thin
shadow of the paper's edge, the next print) has another colour than the paper.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import product
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from tests.scan_pages.draw import draw, ink_of
from tests.scan_pages.plan import Page, Print

U8 = npt.NDArray[np.uint8]
F32 = npt.NDArray[np.float32]
F64 = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]

#: Units a millimetre of the masks that intersections over unions are counted on.
_SCALE: Final = 6
_DPI: Final = 150.0
_INCH: Final = 25.4
#: Codes of any channel by which paper differs from what lies beyond where its edge shows.
_SHOWS: Final = 8.0
#: A side is looked at in so many parts of so many points; one part may show by chance.
_PARTS: Final = 12
_POINTS: Final = 5
_FEW: Final = 1
#: How far beyond a side is looked, in mm: the shadow of the paper's edge is 0.25 wide.
_BEYOND: Final = 0.75


@dataclass(frozen=True)
class Truth:
    """A print, what lies above it (H, W), and the rectangles that frame it: inset by none or more.

    ``insets`` are mm of the left, upper, right and lower side; the first are all zero.
    """

    print: Print
    above: Mask = field(repr=False)
    insets: tuple[tuple[float, float, float, float], ...]

    def iou(self, corners: F32) -> float:
        """Intersection over union with a rectangle's corners (4, 2) in mm, the best of all."""
        shape = self.above.shape
        ours = _mask(corners, shape) & ~self.above
        best = _iou(ours, _mask(self.print.polygon(), shape) & ~self.above)
        if best < 0.5:
            return best
        others = (_mask(_inset(self.print, inset), shape) for inset in self.insets[1:])
        return max([best, *(_iou(ours, other & ~self.above) for other in others)])


def truths(page: Page) -> list[Truth]:
    """Of each print, from the lowest to the uppermost."""
    shape = (round(page.height * _SCALE), round(page.width * _SCALE))
    masks = [_mask(each.polygon(), shape) for each in page.prints]
    canvas = draw(replace(page, noise=0.0, blur=0.0, dust=0, captions=()), _DPI)
    found = []
    for number, each in enumerate(page.prints):
        above = np.any([np.zeros(shape, bool), *masks[number + 1 :]], 0)
        free = [each.border > 0 and not _edge_shows(page, each, s, canvas, above) for s in range(4)]
        choices = [(0.0, each.border) if side else (0.0,) for side in free]
        found.append(Truth(each, above, tuple(product(*choices))))  # type: ignore[arg-type]
    return found


def _edge_shows(page: Page, each: Print, side: int, canvas: U8, above: Mask) -> bool:
    """Whether a side's paper stands out from what lies beyond, along what is visible of it."""
    paper = np.array(ink_of(each.paper, grey=page.grey))
    corners = each.polygon().astype(np.float64)
    start, end = corners[(3, 0, 1, 2)[side]], corners[(0, 1, 2, 3)[side]]
    outward = (start + end) / 2 - (each.x, each.y)
    outward /= np.linalg.norm(outward)
    shown = []
    for part in np.array_split(np.linspace(0.03, 0.97, _PARTS * _POINTS), _PARTS):
        edge = start + part[:, None] * (end - start)
        if _at(above, (edge - _BEYOND * outward) * _SCALE).any():
            continue
        beyond = [
            _at(canvas, (edge + away * outward) * _DPI / _INCH)
            for away in np.arange(-each.deckle, _BEYOND, _INCH / _DPI)
        ]
        shown.append(max(np.abs(np.median(colors, 0) - paper).max() for colors in beyond) >= _SHOWS)
    return sum(shown) > _FEW or not shown


def _at(picture: npt.NDArray[np.generic], points: F64) -> F64:
    """(points, channels) of a picture; what lies beyond its edge is what lies at it."""
    height, width = picture.shape[:2]
    x, y = np.floor(points).astype(int).T
    colors = picture[np.clip(y, 0, height - 1), np.clip(x, 0, width - 1)]
    return np.asarray(colors, np.float64).reshape(len(points), -1)


def _inset(each: Print, inset: tuple[float, float, float, float]) -> F32:
    """The print's corners (4, 2) in mm, its sides moved inwards."""
    left, top, right, bottom = inset
    cos, sin = np.cos(np.radians(each.angle)), np.sin(np.radians(each.angle))
    dx, dy = (left - right) / 2, (top - bottom) / 2
    moved = replace(
        each,
        x=each.x + cos * dx - sin * dy,
        y=each.y + sin * dx + cos * dy,
        w=each.w - left - right,
        h=each.h - top - bottom,
    )
    return moved.polygon()


def _mask(polygon: F32, shape: tuple[int, int]) -> Mask:
    fixed = np.round(polygon * _SCALE * 16).astype(np.int32)
    return cv2.fillPoly(np.zeros(shape, np.uint8), [fixed], 1, shift=4).astype(bool)


def _iou(one: Mask, other: Mask) -> float:
    return float((one & other).sum() / max(1, (one | other).sum()))
