"""Common area of frames, beside areas that are counted in pixels."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from core.photo.frame import Frame
from core.scans.overlap import common_area, intersection_over_union

FINE = 8


def _counted(frame: Frame) -> np.ndarray:
    mask = np.zeros((120 * FINE, 120 * FINE), np.uint8)
    corners = np.round(frame.corners() * FINE * 16).astype(np.int32)
    return cv2.fillConvexPoly(mask, corners, 1, shift=4).astype(bool)


@pytest.mark.parametrize(
    "other",
    [
        Frame(60, 60, 40, 30, 0.0),
        Frame(70, 55, 40, 30, 25.0),
        Frame(60, 60, 12, 8, -40.0),
        Frame(60, 60, 30, 40, 90.0),
        Frame(95, 85, 20, 20, 10.0),
    ],
)
def test_as_many_pixels_as_are_counted(other: Frame) -> None:
    frame = Frame(60, 60, 40, 30)
    one, two = _counted(frame), _counted(other)
    both = (one & two).sum() / FINE**2
    assert common_area(frame, other) == pytest.approx(both, abs=12)
    expected = (one & two).sum() / (one | two).sum()
    assert intersection_over_union(frame, other) == pytest.approx(expected, abs=0.02)


def test_frames_far_apart_have_nothing_in_common() -> None:
    assert common_area(Frame(20, 20, 10, 10), Frame(90, 90, 10, 10)) == 0
    assert intersection_over_union(Frame(20, 20, 10, 10), Frame(31, 20, 10, 10)) == 0
