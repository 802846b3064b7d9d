"""What is measured on: photographs with drawn damage, the same ones each time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import numpy as np

from core.color import F32
from core.repair.find import Mask
from training.config import DamageConfig
from training.data.cache import PhotoCache
from training.data.damage_samples import damaged_pair, enlarged_crop

SIDE: Final = 256
#: Damage levels: factor on how often each kind is drawn, and the widths of its thinnest marks.
LEVELS: Final = {
    "light": DamageConfig(damaged=1.0, amount=0.3, mark_size=(0.8, 1.2), structures=0.0),
    "medium": DamageConfig(damaged=1.0, amount=1.0, mark_size=(0.8, 2.0), structures=0.35),
    "heavy": DamageConfig(damaged=1.0, amount=2.0, mark_size=(1.0, 3.0), structures=0.35),
}

Pair = tuple[F32, F32, Mask]


def drawn(cache: PhotoCache, config: DamageConfig, photos: int) -> Iterator[Pair]:
    """Pairs of the first photos, at several enlargements; the same ones each time."""
    for n in range(photos):
        rng = np.random.default_rng((2026, n))
        scale = (1.0, 2.0, 4.0)[n % 3]
        picture = enlarged_crop(cache[n * len(cache) // photos], rng, SIDE, scale)
        L, clean, mask = damaged_pair(picture, rng, config, scale)
        yield L, clean, mask > 0


def header(*columns: str) -> list[str]:
    """The first two lines of a table in Markdown."""
    return [f"| {' | '.join(columns)} |", "|---" * len(columns) + "|"]
