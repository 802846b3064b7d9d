"""Measures a detector of damage: what it finds, what it takes for damage, and how it fills.

On photographs that it has never seen (the ``val`` split): with drawn damage at three levels, clean,
and with thin structures drawn into them that are no damage.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, cast

import cv2
import numpy as np

from core.color import F32
from core.inference.damage_model import DamageModel
from core.repair.find import Finder, Mask, damaged_places
from training.data.cache import PhotoCache
from training.data.thin_structures import STRUCTURES, Structure, with_structure
from training.repair.drawn import LEVELS, SIDE, drawn, header
from training.repair.evaluate_filling import color_table, filling_tables
from training.repair.evaluate_kinds import damage_table, photo_table, thin_table
from training.repair.evaluate_straight import straight_table, trace_table

#: Pixels of the widest that a top hat takes for a mark.
THIN: Final = 13
#: Every so many photographs are colorized: it takes as long as all the rest.
COLORED: Final = 8


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

    def find(L: F32) -> Mask:
        return damaged_places(finder.look_at(L), model.threshold)

    parts = [
        _detection_table(finder, cache, photos, model.threshold),
        _clean_table(finder, cache, photos, model.threshold),
        damage_table(find, cache, max(1, photos // 2)),
        photo_table(find, cache, max(1, photos // 2)),
        thin_table(find, cache),
        straight_table(cache, photos),
        trace_table(cache, photos),
        filling_tables(cache, photos),
        color_table(model, cache, max(1, photos // COLORED)),
    ]
    return "\n\n".join(parts) + "\n"


def top_hat(L: F32) -> F32:
    """How far each place stands out, thin and light or dark, 0..1: detection without learning.

    The larger of the white and the black top hat (Serra, 1982).
    """
    square = np.ones((THIN, THIN), np.uint8)
    light, dark = (
        cv2.morphologyEx(L, kind, square) for kind in (cv2.MORPH_TOPHAT, cv2.MORPH_BLACKHAT)
    )
    return cast("F32", np.maximum(light, dark) / np.float32(100))


def _detection_table(finder: Finder, cache: PhotoCache, photos: int, threshold: float) -> str:
    rows = header(
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
        "| clean photographs | area taken for damage | photographs with over 0.1 % |",
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
