"""What is on a made-up page, in millimetres: drawn at any resolution it is the same page."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

F32 = npt.NDArray[np.float32]
Color = tuple[float, float, float]

#: Units a millimetre of the masks that intersections over unions are counted on.
_TRUTH_SCALE: Final = 6


@dataclass(frozen=True)
class Print:
    """One print: where it lies (centre, size in mm, degrees clockwise) and what it looks like.

    ``subject`` and ``crop`` (x, y, w, h in 0..1) choose the picture; ``border`` is in mm, ``edge``
    the depth of the thin shadow of the paper's edge in codes; ``deckle`` the teeth in mm.
    """

    x: float
    y: float
    w: float
    h: float
    angle: float
    subject: str
    crop: tuple[float, float, float, float]
    tone: str
    gamma: float
    border: float = 0.0
    paper: Color = (245, 243, 238)
    edge: float = 0.0
    deckle: float = 0.0
    caption: str = ""
    corners: bool = False

    def polygon(self, inset: float = 0.0) -> F32:
        """Corners (4, 2) in mm, from the print's own top left clockwise."""
        size = (self.w - 2 * inset, self.h - 2 * inset)
        cos, sin = np.cos(np.radians(self.angle)), np.sin(np.radians(self.angle))
        half = np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)]) * np.array(size) / 2
        turned: F32 = half @ np.array([(cos, sin), (-sin, cos)]) + (self.x, self.y)
        return turned.astype(np.float32)


@dataclass(frozen=True)
class Ground:
    """What the prints lie on; ``color`` its mean, ``shadow`` the lid's: side and depth in 0..1."""

    kind: str
    color: Color
    shadow: tuple[str, float, float] = ("", 0.0, 0.0)
    soft: float = 0.0


@dataclass(frozen=True)
class Page:
    """A page in mm, with its prints from the lowest to the uppermost, and how it was scanned."""

    name: str
    width: float
    height: float
    ground: Ground
    prints: tuple[Print, ...] = ()
    grey: bool = False
    noise: float = 1.0
    blur: float = 0.0
    dust: int = 0
    captions: tuple[tuple[str, float, float, float, Color], ...] = ()
    seed: int = 0
    #: What fills the page where it is one photo: a kind of `photos.whole`.
    whole: str = ""
    sliver: tuple[str, float] = ("", 0.0)
    #: Pictures it should give.
    pieces: int = 0
    #: ``split``: each print should be found; ``whole``: no more than ``pieces``.
    truth: str = "split"

    def truths(self) -> list[Truth]:
        """What should be found of each print: its visible part, with its border and without."""
        masks = [self._mask(each.polygon()) for each in self.prints]
        found = []
        for number, each in enumerate(self.prints):
            above = np.zeros_like(masks[number])
            for mask in masks[number + 1 :]:
                above |= mask
            hidden_edge = each.border > 0 and not self.edge_shows(each)
            inner = self._mask(each.polygon(each.border)) if hidden_edge else masks[number]
            found.append(Truth(each, (masks[number] & ~above, inner & ~above), above))
        return found

    def edge_shows(self, each: Print) -> bool:
        """Whether a border stands out from the ground or has a shadow."""
        contrast = abs(np.mean(each.paper) - np.mean(self.ground.color))
        return bool(each.edge >= 8 or contrast >= 8)

    def _mask(self, polygon: F32) -> npt.NDArray[np.bool_]:
        shape = (round(self.height * _TRUTH_SCALE), round(self.width * _TRUTH_SCALE))
        mask = np.zeros(shape, np.uint8)
        fixed = np.round(polygon * _TRUTH_SCALE * 16).astype(np.int32)
        return cv2.fillPoly(mask, [fixed], 1, shift=4).astype(bool)


@dataclass(frozen=True)
class Truth:
    """The true masks of a print's visible part and what lies above it."""

    print: Print
    masks: tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]] = field(repr=False)
    above: npt.NDArray[np.bool_] = field(repr=False)

    def iou(self, corners: F32) -> float:
        """Intersection over union with a rectangle's corners (4, 2) in mm, the better of both."""
        mask = np.zeros(self.above.shape, np.uint8)
        fixed = np.round(corners * _TRUTH_SCALE * 16).astype(np.int32)
        ours = cv2.fillPoly(mask, [fixed], 1, shift=4).astype(bool) & ~self.above
        return max(_iou(ours, mask) for mask in self.masks)


def _iou(one: npt.NDArray[np.bool_], other: npt.NDArray[np.bool_]) -> float:
    return float((one & other).sum() / max(1, (one | other).sum()))
