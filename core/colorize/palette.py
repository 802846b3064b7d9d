"""A photo's palette as a whole, and another photo's colours moved into it.

Chroma of each of some overlapping bands of lightness has a mean and a covariance. The linear map
that takes one to the other with the least movement (Monge-Kantorovich, in Pitie and Kokaram, "The
linear Monge-Kantorovitch linear colour mapping for example-based colour transfer", 2007) moves the
colours; between bands the maps are mixed. L* stays.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from core.color import F32

F64 = npt.NDArray[np.float64]

#: L* of the bands' middles, and how wide they are.
_BANDS: Final = np.array([15.0, 35.0, 50.0, 65.0, 85.0])
_WIDTH: Final = 12.0
#: Added to each variance: bands of one colour have none, and grain has some.
_LEAST_VARIANCE: Final = 4.0
#: Weight of all bands together in each: where a photo has no shadows, its shadows are as the rest.
_COMMON: Final = 0.15
#: A palette stretches chroma by so much at most, and squeezes it no further.
_MOST_GAIN: Final = 2.5
_LEAST_GAIN: Final = 0.4


@dataclass(frozen=True, eq=False)
class Palette:
    """Mean (B, 2) and covariance (B, 2, 2) of a*, b* in each band of lightness."""

    mean: F64
    covariance: F64

    @classmethod
    def of(cls, L: F32, ab: F32) -> Palette:
        """Of L* (h, w) and chroma (2, h, w)."""
        weights = _band_weights(L.ravel())  # (B, N)
        weights /= np.maximum(weights.sum(axis=1, keepdims=True), 1e-9)
        weights += _COMMON * weights.mean(axis=0)
        weights /= weights.sum(axis=1, keepdims=True)
        colors = ab.reshape(2, -1).astype(np.float64)
        mean = weights @ colors.T
        apart = colors[None] - mean[:, :, None]  # (B, 2, N)
        covariance = np.einsum("bn,bin,bjn->bij", weights, apart, apart)
        return cls(mean, covariance + _LEAST_VARIANCE * np.eye(2))

    def moved(self, L: F32, ab: F32) -> F32:
        """Chroma (2, h, w) of a photo with L* (h, w), moved into this palette."""
        own = Palette.of(L, ab)
        maps = [_map(a, b) for a, b in zip(own.covariance, self.covariance, strict=True)]
        weights = _band_weights(L.ravel())
        weights /= np.maximum(weights.sum(axis=0), 1e-9)
        colors, moved = ab.reshape(2, -1).astype(np.float64), np.zeros((2, L.size))
        for band, turn in enumerate(maps):
            there = turn @ (colors - own.mean[band][:, None]) + self.mean[band][:, None]
            moved += weights[band] * there
        return moved.reshape(ab.shape).astype(np.float32)


def _band_weights(L: F32) -> F64:
    """(B, N): how far each pixel belongs to each band."""
    clipped = np.clip(L, _BANDS[0], _BANDS[-1])
    weights: F64 = np.exp(-0.5 * ((clipped[None] - _BANDS[:, None]) / _WIDTH) ** 2)
    return weights.astype(np.float64)


def _map(own: F64, wanted: F64) -> F64:
    """(2, 2): own^-1/2 (own^1/2 wanted own^1/2)^1/2 own^-1/2, its gains held in bounds."""
    root, inverse = _power(own, 0.5), _power(own, -0.5)
    return _bounded(inverse @ _power(root @ wanted @ root, 0.5) @ inverse)


def _power(matrix: F64, exponent: float) -> F64:
    values, vectors = np.linalg.eigh(matrix)
    powered: F64 = (vectors * np.maximum(values, 1e-9) ** exponent) @ vectors.T
    return powered


def _bounded(matrix: F64) -> F64:
    values, vectors = np.linalg.eigh((matrix + matrix.T) / 2)
    bounded: F64 = (vectors * np.clip(values, _LEAST_GAIN, _MOST_GAIN)) @ vectors.T
    return bounded
