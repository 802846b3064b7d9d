"""The colours a model thinks likely at a place: a palette from its colour bins."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from core.color import F32

#: Colours of a palette are at least this far apart in a*, b*: they are to be told from each other.
_APART: Final = 18.0
#: a*, b* of a likely colour are the mean of the bins this near to it, by their probability.
_NEAR: Final = 12.0


def likely_colors(
    bins: F32, bin_colors: npt.ArrayLike, x: float, y: float, count: int = 5
) -> list[tuple[float, float]]:
    """The most likely a*, b* at a place, the likeliest first, no two of them alike.

    Args:
        bins: logits (K, h, w) of the model.
        bin_colors: a*, b* of the K bins.
        x: place across the photo, 0..1.
        y: place down it, 0..1.
        count: how many; fewer where the model has fewer that differ.
    """
    colors = np.asarray(bin_colors, np.float64)  # (K, 2)
    probability = _probabilities(bins, x, y)
    palette: list[tuple[float, float]] = []
    for index in np.argsort(-probability):
        distances = [float(np.hypot(*(colors[index] - other))) for other in palette]
        if min(distances, default=np.inf) >= _APART:
            a, b = _mean_near(colors, probability, int(index))
            palette.append((a, b))
        if len(palette) == count:
            break
    return palette


def _probabilities(bins: F32, x: float, y: float) -> npt.NDArray[np.float64]:
    _, height, width = bins.shape
    column, row = min(int(x * width), width - 1), min(int(y * height), height - 1)
    logits = bins[:, row, column].astype(np.float64)
    weights = np.exp(logits - logits.max())
    return np.asarray(weights / weights.sum())


def _mean_near(
    colors: npt.NDArray[np.float64], probability: npt.NDArray[np.float64], index: int
) -> tuple[float, float]:
    """Between the bins, which are 10 Lab units apart."""
    near = np.hypot(*(colors - colors[index]).T) <= _NEAR
    a, b = np.average(colors[near], axis=0, weights=probability[near] + 1e-12)
    return float(a), float(b)
