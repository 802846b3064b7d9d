"""Means over photographs with 95 % intervals: the percentile bootstrap (Efron, 1979), seeded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt

F64 = npt.NDArray[np.float64]

RESAMPLES: Final = 1000


@dataclass(frozen=True)
class Estimate:
    """A figure and its 95 % interval."""

    value: float
    low: float
    high: float

    def text(self, digits: int = 2) -> str:
        """``24.31 [24.10, 24.52]``."""
        return f"{self.value:.{digits}f} [{self.low:.{digits}f}, {self.high:.{digits}f}]"


@lru_cache(maxsize=4)
def resampling_counts(photos: int, resamples: int, seed: int) -> F64:
    """How often each photo is in each resample, (R, N); every row sums to N."""
    rng = np.random.default_rng((seed, photos, resamples))
    return rng.multinomial(photos, np.full(photos, 1 / photos), size=resamples).astype(np.float64)


def estimate(
    values: npt.ArrayLike, weights: npt.ArrayLike | None = None, seed: int = 0
) -> Estimate:
    """Mean of ``values`` (N,), or sum(values) / sum(weights) where weights (N,) are given.

    Photos are drawn, a value and its weight together: so a ratio's interval is right as well. The
    same seed draws the same photos for every figure.
    """
    above = np.asarray(values, dtype=np.float64)
    below = np.ones_like(above) if weights is None else np.asarray(weights, dtype=np.float64)
    if not below.sum():
        return Estimate(np.nan, np.nan, np.nan)
    counts = resampling_counts(len(above), RESAMPLES, seed)
    drawn_below = counts @ below
    drawn = (counts @ above)[drawn_below > 0] / drawn_below[drawn_below > 0]
    low, high = np.percentile(drawn, (2.5, 97.5))
    return Estimate(float(above.sum() / below.sum()), float(low), float(high))


def estimate_statistic(
    statistic: Callable[[npt.NDArray[np.int64]], float], photos: int, seed: int = 0
) -> Estimate:
    """A statistic of photos, given by their indices: of all of them, and of every resample."""
    everyone = np.arange(photos)
    counts = resampling_counts(photos, RESAMPLES, seed).astype(np.int64)
    drawn = [statistic(np.repeat(everyone, row)) for row in counts]
    low, high = np.percentile(drawn, (2.5, 97.5))
    return Estimate(statistic(everyone), float(low), float(high))
