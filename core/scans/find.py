"""`find_prints`: a scanned page -> where its prints lie, in reading order."""

from __future__ import annotations

from functools import cache
from typing import Any, Final

import cv2
import numpy as np
import numpy.typing as npt

from core.color import rgb_to_lab
from core.inference.print_model import PrintModel, open_print_model
from core.photo.frame import Frame
from core.scans.anchors import anchors
from core.scans.crops import whole_page, with_ground
from core.scans.ground import infer_ground
from core.scans.halves import cut_in_halves
from core.scans.judge import apart, best_prints, judged, steadied
from core.scans.page import is_hollow, is_one_photo, is_sliver, without_unsure_second
from core.scans.proposals import clusters, proposals
from core.scans.reading_order import in_reading_order
from core.scans.refine import refined

U8 = npt.NDArray[np.uint8]
Pixels = npt.NDArray[np.uint8 | np.uint16]

#: Pixels of the page's long side when prints are looked for.
WORKING_SIZE: Final = 900
#: And when their sides are refined.
FINE_SIZE: Final = 3600


def find_prints(pixels: Pixels) -> list[Frame]:
    """The prints on a page, in reading order; in the page's pixels.

    A page that is one photo gives its own frame, an empty glass none. A print that another covers
    in part is framed as if it did not.

    Args:
        pixels: codes (H, W) or (H, W, 3) of 8 or 16 bits, sRGB.

    Raises: as `core.inference.print_model.open_print_model` and `PrintModel.judge`.
    """
    scale = min(1.0, WORKING_SIZE / max(pixels.shape[:2]))
    found = _coarse_prints(_working_rgb(pixels, scale))
    if found is None:
        return [whole_page(pixels)]
    fine, factor = _fine(pixels)
    ratio = factor / scale
    exact = [refined(fine, frame.scaled(ratio), ratio).scaled(1 / factor) for frame in found]
    return in_reading_order(exact)


def _coarse_prints(rgb: U8) -> list[Frame] | None:
    """The prints of a page (H, W, 3) at the working size, or None where the page is one photo."""
    lab = rgb_to_lab(rgb).astype(np.float32)
    ground = infer_ground(lab)
    if ground is None:
        return None
    page, parts, model = with_ground(rgb, ground), clusters(ground), _bundled_model()
    prints = best_prints(page, proposals(lab, ground, parts), model)
    prints = apart(
        prints + best_prints(page, anchors(ground, [each.frame for each in prints]), model)
    )
    prints = [
        each
        for each in prints
        if not is_sliver(each.frame, lab.shape[:2]) and not is_hollow(each, ground)
    ]
    prints = without_unsure_second(prints)
    (whole,) = judged(page, [whole_page(page)], model)
    if is_one_photo(page, lab, ground, parts, prints, whole):
        return None
    frames = steadied(page, [each.frame for each in prints], model)
    return [half for frame in frames for half in cut_in_halves(lab, frame)]


@cache
def _bundled_model() -> PrintModel:
    """It is opened once. Raises: as `open_print_model`."""
    return open_print_model()


def _fine(pixels: Pixels) -> tuple[Pixels, float]:
    """The page at the size that sides are refined at, and its scale."""
    factor = min(1.0, FINE_SIZE / max(pixels.shape[:2]))
    if factor == 1.0:
        return pixels, 1.0
    size = (round(pixels.shape[1] * factor), round(pixels.shape[0] * factor))
    return cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), factor  # type: ignore[return-value]


def _working_rgb(pixels: Pixels, scale: float) -> U8:
    """(H, W, 3) codes of 8 bits."""
    height, width = (max(16, round(n * scale)) for n in pixels.shape[:2])
    small: Any = cv2.resize(pixels, (width, height), interpolation=cv2.INTER_AREA)
    if small.dtype == np.uint16:
        small = np.round(small / np.float32(257)).astype(np.uint8)
    return small if small.ndim == 3 else np.dstack([small] * 3)
