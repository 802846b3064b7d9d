"""Evidence of prints' sides about a cluster, in a view turned so that they lie straight."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from core.photo.frame import axes
from core.scans.maps import PrintMaps

F32 = npt.NDArray[np.float32]
F64 = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]

#: Pixels along a line over which its evidence is averaged.
_ALONG: Final = 11
#: How surely a side lies on a line: perhaps, and certainly.
_PERHAPS: Final = 0.08
_CERTAIN: Final = 0.25
#: CIE76 below which a step across a line is none.
_FAINT: Final = 1.1
_MARGIN: Final = 12


@dataclass(frozen=True)
class Lines:
    """Crests of evidence, one pixel wide: of all lines, and of those that are certain."""

    any: Mask
    clear: Mask

    def upright(self) -> Lines:
        """Horizontal lines as if they were vertical, and the other way round."""
        return Lines(self.any.T, self.clear.T)


@dataclass(frozen=True)
class View:
    """A cluster seen turned by ``-angle``: (h, w) maps, and how a view's point lies on the page.

    Attributes:
        angle: degrees, of the page's frames that lie straight here.
        origin: page x, y of the view's (0, 0).
        ground: where the ground lies bare; outside the page too.
        print: where it does not.
        vertical: evidence of vertical lines.
        horizontal: of horizontal lines.
    """

    angle: float
    origin: F64
    ground: Mask
    print: Mask
    vertical: Lines
    horizontal: Lines

    def to_page(self, x: float, y: float) -> F64:
        """A point of the view -> page x, y."""
        return self.origin + np.array((x, y)) @ axes(self.angle)


def view_of(lab: F32, maps: PrintMaps, cluster: Mask, angle: float) -> View:
    """The view of a cluster (H, W) of page pixels, turned, with a margin around it."""
    ys, xs = np.nonzero(cluster)
    turn = axes(angle)
    along = np.column_stack([xs, ys]) @ turn.T
    low, high = along.min(0) - _MARGIN, along.max(0) + _MARGIN
    width, height = (int(v) for v in np.ceil(high - low) + 1)
    origin = low @ turn
    matrix = np.column_stack([turn.T, origin])  # view -> page
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    size = (width, height)
    side: F32 = cv2.warpAffine(maps.side, matrix, size, flags=flags)  # type: ignore[assignment]
    page = np.full(cluster.shape, 255, np.uint8)
    inside = cv2.warpAffine(page, matrix, size, flags=flags) > 250
    bare = _warped(~maps.on & ~cluster, matrix, size)
    own = _warped(cluster, matrix, size) & inside
    rim = abs(angle) < 1.0
    turned: F32 = cv2.warpAffine(  # type: ignore[assignment]
        lab, matrix, size, flags=flags, borderMode=cv2.BORDER_REPLICATE
    )
    vertical = _lines(turned, side, inside, rim=rim)
    horizontal = _lines(turned.transpose(1, 0, 2), side.T, inside.T, rim=rim).upright()
    return View(angle, origin, bare | ~inside, own, vertical, horizontal)


def _warped(mask: Mask, matrix: F64, size: tuple[int, int]) -> Mask:
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    return cv2.warpAffine(mask.astype(np.uint8) * 255, matrix, size, flags=flags) > 127


def _lines(lab: F32, side: F32, inside: Mask, *, rim: bool) -> Lines:
    mean: F32 = cv2.blur(np.ascontiguousarray(side), (1, _ALONG))  # type: ignore[assignment]
    crest = _crest(mean, 0.0) | _crest(_steps(lab), _FAINT)
    edge = _rim(inside, 1) if rim else np.zeros_like(inside)
    seen = crest & inside & (mean > _PERHAPS)
    return Lines(seen | edge, (seen & (mean > _CERTAIN)) | edge)


def _crest(step: F32, least: float) -> Mask:
    """Where a row's values are largest."""
    crest = np.zeros(step.shape, bool)
    middle = step[:, 1:-1]
    crest[:, 1:-1] = (middle >= step[:, :-2]) & (middle >= step[:, 2:]) & (middle > least)
    return crest


def _steps(lab: F32) -> F32:
    """(H, W): the size of the step across a vertical line through each pixel."""
    mean = cv2.blur(np.ascontiguousarray(lab), (2, _ALONG), anchor=(0, _ALONG // 2))
    step = np.zeros_like(mean)
    step[:, 1:-2] = mean[:, 2:-1] - mean[:, :-3]
    return np.sqrt((step**2).sum(2))  # type: ignore[no-any-return]


def _rim(inside: Mask, axis: int) -> Mask:
    """The page's own edge, which ends a print as well as its own would."""
    moved = np.roll(inside, 1, axis) & np.roll(inside, -1, axis)
    return inside & ~moved
