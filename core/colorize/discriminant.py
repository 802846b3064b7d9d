"""How unlike the inside of an area each pixel is, and how like its outside: Fisher's discriminant.

R. A. Fisher, "The use of multiple measurements in taxonomic problems", 1936: of all directions the
one along which two classes lie farthest apart, measured by their own spread.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from core.color import F32

F64 = npt.NDArray[np.float64]

#: Added to the spread along every direction, as a share of its mean: few pixels say little.
_RIDGE: Final = 0.1
#: Slope of the answer, where -1 and 1 are the means of both classes.
_GAIN: Final = 2.4


def unlikeness(pixels: F32, inside: F32) -> F64:
    """(h, w) in 0..1: 0 like the inside, 1 like the outside.

    Args:
        pixels: (h, w, C).
        inside: (h, w) in 0..1, how much of a pixel counts as inside.
    """
    height, width, channels = pixels.shape
    table = pixels.reshape(-1, channels).astype(np.float64)
    share = inside.reshape(-1).astype(np.float64)
    (mean, spread), (other, wide) = (_moments(table, weight) for weight in (share, 1 - share))
    both = (spread + wide) / 2
    ridge = _RIDGE * np.trace(both) / channels + 1e-9
    direction = np.linalg.solve(both + ridge * np.eye(channels), mean - other)
    apart = max(float((mean - other) @ direction), 1e-9)
    place = (table @ direction - (mean + other) @ direction / 2) * (2 / apart)
    likely: F64 = 1 / (1 + np.exp(np.clip(_GAIN * place, -30, 30)))
    return likely.reshape(height, width)


def _moments(table: F64, weight: F64) -> tuple[F64, F64]:
    """Weighed mean (C,) and covariance (C, C)."""
    total = max(float(weight.sum()), 1e-9)
    mean = (weight @ table) / total
    covariance: F64 = (table * weight[:, None]).T @ table / total - np.outer(mean, mean)
    return mean, covariance
