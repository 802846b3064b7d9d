"""Evidence of prints' sides about a cluster, in a view turned so that they lie straight.

A side is where the page changes across a straight line, over its whole length: differences are
taken across the line and averaged along it, which finds the faint edge of white paper on white.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from core.photo.frame import axes

F32 = npt.NDArray[np.float32]
F64 = npt.NDArray[np.float64]
I32 = npt.NDArray[np.int32]
Mask = npt.NDArray[np.bool_]

#: Pixels along a line over which differences are averaged.
_ALONG: Final = 11
#: CIE76 below which a step across a line is none, on a clean ground.
_FAINT: Final = 1.1
#: A line in a texture stands out from the steps around it by this factor.
_PROMINENT: Final = 1.6
#: An edge's step over two pixels, of its step over eight.
_SHARP: Final = 0.45
#: How far from a line, in pixels, its outside and its inside are looked at.
_ASIDE: Final = 4
_MARGIN: Final = 12


@dataclass(frozen=True)
class Lines:
    """Crests of steps across lines, one pixel wide: all of them, and those no texture explains."""

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


def view_of(lab: F32, ground: Mask, cluster: Mask, angle: float, noise: float) -> View:
    """The view of a cluster (H, W) of page pixels, turned, with a margin around it.

    ``noise`` is the `step_noise` of the page.
    """
    ys, xs = np.nonzero(cluster)
    turn = axes(angle)
    along = np.column_stack([xs, ys]) @ turn.T
    low, high = along.min(0) - _MARGIN, along.max(0) + _MARGIN
    width, height = (int(v) for v in np.ceil(high - low) + 1)
    origin = low @ turn
    matrix = np.column_stack([turn.T, origin])  # view -> page
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    size = (width, height)
    turned: F32 = cv2.warpAffine(  # type: ignore[assignment]
        lab, matrix, size, flags=flags, borderMode=cv2.BORDER_REPLICATE
    )
    page = np.full(lab.shape[:2], 255, np.uint8)
    inside = cv2.warpAffine(page, matrix, size, flags=flags) > 250
    bare = _warped(ground & ~cluster, matrix, size)
    own = _warped(cluster, matrix, size) & inside
    rim = abs(angle) < 1.0
    vertical = _lines(turned, noise, inside, rim=rim)
    horizontal = _lines(turned.transpose(1, 0, 2), noise, inside.T, rim=rim).upright()
    return View(angle, origin, bare | ~inside, own, vertical, horizontal)


def _warped(mask: Mask, matrix: F64, size: tuple[int, int]) -> Mask:
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    return cv2.warpAffine(mask.astype(np.uint8) * 255, matrix, size, flags=flags) > 127


def step_noise(lab: F32, ground: Mask) -> float:
    """The step across a line above which hardly any of the ground's own grain comes."""
    inner = cv2.erode(ground.astype(np.uint8), np.ones((9, 9), np.uint8)).astype(bool)
    if inner.sum() < 500:
        return _FAINT
    steps = [_steps(lab)[inner], _steps(lab.transpose(1, 0, 2)).T[inner]]
    return max(_FAINT, 1.2 * float(max(np.percentile(step, 97) for step in steps)))


def _steps(lab: F32) -> F32:
    """(H, W): the size of the step across a vertical line through each pixel."""
    mean = cv2.blur(lab, (2, _ALONG), anchor=(0, _ALONG // 2))
    step = np.zeros_like(mean)
    step[:, 1:-2] = mean[:, 2:-1] - mean[:, :-3]
    return np.sqrt((step**2).sum(2))  # type: ignore[no-any-return]


def _wide_steps(lab: F32) -> F32:
    """The step over four pixels on each side: a soft shadow's is much larger than its `_steps`."""
    mean = cv2.blur(np.ascontiguousarray(lab), (1, _ALONG))
    step = np.zeros_like(mean)
    step[:, 3:-4] = mean[:, 7:] - mean[:, :-7]
    return np.sqrt((step**2).sum(2))  # type: ignore[no-any-return]


def _lines(lab: F32, noise: float, inside: Mask, *, rim: bool) -> Lines:
    step = _steps(np.ascontiguousarray(lab))
    crest = np.zeros(step.shape, bool)
    middle = step[:, 1:-1]
    crest[:, 1:-1] = (middle >= step[:, :-2]) & (middle >= step[:, 2:]) & (middle > noise)
    crest &= step > _SHARP * _wide_steps(lab)
    clear = crest & (step > _PROMINENT * cv2.blur(step, (25, 25)))
    edge = _rim(inside, 1) if rim else np.zeros_like(inside)
    return Lines((crest & inside) | edge, (clear & inside) | edge)


def _rim(inside: Mask, axis: int) -> Mask:
    """The page's own edge, which ends a print as well as its own would."""
    moved = np.roll(inside, 1, axis) & np.roll(inside, -1, axis)
    return inside & ~moved
