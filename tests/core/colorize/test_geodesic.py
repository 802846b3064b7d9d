"""Geodesic distances against Dijkstra's on the same grid (scikit-image)."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.sparse import coo_array
from scipy.sparse.csgraph import dijkstra

from core.colorize.geodesic import F64, geodesic_distances


def by_dijkstra(right: F64, down: F64, source: int, shape: tuple[int, int]) -> F64:
    index = np.arange(shape[0] * shape[1]).reshape(shape)
    ends = [(index[:, :-1], index[:, 1:]), (index[:-1], index[1:])]
    one = np.concatenate([e[0].ravel() for e in ends])
    other = np.concatenate([e[1].ravel() for e in ends])
    costs = np.concatenate((right.ravel(), down.ravel()))
    graph = coo_array((costs, (one, other)), (index.size, index.size)).tocsr()
    found: F64 = dijkstra(graph, directed=False, indices=source).reshape(shape)
    return found


@pytest.mark.parametrize("seed", range(5))
def test_they_are_dijkstras(seed: int) -> None:
    rng = np.random.default_rng(seed)
    shape = (17, 23)
    right, down = rng.random((17, 22)), rng.random((16, 23))
    right[rng.random(right.shape) < 0.3] = 20.0  # walls, so that ways have to turn
    down[rng.random(down.shape) < 0.3] = 20.0
    start = np.full(shape, np.inf)
    start[5, 7] = 0
    found = geodesic_distances(start, right, down)
    expected = by_dijkstra(right, down, 5 * 23 + 7, shape)
    np.testing.assert_allclose(found, expected, atol=0.01)


def test_of_several_sources_the_nearest_counts() -> None:
    start = np.full((1, 9), np.inf)
    start[0, [0, 8]] = 0
    found = geodesic_distances(start, np.ones((1, 8)), np.ones((0, 9)))
    assert found.tolist() == [[0, 1, 2, 3, 4, 3, 2, 1, 0]]
