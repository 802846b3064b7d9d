"""Where prints lie on a page: loosely, in rows, touching, overlapping a little."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from core.photo.frame import Frame

F64 = npt.NDArray[np.float64]
Shape = tuple[int, int]

_TRIES: Final = 15
#: Pixels of the page in one of the map of what is free.
_COARSE: Final = 4


def places(rng: np.random.Generator, shape: Shape) -> list[Frame]:
    """1 to 10 prints on a page (H, W), from the lowest to the uppermost."""
    wanted = min(1 + int(rng.exponential(3.5)), 10)
    if rng.random() < 0.15:
        return _grid(rng, shape)
    style = str(rng.choice(["loose", "touching", "touching", "overlapping"]))
    spread = float(rng.choice([0.4, 0.4, 4, 8, 45]))
    size = min(shape) * rng.uniform(0.8, 1.4) / np.sqrt(wanted + 0.5)
    free = np.ones((shape[0] // _COARSE + 1, shape[1] // _COARSE + 1), np.uint8)
    found: list[Frame] = []
    for _ in range(2 * wanted):
        most = 1 if style == "loose" else int(rng.integers(1, 6))
        group = _group(rng, min(most, wanted - len(found)), size, style)
        found += _put(rng, group, free, shape, spread)
        if len(found) >= wanted:
            break
        size *= 0.9
    return found


def _size(rng: np.random.Generator, size: float) -> tuple[float, float]:
    aspect = float(rng.choice([1.0, 1.33, 1.4, 1.5, rng.uniform(1, 1.8), rng.uniform(1, 3)]))
    short = max(22.0, size * float(np.exp(rng.uniform(-0.55, 0.25))) / np.sqrt(aspect))
    return (short * aspect, short) if rng.random() < 0.55 else (short, short * aspect)


def _group(rng: np.random.Generator, count: int, size: float, style: str) -> list[Frame]:
    """Prints about the origin, each at a side of one before it."""
    same = rng.random() < 0.35
    first = Frame(0, 0, *_size(rng, size))
    group = [first]
    for _ in range(8 * count):
        if len(group) >= count:
            break
        at = group[int(rng.integers(len(group)))]
        w, h = (first.width, first.height) if same or rng.random() < 0.3 else _size(rng, size)
        overlapping = style == "overlapping"
        gap = -rng.uniform(1, 10) if overlapping else rng.choice([0, 0, 0.3, rng.uniform(0, 3)])
        shift = float(rng.choice([0, 0.5, rng.uniform(-0.6, 0.6)])) if not same else 0.0
        side = int(rng.integers(4))
        sign = 1 if side < 2 else -1
        turn = rng.normal(0, 3.5) if overlapping else rng.choice([0, 0, 0, rng.normal(0, 1.5)])
        if side % 2:
            dx, dy = (
                shift * abs(at.width - w) if rng.random() < 0.5 else shift * w,
                (at.height + h) / 2 + gap,
            )
        else:
            dx, dy = (
                (at.width + w) / 2 + gap,
                shift * abs(at.height - h) if rng.random() < 0.5 else shift * h,
            )
        new = Frame(at.x + sign * dx, at.y + sign * dy, w, h, float(turn))
        if all(_common(new, other) < 0.22 for other in group):
            group.append(new)
    order = rng.permutation(len(group))
    return [group[i] for i in order]


def _common(one: Frame, other: Frame) -> float:
    """Of the smaller's area, about what lies in both."""
    w = (one.width + other.width) / 2 - abs(one.x - other.x)
    h = (one.height + other.height) / 2 - abs(one.y - other.y)
    if w <= 1 or h <= 1:
        return 0.0
    w, h = min(w, one.width, other.width), min(h, one.height, other.height)
    return w * h / min(one.width * one.height, other.width * other.height)


def _put(
    rng: np.random.Generator,
    group: list[Frame],
    free: npt.NDArray[np.uint8],
    shape: Shape,
    spread: float,
) -> list[Frame]:
    """The group turned and moved to where nothing lies; none where there is no room."""
    height, width = shape
    for _ in range(_TRIES):
        angle = float(rng.uniform(-spread, spread))
        center = rng.uniform(0, 1, 2) * (width, height)
        moved = [_moved(each, angle, center) for each in group]
        corners = np.concatenate([each.corners() for each in moved])
        edge = float(rng.choice([-1.5, 0, 1, 4]))
        if corners.min() < edge or (corners > np.array((width, height)) - edge).any():
            continue
        mask = np.zeros_like(free)
        for each in moved:
            cv2.fillPoly(mask, [np.round(each.corners() / _COARSE).astype(np.int32)], 1)
        if not (mask > free).any():
            free[cv2.dilate(mask, np.ones((3, 3), np.uint8)) > 0] = 0
            return moved
    return []


def _moved(each: Frame, angle: float, center: F64) -> Frame:
    cos, sin = np.cos(np.radians(angle)), np.sin(np.radians(angle))
    x = cos * each.x - sin * each.y + center[0]
    y = sin * each.x + cos * each.y + center[1]
    return replace(each, x=float(x), y=float(y), angle=each.angle + angle)


def _grid(rng: np.random.Generator, shape: Shape) -> list[Frame]:
    """Prints of one size in rows and columns, a little crooked or not, some left out."""
    rows, columns = (int(n) for n in rng.integers(1, 4, 2))
    cell = np.array((shape[1] / columns, shape[0] / rows))
    fill, loose = rng.uniform(0.6, 0.97), rng.uniform(0, 0.5)
    crooked = float(rng.choice([0, 0.3, 3]))
    aspect = rng.uniform(0.65, 1.5)
    w = min(cell[0], cell[1] * aspect) * fill
    h, found = w / aspect, []
    for number in range(rows * columns):
        if rows * columns > 1 and rng.random() < 0.12:
            continue
        x, y = (np.array((number % columns, number // columns)) + 0.5) * cell
        room = (cell - (w, h)) / 2 * loose
        x, y = (x, y) + rng.uniform(-1, 1, 2) * np.maximum(0, room)
        found.append(Frame(float(x), float(y), w, h, float(rng.normal(0, crooked))))
    return found
