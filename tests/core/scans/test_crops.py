"""What is cut out about a rectangle, and the rectangle that places of sides make."""

from __future__ import annotations

from dataclasses import astuple

import cv2
import numpy as np
import pytest

from core.photo.frame import Frame
from core.scans.crops import BEYOND, GROUND, MARGIN, SIZE, crop, moved, with_ground

INNER = 1 - 2 * MARGIN
FRAMES = (
    Frame(150, 140, 90, 60),
    Frame(160, 150, 80, 120, 31.0),
    Frame(150, 150, 200, 150, -12.0),
)


def _page_with(frame: Frame) -> np.ndarray:
    """A page whose ground is black and bare, with one white print."""
    rgb = np.zeros((300, 320, 3), np.uint8)
    cv2.fillPoly(rgb, [np.round(frame.corners()).astype(np.int32)], (255, 255, 255))
    return with_ground(rgb, rgb[..., 0] == 0)


@pytest.mark.parametrize("frame", FRAMES)
def test_the_rectangle_lies_straight_in_the_middle(frame: Frame) -> None:
    picture = crop(_page_with(frame), frame)
    low, high = round(MARGIN * SIZE), round((1 - MARGIN) * SIZE)
    expected = np.zeros((SIZE, SIZE), bool)
    expected[low:high, low:high] = True
    assert picture.shape == (SIZE, SIZE, 4)
    assert ((picture[..., 0] > 127) != expected).mean() < 0.02
    inside = picture[SIZE // 2, SIZE // 2]
    assert inside.tolist() == [255, 255, 255, 0]
    assert picture[2, SIZE // 2, 3] == GROUND


def test_what_lies_beyond_the_page_is_said_to() -> None:
    frame = Frame(20, 150, 60, 60)
    picture = crop(_page_with(frame), frame)
    beyond = picture[..., 3] == BEYOND
    columns = round((0.5 - 20 / 60 * INNER) * SIZE)
    assert beyond[:, : columns - 1].all()
    assert not beyond[:, columns + 1 :].any()


def test_where_the_sides_are_in_place_nothing_moves() -> None:
    low, high = MARGIN * SIZE, (1 - MARGIN) * SIZE
    places = np.array([[low, low], [low, low], [high, high], [high, high]])
    for frame in FRAMES:
        assert astuple(moved(frame, places)) == pytest.approx(astuple(frame))


def test_a_side_that_is_found_further_out_moves_alone() -> None:
    frame = Frame(150, 150, 100, 80, 90.0)
    low, high = MARGIN * SIZE, (1 - MARGIN) * SIZE
    out = low - 0.1 * INNER * SIZE  # a tenth of the width, which lies down the page
    places = np.array([[out, out], [low, low], [high, high], [high, high]])
    assert astuple(moved(frame, places)) == pytest.approx((150, 145, 110, 80, 90))


def test_sides_that_lean_turn_the_frame() -> None:
    frame = Frame(150, 150, 100, 100)
    low, high = MARGIN * SIZE, (1 - MARGIN) * SIZE
    lean = np.tan(np.radians(2.0)) * INNER * SIZE / 4
    places = np.array(
        [
            [low + lean, low - lean],
            [low - lean, low + lean],
            [high + lean, high - lean],
            [high - lean, high + lean],
        ]
    )
    assert moved(frame, places).angle == pytest.approx(2.0)
