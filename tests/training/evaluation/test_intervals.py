from __future__ import annotations

import numpy as np
import pytest
import scipy.stats

from training.evaluation.intervals import estimate, estimate_statistic


def test_a_mean_against_scipys_bootstrap(rng: np.random.Generator) -> None:
    values = rng.gamma(2.0, 3.0, 400)
    found = estimate(values)
    expected = scipy.stats.bootstrap((values,), np.mean, method="percentile", rng=rng)
    assert found.value == pytest.approx(values.mean())
    low, high = expected.confidence_interval
    assert (found.low, found.high) == pytest.approx((low, high), abs=0.1 * (high - low))


def test_a_ratio_is_of_sums(rng: np.random.Generator) -> None:
    weights = rng.integers(1, 100, 300)
    found = estimate(5.0 * weights, weights)
    assert (found.value, found.low, found.high) == pytest.approx((5.0, 5.0, 5.0))


def test_the_same_seed_gives_the_same_interval(rng: np.random.Generator) -> None:
    values = rng.normal(size=50)
    assert estimate(values, seed=3) == estimate(values, seed=3)
    assert estimate(values, seed=3) != estimate(values, seed=4)


def test_a_statistic_of_photos_agrees_with_the_mean(rng: np.random.Generator) -> None:
    values = rng.normal(size=80)
    found = estimate_statistic(lambda photos: float(values[photos].mean()), 80)
    expected = estimate(values)
    assert found.value == pytest.approx(expected.value)
    assert (found.low, found.high) == pytest.approx((expected.low, expected.high))


def test_text_shows_the_interval() -> None:
    assert estimate([2.0, 2.0]).text(1) == "2.0 [2.0, 2.0]"
