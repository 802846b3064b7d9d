from __future__ import annotations

import numpy as np

from core.colorize.likely_colors import likely_colors

COLORS = [(0, 0), (10, 0), (60, 40), (-40, 40), (20, -60)]


def test_the_likeliest_comes_first_and_neighbours_are_one_colour() -> None:
    bins = np.full((5, 2, 3), -20.0, np.float32)
    bins[:, 1, 2] = np.log([0.4, 0.3, 0.2, 0.09, 0.01])
    palette = likely_colors(bins, COLORS, 0.99, 0.99)
    assert palette[1:] == [(60, 40), (-40, 40), (20, -60)]
    np.testing.assert_allclose(palette[0], (30 / 7, 0))


def test_so_many_as_are_asked_for_and_the_edge_is_inside() -> None:
    bins = np.zeros((5, 2, 3), np.float32)
    assert len(likely_colors(bins, COLORS, 1.0, 1.0, count=2)) == 2
