"""Prints from the maps of the network: what each place says of the print that it lies in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from core.photo.frame import Frame, axes, folded

F32 = npt.NDArray[np.float32]
F64 = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]

#: The logit from which on a place lies on a print.
_ON: Final = 0.0
#: Of the smaller side, how far two votes for one print lie apart at most, and their sides' lengths.
_NEAR: Final = 0.2
#: Cells that a print takes at least, and the part of its own that must vote for it.
_FEWEST: Final = 8
_SHARE: Final = 0.4


@dataclass(frozen=True)
class Vote:
    """A print that places vote for.

    Attributes:
        frame: in the pixels that the network saw.
        share: of the places in it that lie in no print found before, those that vote for it.
        spread: how far its left, upper, right and lower side may be off, in pixels.
    """

    frame: Frame
    share: float
    spread: tuple[float, float, float, float]


@dataclass
class _Cells:
    """Cells on prints, one a row: where they lie, what they say."""

    at: F64  # (n, 2) x, y
    sides: F64  # (n, 4)
    spread: F64  # (n, 4), logarithms
    angle: F64  # (n,)

    def kept(self, keep: Mask) -> _Cells:
        return _Cells(self.at[keep], self.sides[keep], self.spread[keep], self.angle[keep])

    def turned_to(self, angle: float) -> _Cells:
        """The same said of the sides as they are called at an angle."""
        away = np.round((angle - self.angle) / 90).astype(int)
        order = (np.arange(4) + away[:, None]) % 4
        return _Cells(
            self.at,
            np.take_along_axis(self.sides, order, 1),
            np.take_along_axis(self.spread, order, 1),
            self.angle + 90 * away,
        )

    def centers(self) -> F64:
        """(n, 2): the middle of each one's print."""
        turn = np.radians(self.angle)
        cos, sin = np.cos(turn), np.sin(turn)
        x = (self.sides[:, 2] - self.sides[:, 0]) / 2
        y = (self.sides[:, 3] - self.sides[:, 1]) / 2
        return self.at + np.column_stack([cos * x - sin * y, sin * x + cos * y])


def votes(maps: F32, stride: int) -> list[Vote]:
    """Prints that the places of a page vote for, the surest first.

    Args:
        maps: (10, h, w), as `core.inference.print_model` says.
        stride: pixels of the page in a cell.
    """
    cells = _on_prints(maps, stride)
    found: list[Vote] = []
    alive = np.ones(len(cells.at), bool)
    while alive.sum() >= _FEWEST:
        rest = cells.kept(alive)
        seed = int(rest.spread.sum(1).argmin())
        agree, frame, spread = _agreeing(rest, seed)
        inside = _inside(rest.at, frame)
        count, area = int((agree & inside).sum()), max(1, int(inside.sum()))
        if count >= _FEWEST and count > _SHARE * area:
            found.append(Vote(frame, count / area, spread))
            gone = agree
        else:
            gone = agree & inside
        gone[seed] = True
        alive[np.flatnonzero(alive)[gone]] = False
    return found


def _on_prints(maps: F32, stride: int) -> _Cells:
    y, x = np.nonzero(maps[0] > _ON)
    said = maps[1:, y, x].astype(np.float64)
    at = (np.column_stack([x, y]) + 0.5) * stride
    return _Cells(at, np.maximum(said[:4].T, 0.5), said[4:8].T, said[8])


def _agreeing(cells: _Cells, seed: int) -> tuple[Mask, Frame, tuple[float, float, float, float]]:
    """Cells that mean the same print as one of them, and the frame that they agree on."""
    turned = cells.turned_to(float(cells.angle[seed]))
    centers, sizes = turned.centers(), turned.sides[:, :2] + turned.sides[:, 2:]
    center, size, angle = centers[seed], sizes[seed], turned.angle[seed]
    for _ in range(2):
        near = _NEAR * size.min() + 2
        agree = (np.abs(centers - center).max(1) < near) & (np.abs(sizes - size) < 2 * near).all(1)
        agree[seed] = True
        own = turned.kept(agree)
        angle = _weighted_median(own.angle, np.exp(-own.spread.mean(1)))
        sides, spread = _common_sides(own, center, angle)
        frame = _frame(center, angle, sides)
        center, size = np.array((frame.x, frame.y)), np.array((frame.width, frame.height))
    turn = folded(frame.angle)
    if round((frame.angle - turn) / 90) % 2:
        frame = Frame(frame.x, frame.y, frame.height, frame.width, turn)
    else:
        frame = Frame(frame.x, frame.y, frame.width, frame.height, turn)
    return agree, frame, spread


def _common_sides(
    cells: _Cells, center: F64, angle: float
) -> tuple[F64, tuple[float, float, float, float]]:
    """How far from a centre the sides lie, by those that know best; and how far they are off."""
    away = (cells.at - center) @ axes(angle).T
    places, spreads = [], []
    for side in range(4):
        own = away[:, side % 2] * (1 if side > 1 else -1) + cells.sides[:, side]
        weight = np.exp(-2 * cells.spread[:, side])
        places.append(_weighted_median(own, weight))
        spreads.append(float(np.exp(np.percentile(cells.spread[:, side], 10))))
    return np.array(places), tuple(spreads)  # type: ignore[return-value]


def _frame(center: F64, angle: float, sides: F64) -> Frame:
    left, top, right, bottom = sides
    shift = np.array((right - left, bottom - top)) / 2 @ axes(angle)
    x, y = center + shift
    return Frame(float(x), float(y), float(left + right), float(top + bottom), float(angle))


def _weighted_median(values: F64, weights: F64) -> float:
    order = np.argsort(values)
    total = np.cumsum(weights[order])
    return float(values[order[int(np.searchsorted(total, total[-1] / 2))]])


def _inside(at: F64, frame: Frame) -> Mask:
    away = np.abs((at - (frame.x, frame.y)) @ axes(frame.angle).T)
    inside: Mask = (away < np.array((frame.width, frame.height)) / 2).all(1)
    return inside
