"""A palette as a whole: means and spreads of another photo, band by band of lightness."""

from __future__ import annotations

import numpy as np
import pytest
from skimage import data

from core.color import rgb_to_lab
from core.colorize.palette import Palette


def lab_planes(rgb: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    lab = rgb_to_lab(np.ascontiguousarray(rgb[::4, ::4]))
    return np.ascontiguousarray(lab[..., 0]), np.ascontiguousarray(np.moveaxis(lab[..., 1:], -1, 0))


COFFEE, CAT = lab_planes(data.coffee()), lab_planes(data.chelsea())


def test_a_photo_in_its_own_palette_stays(rng: np.random.Generator) -> None:
    L, ab = COFFEE
    moved = Palette.of(L, ab).moved(L, ab)
    assert np.abs(moved - ab).max() < 0.1


def test_the_means_of_the_bands_become_the_other_photos() -> None:
    L, ab = COFFEE
    wanted = Palette.of(*CAT)
    moved = wanted.moved(L, ab)
    before, after = Palette.of(L, ab), Palette.of(L, moved)
    assert np.abs(after.mean - wanted.mean).mean() < 0.35 * np.abs(before.mean - wanted.mean).mean()


def test_a_pale_photo_gains_the_palettes_spread_within_bounds() -> None:
    L, ab = COFFEE
    wanted = Palette.of(L, ab)
    pale = wanted.moved(L, ab * np.float32(0.6))
    assert np.hypot(*pale).mean() == pytest.approx(np.hypot(*ab).mean(), rel=0.1)
    grey = wanted.moved(L, np.zeros_like(ab))
    assert np.isfinite(grey).all()
    assert grey.std() < ab.std()  # of no difference none can be made


def test_one_colour_and_one_lightness_are_no_trouble() -> None:
    flat = np.full((8, 8), 50, np.float32), np.full((2, 8, 8), 20, np.float32)
    moved = Palette.of(*flat).moved(*COFFEE)
    assert np.isfinite(moved).all()
    assert np.isfinite(Palette.of(*COFFEE).moved(*flat)).all()
