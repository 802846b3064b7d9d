"""A validation photograph, and what a predictor makes of it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from core.color import F32, rgb_to_lab
from training.data.cache import U8, PhotoCache
from training.data.degrade import degrade, full_strength
from training.evaluation.metrics import psnr
from training.evaluation.pictures import network_size, render, seen_lightness
from training.evaluation.predictors import Predictor
from training.losses.ciede2000 import delta_e_2000


@dataclass(frozen=True, eq=False)
class Photograph:
    """One photo of the cache: the truth."""

    name: str
    kind: str
    people: int  # 1: a main subject, 0: not, -1: unknown
    rgb_u8: U8  # (H, W, 3)

    @classmethod
    def of(cls, cache: PhotoCache, i: int) -> Photograph:
        """The i-th photo of a cache."""
        return cls(str(cache.names[i]), str(cache.kinds[i]), int(cache.people[i]), cache[i])

    @cached_property
    def lab(self) -> F32:
        """L*a*b* (H, W, 3)."""
        return rgb_to_lab(self.rgb_u8)

    def flipped(self) -> Photograph:
        """Its mirror image."""
        mirrored = np.ascontiguousarray(self.rgb_u8[:, ::-1])
        return Photograph(self.name, self.kind, self.people, mirrored)

    def aged(self, seed: int) -> F32:
        """L* (H, W) as an old photograph of the scene would show it: ``full_strength``."""
        return degrade(self.rgb_u8, self.rng(seed, 2), full_strength())

    def rng(self, seed: int, *purpose: int) -> np.random.Generator:
        """Random numbers that depend on the photo's name, not on its place in a list."""
        digest = hashlib.sha256(self.name.encode()).digest()
        return np.random.default_rng((seed, int.from_bytes(digest[:8]), *purpose))


class Result:
    """What a predictor makes of a photograph: colours on the photo's own luminance.

    ``L`` is what the network sees instead of the photo's, hints and z are as `Predictor` has them.
    """

    def __init__(
        self,
        predict: Predictor,
        photo: Photograph,
        size: int,
        *,
        L: F32 | None = None,
        hints: F32 | None = None,
        z: F32 | None = None,
    ) -> None:
        if L is None:
            L = seen_lightness(photo.rgb_u8, size, predict.multiple_of)
        self.photo = photo
        self.guess = predict(L, hints, z)
        self.rgb_u8 = render(photo.rgb_u8, self.guess.ab)

    @cached_property
    def lab(self) -> F32:
        """L*a*b* (H, W, 3) of the 8-bit result."""
        return rgb_to_lab(self.rgb_u8)

    @property
    def psnr(self) -> float:
        """In dB, to the truth."""
        return psnr(self.rgb_u8, self.photo.rgb_u8)

    @property
    def delta_e(self) -> float:
        """Mean CIEDE2000 to the truth."""
        return float(self.error.mean())

    @cached_property
    def error(self) -> F32:
        """CIEDE2000 (H, W) to the truth."""
        return delta_e_2000(self.lab, self.photo.lab)


def shape_for(predict: Predictor, photo: Photograph, size: int) -> tuple[int, int]:
    """(H, W) of what the predictor sees of a photo."""
    height, width = photo.rgb_u8.shape[:2]
    return network_size(height, width, size, predict.multiple_of)


def name_list(names: Sequence[str]) -> tuple[str, str]:
    """Names one a line, and the SHA-256 of that text: sha256sum says the same of the file."""
    text = "".join(f"{name}\n" for name in names)
    return text, hashlib.sha256(text.encode()).hexdigest()
