"""`find_prints`: a scanned page -> where its prints lie, in reading order."""

from __future__ import annotations

from typing import Any, Final

import cv2
import numpy as np
import numpy.typing as npt

from core.color import rgb_to_lab
from core.photo.frame import Frame
from core.scans.border import completed, grown, settled, straightened, surrounded
from core.scans.candidates import Candidate, angles, candidates, lone_print
from core.scans.choose import choose
from core.scans.evidence import step_noise, view_of
from core.scans.faint_edges import extended, without_ground
from core.scans.ground import Ground, infer_ground
from core.scans.hidden_sky import with_hidden_skies
from core.scans.page import (
    are_doubtful,
    is_one_photo,
    is_seen,
    is_sliver,
    page_edges,
    unexplained,
    without_parts,
)
from core.scans.reading_order import in_reading_order
from core.scans.refine import refined
from core.scans.seams import cut_at_seams

F32 = npt.NDArray[np.float32]
Mask = npt.NDArray[np.bool_]
Pixels = npt.NDArray[np.uint8 | np.uint16]

#: Pixels of the page's long side when prints are looked for.
WORKING_SIZE: Final = 900
#: And when their sides are refined.
FINE_SIZE: Final = 3600
#: Sides of which so much is seen, in the mean, need no second thought.
_WELL_SEEN: Final = 0.85
#: And those of what lay beside others, when it is looked at again.
_SURE_SEEN: Final = 0.75
#: A frame that holds so much bare ground is a print where all its sides are seen so well.
_HOLLOW: Final = 0.5
_HOLLOW_SEEN: Final = 0.75
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
    lab = _working_lab(pixels, scale)
    height, width = lab.shape[:2]
    ground = infer_ground(lab)
    found = None if ground is None else _coarse_prints(lab, ground)
    if ground is None or found is None:
        whole = pixels.shape[1], pixels.shape[0]
        return [Frame(whole[0] / 2, whole[1] / 2, float(whole[0]), float(whole[1]))]
    fine, factor = _fine(pixels)
    ratio = factor / scale

    def exactly(frame: Frame) -> Frame:
        return refined(fine, frame.scaled(ratio), ratio).scaled(1 / ratio)

    exact = [exactly(without_ground(lab, ground, exactly(frame))) for frame in found]
    exact = [surrounded(lab, ground.mask, frame) for frame in exact]
    exact = [exactly(frame) for frame in with_hidden_skies(lab, ground, exact)]
    bordered = [completed(lab, extended(lab, ground, frame)) for frame in exact]
    answer: list[Frame] = []
    for frame in settled(lab, exact, bordered):
        parts = cut_at_seams(lab, ground.mask, frame, _LEAST * min(height, width))
        answer += parts if len(parts) == 1 else [exactly(part) for part in parts]
    return in_reading_order([frame.scaled(1 / scale) for frame in answer])


def _coarse_prints(lab: F32, ground: Ground) -> list[Frame] | None:
    """The prints at the working size, or None where the page is one photo."""
    shape = lab.shape[:2]
    least = _LEAST * min(shape)
    groups = clusters(ground, least)
    noise = step_noise(lab, ground) if groups else 0.0
    found = [each for group in groups for each in all_prints_of(lab, ground, group, least, noise)]
    found = [each for each in found if not is_sliver(each.frame, (shape[0], shape[1]))]
    found = without_parts(lab, found)
    prints = [each.frame for each in found]
    one = are_doubtful(found) or is_one_photo(lab, prints, unexplained(groups, prints))
    return None if one else prints


def _fine(pixels: Pixels) -> tuple[Pixels, float]:
    """The page at the size that sides are refined at, and its scale."""
    factor = min(1.0, FINE_SIZE / max(pixels.shape[:2]))
    if factor == 1.0:
        return pixels, 1.0
    size = (round(pixels.shape[1] * factor), round(pixels.shape[0] * factor))
    return cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), factor  # type: ignore[return-value]


def _working_lab(pixels: Pixels, scale: float) -> F32:
    height, width = (max(16, round(n * scale)) for n in pixels.shape[:2])
    small: Any = cv2.resize(pixels, (width, height), interpolation=cv2.INTER_AREA)
    rgb: Any = small if small.ndim == 3 else np.dstack([small] * 3)
    return rgb_to_lab(rgb).astype(np.float32)


def clusters(ground: Ground, least: float) -> list[Mask]:
    """What is not ground, in parts that lie together; specks and writing are left out."""
    rest: Any = (~ground.mask).astype(np.uint8)
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


def all_prints_of(
    lab: F32, ground: Ground, cluster: Mask, least: float, noise: float
) -> list[Candidate]:
    """The prints of a cluster; what they leave is looked at again as a cluster of its own.

    Beside large prints a small one's rectangles are not among the best of the whole cluster.
    """
    found = prints_of(lab, ground, cluster, least, noise)
    if not found:
        return []
    for rest in _left(cluster, [each.frame for each in found], least):
        for other in prints_of(lab, ground, rest, least, noise):
            if _is_sure(other) and _bare(ground, other.frame) < 1 - _HOLLOW:
                found.append(other)
    return found


def _left(cluster: Mask, frames: list[Frame], least: float) -> list[Mask]:
    """Parts of a cluster as large as a print that no frame holds."""
    rest: Any = cluster.astype(np.uint8)
    for frame in frames:
        corners = np.round(grown(frame, 2, 2, 2, 2).corners() * 16).astype(np.int32)
        cv2.fillConvexPoly(rest, corners, 0, shift=4)
    size = round(0.5 * least) | 1
    rest = cv2.morphologyEx(rest, cv2.MORPH_OPEN, np.ones((size, size), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(rest)
    large = [n for n in range(1, count) if stats[n, cv2.CC_STAT_AREA] > 0.7 * least**2]
    return [labels == label for label in large]


def _is_sure(each: Candidate) -> bool:
    """Whether a candidate is filled and its sides are seen well."""
    return each.gain > 0.6 * each.frame.area and float(np.mean(each.sides)) > _SURE_SEEN


def prints_of(
    lab: F32, ground: Ground, cluster: Mask, least: float, noise: float
) -> list[Candidate]:
    """The rectangles that explain a cluster best; one, where its outline is one's own."""
    lone = lone_print(cluster)
    if lone is not None and min(lone.width, lone.height) < least:  # dust along a line
        lone = None
    pool: list[Candidate] = []
    for angle in angles(cluster, 6 if lone is None else 2):
        pool += candidates(view_of(lab, ground, cluster, angle, noise), least)
    pool = [candidate for candidate in pool if is_seen(candidate, cluster.shape)]
    pool = [c for c in pool if min(c.sides) > _HOLLOW_SEEN or _bare(ground, c.frame) < _HOLLOW]
    if lone is not None and _bare(ground, lone) > _HOLLOW:  # writing, not a print
        lone = None
    found = choose(pool, cluster, ground.mask)
    if lone is not None and min((np.mean(c.sides) for c in found), default=0.0) < _WELL_SEEN:
        if len(page_edges(lone, cluster.shape)) > 2:
            return []
        alike = [c for c in pool if _alike(c.frame, lone)]
        best = max(alike, key=lambda c: c.gain, default=None)
        return [best or Candidate(lone, (0.8,) * 4, (1.0,) * 4, lone.area)]
    return found


def _bare(ground: Ground, frame: Frame) -> float:
    """How much of a frame looks like bare ground, 0..1."""
    return float((straightened(ground.mask.astype(np.float32), frame) > 0.5).mean())


def _alike(one: Frame, other: Frame) -> bool:
    """Whether two frames of nearly the same angle are nearly the same."""
    far = max(abs(one.x - other.x), abs(one.y - other.y))
    size = max(abs(one.width - other.width), abs(one.height - other.height))
    return max(far, size) < 0.1 * min(other.width, other.height)
