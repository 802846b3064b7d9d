"""Rows from the top, each from left to right."""

from __future__ import annotations

import random

from core.photo.frame import Frame
from core.scans.reading_order import in_reading_order


def test_a_crooked_grid_is_read_by_rows() -> None:
    grid = [
        Frame(100 + 200 * column + 7 * row, 80 + 160 * row + 9 * (column % 2), 150, 110, 3)
        for row in range(3)
        for column in range(3)
    ]
    shuffled = random.Random(1).sample(grid, len(grid))  # noqa: S311
    assert in_reading_order(shuffled) == grid


def test_two_small_ones_beside_a_tall_one() -> None:
    tall, upper, lower = Frame(60, 200, 100, 360), Frame(250, 90, 120, 90), Frame(252, 290, 120, 90)
    assert in_reading_order([lower, upper, tall]) == [tall, upper, lower]


def test_none_is_none() -> None:
    assert in_reading_order([]) == []
