"""Prints out of proposals, by a model that measures the one white print in each crop."""

from __future__ import annotations

from typing import Any, cast

import cv2
import numpy as np

from core.inference.print_model import PrintModel
from core.photo.frame import Frame
from core.scans.crops import MARGIN, SIZE, with_ground
from core.scans.judge import best_prints, steadied
from core.scans.overlap import intersection_over_union

PRINTS = (Frame(90, 80, 80, 60), Frame(220, 180, 70, 100))


class Ruler:
    """Stands in for the network: white is the print, and how well the frame fits is its score."""

    def judge(self, crops: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        answers = [self._one(each[..., 0] > 127) for each in crops]
        places, scores = zip(*answers, strict=True)
        return np.array(places, np.float32), np.array(scores, np.float32)

    def _one(self, white: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        if not white.any():
            return np.full((4, 2), SIZE / 2), np.zeros(3)
        columns, rows = (np.flatnonzero(white.any(axis)) for axis in (0, 1))
        left, right, top, bottom = columns[0], columns[-1] + 1, rows[0], rows[-1] + 1
        frame = np.zeros_like(white)
        low, high = round(MARGIN * SIZE), round((1 - MARGIN) * SIZE)
        frame[low:high, low:high] = True
        score = (frame & white).sum() / (frame | white).sum()
        places = np.repeat(np.array([left, top, right, bottom], float)[:, None], 2, 1)
        return places, np.full(3, score)


def _page() -> np.ndarray:
    rgb = np.zeros((300, 320, 3), np.uint8)
    for frame in PRINTS:
        cv2.fillPoly(rgb, [np.round(frame.corners()).astype(np.int32)], (255, 255, 255))
    return with_ground(rgb, rgb[..., 0] == 0)


def _best(proposed: list[Frame]) -> list[Frame]:
    model = cast("PrintModel", cast("Any", Ruler()))
    return [each.frame for each in best_prints(_page(), proposed, model)]


def test_rough_proposals_end_at_the_prints_and_none_twice() -> None:
    rough = [Frame(95, 84, 92, 66), Frame(84, 78, 70, 52), Frame(214, 186, 82, 112)]
    found = _best(rough)
    assert len(found) == 2
    for frame in PRINTS:
        assert max(intersection_over_union(frame, each) for each in found) > 0.95


def test_what_is_no_print_is_left_out() -> None:
    assert _best([Frame(60, 220, 50, 50)]) == []
    assert _best([]) == []


def test_the_exact_one_stays_as_it_is() -> None:
    (found,) = _best([PRINTS[0], Frame(100, 80, 100, 60)])
    assert intersection_over_union(found, PRINTS[0]) > 0.97


def test_a_frame_is_steadied_to_the_print_about_it() -> None:
    model = cast("PrintModel", cast("Any", Ruler()))
    off = [Frame(93, 78, 86, 58), Frame(217, 183, 68, 106)]
    for frame, found in zip(PRINTS, steadied(_page(), off, model), strict=True):
        assert intersection_over_union(frame, found) > 0.95
    assert steadied(_page(), [], model) == []
