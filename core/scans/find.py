"""`find_prints`: a scanned page -> where its prints lie, in reading order."""

from __future__ import annotations

from typing import Any, Final

import cv2
import numpy as np
import numpy.typing as npt

from core.color import rgb_to_lab
from core.photo.frame import Frame
from core.scans.angles import angles, edges
from core.scans.candidates import Candidate, candidates, lone_print
from core.scans.choose import choose
from core.scans.evidence import view_of
from core.scans.maps import PrintMaps, print_maps
from core.scans.page import is_seen, is_sliver, page_edges, unexplained
from core.scans.reading_order import in_reading_order
from core.scans.refine import refined

F32 = npt.NDArray[np.float32]
Mask = npt.NDArray[np.bool_]
Pixels = npt.NDArray[np.uint8 | np.uint16]

#: Pixels of the page's long side when prints are looked for.
WORKING_SIZE: Final = 900
#: And when their sides are refined.
FINE_SIZE: Final = 3600
#: Sides of which so much is seen, in the mean, need no second thought.
_WELL_SEEN: Final = 0.85
#: Of a page, how much prints cover where it may be one photo itself.
_FULL: Final = 0.55
#: A frame that a line crosses for so much of its way is two prints.
_CROSSED: Final = 0.5
#: What no print explains makes a page one photo, from this part of what prints explain.
_UNEXPLAINED: Final = 0.35
#: A print's short side, of the page's short side.
_LEAST: Final = 0.075


def find_prints(pixels: Pixels) -> list[Frame]:
    """The prints on a page, in reading order; in the page's pixels.

    A page that is one photo gives its own frame, an empty glass none. A print that another covers
    in part is framed by what shows of it, as far as its sides do.

    Args:
        pixels: codes (H, W) or (H, W, 3) of 8 or 16 bits, sRGB.
    """
    scale = min(1.0, WORKING_SIZE / max(pixels.shape[:2]))
    height, width = (max(16, round(n * scale)) for n in pixels.shape[:2])
    maps = print_maps(pixels, (height, width))
    found = _coarse_prints(_working_lab(pixels, (height, width)), maps)
    if found is None:
        whole = pixels.shape[1], pixels.shape[0]
        return [Frame(whole[0] / 2, whole[1] / 2, float(whole[0]), float(whole[1]))]
    fine, factor = _fine(pixels)
    ratio = factor / scale
    exact = [refined(fine, frame.scaled(ratio), ratio).scaled(1 / ratio) for frame in found]
    return in_reading_order([frame.scaled(1 / scale) for frame in exact])


def _coarse_prints(lab: F32, maps: PrintMaps) -> list[Frame] | None:
    """The prints at the working size, or None where the page is one photo."""
    shape = maps.on.shape
    least = _LEAST * min(shape)
    groups = clusters(maps.on, least)
    change = edges(lab, maps.side)
    found = [each for group in groups for each in prints_of(lab, maps, change, group, least)]
    found = [each for each in found if not is_sliver(each.frame, (shape[0], shape[1]))]
    prints = [each.frame for each in found]
    left = sum(int(mask.sum()) for mask in unexplained(groups, prints))
    if maps.on.mean() > _FULL and left > _UNEXPLAINED * sum(frame.area for frame in prints):
        return None
    return prints


def _fine(pixels: Pixels) -> tuple[Pixels, float]:
    """The page at the size that sides are refined at, and its scale."""
    factor = min(1.0, FINE_SIZE / max(pixels.shape[:2]))
    if factor == 1.0:
        return pixels, 1.0
    size = (round(pixels.shape[1] * factor), round(pixels.shape[0] * factor))
    return cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), factor  # type: ignore[return-value]


def _working_lab(pixels: Pixels, shape: tuple[int, int]) -> F32:
    small: Any = cv2.resize(pixels, shape[::-1], interpolation=cv2.INTER_AREA)
    rgb: Any = small if small.ndim == 3 else np.dstack([small] * 3)
    return rgb_to_lab(rgb).astype(np.float32)


def clusters(on: Mask, least: float) -> list[Mask]:
    """Where prints lie (H, W), in parts that lie together; specks and writing are left out."""
    rest: Any = on.astype(np.uint8)
    rest = cv2.morphologyEx(rest, cv2.MORPH_OPEN, np.ones((3, 3), np.uint8))
    near = cv2.dilate(rest, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (7, 7)))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(near)
    found = []
    for label in range(1, count):
        w, h = stats[label, cv2.CC_STAT_WIDTH], stats[label, cv2.CC_STAT_HEIGHT]
        if min(w, h) < 0.8 * least:
            continue
        mask = _holes_filled((labels == label) & (rest > 0))
        if mask.sum() > 0.4 * least**2:
            found.append(mask)
    return found


def _holes_filled(mask: Mask) -> Mask:
    outlines, _ = cv2.findContours(mask.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    filled = np.zeros(mask.shape, np.uint8)
    return cv2.drawContours(filled, outlines, -1, 1, cv2.FILLED).astype(bool)


def prints_of(
    lab: F32, maps: PrintMaps, change: F32, cluster: Mask, least: float
) -> list[Candidate]:
    """The rectangles that explain a cluster best; one, where its outline is one's own."""
    lone = lone_print(cluster)
    if lone is not None and min(lone.width, lone.height) < least:  # dust along a line
        lone = None
    pool: list[Candidate] = []
    for angle in angles(change, cluster, 6 if lone is None else 2):
        pool += candidates(view_of(lab, maps, cluster, angle), least)
    pool = [candidate for candidate in pool if is_seen(candidate, cluster.shape)]
    found = choose(pool, cluster, ~maps.on)
    if lone is not None and min((np.mean(c.sides) for c in found), default=0.0) < _WELL_SEEN:
        if len(page_edges(lone, cluster.shape)) > 2:
            return []
        alike = [c for c in pool if _alike(c.frame, lone)]
        best = max(alike, key=lambda c: c.gain, default=None)
        if best is not None and best.inner > _CROSSED:
            return found
        return [best or Candidate(lone, (0.8,) * 4, (1.0,) * 4, 0.0, lone.area)]
    return found


def _alike(one: Frame, other: Frame) -> bool:
    """Whether two frames of nearly the same angle are nearly the same."""
    far = max(abs(one.x - other.x), abs(one.y - other.y))
    size = max(abs(one.width - other.width), abs(one.height - other.height))
    return max(far, size) < 0.1 * min(other.width, other.height)
