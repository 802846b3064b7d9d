"""A before/after picture: a photo and its colour version side by side."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np

from core.photo.photo import Photo

#: The white line between the two, as a share of their width.
_GAP: Final = 0.01


def side_by_side(before: Photo, after: Photo) -> Photo:
    """The before/after picture at full size, a white line between: (H, 2 W + gap, 3).

    ``after`` is RGB of the same size and depth; transparency becomes what it hides.
    """
    rgb = before.pixels  # (H, W) or (H, W, 3)
    if rgb.ndim == 2:
        rgb = np.repeat(rgb[:, :, None], 3, axis=2)
    height, width = rgb.shape[:2]
    white = np.iinfo(rgb.dtype).max
    gap = np.full((height, max(1, round(width * _GAP)), 3), white, rgb.dtype)
    return replace(after, pixels=np.concatenate((rgb, gap, after.pixels), axis=1), alpha=None)
