"""A mask's border: sharp where the photo has an edge, soft where it has none.

Each pixel takes the mean of its neighbours, weighed by how easily a walk steps between both
(`core.colorize.commute_time`), again and again: an explicit scheme of anisotropic diffusion (Perona
and Malik, "Scale-space and edge detection using anisotropic diffusion", 1990).
"""

from __future__ import annotations

from typing import Final

import numpy as np

from core.color import F32

#: The border becomes some five pixels wide where there is no edge.
_STEPS: Final = 30
#: Of a pixel's new value what comes from its neighbours.
_TAKEN: Final = 0.8


def feathered(mask: F32, right: F32, down: F32) -> F32:
    """The mask (h, w) in 0..1; what was 0 or 1 far from its border stays so.

    Args:
        mask: (h, w) in 0..1.
        right: conductance (h, w - 1) between neighbours in a row, not negative.
        down: conductance (h - 1, w) between neighbours in a column, not negative.
    """
    degree = _neighbours(np.ones_like(mask), right, down)
    share = _TAKEN / np.maximum(degree, np.float32(1e-6))
    kept = 1 - share * degree
    for _ in range(_STEPS):
        mask = np.add(kept * mask, share * _neighbours(mask, right, down))
    return mask


def _neighbours(values: F32, right: F32, down: F32) -> F32:
    """The sum (h, w) over each pixel's neighbours, weighed."""
    total = np.zeros_like(values)
    total[:, :-1] += right * values[:, 1:]
    total[:, 1:] += right * values[:, :-1]
    total[:-1] += down * values[1:]
    total[1:] += down * values[:-1]
    return total
