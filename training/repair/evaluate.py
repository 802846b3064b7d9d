"""Measures a detector of damage: what it finds, what it takes for damage, and how it fills.

On photographs that it has never seen (the ``val`` split): with drawn damage at three levels, clean,
and with thin structures drawn into them that are no damage.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final, cast

import cv2
import numpy as np

from core.color import F32, lab_to_rgb, quantize
from core.inference.damage_model import DamageModel
from core.repair.fill import inpainted, with_grain
from core.repair.find import WIDEST, Finder, Mask, damaged_places
from training.config import DamageConfig
from training.data.cache import U8, PhotoCache
from training.data.damage_samples import damaged_pair, enlarged_crop
from training.data.thin_structures import STRUCTURES, Structure, with_structure
from training.evaluation.judge_features import Lite2Features

SIDE: Final = 256
#: Damage levels: factor on how often each kind is drawn, and the widths of its thinnest marks.
LEVELS: Final = {
    "light": DamageConfig(damaged=1.0, amount=0.3, mark_size=(0.8, 1.2), structures=0.0),
    "medium": DamageConfig(damaged=1.0, amount=1.0, mark_size=(0.8, 2.0), structures=0.35),
    "heavy": DamageConfig(damaged=1.0, amount=2.0, mark_size=(1.0, 3.0), structures=0.35),
}
#: Neighbourhood in pixels of OpenCV's inpainting; 3 is what its own example takes.
_RADIUS: Final = 3

Pair = tuple[F32, F32, Mask]
Filling = Callable[[F32, Mask], F32]


def _inpainted(flag: int) -> Filling:
    return lambda L, mask: cast("F32", cv2.inpaint(L, mask.astype(np.uint8), _RADIUS, flag))


def _with_grain_of_film(L: F32, mask: Mask) -> F32:
    return with_grain(inpainted(L, mask), mask, np.random.default_rng(0))


FILLINGS: Final[dict[str, Filling]] = {
    "left as it is": lambda L, _: L,
    "Telea": _inpainted(cv2.INPAINT_TELEA),
    "Navier-Stokes": _inpainted(cv2.INPAINT_NS),
    "as the program fills": inpainted,
    "and with grain": _with_grain_of_film,
}


@dataclass
class Detection:
    """Scores of all places that have been looked at, in 1000 bins, damaged and not."""

    hits: np.ndarray[tuple[int], np.dtype[np.int64]]
    misses: np.ndarray[tuple[int], np.dtype[np.int64]]

    @classmethod
    def empty(cls) -> Detection:
        """Nothing seen yet."""
        return cls(np.zeros(1001, np.int64), np.zeros(1001, np.int64))

    def add(self, damage: F32, mask: Mask) -> None:
        """Count one picture's places."""
        level = (np.clip(damage, 0, 1) * 1000).astype(np.int64)
        self.hits += np.bincount(level[mask], minlength=1001)
        self.misses += np.bincount(level[~mask], minlength=1001)

    def average_precision(self) -> float:
        """Mean of the precision over the recall, as torchmetrics' average precision."""
        found, wrong = np.cumsum(self.hits[::-1]), np.cumsum(self.misses[::-1])
        precision = found / np.maximum(found + wrong, 1)
        recall = found / max(int(found[-1]), 1)
        return float((np.diff(recall, prepend=0.0) * precision).sum())


def evaluate(model: DamageModel, cache: PhotoCache, photos: int) -> str:
    """All tables, in Markdown."""
    finder = Finder(model.find, model.multiple_of)
    parts = [
        _detection_table(finder, cache, photos, model.threshold),
        _clean_table(finder, cache, photos, model.threshold),
        _filling_table(cache, photos),
    ]
    return "\n\n".join(parts) + "\n"


def drawn(cache: PhotoCache, config: DamageConfig, photos: int) -> Iterator[Pair]:
    """Pairs of the first photos, at several enlargements; the same ones each time."""
    for n in range(photos):
        rng = np.random.default_rng((2026, n))
        scale = (1.0, 2.0, 4.0)[n % 3]
        picture = enlarged_crop(cache[n * len(cache) // photos], rng, SIDE, scale)
        L, clean, mask = damaged_pair(picture, rng, config, scale)
        yield L, clean, mask > 0


def top_hat(L: F32) -> F32:
    """How far each place stands out, thin and light or dark, 0..1: detection without learning.

    The larger of the white and the black top hat (Serra, 1982), of the width that is repaired.
    """
    square = np.ones((WIDEST, WIDEST), np.uint8)
    light, dark = (
        cv2.morphologyEx(L, kind, square) for kind in (cv2.MORPH_TOPHAT, cv2.MORPH_BLACKHAT)
    )
    return cast("F32", np.maximum(light, dark) / np.float32(100))


def _detection_table(finder: Finder, cache: PhotoCache, photos: int, threshold: float) -> str:
    rows = _header(
        "damage",
        "share of the area",
        "average precision",
        "of a top hat",
        "precision",
        "recall",
    )
    for level, config in LEVELS.items():
        scores, baseline = Detection.empty(), Detection.empty()
        damaged, found, right = 0, 0, 0
        for L, _, mask in drawn(cache, config, photos):
            damage = finder.look_at(L)
            scores.add(damage, mask)
            baseline.add(top_hat(L), mask)
            places = damaged_places(damage, threshold)
            damaged += int(mask.sum())
            found += int(places.sum())
            right += int((places & mask).sum())
        numbers = (
            scores.average_precision(),
            baseline.average_precision(),
            right / max(found, 1),
            right / max(damaged, 1),
        )
        area = damaged / (photos * SIDE**2)
        rows.append(f"| {level} | {area:.1%} | {' | '.join(f'{n:.3f}' for n in numbers)} |")
    return "\n".join(rows)


def _clean_table(finder: Finder, cache: PhotoCache, photos: int, threshold: float) -> str:
    rows = [
        "| clean photographs | area taken for damage | photographs with any |",
        "|---" * 3 + "|",
    ]
    clean = replace(LEVELS["medium"], damaged=0.0, structures=0.0)
    kinds: dict[str, Structure | None] = {"as they are": None}
    kinds |= {structure.__name__: structure for structure in STRUCTURES}
    for name, structure in kinds.items():
        shares = []
        for n, (L, _, _) in enumerate(drawn(cache, clean, photos)):
            seen = L
            if structure is not None:
                tone = L / np.float32(100)
                seen = 100 * with_structure(tone, structure, np.random.default_rng((3, n)), 1.2)
                seen = cast("F32", cv2.GaussianBlur(seen, (0, 0), 0.6))
            shares.append(float(damaged_places(finder.look_at(seen), threshold).mean()))
        some = np.mean(np.array(shares) > 0.001)
        rows.append(f"| {name} | {np.mean(shares):.3%} | {some:.0%} |")
    return "\n".join(rows)


def _filling_table(cache: PhotoCache, photos: int) -> str:
    """PSNR inside the true mask, and how far the pictures are for a network that sees them."""
    nearness = _header("PSNR, dB", *FILLINGS)
    likeness = _header("Lite2-PD, thousandths", *FILLINGS)
    judge = Lite2Features()
    for level, config in LEVELS.items():
        pairs = (pair for pair in drawn(cache, config, photos) if pair[2].any())
        psnr, distances = zip(*(_filled_scores(judge, *pair) for pair in pairs), strict=True)
        for rows, scores, digits in ((nearness, psnr, 2), (likeness, distances, 1)):
            means = np.mean(scores, axis=0)
            rows.append(f"| {level} | {' | '.join(f'{mean:.{digits}f}' for mean in means)} |")
    return "\n".join([*nearness, "", *likeness])


def _filled_scores(
    judge: Lite2Features, L: F32, truth: F32, mask: Mask
) -> tuple[list[float], list[float]]:
    """Of each of `FILLINGS`: PSNR of L* in dB of the range of 100, and the perceptual distance."""
    fillings = [fill(L, mask) for fill in FILLINGS.values()]
    errors = [float(((filled - truth)[mask] ** 2).mean()) for filled in fillings]
    pictures = [grey(np.where(mask, filled, truth)) for filled in fillings]
    _, distances = judge.compare(grey(truth), pictures)
    return [10 * np.log10(100**2 / error) for error in errors], [1000 * d for d in distances]


def grey(L: F32) -> U8:
    """L* (h, w) as an sRGB picture (h, w, 3)."""
    lab = np.stack((L, np.zeros_like(L), np.zeros_like(L)), axis=-1)
    return quantize(lab_to_rgb(lab), np.uint8)


def _header(*columns: str) -> list[str]:
    return [f"| {' | '.join(columns)} |", "|---" * len(columns) + "|"]
