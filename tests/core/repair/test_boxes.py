"""Boxes about places: all places in one box each, little else looked at."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.repair.boxes import boxes
from core.repair.tiles import CORE, MARGIN, Tile


def _pixels(box: Tile) -> int:
    return np.zeros((500, 500), np.bool_)[box.seen].size


@given(
    st.integers(1, 300),
    st.integers(1, 300),
    st.floats(1.0, 4.0),
    st.lists(st.tuples(st.floats(0, 0.999), st.floats(0, 0.999)), max_size=12),
)
def test_each_place_is_in_one_box_and_no_box_is_larger_than_a_tile(
    height: int, width: int, scale: float, places: list[tuple[float, float]]
) -> None:
    mask = np.zeros((height, width), np.bool_)
    for row, column in places:
        mask[int(row * height), int(column * width)] = True
    shape = round(height * scale), round(width * scale)
    inside = np.zeros(shape, np.int64)
    for box in boxes(mask, shape):
        inside[box.core] += 1
        rows, columns = box.core
        assert 0 < rows.stop - rows.start <= CORE + 2 * scale
        assert 0 < columns.stop - columns.start <= CORE + 2 * scale
        for core, seen, side in zip(box.core, box.seen, shape, strict=True):
            assert (seen.start, seen.stop) == (
                max(0, core.start - MARGIN),
                min(side, core.stop + MARGIN),
            )
    y, x = np.nonzero(mask)
    down, across = (y + 0.5) * shape[0] / height, (x + 0.5) * shape[1] / width
    assert (inside[down.astype(int), across.astype(int)] >= 1).all()


def test_nothing_is_looked_at_for_no_place() -> None:
    assert boxes(np.zeros((50, 60), np.bool_), (50, 60)) == []


def test_a_slanting_line_is_followed_by_small_boxes() -> None:
    mask = np.eye(400, dtype=np.bool_)
    looked_at = sum(_pixels(box) for box in boxes(mask, mask.shape))
    assert looked_at < 0.7 * (400 + 2 * MARGIN) ** 2
    assert boxes(mask, mask.shape, margin=0)[0].core[0].stop <= 32


@pytest.mark.parametrize("gap", [20, 390])
def test_two_places_share_a_box_where_that_is_less_to_look_at(gap: int) -> None:
    mask = np.zeros((400, 400), np.bool_)
    mask[0, 0] = mask[gap, gap] = True
    assert len(boxes(mask, mask.shape)) == (1 if gap == 20 else 2)
