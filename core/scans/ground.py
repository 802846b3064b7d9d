"""What the prints lie on, inferred from the page: its colour, its grain and its light.

The ground is the one surface that reaches far along the page's margin and whose light changes
slowly: it grows from its most common colour, so that a lid's shadow is followed to its end.
"""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

F32 = npt.NDArray[np.float32]
Mask = npt.NDArray[np.bool_]

#: The ground is grown on every fourth pixel of the working size.
_COARSE: Final = 4
#: CIE76 differences within which a surface is one: of a clean ground and of the roughest grain.
_LEAST: Final = 2.2
_MOST: Final = 13.0
_STEPS: Final = 80


def infer_ground(lab: F32) -> Mask | None:
    """Where the ground of a page (H, W, 3) lies bare, (H, W).

    None where no surface of any extent reaches the margin.
    """
    small = _shrunk(lab)
    seed = _seed(small)
    if seed is None:
        return None
    grain = _grain(small, seed)
    tolerance = float(np.clip(3.5 * grain, _LEAST, _MOST))
    seed = _narrowed(small, seed, tolerance)
    mask, mean = _grown(small, seed, tolerance)
    if mask.mean() < 0.01:
        return None
    size = lab.shape[1::-1]
    level: F32 = cv2.resize(mean, size, interpolation=cv2.INTER_LINEAR)  # type: ignore[assignment]
    smooth = cv2.blur(lab, (3, 3))
    distance = np.sqrt(((smooth - level) ** 2).sum(2))
    fine = _grain_fine(lab, level, mask, size)
    limit = float(np.clip(3.0 * fine, _LEAST, _MOST))
    near = cv2.resize(mask.astype(np.uint8), size, interpolation=cv2.INTER_NEAREST)
    near = cv2.dilate(near, np.ones((9, 9), np.uint8))
    bare: Mask = (distance < limit) & (near > 0)
    return bare


def _shrunk(lab: F32) -> F32:
    size = (max(8, lab.shape[1] // _COARSE), max(8, lab.shape[0] // _COARSE))
    return cv2.resize(lab, size, interpolation=cv2.INTER_AREA)  # type: ignore[return-value]


def _seed(small: F32) -> Mask | None:
    """Pixels of the colour that is most common, those at the margin counting more."""
    height, width = small.shape[:2]
    weight = np.ones((height, width), np.float32)
    margin = max(2, round(0.04 * min(height, width)))
    weight[margin:-margin, margin:-margin] = 0.25
    step = np.array((4, 6, 6), np.float32)
    codes = np.floor((small - (0, -128, -128)) / step).astype(int)
    shape = (28, 46, 46)
    counts = np.zeros(shape, np.float32)
    np.add.at(counts, tuple(np.clip(codes[..., c], 0, shape[c] - 1) for c in range(3)), weight)
    counts = _spread(counts)
    peak = np.unravel_index(int(counts.argmax()), shape)
    center = (np.array(peak) + 0.5) * step + (0, -128, -128)
    near: Mask = np.all(np.abs(small - center) < step * 1.25, axis=2)
    return near if near.any() else None


def _narrowed(small: F32, seed: Mask, tolerance: float) -> Mask:
    """The seed without colours beside its own: of paper on a ground of nearly its colour."""
    margin = max(2, round(0.04 * min(small.shape[:2])))
    frame = seed.copy()
    frame[margin:-margin, margin:-margin] = False
    center = np.median(small[frame if frame.sum() > 50 else seed], 0)
    narrow: Mask = seed & (((small - center) ** 2).sum(2) < tolerance**2)
    return narrow


def _spread(counts: F32) -> F32:
    for axis in range(3):
        counts = counts + 0.7 * (np.roll(counts, 1, axis) + np.roll(counts, -1, axis))
    return counts


def _grain(small: F32, mask: Mask) -> float:
    mean = _local_mean(small, mask, 3.0)[0]
    off = np.sqrt(((small - mean) ** 2).sum(2))[mask]
    return float(np.median(off)) / 0.8


def _grain_fine(lab: F32, level: F32, mask: Mask, size: tuple[int, int]) -> float:
    inside = cv2.erode(mask.astype(np.uint8), np.ones((3, 3), np.uint8))
    inside = cv2.resize(inside, size, interpolation=cv2.INTER_NEAREST).astype(bool)
    if inside.sum() < 100:
        return 1.0
    off = np.sqrt(((cv2.blur(lab, (3, 3)) - level) ** 2).sum(2))[inside]
    return float(np.percentile(off, 68))


def _local_mean(small: F32, mask: Mask, sigma: float) -> tuple[F32, F32]:
    weight = mask.astype(np.float32)
    mass = cv2.GaussianBlur(weight, (0, 0), sigma)
    mean = cv2.GaussianBlur(small * weight[..., None], (0, 0), sigma)
    return mean / np.maximum(mass, 1e-6)[..., None], mass  # type: ignore[return-value]


def _grown(small: F32, seed: Mask, tolerance: float) -> tuple[Mask, F32]:
    """The seed's surface, step by step into its neighbourhood, and its local mean everywhere."""
    cross = np.ones((3, 3), np.uint8)
    mask = cv2.morphologyEx(seed.astype(np.uint8), cv2.MORPH_OPEN, cross).astype(bool)
    bend = np.sqrt(((small - cv2.blur(small, (3, 3))) ** 2).sum(2))
    smooth = cv2.dilate(bend, cross) < 0.3 * tolerance
    for _ in range(_STEPS):
        mean, _mass = _local_mean(small, mask, 2.5)
        alike = ((small - mean) ** 2).sum(2) < tolerance**2
        near, _mass = _local_mean(small, mask, 0.8)
        further = 1.8 * near - 0.8 * _local_mean(small, mask, 1.6)[0]
        for guess in (near, further):
            alike |= smooth & (((small - guess) ** 2).sum(2) < (2.5 * tolerance) ** 2)
        reach = cv2.dilate(mask.astype(np.uint8), np.ones((5, 5), np.uint8)).astype(bool)
        grown = mask | (alike & reach)
        grown = cv2.morphologyEx(grown.astype(np.uint8), cv2.MORPH_OPEN, cross).astype(bool)
        if (grown == mask).all():
            break
        mask = grown
    mask = _large(mask)
    return mask, _filled_mean(small, mask)


def _large(mask: Mask) -> Mask:
    """Its parts that are no specks."""
    count, labels, stats, _ = cv2.connectedComponentsWithStats(
        mask.astype(np.uint8), connectivity=4
    )
    keep = np.zeros(count, bool)
    keep[1:] = stats[1:, cv2.CC_STAT_AREA] >= 0.004 * mask.size
    large: Mask = keep[labels]
    return large


def _filled_mean(small: F32, mask: Mask) -> F32:
    """The ground's mean where it is hidden too: from ever further away."""
    mean = np.zeros_like(small)
    known = np.zeros(mask.shape, bool)
    for sigma in (2.5, 6.0, 15.0, 40.0, 120.0):
        value, mass = _local_mean(small, mask, sigma)
        new = ~known & (mass > 0.02)
        mean[new] = value[new]
        known |= new
    if not known.all() and known.any():
        mean[~known] = small[mask].mean(0) if mask.any() else 0
    return mean
