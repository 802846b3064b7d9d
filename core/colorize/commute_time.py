"""Coordinates of pixels in which squared distances are commute times of a random walk.

A walk on the grid of pixels steps more easily where conductances are large. How long it takes from
one pixel to another and back (Qiu and Hancock, "Clustering and embedding using commute times",
2007) counts all ways between both, where a geodesic distance knows the shortest alone: one gap in
an outline hardly shortens it, and within an outline all pixels are near to each other. The
coordinates are the lowest eigenvectors of the grid's normalised Laplacian (Shi and Malik,
"Normalized cuts and image segmentation", 2000), each over the root of its eigenvalue. They are
found by inverse subspace iteration; rows of the grid make the Laplacian block tridiagonal (Golub
and Van Loan, "Matrix computations", 4.5), so that it is factored exactly.
"""

from __future__ import annotations

from itertools import product
from typing import Final

import numpy as np
import numpy.typing as npt

from core.color import F32

F64 = npt.NDArray[np.float64]

#: Vectors that are iterated beside those wanted: the last ones settle late.
_GUARD: Final = 9
#: After so many rounds the lowest eigenvalues are right within 2 %.
_ROUNDS: Final = 4
#: Of the degree, added to the diagonal: the Laplacian alone has no inverse.
_SINK: Final = 1e-7


def commute_coordinates(right: F64, down: F64, count: int) -> F32:
    """Coordinates (h, w, count), of mean square 1 in all.

    Args:
        right: conductance (h, w - 1) between neighbours in a row, above 0.
        down: conductance (h - 1, w) between neighbours in a column, above 0.
        count: how many; fewer come of a grid that has not so many pixels.
    """
    if len(down) + 1 < right.shape[1] + 1:  # short rows are small blocks
        return commute_coordinates(down.T, right.T, count).transpose(1, 0, 2)
    degree = _degree(right, down)
    vectors = _cosines(degree.shape, min(count + _GUARD, degree.size - 1))
    inverses = _factors(degree * (1 + _SINK), right, down)
    for _ in range(_ROUNDS):
        centred = _centred(vectors, degree) * degree[..., None]
        vectors = _orthonormal(_centred(_solved(inverses, down, centred), degree), degree)
    values, turned = np.linalg.eigh(_energy(vectors, right, down))
    kept = values[:count].clip(1e-9) ** -0.5
    coordinates = vectors @ (turned[:, :count] * kept)
    square = float(np.einsum("hwk,hwk->", coordinates, coordinates)) / degree.size
    scaled: F32 = (coordinates / np.sqrt(max(square, 1e-30))).astype(np.float32)
    return scaled


def _degree(right: F64, down: F64) -> F64:
    degree = np.zeros((len(right), down.shape[1]))
    degree[:, :-1] += right
    degree[:, 1:] += right
    degree[:-1] += down
    degree[1:] += down
    return degree


def _cosines(shape: tuple[int, ...], count: int) -> F64:
    """The smoothest waves (h, w, count) on a grid, without the constant: where it all begins."""
    height, width = shape
    waves = sorted(
        product(range(min(height, count + 1)), range(min(width, count + 1))),
        key=lambda wave: (wave[0] / height) ** 2 + (wave[1] / width) ** 2,
    )[1 : count + 1]
    down, across = ((np.arange(side) + 0.5) / side for side in shape)
    return np.stack(
        [np.cos(np.pi * p * down)[:, None] * np.cos(np.pi * q * across) for p, q in waves], -1
    )


def _factors(diagonal: F64, right: F64, down: F64) -> F64:
    """The inverses (h, w, w) of the pivot blocks, a row of the grid each."""
    height, width = diagonal.shape
    inverses = np.empty((height, width, width))
    for row in range(height):
        block = np.diag(diagonal[row]) - np.diag(right[row], 1) - np.diag(right[row], -1)
        if row:
            block -= down[row - 1][:, None] * inverses[row - 1] * down[row - 1]
        inverses[row] = np.linalg.inv(block)
    return inverses


def _solved(inverses: F64, down: F64, values: F64) -> F64:
    """Of what the Laplacian makes ``values`` (h, w, k): forward down the rows, and back."""
    solved = np.empty_like(values)
    solved[0] = inverses[0] @ values[0]
    for row in range(1, len(values)):
        solved[row] = inverses[row] @ (values[row] + down[row - 1][:, None] * solved[row - 1])
    for row in range(len(values) - 2, -1, -1):
        solved[row] += inverses[row] @ (down[row][:, None] * solved[row + 1])
    return solved


def _centred(vectors: F64, degree: F64) -> F64:
    """Without their share of the constant."""
    mean: F64 = np.einsum("hw,hwk->k", degree, vectors) / degree.sum()
    return vectors - mean


def _orthonormal(vectors: F64, degree: F64) -> F64:
    table = vectors.reshape(degree.size, -1)
    root = np.linalg.cholesky(_gram(vectors, degree))
    return np.linalg.solve(root, table.T).T.reshape(vectors.shape)


def _energy(vectors: F64, right: F64, down: F64) -> F64:
    """The Laplacian (k, k) between the vectors."""
    across, along = np.diff(vectors, axis=1), np.diff(vectors, axis=0)
    return _gram(across, right) + _gram(along, down)


def _gram(vectors: F64, weights: F64) -> F64:
    """Products (k, k) of vectors (h, w, k), weighed."""
    table = vectors.reshape(-1, vectors.shape[-1])
    products: F64 = table.T @ (table * weights.reshape(-1, 1))
    return products
