"""Sampling of photographs: which one the n-th sample is of, by kind, colourfulness and size."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from training.config import ConfigError, DataConfig
from training.data.cache import PhotoCache
from training.data.filters import NEAR_GREY


class PhotoSampler:
    """Photos of at least ``min_side`` pixels: each once an epoch, or as often as its weight says.

    Raises:
        ConfigError: the cache holds no photo of that size.
    """

    def __init__(self, cache: PhotoCache, config: DataConfig, seed: int, min_side: int = 0) -> None:
        self.candidates: npt.NDArray[np.int64] = np.flatnonzero(cache.short_sides >= min_side)
        if not len(self.candidates):
            raise ConfigError(
                f"No photo of the cache has a shorter side of {min_side} pixels: lower min_side, or"
                " prepare the photographs with a larger --size."
            )
        self.probability = sampling_weights(cache, config)[self.candidates]
        self.probability /= self.probability.sum()
        self.seed = seed
        self._drawn: tuple[int, npt.NDArray[np.int64]] | None = None  # the last epoch's order

    def photo(self, n: int) -> int:
        """Index in the cache of sample n's photo."""
        epoch, position = divmod(n, len(self.candidates))
        return int(self.epoch(epoch)[position])

    def epoch(self, epoch: int) -> npt.NDArray[np.int64]:
        """Indices in the cache, in the order of an epoch."""
        if self._drawn is None or self._drawn[0] != epoch:
            self._drawn = (epoch, self._draw(epoch))
        return self._drawn[1]

    def _draw(self, epoch: int) -> npt.NDArray[np.int64]:
        rng = np.random.default_rng((self.seed, epoch))
        if np.ptp(self.probability) == 0:
            return rng.permutation(self.candidates)
        return rng.choice(self.candidates, len(self.candidates), p=self.probability)


def sampling_weights(cache: PhotoCache, config: DataConfig) -> npt.NDArray[np.float64]:
    """Weights (N,) of the photos by their kind and their mean chroma; near-grey ones by share."""
    kinds = np.array([config.kind_weights.get(kind, 1.0) for kind in cache.kinds.tolist()])
    weights: npt.NDArray[np.float64] = kinds * np.maximum(cache.chroma, 1.0) ** config.chroma_power
    grey = cache.chroma < NEAR_GREY
    if config.grey_share is not None and grey.any() and not grey.all():
        for chosen, share in ((grey, config.grey_share), (~grey, 1 - config.grey_share)):
            weights[chosen] *= share / weights[chosen].sum()
    return weights
