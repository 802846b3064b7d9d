"""How likely true colours are, given what was measured: a logistic regression.

Its weights are those of the measures' logarithms. ``python tests/benchmarks/fit_tint.py FOLDER``
fits them, to sheets made of other photographs than those that `docs/tint.md` reports on.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Final

#: Smaller measures are the rounding of codes.
_LEAST: Final = 0.02
_BIAS: Final = 18.738
_WEIGHTS: Final[Mapping[str, float]] = {
    "noise": -1.316,
    "lightness": -1.074,
    "contrast": -0.332,
    "tone chroma": -0.074,
    "redness": -0.694,
    "yellowness": -0.870,
    "minor axis 50": 1.737,
    "wide minor axis": -0.829,
    "wide major axis": -2.401,
    "minor axis 65": 1.508,
    "major axis": -0.677,
    "minor axis 80": 1.218,
    "centre 50": 1.375,
    "centre 75": 0.925,
    "quarter": 0.978,
    "quiet tiles": -0.404,
    "wash": 1.079,
    "spots": 0.261,
    "thick spots": 0.110,
    "edges in common": 0.651,
    "spot chroma": 0.268,
    "thick spot chroma": -1.016,
    "spot hues": 0.304,
    "spot edges": 0.878,
    "spot sharpness": -0.829,
}


def likelihood(measures: Mapping[str, float]) -> float:
    """Of true colours, 0..1."""
    score = _BIAS + sum(weight * logarithm(measures[name]) for name, weight in _WEIGHTS.items())
    return 1 / (1 + math.exp(-max(-50.0, min(50.0, score))))


def logarithm(measure: float) -> float:
    """Of a measure; of one too small to mean anything, that of the smallest."""
    return math.log(max(_LEAST, measure))
