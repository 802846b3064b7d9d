"""Prints in the order in which a page is read: row by row, each from left to right."""

from __future__ import annotations

from core.photo.frame import Frame


def in_reading_order(frames: list[Frame]) -> list[Frame]:
    """Rows from the top; a print is of a row where its middle lies within the row's first print.

    The first print of a row is the one that begins highest, so that a row of prints of different
    heights, laid by hand, stays a row.
    """
    rest = sorted(frames, key=_top)
    ordered: list[Frame] = []
    while rest:
        first = rest[0]
        low = _top(first) + 0.9 * _tall(first)
        row = [frame for frame in rest if frame.y < low]
        row = row or [first]
        ordered += _from_left(row)
        rest = [frame for frame in rest if frame not in row]
    return ordered


def _from_left(row: list[Frame]) -> list[Frame]:
    """From left to right; of two that stand above each other in one row the upper first."""
    ordered: list[Frame] = []
    rest = sorted(row, key=lambda frame: frame.x)
    while rest:
        column = [f for f in rest if abs(f.x - rest[0].x) < 0.25 * (f.width + rest[0].width) / 2]
        ordered += sorted(column, key=lambda frame: frame.y)
        rest = [frame for frame in rest if frame not in column]
    return ordered


def _top(frame: Frame) -> float:
    return float(frame.corners()[:, 1].min())


def _tall(frame: Frame) -> float:
    corners = frame.corners()[:, 1]
    return float(corners.max() - corners.min())
