"""How likely true colours are, given what was measured: a network of one hidden layer.

It takes the measures' logarithms. ``python tests/benchmarks/fit_tint.py FOLDER`` fits its weights,
to sheets of other seeds and of other photographs than those that `docs/tint.md` reports on.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Final

import numpy as np

from core.colorize.tint.weights import HIDDEN_BIAS, OUT, OUT_BIAS, WEIGHTS

#: Smaller measures are the rounding of codes.
_LEAST: Final = 0.02


def likelihood(measures: Mapping[str, float]) -> float:
    """Of true colours, 0..1."""
    hidden = np.array(HIDDEN_BIAS)
    for name, weights in WEIGHTS.items():
        hidden += logarithm(measures[name]) * np.array(weights)
    score = OUT_BIAS + float((np.tanh(hidden) * np.array(OUT)).sum())
    return 1 / (1 + math.exp(-score))


def logarithm(measure: float) -> float:
    """Of a measure; of one too small to mean anything, that of the smallest."""
    return math.log(max(_LEAST, measure))
