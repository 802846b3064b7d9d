"""Geodesic distances on a grid of pixels, by min-plus scans.

Along one row the shortest way to a pixel is ``min over x' of (d[x'] + C[x] - C[x'])`` with C the
running sum of the steps' costs: a running minimum of ``d - C``. Scans along rows and columns, both
ways over the whole picture at once, are repeated until nothing gets shorter, as in raster-scan
distance transforms (Toivanen, "New geodesic distance transforms for gray-scale images", 1996).
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

F64 = npt.NDArray[np.float64]

#: A way turns this often at most; those of photos are settled after some twenty.
_MOST_ROUNDS: Final = 64
#: Shortening below this is not worth another round.
_SETTLED: Final = 1e-3


def geodesic_distances(start: F64, right: F64, down: F64) -> F64:
    """The shortest distance (h, w) of each pixel, 4-connected.

    Args:
        start: distances (h, w) to begin with: 0 at the sources, infinity or much elsewhere.
        right: cost (h, w - 1) of a step between neighbours in a row, not negative.
        down: cost (h - 1, w) of a step between neighbours in a column, not negative.
    """
    across = np.pad(np.cumsum(right, axis=1), ((0, 0), (1, 0)))
    along = np.pad(np.cumsum(down, axis=0), ((1, 0), (0, 0)))
    distances = np.minimum(start, 1e12)  # infinity less infinity is not a number
    for _ in range(_MOST_ROUNDS):
        before = distances
        for sums, axis in ((across, 1), (along, 0)):
            distances = _scanned(distances, sums, axis)
        if float((before - distances).max()) < _SETTLED:
            break
    return distances


def _scanned(distances: F64, sums: F64, axis: int) -> F64:
    """Both ways along one axis."""
    onward = np.minimum.accumulate(distances - sums, axis=axis) + sums
    flipped = np.flip(distances + sums, axis=axis)
    back = np.flip(np.minimum.accumulate(flipped, axis=axis), axis=axis) - sums
    return np.minimum(onward, back)
