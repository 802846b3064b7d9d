"""What a photograph's colours are like once its tone is taken off: a few numbers.

The strongest of them is the *minor axis*. Paper that yellows, stains that dry and dyes of one toner
move a*, b* along one line; noise moves them a little in all directions. Only true colours spread
widely across that line as well, however far they have faded.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from core.color import F32
from core.colorize.tint.regions import Mask, blurred, grown, thick_part
from core.colorize.tint.tone_model import gradient, outlier_weights

#: Pixels of the small copy that are averaged, as a Gaussian's deviation: less is noise and fringes.
_NEAR: Final = 1.5
_WIDE: Final = 3.0
#: What stands for no redness or yellowness, so that blue is a positive number as well.
_NEUTRAL: Final = 40.0
#: Tiles down and across.
_TILES: Final = 8
#: A spot: C*ab of at least this, thrice what is usual, and a share of the tone's own.
_SPOT_CHROMA: Final = 2.5
_SPOT_SHARE: Final = 0.12
#: Share of the photograph from which spots are enough to tell what they are like.
_TELLING_SHARE: Final = 0.01
#: What spots would be like where there are none: faint, of one hue, as sharp as a blurred step.
_NO_SPOTS: Final = {
    "spot chroma": 2.5, "thick spot chroma": 2.5, "spot hues": 0.0, "spot edges": 1.0,
    "spot sharpness": 0.3,
}  # fmt: skip


def measures(lab: F32, tone: F32) -> dict[str, float]:
    """Of a photograph's small copy (H, W, 3) and its tone's a*, b* (H, W, 2); none is negative."""
    off = lab[..., 1:] - tone
    near = blurred(off, _NEAR)
    error, grain = _length(near), _length(off - near)
    spots = spots_of(error, tone)
    return {
        "noise": float(np.median(grain)),
        "lightness": float(lab[..., 0].mean()),
        "contrast": float(lab[..., 0].std()),
        **_tone_measures(tone),
        **_axes(near, blurred(off, _WIDE), error),
        **_levels(error, spots),
        **_spot_measures(lab[..., 0], near, error, spots),
    }


def spots_of(error: F32, tone: F32) -> Mask:
    """Where what is left, C*ab (H, W), is much more than elsewhere."""
    floor = _SPOT_SHARE * float(_length(tone).mean())
    return error > max(_SPOT_CHROMA, 3 * float(np.median(error)), floor)


def _tone_measures(tone: F32) -> dict[str, float]:
    """Toners and age make brown and yellow; a magenta or a green cast is that of faded dyes."""
    return {
        "tone chroma": float(_length(tone).mean()),
        "redness": max(0.0, _NEUTRAL + float(tone[..., 0].mean())),
        "yellowness": max(0.0, _NEUTRAL + float(tone[..., 1].mean())),
    }


def _axes(near: F32, wide: F32, error: F32) -> dict[str, float]:
    """Deviations along the two principal axes; the more is let in the more spots count."""
    found = {}
    for share, usual in zip((50, 65, 80), np.percentile(error, (50, 65, 80)), strict=True):
        weights = outlier_weights(error, 2 * max(0.3, float(usual)))
        minor, major = _deviations(near, weights)
        found[f"minor axis {share}"] = minor
        if share == 50:
            found["wide minor axis"], found["wide major axis"] = _deviations(wide, weights)
        if share == 65:
            found["major axis"] = major
    return found


def _deviations(ab: F32, weights: F32) -> tuple[float, float]:
    covariance = np.einsum("hwc,hwd,hw->cd", ab, ab, weights, optimize=True) / weights.sum()
    minor, major = np.sqrt(np.maximum(np.linalg.eigvalsh(covariance), 0))
    return float(minor), float(major)


def _levels(error: F32, spots: Mask) -> dict[str, float]:
    height, width = error.shape
    centre = error[height // 6 : height - height // 6, width // 6 : width - width // 6]
    half, most = np.percentile(centre, (50, 75))
    wash = (error > max(1.2, 1.7 * float(np.median(error)))) & ~grown(spots, 2)
    return {
        "centre 50": float(half),
        "centre 75": float(most),
        "quarter": float(np.percentile(error, 25)),
        "quiet tiles": float(np.percentile(_tiles(error), 25)),
        "wash": float(wash.mean()),
    }


def _tiles(error: F32) -> F32:
    """75th percentile in each tile; the last rows and columns that fill none are left out."""
    down, across = (side // _TILES for side in error.shape)
    cut = error[: down * _TILES, : across * _TILES]
    tiles = cut.reshape(_TILES, down, _TILES, across)
    return np.percentile(tiles, 75, axis=(1, 3)).astype(np.float32)


def _spot_measures(L: F32, near: F32, error: F32, spots: Mask) -> dict[str, float]:
    slope, steps = _length(gradient(L)), _length(gradient(error))
    thick = thick_part(spots)
    found = {
        "spots": float(spots.mean()),
        "thick spots": float(thick.mean()),
        "edges in common": 0.5 + _correlation(_length(gradient(blurred(L, 1))), steps.clip(max=1)),
    }
    if spots.sum() <= _TILES:
        return found | _NO_SPOTS
    # a few pixels say little of what spots are like
    trust = min(1.0, float(spots.mean()) / _TELLING_SHARE)
    hue = np.arctan2(near[..., 1], near[..., 0])[spots]
    seen = {
        "spot chroma": float(np.median(error[spots])),
        "thick spot chroma": float(np.median(error[thick if thick.sum() > _TILES else spots])),
        "spot hues": float(1 - np.hypot(np.cos(hue).mean(), np.sin(hue).mean())),
        "spot edges": float(slope[spots].mean() / (slope[~spots].mean() + 0.1)),
        "spot sharpness": float(steps[spots].mean() / error[spots].mean()),
    }
    return found | {
        name: value * trust + _NO_SPOTS[name] * (1 - trust) for name, value in seen.items()
    }


def _length(ab: F32 | tuple[F32, F32]) -> F32:
    """Hypot of two planes, or of (H, W, 2)."""
    a, b = ab if isinstance(ab, tuple) else (ab[..., 0], ab[..., 1])
    return np.hypot(a, b)


def _correlation(first: npt.NDArray[np.floating], second: npt.NDArray[np.floating]) -> float:
    first, second = first - first.mean(), second - second.mean()
    return float((first * second).mean() / (first.std() * second.std() + 1e-6))
