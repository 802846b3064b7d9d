"""What the finder should say of a page: where prints lie, and where their sides show."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from training.scans.layout import Place

F32 = npt.NDArray[np.float32]
Shape = tuple[int, int]

_SHIFT: Final = 4


def targets(prints: Sequence[Place], page: Shape, stride: int) -> F32:
    """(2, H / stride, W / stride) of a page (H, W), 0..1: on a print; on a side of one.

    The sides of a print that another hides are not there, the other's own are. Nor are those along
    the page's edge.
    """
    shape = (page[0] // stride, page[1] // stride)
    on, side = np.zeros(shape, np.uint8), np.zeros(shape, np.uint8)
    for place in prints:
        corners = place.corners() / stride - 0.5
        fixed = np.round(corners * 2**_SHIFT).astype(np.int32)
        cv2.fillPoly(on, [fixed], 255, cv2.LINE_AA, _SHIFT)
        cv2.fillPoly(side, [fixed], 0, shift=_SHIFT)
        cv2.polylines(side, [fixed], True, 255, 1, cv2.LINE_AA, _SHIFT)
    side[:1], side[-1:], side[:, :1], side[:, -1:] = 0, 0, 0, 0
    return np.stack((on, side)).astype(np.float32) / np.float32(255)
