"""Pages and what the finder should say of them, by number."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, NamedTuple

import numpy as np
import torch
from torch import Tensor
from torch.utils.data import Dataset

from training.config.scans import ScansConfig
from training.data.cache import PhotoCache
from training.models.print_finder import MULTIPLE_OF, STRIDE
from training.scans.pages import Page, flipped, page
from training.scans.targets import targets


class PageSample(NamedTuple):
    """A page, or a part of one, and its targets."""

    rgb: Tensor  # (3, H, W), 0..1
    target: Tensor  # (2, H / 2, W / 2), 0..1


#: Pages that are kept, and how often each is shown before it goes: flipped, another part of it.
_KEPT: Final = 480
_SHOWN: Final = 4
#: How many times as large as the sample a page is; all of it is seen where it is 1.
_SIZES: Final = (1.0, 1.0, 1.3, 1.6, 2.0)


class PageSamples(Dataset[PageSample]):
    """Sample n depends on (seed, n) alone; those of one batch have one size."""

    def __init__(self, cache: PhotoCache, config: ScansConfig) -> None:
        self.cache, self.config = cache, config
        self._kept: dict[int, Page] = {}

    def __getitem__(self, n: int) -> PageSample:
        often, place = divmod(n, _KEPT)
        number = often // _SHOWN * _KEPT + place
        rng = np.random.default_rng((self.config.seed, n, 7))
        made = flipped(self._page(number), int(rng.integers(4)))
        height, width = self._size(number)
        top, left = (
            int(rng.integers(whole - part + 1))
            for whole, part in zip(made.pixels.shape, (height, width), strict=False)
        )
        prints = [replace(each, x=each.x - left, y=each.y - top) for each in made.prints]
        wanted = targets(prints, (height, width), STRIDE)
        part = made.pixels[top : top + height, left : left + width]
        codes = torch.from_numpy(np.ascontiguousarray(part.transpose(2, 0, 1)))
        return PageSample(codes / 255, torch.from_numpy(wanted))

    def _page(self, number: int) -> Page:
        if number not in self._kept:
            if len(self._kept) >= _KEPT:
                del self._kept[next(iter(self._kept))]
            self._kept[number] = self._drawn(number)
        return self._kept[number]

    def _drawn(self, number: int) -> Page:
        rng = np.random.default_rng((self.config.seed, number, 5))
        larger = float(rng.choice(_SIZES)) if self.config.parts else 1.0
        height, width = (int(n * larger) for n in self._size(number))
        return page(rng, self.cache, (height, width))  # type: ignore[arg-type]

    def _size(self, number: int) -> tuple[int, int]:
        """Of a batch's samples: upright, lying, now and then square."""
        rng = np.random.default_rng((self.config.seed, number // self.config.batch_size, 6))
        short, long = (_multiple(self.config.side * part) for part in (0.75, 1.0))
        square = _multiple(self.config.side * 0.84)
        sizes: Final = ((long, short), (short, long), (square, square))
        return sizes[int(rng.choice(3, p=(0.45, 0.38, 0.17)))]


def _multiple(pixels: float) -> int:
    return max(1, round(pixels / MULTIPLE_OF)) * MULTIPLE_OF
