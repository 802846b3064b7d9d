"""Measures straight scratches through the whole frame: found by themselves, and from one click."""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np

from core.color import F32, rgb_to_L
from core.repair.edits import RepairMark
from core.repair.straight import straight_scratches
from core.repair.trace import F64, trace_scratch
from training.data.cache import U8, PhotoCache
from training.repair.drawn import header

#: Contrast in L* of scratches that are to be found, and of those that are pointed at.
STRAIGHT: Final = (2.0, 3.0, 5.0)
TRACED: Final = (1.0, 2.0, 3.0, 5.0)
#: How near a traced line must be, in pixels, and along how much of the scratch.
NEAR: Final = 2.0
ALONG: Final = 0.9


def straight_table(cache: PhotoCache, photos: int) -> str:
    """How many faint scratches through the whole frame are found, and how much else is."""
    rows = header("straight scratch of", "found", "of clean photographs taken for one", "area")
    found: dict[float, list[bool]] = {contrast: [] for contrast in STRAIGHT}
    wrong = []
    for n in range(photos):
        rng = np.random.default_rng((5, n))
        L = _frame(cache[n * len(cache) // photos], rng)
        wrong.append(float(straight_scratches(L).mean()))
        middle = rng.uniform(0.1, 0.9) * L.shape[1]
        middles = middle + rng.uniform(-0.004, 0.004) * np.arange(len(L))
        line = _line(L, middles, 1.0) * rng.choice((-1, 1))
        on = np.arange(len(L)), np.clip(np.rint(middles), 0, L.shape[1] - 1).astype(int)
        for contrast in STRAIGHT:
            scratched = np.clip(L + np.float32(contrast) * line, 0, 100).astype(np.float32)
            found[contrast].append(bool(straight_scratches(scratched)[on].mean() > 0.8))
    clean = f"{np.mean(np.array(wrong) > 0):.1%} | {np.mean(wrong):.3%}"
    rows += [f"| L* {each:g} | {np.mean(found[each]):.0%} | {clean} |" for each in STRAIGHT]
    return "\n".join(rows)


def _frame(rgb_u8: U8, rng: np.random.Generator) -> F32:
    """L* of a whole photo, three times as large, with grain of 1.2."""
    large = cv2.resize(rgb_u8, None, None, 3, 3, interpolation=cv2.INTER_CUBIC)
    L = rgb_to_L(large)
    return np.clip(L + rng.normal(0, 1.2, L.shape), 0, 100).astype(np.float32)


def trace_table(cache: PhotoCache, photos: int) -> str:
    """How many scratches are followed from one click beside them, and what else is."""
    rows = header("straight scratch of", "followed", "something else followed", "none followed")
    ends: dict[float, list[str]] = {contrast: [] for contrast in (0.0, *TRACED)}
    for n in range(photos):
        rng = np.random.default_rng((6, n))
        L = _frame(cache[n * len(cache) // photos], rng)
        y = np.arange(len(L))
        weave = rng.uniform(0, 1.5) * np.sin(rng.uniform(0, 6.3) + y * rng.uniform(6, 12) / len(L))
        lean = rng.uniform(-0.02, 0.02) * (y - len(L) / 2)
        middles = rng.uniform(0.1, 0.9) * L.shape[1] + lean + weave
        line = _line(L, middles, rng.uniform(0.8, 1.6)) * rng.choice((-1, 1))
        row = int(rng.uniform(0.1, 0.9) * len(L))
        column = float(middles[row] + rng.uniform(-3, 3))
        place = (column + 0.5) / L.shape[1], (row + 0.5) / L.shape[0]
        for contrast, outcomes in ends.items():
            seen = np.clip(L + np.float32(contrast) * line, 0, 100).astype(np.float32)
            outcomes.append(_outcome(trace_scratch(seen, place), middles, L.shape))
    for contrast, outcomes in ends.items():
        words = f"L* {contrast:g}" if contrast else "none is there"
        shares = (outcomes.count(end) / photos for end in ("followed", "other", "none"))
        first, *others = (f"{share:.0%}" for share in shares)
        rows.append(f"| {words} | {first if contrast else ''} | {' | '.join(others)} |")
    return "\n".join(rows)


def _outcome(mark: RepairMark | None, middles: F64, shape: tuple[int, ...]) -> str:
    """Whether a mark lies on an upright line, whose columns are given for every row."""
    if mark is None:
        return "none"
    x, y = (np.array(mark.places) * shape[::-1] - 0.5).T
    if abs(y[-1] - y[0]) < shape[0] / 2:
        return "other"
    off = np.abs(np.interp(np.arange(shape[0]), y, x) - middles)
    return "followed" if (off <= NEAR).mean() >= ALONG else "other"


def _line(L: F32, middles: F64, width: float) -> F32:
    """0..1: a soft line through a picture (H, W), with its column for every row."""
    off = (np.arange(L.shape[1]) - middles[:, None]) / width
    return np.exp(-(off**2)).astype(np.float32)
