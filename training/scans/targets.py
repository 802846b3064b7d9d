"""What the finder should say of each cell of a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from training.scans.layout import Place

F32 = npt.NDArray[np.float32]
Shape = tuple[int, int]


def upright(place: Place) -> Place:
    """The same rectangle with its angle in -45..45."""
    turn = (place.angle + 45) % 90 - 45
    if round((place.angle - turn) / 90) % 2:
        place = replace(place, w=place.h, h=place.w)
    return replace(place, angle=turn)


def targets(prints: Sequence[Place], page: Shape, cells: Shape, stride: int) -> F32:
    """(7, h, w) of a page (H, W) that lies in the upper left of the cells.

    On a print 1, on the ground 0, beyond the page -1; pixels to the left, upper, right and lower
    side of the print that lies on top; its angle in degrees; the weight of the cell, less for
    those of large prints (the root of the number of their cells).
    """
    x = (np.arange(cells[1], dtype=np.float32) + 0.5) * stride
    y = (np.arange(cells[0], dtype=np.float32)[:, None] + 0.5) * stride
    found = np.zeros((7, *cells), np.float32)
    owner = np.full(cells, -1)
    for number, place in enumerate(map(upright, prints)):
        (ux, uy), (vx, vy) = place.axes()
        u = (x - place.x) * ux + (y - place.y) * uy
        v = (x - place.x) * vx + (y - place.y) * vy
        w, h = place.w / 2, place.h / 2
        inside = (np.abs(u) < w) & (np.abs(v) < h)
        sides = np.stack((w + u, h + v, w - u, h - v))
        found[1:5, inside] = sides[:, inside]
        found[5, inside] = place.angle
        owner[inside] = number
    found[0] = owner >= 0
    for number in range(len(prints)):
        own = owner == number
        found[6, own] = 1 / np.sqrt(max(1, own.sum()))
    beyond = (x > page[1]) | (y > page[0])
    found[0, beyond], found[6, beyond] = -1, 0
    return found
