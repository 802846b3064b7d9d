"""Detects whether a photo is grey, tinted as a whole (sepia, cyanotype, old paper) or coloured.

In a toned black-and-white photo chroma is a function of lightness: one curve through Lab. Uneven
yellowing adds a slow change across the sheet. What such a model leaves unexplained in a small copy
of the photo is next to nothing for a tinted one, and much where there are real colours.
"""

from __future__ import annotations

from enum import Enum
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from core.color import F32, chroma, rgb_to_lab
from core.resize import resize_area

#: Short side of the small copy: JPEG's and the scanner's colour noise average out.
_SHORT_SIDE: Final = 64
#: Knots of the tint curve over L*: enough for the kink where a digital sepia's red clips.
_KNOTS: Final = 13
#: Root mean square chroma below which nobody sees a tint: an 8-bit grey, an old JPEG's rounding.
_GREY_CHROMA: Final = 1.0
#: Unexplained chroma (RMS) that a tint may have: a floor, and a share of the tint itself, which
#: clips and fades unevenly. Chosen on photographs and toned copies; see docs/finishing.md.
_ALLOWED: Final = 1.8
_ALLOWED_SHARE: Final = 0.07


class Tint(Enum):
    """What the colours of a photo's pixels are."""

    GREY = "grey"
    TINTED = "tinted"
    COLORED = "colored"


def tint_of(pixels: npt.NDArray[np.uint8 | np.uint16]) -> Tint:
    """The tint of grey ``(H, W)`` or RGB ``(H, W, 3)`` codes."""
    if pixels.ndim == 2:
        return Tint.GREY
    lab = rgb_to_lab(_small(pixels))
    spread = _rms(lab[..., 1:])
    if spread < _GREY_CHROMA:
        return Tint.GREY
    tinted = _rms(_fit_residual(lab)) < _ALLOWED + _ALLOWED_SHARE * spread
    return Tint.TINTED if tinted else Tint.COLORED


def _small(pixels: npt.NDArray[Any]) -> npt.NDArray[Any]:
    height, width = pixels.shape[:2]
    scale = min(1.0, _SHORT_SIDE / min(height, width))
    # a strip one pixel high would keep millions of columns
    long_side = 64 * _SHORT_SIDE
    small = (min(long_side, max(1, round(side * scale))) for side in (height, width))
    return resize_area(pixels, *small)


def _rms(ab: F32) -> float:
    return float(np.sqrt(np.square(chroma(ab)).mean()))


def _fit_residual(lab: F32) -> F32:
    """a*, b* (N, 2) less their least-squares fit by lightness and place."""
    design, ab = _design(lab), lab[..., 1:].reshape(-1, 2)
    # knots no pixel is near have nothing to be fitted to: a trace of ridge keeps it solvable
    normal = np.einsum("ni,nj->ij", design, design)
    normal += 1e-3 * np.eye(design.shape[1], dtype=np.float32)
    coefficients = np.linalg.solve(normal, np.einsum("ni,nc->ic", design, ab))
    fitted: F32 = np.einsum("ni,ic->nc", design, coefficients)
    return ab - fitted


def _design(lab: F32) -> F32:
    """(N, 20): a piecewise linear curve over L*, and the slow change across the sheet."""
    height, width = lab.shape[:2]
    L = (lab[..., 0] / 100).reshape(-1, 1)
    knots = np.linspace(0, 1, _KNOTS, dtype=np.float32)
    curve = np.maximum(0, 1 - np.abs(L - knots) * (_KNOTS - 1))
    y, x = (
        grid.reshape(-1, 1).astype(np.float32)
        for grid in np.meshgrid(
            np.linspace(-1, 1, height), np.linspace(-1, 1, width), indexing="ij"
        )
    )
    return np.hstack((curve, x, y, x * y, x * x, y * y, x * L, y * L))
