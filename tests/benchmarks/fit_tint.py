"""Fits the weights of `core.colorize.tint.likelihood`, and prints them.

::

    python tests/benchmarks/fit_tint.py FOLDER_OF_COLOUR_PHOTOS

Half of what it learns from are made-up black-and-white sheets, half colour ones; and every eighth
photograph of the folder as it is. `bench_tint.py` reports on other seeds and other photographs.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

sys.path.insert(0, str(Path(__file__).parents[2]))

from core.color import rgb_to_lab
from core.colorize.tint.decide import measured, small_copy
from core.colorize.tint.likelihood import logarithm
from core.photo.read import read_photo
from tests.sheets import COLOUR, made_sheets

#: Gaussian prior's precision on weights of standardised measures.
_RIDGE: Final = 1.0
#: A photograph as it is counts half: it is the easier case, and there are many.
_AS_IT_IS: Final = 0.5

Example = tuple[npt.NDArray[np.uint8], bool, float]


def examples(folder: Path, count: int, seed: int) -> Iterator[Example]:
    """Small copies, whether they are in colour, and how much they count."""
    for sheet in made_sheets(count, seed, folder=folder, limit=500):
        yield small_copy(sheet.pixels), sheet.side == COLOUR, 1.0
    paths = sorted(path for path in folder.iterdir() if path.suffix != ".csv")
    for path in paths[::8]:
        yield small_copy(read_photo(path).pixels), True, _AS_IT_IS


def fitted(
    logs: npt.NDArray[np.float64], coloured: npt.NDArray[np.bool_], counts: npt.NDArray[np.float64]
) -> tuple[float, npt.NDArray[np.float64]]:
    """Bias and weights (K,) of measures' logarithms (N, K): ridge logistic regression."""
    mean, deviation = logs.mean(0), logs.std(0) + 1e-6
    standard = (logs - mean) / deviation
    sign = np.where(coloured, 1.0, -1.0)

    def loss(parameters: npt.NDArray[np.float64]) -> tuple[float, npt.NDArray[np.float64]]:
        margin = sign * (parameters[0] + standard @ parameters[1:])
        slope = -sign * counts / (1 + np.exp(np.clip(margin, -50, 50)))
        ridge = np.concatenate(([0.0], _RIDGE * parameters[1:]))
        value = (counts * np.logaddexp(0, -margin)).sum() + parameters[1:] @ ridge[1:] / 2
        return value, np.concatenate(([slope.sum()], slope @ standard)) + ridge

    best = minimize(loss, np.zeros(logs.shape[1] + 1), jac=True, method="L-BFGS-B").x
    weights = best[1:] / deviation
    return float(best[0] - mean @ weights), weights


def main() -> None:
    """Print ``_BIAS`` and ``_WEIGHTS``."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=1600)
    parser.add_argument("--seed", type=int, default=11)
    options = parser.parse_args()
    rows, coloured, counts = [], [], []
    for small, in_colour, counted in examples(options.folder, options.count, options.seed):
        rows.append(measured(rgb_to_lab(small))[-1])
        coloured.append(in_colour)
        counts.append(counted)
    names = list(rows[0])
    logs = np.array([[logarithm(row[name]) for name in names] for row in rows])
    bias, weights = fitted(logs, np.array(coloured), np.array(counts))
    print(f"_BIAS: Final = {bias:.3f}")  # noqa: T201
    for name, weight in zip(names, weights, strict=True):
        print(f'    "{name}": {weight:.3f},')  # noqa: T201


if __name__ == "__main__":
    main()
