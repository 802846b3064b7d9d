"""Geodesic distances on a grid of pixels, by min-plus scans.

Along one row the shortest way to a pixel is ``min over x' of (d[x'] + C[x] - C[x'])`` with C the
running sum of the steps' costs: a running minimum of ``d - C``, which takes as many steps over the
whole picture as its length has bits (Hillis and Steele, "Data parallel algorithms", 1986). Scans
along rows and columns, both ways, are repeated until nothing gets shorter, as in raster-scan
distance transforms (Toivanen, "New geodesic distance transforms for gray-scale images", 1996).
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from core.color import F32

F64 = npt.NDArray[np.float64]

#: Beyond every way: infinity less infinity is not a number.
_FAR: Final = 1e6
#: A way turns this often at most.
_MOST_ROUNDS: Final = 64


def geodesic_distances(
    start: F64, right: F64, down: F64, *, settled: float = 1e-3, rounds: int = _MOST_ROUNDS
) -> F64:
    """The shortest distance (h, w) of each pixel, 4-connected.

    Args:
        start: distances (h, w) to begin with: 0 at the sources, infinity or much elsewhere.
        right: cost (h, w - 1) of a step between neighbours in a row, not negative.
        down: cost (h - 1, w) of a step between neighbours in a column, not negative.
        settled: when a round shortens no way by more, it is the last.
        rounds: how many at most: as often a way turns.
    """
    across = np.pad(np.cumsum(right, axis=1), ((0, 0), (1, 0))).astype(np.float32)
    along = np.pad(np.cumsum(down, axis=0), ((1, 0), (0, 0))).astype(np.float32)
    across = np.ascontiguousarray(across.T)  # whole rows at once are quicker
    distances = np.minimum(start, _FAR).astype(np.float32)
    for _ in range(rounds):
        before = distances
        turned = _scanned(np.ascontiguousarray(distances.T), across)
        distances = _scanned(np.ascontiguousarray(turned.T), along)
        if float((before - distances).max()) < settled:
            break
    return distances.astype(np.float64)


def _scanned(distances: F32, sums: F32) -> F32:
    """Down the columns and up again."""
    onward, back = distances - sums, distances + sums
    step = 1
    while step < len(distances):
        for nearer, farther in ((onward[step:], onward[:-step]), (back[:-step], back[step:])):
            np.minimum(nearer, farther, out=nearer)
        step *= 2
    onward += sums
    back -= sums
    shorter: F32 = np.minimum(onward, back)
    return shorter
