"""Of rectangles that could be prints, those that are: moved to the prints' sides, none twice.

Cascade R-CNN (Cai and Vasconcelos, 2018) with one network in every turn: what it says of a
rectangle moves it, and the moved one is looked at again.
"""

from __future__ import annotations

from dataclasses import astuple, dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from core.inference.print_model import PrintModel
from core.photo.frame import Frame
from core.scans.crops import crop, moved
from core.scans.overlap import common_area, intersection_over_union

U8 = npt.NDArray[np.uint8]
F64 = npt.NDArray[np.float64]

#: How often rectangles are moved.
_TURNS: Final = 3
#: A proposal is followed where it is a print's by half, so surely.
_WORTH: Final = 0.3
#: What each of the model's scores counts: fitting exactly counts most.
_WEIGHTS: Final = (0.1, 0.3, 0.6)
#: Rectangles that have so much in common are one.
_SAME: Final = 0.93
#: Prints overlap a little, never by more than this part of the smaller.
_OVERLAP: Final = 0.3
#: The value of a rectangle that is a print, at least.
_LEAST: Final = 0.3
#: Frames about a print's that it is looked at in once more: how far the left, upper, right and
#: lower side are moved outwards, of its size.
_ABOUT: Final = (
    (0.0, 0.0, 0.0, 0.0),
    (0.035, 0.035, 0.035, 0.035),
    (-0.025, -0.025, -0.025, -0.025),
    (0.06, 0.06, 0.06, 0.06),
    (0.01, 0.0, 0.04, -0.03),
    (0.0, 0.01, -0.03, 0.04),
)


@dataclass(frozen=True)
class Judged:
    """A rectangle, how surely it is a print exactly (0..1), and where its print's sides are."""

    frame: Frame
    value: float
    worth: float
    places: F64

    def moved(self) -> Frame:
        """The frame that the model answers with."""
        return moved(self.frame, self.places)


def best_prints(page: U8, proposed: list[Frame], model: PrintModel) -> list[Judged]:
    """The prints of a page (H, W, 4), `core.scans.crops.with_ground`, the surest first."""
    turn = [each for each in judged(page, proposed, model) if each.worth > _WORTH]
    seen = list(turn)
    for _ in range(_TURNS - 1):
        turn = judged(page, [each.moved() for each in _distinct(turn)], model)
        seen += turn
    return apart(seen)


def judged(page: U8, frames: list[Frame], model: PrintModel) -> list[Judged]:
    """What the model says of each frame."""
    if not frames:
        return []
    places, scores = model.judge(np.stack([crop(page, frame) for frame in frames]))
    values = scores @ np.array(_WEIGHTS, np.float32)
    return [
        Judged(frame, float(value), float(score[0]), place.astype(np.float64))
        for frame, value, score, place in zip(frames, values, scores, places, strict=True)
    ]


def steadied(page: U8, frames: list[Frame], model: PrintModel) -> list[Frame]:
    """Frames of prints whose sides are the median of what is said of several frames about them.

    Test-time augmentation: each answer errs a little, and otherwise.
    """
    about = [_beside(frame, *change) for frame in frames for change in _ABOUT]
    answers = [each.moved() for each in judged(page, about, model)]
    rows = np.array([astuple(each) for each in answers]).reshape(-1, len(_ABOUT), 5)
    return [Frame(*row) for row in np.median(rows, 1).tolist()]


def _beside(frame: Frame, left: float, top: float, right: float, bottom: float) -> Frame:
    width, height = frame.width, frame.height
    return frame.grown(left * width, top * height, right * width, bottom * height)


def _distinct(found: list[Judged]) -> list[Judged]:
    """Of rectangles that are nearly one, the best."""
    kept: list[Judged] = []
    for each in _by_value(found):
        if all(intersection_over_union(each.frame, other.frame) < _SAME for other in kept):
            kept.append(each)
    return kept


def apart(found: list[Judged]) -> list[Judged]:
    """Non-maximum suppression: the best, then the best of those that hardly overlap it, ..."""
    kept: list[Judged] = []
    for each in _by_value(found):
        if each.value < _LEAST:
            break
        if all(_hardly_overlap(each.frame, other.frame) for other in kept):
            kept.append(each)
    return kept


def _by_value(found: list[Judged]) -> list[Judged]:
    return sorted(found, key=lambda each: each.value, reverse=True)


def _hardly_overlap(one: Frame, other: Frame) -> bool:
    return common_area(one, other) <= _OVERLAP * min(one.area, other.area)
