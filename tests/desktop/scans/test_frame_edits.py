"""What is done to frames by hand, against plain geometry."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from core.photo.frame import Frame
from desktop.scans.frame_edits import (
    between,
    halved,
    index_at,
    joined,
    laid_on_side,
    moved,
    resized,
    turned,
)

CROOKED = Frame(200, 150, 120, 80, 30.0)


def area_of(corners: np.ndarray) -> float:
    return float(cv2.contourArea(corners.astype(np.float32)))


def test_the_middle_stays_on_the_page() -> None:
    assert moved(CROOKED, (-500, 10), (400, 300)) == Frame(0, 160, 120, 80, 30.0)


@pytest.mark.parametrize("side", ["left", "top", "right", "bottom"])
def test_a_side_that_is_pulled_leaves_the_opposite_one_alone(side: str) -> None:
    wide = resized(CROOKED, {side}, (25.0, -40.0))
    corners, before = wide.corners(), CROOKED.corners()
    stays = {"left": (1, 2), "right": (0, 3), "top": (2, 3), "bottom": (0, 1)}[side]
    assert corners[list(stays)] == pytest.approx(before[list(stays)])
    assert area_of(corners) == pytest.approx(wide.area, rel=1e-4)


def test_a_corner_follows_the_pointer() -> None:
    larger = resized(CROOKED, {"right", "bottom"}, (25.0, 40.0))
    assert larger.corners()[2] == pytest.approx(CROOKED.corners()[2] + (25.0, 40.0))


def test_no_frame_is_pulled_through_itself() -> None:
    thin = resized(CROOKED, {"left"}, (10_000.0, 0.0))
    assert thin.width == 8
    assert thin.corners()[1] == pytest.approx(CROOKED.corners()[1])


def test_laid_on_its_side_it_is_the_same_place() -> None:
    for turns in (1, 2, 3, -1):
        laid = laid_on_side(CROOKED, turns)
        assert laid.corners() == pytest.approx(np.roll(CROOKED.corners(), -turns, 0))
    assert turned(Frame(0, 0, 1, 1, 170), 20).angle == -170


def test_joined_frames_lie_in_the_one_and_halves_make_the_whole() -> None:
    one, other = halved(CROOKED)
    whole = joined([one, other])
    assert whole.corners() == pytest.approx(CROOKED.corners())
    assert one.area + other.area == pytest.approx(CROOKED.area)
    straight = between((10, 90), (60, 20))
    both = joined([CROOKED, straight])
    assert both.angle == CROOKED.angle
    hull = both.corners().astype(np.float32)
    for corner in [*CROOKED.corners(), *straight.corners()]:
        point = (float(corner[0]), float(corner[1]))
        assert cv2.pointPolygonTest(hull, point, True) > -0.01


def test_of_frames_that_overlap_the_smallest_is_meant() -> None:
    frames = [Frame(100, 100, 200, 200), Frame(100, 100, 20, 20, 45)]
    assert index_at(frames, (100, 100)) == 1
    assert index_at(frames, (50, 50)) == 0
    assert index_at(frames, (300, 50)) is None
