"""Measures a detector by kind: of damage, of photographs, and of what is thin and real in them."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Final

import numpy as np

from core.color import F32, rgb_to_L
from core.repair.fill import filled
from core.repair.find import Mask
from training.data.cache import U8, PhotoCache
from training.data.damage import DAMAGES, Damage
from training.data.damage_samples import VISIBLE
from training.data.damage_shapes import laid_over, veiled
from training.repair.drawn import LEVELS, drawn, header

#: L* (H, W) -> what is taken for damage.
Find = Callable[[F32], Mask]

#: Names of 20 ``val`` photographs of each kind, chosen by eye.
_THIN_THINGS: Final = Path(__file__).with_name("thin_things.toml")


def damage_table(find: Find, cache: PhotoCache, photos: int) -> str:
    """Each kind of damage by itself: how much is found, and whether filling it is worth while."""
    rows = header(
        "damage", "of what is to be filled, found", "of what is found, right",
        "PSNR of all of it, left as it is", "filled",
    )  # fmt: skip
    undamaged = replace(LEVELS["medium"], damaged=0.0)
    for kind in DAMAGES:
        marked = [
            _marked(kind, clean, np.random.default_rng((11, n)))
            for n, (_, clean, _) in enumerate(drawn(cache, undamaged, photos))
        ]
        hits, wanted, found = np.sum(
            [_counts(find(L), target) for L, _, target, _ in marked], axis=0
        )
        left, full = np.mean(
            [_nearness(L, clean, seen) for L, clean, _, seen in marked if seen.any()], axis=0
        )
        shares = f"{hits / wanted:.2f} | {hits / max(found, 1):.2f}" if wanted else "none | "
        name = kind.__name__.replace("_", " ")
        rows.append(f"| {name} | {shares} | {left:.1f} | {full:.1f} |")
    return "\n".join(rows)


def _marked(kind: Damage, clean: F32, rng: np.random.Generator) -> tuple[F32, F32, Mask, Mask]:
    """L* damaged and clean, what of the damage is to be filled, and all that can be seen of it."""
    tone = clean / np.float32(100)
    mark = kind(tone, rng, float(rng.uniform(0.8, 2.0)))
    damaged, veil = 100 * laid_over(tone, mark), 100 * veiled(tone, mark)
    return damaged, clean, np.abs(damaged - veil) > VISIBLE, np.abs(damaged - clean) > VISIBLE


def _counts(found: Mask, target: Mask) -> tuple[int, int, int]:
    return int((found & target).sum()), int(target.sum()), int(found.sum())


def _nearness(L: F32, clean: F32, seen: Mask) -> tuple[float, float]:
    """PSNR in dB inside the damage, as it is and filled."""
    squares = (float(((each - clean)[seen] ** 2).mean()) for each in (L, filled(L, seen)))
    left, full = (10 * float(np.log10(100**2 / max(square, 1e-3))) for square in squares)
    return left, full


def photo_table(find: Find, cache: PhotoCache, photos: int) -> str:
    """What is taken for damage in photographs of each kind, as they are: so many of each."""
    kinds = {}
    for kind in sorted(set(cache.kinds)):
        of_kind = np.flatnonzero(cache.kinds == kind)
        kinds[str(kind)] = [cache[at] for at in of_kind[:: max(1, len(of_kind) // photos)][:photos]]
    return _false_table(find, kinds)


def thin_table(find: Find, cache: PhotoCache) -> str:
    """What is taken for damage in photographs that were chosen for what is thin in them."""
    at = {Path(str(name)).name: n for n, name in enumerate(cache.names)}
    kinds = {
        kind: [cache[at[name]] for name in names if name in at]
        for kind, names in tomllib.loads(_THIN_THINGS.read_text(encoding="utf-8")).items()
    }
    return _false_table(find, kinds)


def _false_table(find: Find, kinds: dict[str, list[U8]]) -> str:
    rows = header("photographs of", "area taken for damage", "photographs with over 0.1 %")
    for kind, photos in kinds.items():
        rows.append(f"| {kind} ({len(photos)}) | {_false_area(find, photos)} |")
    return "\n".join(rows)


def _false_area(find: Find, photos: Iterable[U8]) -> str:
    shares = np.array([find(rgb_to_L(photo)).mean() for photo in photos])
    return f"{shares.mean():.3%} | {(shares > 0.001).mean():.0%}" if len(shares) else "none | "
