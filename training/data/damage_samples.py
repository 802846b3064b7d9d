"""Pairs of a damaged and a clean picture with the mask between them, by number."""

from __future__ import annotations

from typing import Final, NamedTuple

import cv2
import numpy as np
import torch
from torch import Tensor
from torch.utils.data import Dataset

from core.color import F32, linearize, luminance_to_L, mixed
from training.config import DamageConfig, DegradeConfig
from training.data.cache import U8, PhotoCache
from training.data.damage import DAMAGES
from training.data.damage_shapes import laid_over, veiled
from training.data.degrade import film_weights
from training.data.effects import curve, fading, grain, jpeg, lens_blur, scan_blur
from training.data.thin_structures import STRUCTURES, with_structure

#: Lab units by which a place must differ to count as damaged: what can just be seen side by side.
VISIBLE: Final = 2.5


class DamagePair(NamedTuple):
    """What the detector sees and what it should say; each (1, H, W), or (N, 1, H, W)."""

    L: Tensor  # 0..100, damaged
    mask: Tensor  # 0 or 1


class DamageSamples(Dataset[DamagePair]):
    """Training samples: sample n depends on (seed, n) alone."""

    def __init__(self, cache: PhotoCache, config: DamageConfig, size: int, seed: int) -> None:
        self.cache, self.config, self.size, self.seed = cache, config, size, seed

    def __getitem__(self, n: int) -> DamagePair:
        rng = np.random.default_rng((self.seed, n, 3))
        rgb_u8 = self.cache[int(rng.integers(0, len(self.cache)))]
        sharp = rng.random() < self.config.sharp
        scale = 1.0 if sharp else float(np.exp(rng.uniform(*np.log(self.config.enlarged))))
        picture = enlarged_crop(rgb_u8, rng, self.size, scale)
        L, _, mask = damaged_pair(picture, rng, self.config, scale)
        parts = (torch.from_numpy(np.ascontiguousarray(part))[None] for part in (L, mask))
        return DamagePair(*parts)


def enlarged_crop(rgb_u8: U8, rng: np.random.Generator, size: int, scale: float) -> U8:
    """A random square of a photo, ``scale`` times as large: (size, size, 3), perhaps turned."""
    height, width = rgb_u8.shape[:2]
    side = min(round(size / scale), height, width)
    top, left = rng.integers(0, height - side + 1), rng.integers(0, width - side + 1)
    crop = np.rot90(rgb_u8[top : top + side, left : left + side], int(rng.integers(0, 4)))
    if rng.random() < 0.5:
        crop = crop[:, ::-1]
    shrink = cv2.INTER_AREA if side > size else cv2.INTER_CUBIC
    scaled = cv2.resize(np.ascontiguousarray(crop), (size, size), interpolation=shrink)
    return scaled.astype(np.uint8, copy=False)


def damaged_pair(
    rgb_u8: U8, rng: np.random.Generator, config: DamageConfig, scale: float
) -> tuple[F32, F32, F32]:
    """An sRGB crop -> L* damaged, L* without what is to be filled and its mask, each ``(H, W)``.

    A veil through which the picture is still seen stays on the second.
    """
    clean = _photographed(rgb_u8, rng, config, scale)
    damaged = clean
    if rng.random() < config.damaged:
        kinds = list(DAMAGES)
        often = {kind: config.kinds.get(kind.__name__, DAMAGES[kind]) for kind in kinds}
        kinds = [kind for kind in kinds if often[kind] > 0]
        chosen = [kind for kind in kinds if rng.random() < often[kind] * config.amount]
        # thick and thin damage of one picture: the size of marks does not follow the enlargement
        for kind in chosen or [kinds[int(rng.integers(0, len(kinds)))]]:
            size = float(np.exp(rng.uniform(*np.log(config.mark_size))))
            mark = kind(damaged, rng, size)
            damaged, clean = laid_over(damaged, mark), veiled(clean, mark)
    blur = float(rng.uniform(0.0, 1.0))
    damaged, clean = (scan_blur(tone, rng, blur) for tone in (damaged, clean))
    mask = (np.abs(damaged - clean) * 100 > VISIBLE).astype(np.float32)
    seen = jpeg(damaged, rng, float(rng.uniform(0.0, 0.5))) if rng.random() < 0.6 else damaged
    return np.clip(100 * seen, 0, 100), np.clip(100 * clean, 0, 100), mask


def _photographed(rgb_u8: U8, rng: np.random.Generator, config: DamageConfig, scale: float) -> F32:
    """Tone L*/100 ``(H, W)`` of a photograph of the crop: lens, film, development."""
    light = mixed(linearize(rgb_u8), film_weights(rng, DegradeConfig()))
    tone = np.clip(luminance_to_L(light) / np.float32(100), 0.0, 1.0)
    if rng.random() < config.structures:
        for _ in range(int(rng.integers(1, 3))):
            structure = STRUCTURES[int(rng.integers(0, len(STRUCTURES)))]
            tone = with_structure(tone, structure, rng, float(rng.uniform(0.7, 2.0)))
    if rng.random() < 0.5:
        tone = lens_blur(tone, rng, min(1.0, float(rng.uniform(0.1, 0.3) * scale)))
    if rng.random() < 0.5:
        tone = fading(curve(tone, rng, float(rng.random())), rng, float(rng.random()))
    return grain(tone, rng, float(rng.random() ** 2))
