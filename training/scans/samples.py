"""Pages and what the finder should say of them, by number."""

from __future__ import annotations

from typing import Final, NamedTuple

import cv2
import numpy as np
import torch
from torch import Tensor
from torch.utils.data import Dataset

from training.config.scans import ScansConfig
from training.data.cache import PhotoCache
from training.models.print_finder import MULTIPLE_OF, STRIDE
from training.scans.pages import page
from training.scans.targets import targets


class PageSample(NamedTuple):
    """A page and its targets, padded to a multiple of `MULTIPLE_OF`."""

    rgb: Tensor  # (3, H, W), 0..1
    target: Tensor  # (7, H / 4, W / 4)


class PageSamples(Dataset[PageSample]):
    """Sample n depends on (seed, n) alone; those of one batch have one size."""

    def __init__(self, cache: PhotoCache, config: ScansConfig) -> None:
        self.cache, self.config = cache, config

    def __getitem__(self, n: int) -> PageSample:
        config = self.config
        height, width = self._size(n // config.batch_size)
        rng = np.random.default_rng((config.seed, n, 5))
        short = int(rng.choice([1.0, 1.0, rng.uniform(0.82, 1.0)]) * min(height, width))
        shape = (height, short) if width <= height else (short, width)
        made = page(rng, self.cache, shape)  # type: ignore[arg-type]
        beyond = (0, height - shape[0], 0, width - shape[1])
        rgb = cv2.copyMakeBorder(made.pixels, *beyond, borderType=cv2.BORDER_REPLICATE)
        cells = (height // STRIDE, width // STRIDE)
        wanted = targets(made.prints, shape, cells, STRIDE)
        codes = torch.from_numpy(np.ascontiguousarray(rgb.transpose(2, 0, 1)))
        return PageSample(codes / 255, torch.from_numpy(wanted))

    def _size(self, batch: int) -> tuple[int, int]:
        """Of a batch's pages, with what is added: upright, lying, now and then square."""
        rng = np.random.default_rng((self.config.seed, batch, 6))
        short, long = (_multiple(self.config.side * part) for part in (0.75, 1.0))
        square = _multiple(self.config.side * 0.84)
        sizes: Final = ((long, short), (short, long), (square, square))
        return sizes[int(rng.choice(3, p=(0.45, 0.38, 0.17)))]


def _multiple(pixels: float) -> int:
    return max(1, round(pixels / MULTIPLE_OF)) * MULTIPLE_OF
