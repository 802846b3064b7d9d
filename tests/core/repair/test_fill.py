"""Filling: smooth from the surroundings, at their level, with their grain, and nowhere else."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import ndimage

from core.repair.fill import filled, inpainted, spread
from core.repair.grain import with_grain


def _disc(size: int, radius: float) -> np.ndarray[tuple[int, int], np.dtype[np.bool_]]:
    y, x = np.mgrid[:size, :size] - (size - 1) / 2
    disc: np.ndarray[tuple[int, int], np.dtype[np.bool_]] = np.hypot(x, y) <= radius
    return disc


def test_what_is_known_stays_and_the_rest_lies_between() -> None:
    ramp = np.tile(np.linspace(10, 60, 50, dtype=np.float32), (50, 1))
    hole = _disc(50, 6)
    filled = spread(np.where(hole, 99, ramp).astype(np.float32), ~hole)
    np.testing.assert_allclose(filled[~hole], ramp[~hole], rtol=1e-6)
    assert ramp[hole].min() - 1 <= filled[hole].min() <= filled[hole].max() <= ramp[hole].max() + 1
    assert np.abs(filled - ramp)[hole].mean() < 2.5


def test_nothing_known_is_nothing_said() -> None:
    nothing = spread(np.ones((8, 8), np.float32), np.zeros((8, 8), bool))
    assert (nothing == 0).all()


def test_an_edge_goes_on_across_a_scratch_and_outside_nothing_changes() -> None:
    y, x = np.mgrid[:60, :60]
    picture = np.where(x + y < 60, 20, 70).astype(np.float32)
    scratch = (x >= 28) & (x < 31)
    filled = inpainted(np.where(scratch, 99, picture).astype(np.float32), scratch)
    np.testing.assert_array_equal(filled[~scratch], picture[~scratch])
    off_edge = scratch & (np.abs(x + y - 60) > 20)
    assert np.abs(filled - picture)[off_edge].max() < 1


@pytest.mark.parametrize("blur", [0.0, 0.7])
def test_grain_is_half_as_strong_as_around_and_outside_nothing_changes(blur: float) -> None:
    rng = np.random.default_rng(5)
    noise = rng.normal(0, 1, (128, 128))
    noise = ndimage.gaussian_filter(noise, blur) if blur else noise
    picture = (50 + 3 * noise / noise.std()).astype(np.float32)
    hole = _disc(128, 20)
    smooth = np.where(hole, 50, picture).astype(np.float32)
    grainy = with_grain(smooth, hole, np.random.default_rng(6))
    np.testing.assert_array_equal(grainy[~hole], picture[~hole])
    fine = grainy - ndimage.gaussian_filter(grainy, 1.5)
    inside, around = fine[_disc(128, 16)].std(), fine[~_disc(128, 26)].std()
    assert inside == pytest.approx(around / 2, rel=0.2)


def test_a_picture_without_grain_gets_none() -> None:
    smooth = np.full((40, 40), 30, np.float32)
    hole = _disc(40, 5)
    np.testing.assert_array_equal(with_grain(smooth, hole, np.random.default_rng(0)), smooth)
    everything = np.ones((40, 40), bool)
    np.testing.assert_array_equal(with_grain(smooth, everything, np.random.default_rng(0)), smooth)


def test_wide_places_are_filled_from_both_sides_and_nothing_else_changes() -> None:
    rows = np.linspace(20, 80, 600, dtype=np.float32)
    L = np.repeat(rows[:, None], 700, axis=1)
    damaged, mask = L.copy(), np.zeros(L.shape, bool)
    mask[:, 300:380] = True  # wider than what a tile sees beyond its rim
    damaged[mask] = 100
    out = filled(damaged, mask)
    np.testing.assert_array_equal(out[~mask], L[~mask])
    assert np.abs(out - L)[mask].max() < 3


def test_where_nothing_is_known_nothing_is_made_up() -> None:
    L = np.full((40, 50), 30, np.float32)
    np.testing.assert_array_equal(filled(L, np.ones(L.shape, bool)), L)
