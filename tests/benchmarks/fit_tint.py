"""Fits the weights of `core.colorize.tint.likelihood`: the text of its module ``weights``.

::

    python tests/benchmarks/fit_tint.py FOLDER_OF_COLOUR_PHOTOS > core/colorize/tint/weights.py

It learns from made-up sheets of both sides, of the folder's photographs and of scikit-image's, and
from every sixteenth photograph of the folder as it is. `bench_tint.py` reports on other seeds and
other photographs.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from textwrap import fill
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

sys.path.insert(0, str(Path(__file__).parents[2]))

from core.color import rgb_to_lab
from core.colorize.tint.decide import measured, small_copy
from core.colorize.tint.likelihood import logarithm
from core.photo.read import read_photo
from tests.sheets import COLOUR, made_sheets

HIDDEN: Final = 16
#: Made-up sheets of the folder's photographs in one round, and how many photographs those are of.
_SHEETS, _PHOTOS = 800, 400
#: Precision of the Gaussian prior on weights of standardised measures.
_RIDGE: Final = 8.0
#: A photograph as it is counts half: it is the easier case, and there are many.
_AS_IT_IS: Final = 0.5

F64 = npt.NDArray[np.float64]
Example = tuple[npt.NDArray[np.uint8], bool, float]


def examples(folder: Path, rounds: int, seed: int) -> Iterator[Example]:
    """Small copies, whether they are in colour, and how much they count."""
    of_folder = (
        made_sheets(_SHEETS, seed + part, folder=folder, limit=_PHOTOS, part=part)
        for part in range(rounds)
    )
    for sheet in chain(*of_folder, made_sheets(2 * _SHEETS, seed=5)):
        yield small_copy(sheet.pixels), sheet.side == COLOUR, 1.0
    paths = sorted(path for path in folder.iterdir() if path.suffix != ".csv")
    for path in paths[::16]:
        yield small_copy(read_photo(path).pixels), True, _AS_IT_IS


class Network(NamedTuple):
    """tanh(x @ weights + bias) @ out + out_bias, for x (N, K) and so many hidden units (H)."""

    weights: F64  # (K, H)
    bias: F64  # (H,)
    out: F64  # (H,)
    out_bias: float

    @classmethod
    def of(cls, numbers: F64, measures: int) -> Network:
        """The numbers of all in a row."""
        parts = np.split(numbers, np.cumsum([measures * HIDDEN, HIDDEN, HIDDEN]))
        return cls(parts[0].reshape(measures, HIDDEN), parts[1], parts[2], float(parts[3][0]))

    def on_raw(self, mean: F64, deviation: F64) -> Network:
        """The same, for measures that are not standardised."""
        weights = self.weights / deviation[:, None]
        return self._replace(weights=weights, bias=self.bias - mean @ weights)


def fitted(logs: F64, coloured: npt.NDArray[np.bool_], counts: F64) -> Network:
    """Of measures' logarithms (N, K): the most likely weights, by L-BFGS."""
    mean, deviation = logs.mean(0), logs.std(0) + 1e-6
    x, sign, measures = (logs - mean) / deviation, np.where(coloured, 1.0, -1.0), logs.shape[1]

    def loss(numbers: F64) -> tuple[float, F64]:
        net = Network.of(numbers, measures)
        hidden = np.tanh(x @ net.weights + net.bias)
        margin = sign * (hidden @ net.out + net.out_bias)
        slope = -sign * counts / (1 + np.exp(np.clip(margin, -50, 50)))
        back = slope[:, None] * net.out * (1 - hidden**2)
        parts = (
            x.T @ back + _RIDGE * net.weights,
            back.sum(0),
            hidden.T @ slope + _RIDGE * net.out,
            slope.sum(),
        )
        prior = _RIDGE / 2 * (np.square(net.weights).sum() + np.square(net.out).sum())
        value = float((counts * np.logaddexp(0, -margin)).sum() + prior)
        return value, np.concatenate([np.ravel(part) for part in parts])

    start = np.random.default_rng(0).normal(0, 0.3, measures * HIDDEN + 2 * HIDDEN + 1)
    best = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 2000}).x
    return Network.of(best, measures).on_raw(mean, deviation)


def module_text(net: Network, names: Sequence[str]) -> str:
    """What stands in ``core/colorize/tint/weights.py``."""

    def row(numbers: F64) -> str:
        return fill(
            ", ".join(f"{number:.4f}" for number in numbers),
            width=96,
            initial_indent=" " * 8,
            subsequent_indent=" " * 8,
        )

    lines = [
        '"""Weights of `core.colorize.tint.likelihood`, by ``tests/benchmarks/fit_tint.py``."""',
        "",
        "from __future__ import annotations",
        "",
        "from collections.abc import Mapping, Sequence",
        "from typing import Final",
        "",
        "# fmt: off",
        "#: Of each measure's logarithm in each hidden unit.",
        "WEIGHTS: Final[Mapping[str, Sequence[float]]] = {",
        *(
            f'    "{name}": (\n{row(weights)},\n    ),'
            for name, weights in zip(names, net.weights, strict=True)
        ),
        "}",
        f"HIDDEN_BIAS: Final = (\n{row(net.bias)},\n)",
        f"OUT: Final = (\n{row(net.out)},\n)",
        f"OUT_BIAS: Final = {net.out_bias:.4f}",
    ]
    return "\n".join(lines)


def main() -> None:
    """Print the module."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=8)
    parser.add_argument("--seed", type=int, default=100)
    options = parser.parse_args()
    rows, coloured, counts = [], [], []
    for small, in_colour, counted in examples(options.folder, options.rounds, options.seed):
        rows.append(measured(rgb_to_lab(small))[-1])
        coloured.append(in_colour)
        counts.append(counted)
    names = list(rows[0])
    logs = np.array([[logarithm(row[name]) for name in names] for row in rows])
    print(module_text(fitted(logs, np.array(coloured), np.array(counts)), names))  # noqa: T201


if __name__ == "__main__":
    main()
