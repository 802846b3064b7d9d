"""Filling of damaged places from what lies around them, with the film's grain."""

from __future__ import annotations

from typing import Final, cast

import cv2
import numpy as np

from core.color import F32
from core.repair.find import Mask
from core.repair.tiles import tiles

#: Pixels about a place that inpainting takes it from; 3 is what OpenCV's own example takes.
_RADIUS: Final = 3

#: What is farther than so many pixels from all that is known is filled at half the size, where it
#: is nearer: inpainting carries nothing far.
_NEAR: Final = 6

#: Grain is what a blur of so many pixels takes away; what is larger is the picture.
_GRAIN_SIGMA: Final = 1.5
#: About a place, grain is measured over so many pixels.
_GRAIN_REACH: Final = 12.0
#: How much of the grain that is missing is added: all of it would be as far from the photo as the
#: grain that was lost, and none of it is a smooth spot.
_GRAIN_SHARE: Final = 0.5
#: Of the local deviation, what is taken for an edge and not for grain.
_EDGE: Final = 3.0


def filled(L: F32, mask: Mask) -> F32:
    """L* (H, W) of any size with the places of the mask filled from around them, with grain.

    Everywhere else it is the same to the last bit.
    """
    out = L.copy()
    source, left = _filled_from_afar(L, mask)
    for tile in tiles(*L.shape):
        places = mask[tile.core]
        if not places.any():
            continue
        smooth = inpainted(source[tile.seen], left[tile.seen])
        # the same place gets the same grain however often it is asked for
        rng = np.random.default_rng((tile.rows.start, tile.columns.start))
        grainy = with_grain(smooth, mask[tile.seen], rng)
        out[tile.core][places] = grainy[tile.inside][places]
    return out


def _filled_from_afar(L: F32, mask: Mask) -> tuple[F32, Mask]:
    """L* (H, W) with the inner parts of wide places filled, and what is left to be filled."""
    side = 2 * _NEAR + 1
    inner = cv2.erode(mask.astype(np.uint8), np.ones((side, side), np.uint8)) > 0
    if not inner.any() or mask.all():
        return L, mask
    known: F32 = (~mask).astype(np.float32)[..., None]
    small = (-(-L.shape[0] // 2), -(-L.shape[1] // 2))
    sums, weights = (_halved(part, small)[..., 0] for part in (L[..., None] * known, known))
    coarse, unknown = _filled_from_afar(
        cast("F32", sums / np.maximum(weights, 1.0)), weights[...] == 0
    )
    coarse = inpainted(coarse, unknown)
    larger = cv2.resize(coarse, L.shape[::-1], interpolation=cv2.INTER_LINEAR)
    return np.where(inner, larger, L).astype(np.float32), mask & ~inner


def inpainted(L: F32, mask: Mask) -> F32:
    """L* (h, w) with the places of the mask filled from around them, smoothly.

    The mean of three, which err in different ways: Navier-Stokes inpainting (Bertalmio et al.,
    2001), which carries edges on into a mark, fast marching (Telea, 2004), and `spread`. It is
    nearer to the photo than each of them, and looks more like it (docs/repair.md).
    """
    if mask.all():
        return L
    holes = mask.astype(np.uint8)
    edges, rims = (
        cv2.inpaint(L, holes, _RADIUS, how) for how in (cv2.INPAINT_NS, cv2.INPAINT_TELEA)
    )
    return np.where(mask, (edges + rims + spread(L, ~mask)) / 3, L).astype(np.float32)


def spread(values: F32, known: Mask) -> F32:
    """Known values of (h, w[, C]) carried to all other places, smoothly and from near by.

    Pull-push (Gortler et al., The Lumigraph, 1996): means over ever larger squares, the finest that
    holds anything counts. 0 where nothing is known at all.
    """
    flat = values if values.ndim == 3 else values[..., None]
    weights: F32 = known.astype(np.float32)[..., None]
    weighted: F32 = flat * weights
    out = _pull_push(weighted, weights)
    return cast("F32", out.reshape(values.shape))


def _pull_push(sums: F32, weights: F32) -> F32:
    height, width = weights.shape[:2]
    if (weights > 0).all() or max(height, width) == 1:
        return cast("F32", sums / np.maximum(weights, 1e-6))
    small = (-(-height // 2), -(-width // 2))
    coarse_sums, coarse_weights = (_halved(part, small) for part in (sums, weights))
    full = np.minimum(coarse_weights, 1.0)
    scaled = coarse_sums * (full / np.maximum(coarse_weights, 1e-6))
    coarse = _pull_push(cast("F32", scaled), full)
    size = (width, height)
    beyond = cv2.resize(coarse, size, interpolation=cv2.INTER_LINEAR).reshape(sums.shape)
    share = np.minimum(weights, 1.0)
    own = sums / np.maximum(weights, 1e-6)
    return cast("F32", share * own + (1.0 - share) * beyond)


def _halved(part: F32, small: tuple[int, int]) -> F32:
    """Sums of 2 x 2 places: (h, w, C) -> (h/2, w/2, C), rounded up."""
    height, width = part.shape[:2]
    padded = np.pad(part, ((0, 2 * small[0] - height), (0, 2 * small[1] - width), (0, 0)))
    return cast("F32", padded.reshape(small[0], 2, small[1], 2, -1).sum(axis=(1, 3)))


def with_grain(filled: F32, mask: Mask, rng: np.random.Generator) -> F32:
    """The filled L* (h, w) with grain inside the mask: as coarse as around it, half as strong."""
    fine = filled - _blurred(filled, _GRAIN_SIGMA)
    around = ~_grown(mask)
    if not around.any():
        return filled
    strength = _deviation(fine, around)
    missing = _GRAIN_SHARE * np.sqrt(np.maximum(strength**2 - _deviation(fine, mask) ** 2, 0.0))
    noise = _grain(filled.shape, _coarseness(fine, around), rng)
    return np.where(mask, np.clip(filled + missing * noise, 0.0, 100.0), filled).astype(np.float32)


def _deviation(fine: F32, places: Mask) -> F32:
    """Standard deviation about each place, (h, w), of what is no edge."""
    typical = np.float32(1.4826 * np.median(np.abs(fine[places])))  # of a normal distribution
    counted = (places & (np.abs(fine) <= _EDGE * typical)).astype(np.float32)
    power = _blurred(counted * fine**2, _GRAIN_REACH)
    return cast("F32", np.sqrt(power / np.maximum(_blurred(counted, _GRAIN_REACH), 1e-3)))


def _coarseness(fine: F32, around: Mask) -> float:
    """Sigma in pixels of the blur that white noise needs to be alike from pixel to pixel."""
    both = around[:, 1:] & around[:, :-1]
    left, right = fine[:, :-1][both], fine[:, 1:][both]
    power = float((left**2).mean()) if left.size else 0.0
    alike = float((left * right).mean()) / power if power > 0 else 0.0
    # the high pass has taken some of it away: 0.4 is as much as grain of the largest sigma shows
    return float(np.interp(alike, (-0.2, 0.0, 0.2, 0.4), (0.0, 0.4, 0.7, 1.2)))


def _grain(shape: tuple[int, ...], sigma: float, rng: np.random.Generator) -> F32:
    """Noise (h, w) whose fine part, as `with_grain` measures it, has a deviation of one."""
    noise = rng.standard_normal(shape, dtype=np.float32)
    if sigma > 0:
        noise = _blurred(noise, sigma)
    fine = noise - _blurred(noise, _GRAIN_SIGMA)
    return cast("F32", noise / max(float(fine.std()), 1e-6))


def _grown(mask: Mask) -> Mask:
    """The mask and what is within two pixels of it."""
    return cv2.dilate(mask.astype(np.uint8), np.ones((5, 5), np.uint8)) > 0


def _blurred(image: F32, sigma: float) -> F32:
    blurred = cv2.GaussianBlur(image, (0, 0), sigma, borderType=cv2.BORDER_REFLECT_101)
    return cast("F32", blurred)
