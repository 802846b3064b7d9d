"""Commute times on small grids, against effective resistances by the pseudoinverse."""

from __future__ import annotations

import numpy as np
import pytest

from core.colorize.commute_time import F64, commute_coordinates


def laplacian(right: F64, down: F64) -> F64:
    """Dense (n, n), written down edge by edge."""
    height, width = len(right), down.shape[1]
    number = np.arange(height * width).reshape(height, width)
    matrix = np.zeros((number.size, number.size))
    for one, other, conductances in (
        (number[:, :-1], number[:, 1:], right),
        (number[:-1], number[1:], down),
    ):
        for i, j, c in zip(one.ravel(), other.ravel(), conductances.ravel(), strict=True):
            matrix[[i, j], [i, j]] += c
            matrix[[i, j], [j, i]] -= c
    return matrix


def squared_distances(coordinates: np.ndarray) -> F64:
    table = coordinates.reshape(-1, coordinates.shape[-1]).astype(np.float64)
    squares: F64 = ((table[:, None] - table[None]) ** 2).sum(-1)
    return squares


@pytest.mark.parametrize("shape", [(5, 4), (4, 7), (1, 6), (6, 1)])
def test_they_are_the_effective_resistances(
    rng: np.random.Generator, shape: tuple[int, int]
) -> None:
    height, width = shape
    right = np.exp(rng.normal(0, 2, (height, width - 1)))
    down = np.exp(rng.normal(0, 2, (height - 1, width)))
    inverse = np.linalg.pinv(laplacian(right, down), hermitian=True)
    resistances = inverse.diagonal()[:, None] + inverse.diagonal() - 2 * inverse
    found = squared_distances(commute_coordinates(right, down, height * width - 1))
    scale = found.sum() / resistances.sum()
    np.testing.assert_allclose(found, resistances * scale, atol=2e-3 * found.max())


def test_the_lowest_ones_are_the_normalised_laplacian_s(rng: np.random.Generator) -> None:
    right, down = (np.exp(rng.normal(0, 1, shape)) for shape in ((12, 9), (11, 10)))
    matrix = laplacian(right, down)
    root = np.diag(matrix) ** -0.5
    values, vectors = np.linalg.eigh(root[:, None] * matrix * root)
    expected = vectors[:, 1:7] * root[:, None] * values[1:7] ** -0.5
    found, wanted = (
        squared_distances(table) for table in (commute_coordinates(right, down, 6), expected)
    )
    np.testing.assert_allclose(found, wanted * found.sum() / wanted.sum(), atol=0.02 * found.max())


def test_a_gap_in_a_wall_hardly_joins_two_rooms() -> None:
    """A geodesic distance would be shorter through the gap than along a room."""
    right, down = np.ones((24, 39)), np.ones((23, 40))
    right[:, 19] = 1e-4
    right[12, 19] = 1
    from_gap = commute_coordinates(right, down, 12)
    squares = ((from_gap - from_gap[12, 18]) ** 2).sum(-1)
    assert squares[:, :18].max() < squares[12, 24]


def test_it_is_the_same_every_time_and_any_way_round(rng: np.random.Generator) -> None:
    right, down = (np.exp(rng.normal(0, 1, shape)) for shape in ((9, 15), (8, 16)))
    once, again = (commute_coordinates(right, down, 5) for _ in range(2))
    np.testing.assert_array_equal(once, again)
    turned = commute_coordinates(down.T, right.T, 5).transpose(1, 0, 2)
    np.testing.assert_allclose(squared_distances(turned), squared_distances(once), atol=1e-5)


def test_few_pixels_have_few_coordinates() -> None:
    assert commute_coordinates(np.ones((1, 1)), np.ones((0, 2)), 8).shape == (1, 2, 1)
