"""Rectangles laid where something is left: only there, and near enough to what lies there."""

from __future__ import annotations

import numpy as np

from core.photo.frame import Frame
from core.scans.anchors import anchors
from core.scans.overlap import common_area, intersection_over_union

SHAPE = (400, 300)


def _page(*prints: Frame) -> np.ndarray:
    """The ground of a page; of each print only its rim is none."""
    bare = np.ones(SHAPE, bool)
    for each in prints:
        x0, y0 = round(each.x - each.width / 2), round(each.y - each.height / 2)
        x1, y1 = x0 + round(each.width), y0 + round(each.height)
        bare[y0:y1, x0:x1] = False
        bare[y0 + 5 : y1 - 5, x0 + 5 : x1 - 5] = True
    return bare


def test_a_bare_ground_has_none() -> None:
    assert anchors(_page(), []) == []


def test_what_is_left_is_nearly_framed_and_what_is_taken_is_not_framed_again() -> None:
    found, left = Frame(80, 90, 100, 70), Frame(200, 280, 90, 110)
    proposed = anchors(_page(found, left), [found])
    assert max(intersection_over_union(left, each) for each in proposed) > 0.5
    assert all(common_area(found, each) < 0.3 * min(found.area, each.area) for each in proposed)
    corners = np.concatenate([each.corners() for each in proposed])
    assert corners.min() >= 0
    assert (corners <= np.array(SHAPE[::-1])).all()
