"""What the network says of a page: where prints lie, and where their sides show."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import cv2
import numpy as np
import numpy.typing as npt

from core.color import F32
from core.inference.print_model import PrintModel, open_print_model

Mask = npt.NDArray[np.bool_]
Pixels = npt.NDArray[np.uint8 | np.uint16]

_ONE_CORE: Final = 1


@dataclass(frozen=True)
class PrintMaps:
    """Of a page at its working size.

    Attributes:
        on: (H, W), where a print lies.
        side: (H, W) in 0..1, how surely the side of one lies there.
    """

    on: Mask
    side: F32


@cache
def _model() -> PrintModel:
    return open_print_model(threads=_ONE_CORE)


def print_maps(pixels: Pixels, shape: tuple[int, int]) -> PrintMaps:
    """The maps of a page (h, w[, 3]), at a working size (H, W).

    Raises: as `core.inference.print_model.open_print_model` and `PrintModel.maps`.
    """
    model = _model()
    scale = min(1.0, model.side / max(pixels.shape[:2]))
    height, width = (_multiple(scale * n, model.multiple_of) for n in pixels.shape[:2])
    small: Any = cv2.resize(pixels, (width, height), interpolation=cv2.INTER_AREA)
    rgb: Any = small if small.ndim == 3 else np.dstack([small] * 3)
    codes = rgb.astype(np.float32) / np.iinfo(pixels.dtype).max
    logits = model.maps(np.ascontiguousarray(codes.transpose(2, 0, 1)))
    on, side = (
        cv2.resize(1 / (1 + np.exp(-each)), shape[::-1], interpolation=cv2.INTER_CUBIC)
        for each in logits
    )
    return PrintMaps(on > 0.5, np.clip(side, 0, 1))


def _multiple(pixels: float, of: int) -> int:
    return max(1, round(pixels / of)) * of
