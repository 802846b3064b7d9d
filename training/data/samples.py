"""Photographs -> (L, ab, hints). The n-th sample of a run is a function of (seed, n).

So resuming is counting, a second process takes every second n, and no worker holds a state worth
saving. Lab comes from ``core.color`` only.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, NamedTuple, TypeVar

import cv2
import numpy as np
import torch
from threadpoolctl import threadpool_limits
from torch import Tensor
from torch.utils.data import DataLoader, Dataset, Sampler

from core.color import F32, rgb_to_L, rgb_to_lab
from training.config import DataConfig
from training.data.cache import U8, PhotoCache
from training.data.degrade import degrade
from training.data.photo_sampling import PhotoSampler

#: A named tuple of tensors: `Batch` and what other networks learn from.
Tensors = TypeVar("Tensors", bound=tuple[Tensor, ...])

#: Colour points are patches of 1 to 7 pixels, as in Zhang et al., 2017: so many about the middle.
MAX_HALF: Final = 3


class Batch(NamedTuple):
    """What a step sees. ab is at 1/stride of L."""

    L: Tensor  # (N, 1, H, W), 0..100, as an old photograph would show it
    ab: Tensor  # (N, 2, h, w), the truth, Lab units
    hints: Tensor  # (N, 3, H, W): a*, b*, mask

    def to(self, device: torch.device) -> Batch:
        """The batch on a device, channels last."""
        return Batch(*(t.to(device, memory_format=torch.channels_last) for t in self))


@dataclass(frozen=True)
class Sizes:
    """The side of every sample: one for all that are learnt from together, drawn anew each time."""

    choices: tuple[int, ...]
    together: int = 1  # samples of a step, in all processes
    first: int = 0  # number of any step's first sample
    seed: int = 0

    def of(self, n: int) -> int:
        """Side in pixels of sample n."""
        step = (n - self.first) // self.together + 1  # a seed is never negative
        return int(np.random.default_rng((self.seed, step, 2)).choice(self.choices))


class TrainingSamples(Dataset[Batch]):
    """Augmented training samples, by number."""

    def __init__(
        self,
        cache: PhotoCache,
        config: DataConfig,
        *,
        sizes: Sizes,
        stride: int,
        seed: int,
        hints: bool,
        min_side: int = 0,
    ) -> None:
        self.cache = cache
        self.config = config
        self.sizes = sizes
        self.stride = stride
        self.seed = seed
        self.hints = hints
        self.order = PhotoSampler(cache, config, seed, min_side)

    def __getitem__(self, n: int) -> Batch:
        rng = np.random.default_rng((self.seed, n, 1))
        rgb_u8 = self.augment(self.cache[self.order.photo(n)], rng, self.sizes.of(n))
        ab = rgb_to_lab(rgb_u8)[..., 1:]  # (S, S, 2)
        degrader = self.config.degrade
        L = rgb_to_L(rgb_u8) if degrader is None else degrade(rgb_u8, rng, degrader)
        hints = self._hints(ab, rng)
        target = self._at_output_size(ab)
        return Batch(torch.from_numpy(L)[None], channels_first(target), channels_first(hints))

    def _at_output_size(self, ab: F32) -> F32:
        """Mean ab under each pixel of the generator's output."""
        if self.stride == 1:
            return ab
        small = len(ab) // self.stride
        return cv2.resize(ab, (small, small), interpolation=cv2.INTER_AREA).astype(np.float32)

    def augment(self, rgb_u8: U8, rng: np.random.Generator, size: int) -> U8:
        """A random square of the photo, scaled to ``size``, perhaps flipped: (S, S, 3)."""
        height, width = rgb_u8.shape[:2]
        side = round(min(height, width) * rng.uniform(self.config.min_crop, 1.0))
        top, left = rng.integers(0, height - side + 1), rng.integers(0, width - side + 1)
        crop = rgb_u8[top : top + side, left : left + side]
        if self.config.flip and rng.random() < 0.5:
            crop = crop[:, ::-1]
        shrink = cv2.INTER_AREA if side > size else cv2.INTER_CUBIC
        scaled = cv2.resize(np.ascontiguousarray(crop), (size, size), interpolation=shrink)
        return scaled.astype(np.uint8, copy=False)

    def _hints(self, ab: F32, rng: np.random.Generator) -> F32:
        if not self.hints or rng.random() >= self.config.hint_probability:
            return np.zeros((*ab.shape[:2], 3), np.float32)
        # few points are what people give: 1 to max_hints, on a logarithmic scale
        count = round(self.config.max_hints ** rng.random())
        return hints_from_truth(ab, count, rng)


def hints_from_truth(ab: F32, count: int, rng: np.random.Generator) -> F32:
    """``count`` colour points at random places of ab (H, W, 2) -> (H, W, 3): mean a*, b*, mask."""
    height, width = ab.shape[:2]
    raster = np.zeros((height, width, 3), np.float32)
    for _ in range(count):
        half = int(rng.integers(0, MAX_HALF + 1))
        point_at(raster, ab, int(rng.integers(0, height)), int(rng.integers(0, width)), half)
    return raster


def point_at(raster: F32, ab: F32, y: int, x: int, half: int = MAX_HALF) -> None:
    """Add one colour point to hints (H, W, 3): the mean of ab (H, W, 2) about a place."""
    patch = np.s_[max(0, y - half) : y + half + 1, max(0, x - half) : x + half + 1]
    raster[patch] = (*ab[patch].mean(axis=(0, 1)), 1.0)


def channels_first(image: F32) -> Tensor:
    """(H, W, C) -> tensor (C, H, W)."""
    return torch.from_numpy(np.ascontiguousarray(image.transpose(2, 0, 1)))


class Numbers(Sampler[int]):
    """Sample numbers ``start``, ``start + step``, ... below ``stop``."""

    def __init__(self, start: int, stop: int, step: int = 1) -> None:
        self.numbers = range(start, stop, step)

    def __iter__(self) -> Iterator[int]:
        return iter(self.numbers)

    def __len__(self) -> int:
        return len(self.numbers)


def collate(samples: list[Tensors]) -> Tensors:
    """Stack samples, named tuples of tensors, to a batch of the same kind."""
    stacked = (torch.stack(parts) for parts in zip(*samples, strict=True))
    return type(samples[0])(*stacked)


def training_loader(
    samples: Dataset[Tensors], numbers: Numbers, batch_size: int, workers: int
) -> DataLoader[Tensors]:
    """Batches in the order of the numbers; the last, incomplete one is dropped."""
    # spawn: a worker forked after OpenCV or OpenMP threads have run can hang for ever
    started: dict[str, Any] = {"prefetch_factor": 4, "multiprocessing_context": "spawn"}
    options = started if workers else {}
    return DataLoader(
        samples,
        batch_size,
        sampler=numbers,
        num_workers=workers,
        collate_fn=collate,
        drop_last=True,
        worker_init_fn=_set_up_worker,
        **options,
    )


def _set_up_worker(_: int) -> None:
    # Ctrl-C reaches every process of the terminal; the training alone answers it
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # or OpenCV and OpenBLAS start as many threads as there are cores, in every worker
    cv2.setNumThreads(1)
    threadpool_limits(1)
