"""Where one photo lies in another: shots of one scene, found by the places that look alike.

Places that are each other's nearest by the network's features vote for a similarity (scale, turn
and shift), as in RANSAC (Fischler and Bolles, 1981): of many drawn from two pairs each the one that
most pairs agree with is fitted to those by least squares (Umeyama, 1991). Places are complex
numbers, in shares of the photo's width: x + i y.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, cast

import cv2
import numpy as np
import numpy.typing as npt

from core.color import F32

C64 = npt.NDArray[np.complex64]

#: Pairs that are too few to say anything, and the share of them that has to agree.
_FEW: Final = 24
_AGREE: Final = 0.3
#: Similarities that are tried; their number decides how seldom the right one is missed.
_DRAWN: Final = 400
#: How far from each other two pairs have to be, how far off one may be that agrees.
_APART: Final = 0.15
_OFF: Final = 1.5 / 32
#: Scales and turns (in radians) between two shots that are believed.
_SCALES: Final = (0.4, 2.5)
_TURN: Final = 0.35


@dataclass(frozen=True)
class Alignment:
    """The place z of one photo lies at ``turn`` z + ``shift`` of the other."""

    turn: complex
    shift: complex

    def seen_from(self, planes: F32, height: int, width: int) -> tuple[F32, F32]:
        """Planes (C, h, w) of the other photo at the places of the first (C, height, width).

        The second value says (height, width) in 0..1 which of them the other photo shows.
        """
        scale = planes.shape[2] / width
        corner = planes.shape[2] * (self.shift + self.turn * (0.5 + 0.5j) / width) - (0.5 + 0.5j)
        turn = self.turn * scale
        matrix = np.array(
            [[turn.real, -turn.imag, corner.real], [turn.imag, turn.real, corner.imag]]
        )
        there = np.ones(planes.shape[1:], np.float32)
        moved = [_warped(p, matrix, height, width, cv2.BORDER_REPLICATE) for p in planes]
        return np.stack(moved), _warped(there, matrix, height, width, cv2.BORDER_CONSTANT)


def align(distances: F32, one: tuple[int, int], other: tuple[int, int]) -> Alignment | None:
    """How two photos lie to each other; None where they do not show one scene.

    ``distances`` (N, M) are those of each place of the one to each of the other by features; the
    photos' grids have N and M places, in ``one`` and ``other`` as height and width.
    """
    to, back = distances.argmin(axis=1), distances.argmin(axis=0)
    mutual = back[to] == np.arange(len(to))
    here, there = _places(one)[mutual], _places(other)[to[mutual]]
    if len(here) < _FEW:
        return None
    found = _best_of_drawn(here, there)
    for _ in range(3):
        if found is None:
            return None
        agreeing = _agreeing(found, here, there)
        found = _fitted(here[agreeing], there[agreeing]) if agreeing.sum() >= _FEW / 2 else None
    if found is None or _agreeing(found, here, there).mean() < _AGREE:
        return None
    return found


def _places(shape: tuple[int, int]) -> C64:
    """The middles of a grid's cells, in shares of its width."""
    rows, columns = np.mgrid[: shape[0], : shape[1]] + 0.5
    return cast("C64", ((columns + 1j * rows) / shape[1]).ravel().astype(np.complex64))


def _best_of_drawn(here: C64, there: C64) -> Alignment | None:
    # seeded: the same photos are aligned the same each time
    pairs = np.random.default_rng(0).integers(0, len(here), (_DRAWN, 2))
    apart = here[pairs[:, 1]] - here[pairs[:, 0]]
    pairs, apart = pairs[np.abs(apart) > _APART], apart[np.abs(apart) > _APART]
    turns = (there[pairs[:, 1]] - there[pairs[:, 0]]) / apart
    size = np.abs(turns)
    likely = (size > _SCALES[0]) & (size < _SCALES[1]) & (np.abs(np.angle(turns)) < _TURN)
    if not likely.any():
        return None
    turns = turns[likely]
    shifts = there[pairs[likely, 0]] - turns * here[pairs[likely, 0]]
    off = np.abs(turns[:, None] * here + shifts[:, None] - there)
    best = int((off < _OFF).sum(axis=1).argmax())
    return Alignment(complex(turns[best]), complex(shifts[best]))


def _agreeing(found: Alignment, here: C64, there: C64) -> npt.NDArray[np.bool_]:
    off = np.abs(found.turn * here + found.shift - there)
    return cast("npt.NDArray[np.bool_]", off < _OFF)


def _fitted(here: C64, there: C64) -> Alignment:
    middle, target = here.mean(), there.mean()
    spread = np.square(np.abs(here - middle)).sum()
    turn = ((there - target) * np.conj(here - middle)).sum() / max(float(spread), 1e-12)
    return Alignment(complex(turn), complex(target - turn * middle))


def _warped(
    plane: F32, matrix: npt.NDArray[np.float64], height: int, width: int, border: int
) -> F32:
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    moved = cv2.warpAffine(
        np.ascontiguousarray(plane), matrix, (width, height), flags=flags, borderMode=border
    )
    return cast("F32", moved)
