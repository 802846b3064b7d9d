"""The photographs that made-up prints show: the larger copies oftener, some sharpened."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, overload

import cv2
import numpy as np
import numpy.typing as npt

from training.data.cache import PhotoCache

U8 = npt.NDArray[np.uint8]

#: Pixels of a short side from which a photograph is as sharp as a print on a small page.
_SHARP: Final = 190
_OFTEN: Final = 0.8
_MANY: Final = 1 << 20


class PrintPhotos(Sequence[U8]):
    """As many as one likes; number n is always the same (H, W, 3)."""

    def __init__(self, cache: PhotoCache) -> None:
        self.cache = cache
        sharp = cache.short_sides >= _SHARP
        self.large, self.small = np.flatnonzero(sharp), np.flatnonzero(~sharp)

    def __len__(self) -> int:
        return _MANY

    @overload
    def __getitem__(self, n: int) -> U8: ...
    @overload
    def __getitem__(self, n: slice) -> Sequence[U8]: ...
    def __getitem__(self, n: int | slice) -> U8 | Sequence[U8]:
        if isinstance(n, slice):
            return [self[i] for i in range(*n.indices(_MANY))]
        rng = np.random.default_rng((9, n))
        wanted, others = self.large, self.small
        if rng.random() > _OFTEN or not len(wanted):
            wanted, others = others, wanted
        chosen = wanted if len(wanted) else others
        rgb = self.cache[int(chosen[rng.integers(len(chosen))])]
        return _sharpened(rgb, rng.uniform(0.3, 1.5)) if rng.random() < 0.6 else rgb


def _sharpened(rgb: U8, amount: float) -> U8:
    soft = cv2.GaussianBlur(rgb, (0, 0), 1.0)
    return cv2.addWeighted(rgb, 1 + amount, soft, -amount, 0)  # type: ignore[return-value]
