"""Shapes on a small copy: growing, shrinking, blurring, without a library for each."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from core.color import F32

Mask = npt.NDArray[np.bool_]


def shrunk(mask: Mask, times: int) -> Mask:
    """Without the outermost ``times`` pixels of every shape; the rim of the image is none."""
    for _ in range(times):
        inner = mask.copy()
        inner[1:] &= mask[:-1]
        inner[:-1] &= mask[1:]
        inner[:, 1:] &= mask[:, :-1]
        inner[:, :-1] &= mask[:, 1:]
        mask = inner
    return mask


def grown(mask: Mask, times: int) -> Mask:
    """With ``times`` pixels more around every shape."""
    return ~shrunk(~mask, times)


def thick_part(mask: Mask) -> Mask:
    """What is at least five pixels wide: pen strokes are not, patches and things are."""
    return grown(shrunk(mask, 2), 2) & mask


def blurred(image: F32, sigma: float) -> F32:
    """Gaussian blur of (H, W[, C])."""
    out: F32 = cv2.GaussianBlur(image, (0, 0), sigma, borderType=cv2.BORDER_REFLECT_101)  # type: ignore[assignment]
    return out
