"""Rectangles that could be prints: all pairs of straight lines in a view, weighed at once."""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from core.photo.frame import Frame
from core.scans.evidence import Lines, View

F32 = npt.NDArray[np.float32]
I64 = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]

#: Lines of each direction that are tried: those between ground and print, and those within.
_OUTER: Final = 26
_INNER: Final = 18
_ASIDE: Final = 4
#: Candidates kept of each view.
_KEPT: Final = 40
_LONGEST: Final = 4.0
#: Of a cluster, what a lone print fills at least: a hair or a caption may lie beside it.
_ALL: Final = 0.85
#: What a side's unseen part costs, of the rectangle's area that it bounds.
_MISSING: Final = 0.3


def candidates(view: View, least: float) -> list[Frame]:
    """The best rectangles of a view whose sides are at least ``least`` pixels long."""
    left, right, xs = _sides(view.vertical, view.ground, least)
    top, bottom, ys = _sides(view.horizontal.upright(), view.ground.T, least)
    if len(xs) < 2 or len(ys) < 2:
        return []
    x0, x1 = _pairs(xs, least)
    y0, y1 = _pairs(ys, least)
    if not len(x0) or not len(y0):
        return []
    x0, x1 = np.repeat(x0, len(y0)), np.repeat(x1, len(y0))
    y0, y1 = np.tile(y0, len(x0) // len(y0)), np.tile(y1, len(x0) // len(y1))
    width, height = (x1 - x0).astype(np.float32), (y1 - y0).astype(np.float32)
    sides = np.stack(
        [
            (left[y1, x0] - left[y0, x0]) / height,
            (right[y1, x1] - right[y0, x1]) / height,
            (top[x1, y0] - top[x0, y0]) / width,
            (bottom[x1, y1] - bottom[x0, y1]) / width,
        ]
    )
    filled = _box_sum(view.print, x0, y0, x1, y1)
    ground = _box_sum(view.ground, x0, y0, x1, y1)
    short = np.minimum(width, height)
    missing = height * (2 - sides[0] - sides[1]) + width * (2 - sides[2] - sides[3])
    gain = filled - 1.5 * ground - _MISSING * short * missing
    gain[np.maximum(width, height) > _LONGEST * short] = -1
    gain[(sides > 0.5).sum(0) < 3] = -1
    fit = np.clip(gain / (width * height), 0, 1)
    box = (x0, y0, x1, y1)
    best = _distinct(gain * fit**2, box, 0.9, _KEPT)
    best += _distinct(fit * np.sqrt(gain.clip(0)), box, 0.75, _KEPT)
    best = sorted(set(best))
    return [_frame(view, x0[i], y0[i], x1[i], y1[i]) for i in best]


def _frame(view: View, x0: float, y0: float, x1: float, y1: float) -> Frame:
    x, y = view.to_page((x0 + x1) / 2 + 1, (y0 + y1) / 2 + 1)
    return Frame(float(x), float(y), float(x1 - x0), float(y1 - y0), view.angle)


def _sides(lines: Lines, ground: Mask, least: float) -> tuple[F32, F32, I64]:
    """Running sums down the columns of the evidence of left and right sides, and their places."""
    before, after = _shifted(ground, _ASIDE), _shifted(ground, -_ASIDE)
    seen, clear = _widened(lines.any), _widened(lines.clear)
    outline = before ^ after
    outer, inner = _runs(seen & outline), _runs(clear)
    places = _peaks(outer, 0.3 * least, _OUTER)
    places = np.union1d(places, _peaks(inner, 0.8 * least, _INNER))
    return (
        _running(_support(seen, clear, before, after)),
        _running(_support(seen, clear, after, before)),
        places.astype(np.int64),
    )


def _support(seen: Mask, clear: Mask, outside: Mask, inside: Mask) -> F32:
    """How far each pixel speaks for a side there, 0..1: best where the ground ends."""
    ends = np.where(seen, 1.0, 0.4)
    within = np.where(clear, 0.8, 0.0)
    on_ground = np.where(clear, 0.7, 0.0)
    wrong = np.where(clear, 0.2, 0.0)
    answer = np.where(outside, np.where(inside, on_ground, ends), np.where(inside, wrong, within))
    return answer.astype(np.float32)


def _widened(lines: Mask) -> Mask:
    return cv2.dilate(lines.astype(np.uint8), np.ones((1, 3), np.uint8)).astype(bool)


def _shifted(mask: Mask, by: int) -> Mask:
    """The mask moved right by that many columns; what comes in is True: beyond lies no print."""
    out = np.ones_like(mask)
    if by > 0:
        out[:, by:] = mask[:, :-by]
    else:
        out[:, :by] = mask[:, -by:]
    return out


def _running(values: F32) -> F32:
    out = np.zeros((values.shape[0] + 1, values.shape[1] + 1), np.float32)
    np.cumsum(values, 0, out=out[1:, :-1])
    return out


def _runs(mask: Mask) -> I64:
    """The longest run of each column, gaps of a few pixels closed."""
    closed = cv2.morphologyEx(mask.astype(np.uint8), cv2.MORPH_CLOSE, np.ones((9, 1), np.uint8))
    run = np.zeros(mask.shape[1], np.int64)
    best = np.zeros(mask.shape[1], np.int64)
    for row in closed:
        run = (run + 1) * row
        np.maximum(best, run, out=best)
    return best


def _peaks(runs: I64, least: float, most: int) -> I64:
    """Columns of the longest runs, none within two of a longer one."""
    found: list[int] = []
    left = runs.astype(np.float32)
    smooth = np.convolve(left, (0.25, 0.5, 0.25), "same")
    while len(found) < most:
        place = int(smooth.argmax())
        if smooth[place] < least:
            break
        found.append(place)
        smooth[max(0, place - 2) : place + 3] = 0
    return np.array(found, np.int64)


def _pairs(places: I64, least: float) -> tuple[I64, I64]:
    first, second = np.triu_indices(len(places), 1)
    wide = places[second] - places[first] >= least
    return places[first[wide]], places[second[wide]]


def _box_sum(mask: Mask, x0: I64, y0: I64, x1: I64, y1: I64) -> F32:
    total = cv2.integral(mask.astype(np.uint8))
    return (total[y1, x1] - total[y0, x1] - total[y1, x0] + total[y0, x0]).astype(np.float32)


def _distinct(gain: F32, box: tuple[I64, I64, I64, I64], alike: float, most: int) -> list[int]:
    """The best, and of those that are nearly the same only the best."""
    x0, y0, x1, y1 = box
    order = np.argsort(-gain)[:6000]
    order = order[gain[order] > 0]
    kept: list[int] = []
    alive = np.ones(len(order), bool)
    area = ((x1 - x0) * (y1 - y0))[order]
    for number, index in enumerate(order):
        if not alive[number]:
            continue
        kept.append(int(index))
        if len(kept) == most:
            break
        w = np.minimum(x1[index], x1[order]) - np.maximum(x0[index], x0[order])
        h = np.minimum(y1[index], y1[order]) - np.maximum(y0[index], y0[order])
        both = np.maximum(w, 0) * np.maximum(h, 0)
        alive &= both < alike * (area + area[number] - both)
    return kept


def lone_print(cluster: Mask) -> Frame | None:
    """The frame of a cluster whose outline is one convex four-sided figure, seen askew or not."""
    ys, xs = np.nonzero(cluster)
    size = max(5, round(0.07 * min(np.ptp(ys), np.ptp(xs)))) | 1  # a hair is narrower
    clean = cv2.morphologyEx(
        cluster.astype(np.uint8), cv2.MORPH_OPEN, np.ones((size, size), np.uint8)
    )
    outlines, _ = cv2.findContours(clean, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    if not outlines:
        return None
    outline = max(outlines, key=cv2.contourArea)
    hull = cv2.convexHull(outline)
    area = cv2.contourArea(outline)
    if area < _ALL * len(xs):  # others lie beside it
        return None
    rough = cv2.approxPolyDP(hull, 0.02 * cv2.arcLength(hull, True), True)
    (x, y), (w, h), angle = cv2.minAreaRect(hull)
    askew = len(rough) == 4 and area > 0.97 * cv2.contourArea(hull) and area > 0.87 * w * h
    if not askew and area < 0.935 * w * h:
        return None
    turn = (angle + 45) % 90 - 45
    if round((angle - turn) / 90) % 2:
        w, h = h, w
    return Frame(x + 0.5, y + 0.5, w + 1, h + 1, turn)


def angles(cluster: Mask, most: int = 6) -> list[float]:
    """The directions of a cluster's straight outlines, -45..45 degrees, the longest first."""
    outlines, _ = cv2.findContours(
        cluster.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE
    )
    found: list[tuple[float, float]] = []
    for outline in outlines:
        found += _straight_parts(outline[:, 0].astype(np.float32))
    return _clustered(found, most)


def _straight_parts(outline: F32) -> list[tuple[float, float]]:
    """(length, angle) of an outline's straight parts."""
    if len(outline) < 40:
        return []
    rough = cv2.approxPolyDP(outline[:, None], 2.5, True)[:, 0]
    at = [int(np.abs(outline - corner).sum(1).argmin()) for corner in rough]
    found = []
    for start, end in zip(at, [*at[1:], at[0]], strict=True):
        part = (
            outline[start:end] if end > start else np.concatenate([outline[start:], outline[:end]])
        )
        if len(part) < 20:
            continue
        trimmed = part[2:-2]
        dx, dy, _, _ = cv2.fitLine(trimmed, cv2.DIST_HUBER, 0, 0.01, 0.01).ravel()
        angle = (np.degrees(np.arctan2(dy, dx)) + 45) % 90 - 45
        found.append((float(np.hypot(*(part[-1] - part[0]))), float(angle)))
    return found


def _clustered(found: list[tuple[float, float]], most: int) -> list[float]:
    """Lengths added up for angles within a degree of each other; the weighted mean of each."""
    means: list[tuple[float, float]] = []
    rest = sorted(found, reverse=True)
    while rest:
        center = rest[0][1]
        near = [(n, a) for n, a in rest if abs((a - center + 45) % 90 - 45) <= 1.0]
        rest = [item for item in rest if item not in near]
        total = sum(n for n, _ in near)
        offset = sum(n * ((a - center + 45) % 90 - 45) for n, a in near) / total
        means.append((total, (center + offset + 45) % 90 - 45))
    return [angle for _, angle in sorted(means, reverse=True)[:most]]
