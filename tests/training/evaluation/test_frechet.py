from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest
import scipy.linalg

from training.evaluation.frechet import frechet_distance, frechet_estimates

F32 = npt.NDArray[np.float32]


def by_matrix_root(x: F32, y: F32) -> float:
    s, t = np.cov(x.astype(float), rowvar=False), np.cov(y.astype(float), rowvar=False)
    root = scipy.linalg.sqrtm(s @ t).real
    means = x.mean(axis=0, dtype=float) - y.mean(axis=0, dtype=float)
    return float(means @ means + np.trace(s + t - 2 * root))


def features(rng: np.random.Generator, n: int, shift: float = 0.0) -> F32:
    mix = np.random.default_rng(1).normal(size=(24, 24))
    return (rng.normal(size=(n, 24)) @ mix + shift).astype(np.float32)


def test_against_the_matrix_root(rng: np.random.Generator) -> None:
    x, y = features(rng, 300), features(rng, 200, shift=0.5) * 1.3
    assert frechet_distance(x, y) == pytest.approx(by_matrix_root(x, y), rel=1e-5)


def test_fewer_photos_than_features_against_padded_rank(rng: np.random.Generator) -> None:
    x, y = features(rng, 15), features(rng, 15, shift=0.3)
    # the root of a singular product is delicate: a millionth on the diagonal settles it
    s, t = (np.cov(v.astype(float), rowvar=False) + 1e-9 * np.eye(24) for v in (x, y))
    values = np.linalg.eigvals(s @ t).real.clip(0)
    means = x.mean(axis=0, dtype=float) - y.mean(axis=0, dtype=float)
    expected = means @ means + np.trace(s + t) - 2 * np.sqrt(values).sum()
    assert frechet_distance(x, y) == pytest.approx(expected, rel=1e-3)


def test_equal_sets_are_at_zero_and_a_shift_is_its_square(rng: np.random.Generator) -> None:
    x = features(rng, 200)
    assert frechet_distance(x, x) == pytest.approx(0.0, abs=1e-3)
    assert frechet_distance(x, x + 1) == pytest.approx(24.0, rel=1e-3)


def test_estimates_keep_the_order_and_hold_the_value(rng: np.random.Generator) -> None:
    x = features(rng, 120)
    noise = features(rng, 120)
    near, far = frechet_estimates(x, [x + 0.1 * noise, x + noise], threads=2)
    assert near.low < near.value < near.high < far.low < far.value < far.high
    assert far.value == pytest.approx(frechet_distance(x, x + noise), rel=1e-6)
