"""Filling of damaged places from what lies around them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, cast

import cv2
import numpy as np

from core.color import F32
from core.repair.find import Mask
from core.repair.grain import GRAIN_REACH, with_grain
from core.repair.parallel import in_parallel
from core.repair.tiles import Tile, tiles

#: Pixels about a place that inpainting takes it from; 3 is what OpenCV's own example takes.
_RADIUS: Final = 3

#: What is farther than so many pixels from all that is known is filled at half the size, where it
#: is nearer: inpainting carries nothing far.
_NEAR: Final = 6

#: Rows that are made half as large at a time.
_ROWS: Final = 512


def filled(L: F32, mask: Mask) -> F32:
    """L* (H, W) of any size with the places of the mask filled from around them, with grain.

    Everywhere else it is the same to the last bit.
    """
    out = L.copy()
    left = _fill_inner(out, mask)
    damaged = [tile for tile in tiles(*L.shape) if mask[tile.core].any()]

    def fill(tile: Tile) -> F32:
        # the same place gets the same grain however often it is asked for
        rng = np.random.default_rng((tile.rows.start, tile.columns.start))
        grainy = _filled_tile(out[tile.seen], mask[tile.seen], left[tile.seen], rng)
        return grainy[tile.inside][mask[tile.core]]

    # nothing is written before all is read: no tile sees the grain of its neighbour
    for tile, values in zip(damaged, in_parallel(fill, damaged), strict=True):
        out[tile.core][mask[tile.core]] = values
    return out


def _filled_tile(L: F32, mask: Mask, left: Mask, rng: np.random.Generator) -> F32:
    """What a tile sees, with what is left of its places filled and grain in all of them."""
    part = _around(mask)
    out = L.copy()
    out[part] = with_grain(inpainted(L[part], left[part]), mask[part], rng)
    return out


def _around(mask: Mask) -> tuple[slice, slice]:
    """The part of (h, w) that holds all places of a mask, and what grain is measured on."""
    sides = []
    for axis in (1, 0):
        reached = np.flatnonzero(mask.any(axis=axis))
        reach = round(2 * GRAIN_REACH)
        sides.append(slice(max(0, int(reached[0]) - reach), int(reached[-1]) + reach + 1))
    return sides[0], sides[1]


def _fill_inner(L: F32, mask: Mask) -> Mask:
    """Fill the inner parts of wide places of L* (H, W), there; what of the mask is left."""
    side = 2 * _NEAR + 1
    inner = cv2.erode(mask.astype(np.uint8), np.ones((side, side), np.uint8)) > 0
    if not inner.any() or mask.all():
        return mask
    coarse, unknown = _halves(L, mask)
    left = _fill_inner(coarse, unknown)
    for tile in tiles(*coarse.shape):
        if left[tile.core].any():
            part = inpainted(coarse[tile.seen], left[tile.seen])
            coarse[tile.core] = part[tile.inside]
    for rows in _strips(len(L)):
        places = inner[rows]
        if places.any():
            L[rows][places] = _doubled(coarse, rows, L.shape[1])[places]
    return mask & ~inner


def _strips(height: int) -> Iterator[slice]:
    """Even numbers of rows: no large picture is copied whole."""
    return (slice(top, min(top + _ROWS, height)) for top in range(0, height, _ROWS))


def _halves(L: F32, mask: Mask) -> tuple[F32, Mask]:
    """Means of what is known of 2 x 2 pixels, (H/2, W/2) rounded up, and where nothing is."""
    small = -(-L.shape[0] // 2), -(-L.shape[1] // 2)
    means, unknown = np.zeros(small, np.float32), np.ones(small, np.bool_)
    for rows in _strips(len(L)):
        known = (~mask[rows]).astype(np.float32)
        sums, weights = (_halved(part[..., None]) for part in (L[rows] * known, known))
        half = slice(rows.start // 2, rows.start // 2 + len(sums))
        means[half] = (sums / np.maximum(weights, 1.0))[..., 0]
        unknown[half] = weights[..., 0] == 0
    return means, unknown


def _doubled(coarse: F32, rows: slice, width: int) -> F32:
    """Some rows of a picture of twice the size and so many columns."""
    top = max(0, rows.start // 2 - 1)
    part = coarse[top : -(-rows.stop // 2) + 1]
    size = (2 * part.shape[1], 2 * part.shape[0])
    larger = cv2.resize(part, size, interpolation=cv2.INTER_LINEAR)
    return cast("F32", larger[rows.start - 2 * top : rows.stop - 2 * top, :width])


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
    coarse_sums, coarse_weights = _halved(sums), _halved(weights)
    full = np.minimum(coarse_weights, 1.0)
    scaled = coarse_sums * (full / np.maximum(coarse_weights, 1e-6))
    coarse = _pull_push(cast("F32", scaled), full)
    size = (width, height)
    beyond = cv2.resize(coarse, size, interpolation=cv2.INTER_LINEAR).reshape(sums.shape)
    share = np.minimum(weights, 1.0)
    own = sums / np.maximum(weights, 1e-6)
    return cast("F32", share * own + (1.0 - share) * beyond)


def _halved(part: F32) -> F32:
    """Sums of 2 x 2 places: (h, w, C) -> (h/2, w/2, C), rounded up."""
    height, width = part.shape[:2]
    padded = np.pad(part, ((0, height % 2), (0, width % 2), (0, 0)))
    return cast(
        "F32", padded[::2, ::2] + padded[1::2, ::2] + padded[::2, 1::2] + padded[1::2, 1::2]
    )
