"""Faded tones spread: in order, gently, on every kind of photo, and only where they are faded."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from skimage import data
from skimage.color import rgb2lab

from core.color import F32
from core.photo.photo import Photo
from core.repair.edits import RepairEdit
from core.repair.levels import Levels, levels_of, with_levels
from core.repair.pixels import lightness
from core.repair.repair import repaired_as

LEVELS = RepairEdit(levels=True)


def _faded(low: float = 30, high: float = 75) -> F32:
    """L* (H, W) of a photograph whose tones have become so few."""
    L = lightness(data.camera())
    return (low + (high - low) * L / 100).astype(np.float32)


def test_a_faded_photo_gets_most_of_its_tones_back() -> None:
    levels = levels_of(_faded())
    assert levels is not None
    assert (levels.to_black, levels.to_white) == pytest.approx((12, 89), abs=3)
    spread = levels.curve(_faded())
    assert spread.std() > 1.4 * _faded().std()


def test_a_photo_of_all_tones_is_left_as_it_is() -> None:
    assert levels_of(_faded(2, 98)) is None
    photo = Photo(data.camera())
    assert repaired_as(photo, LEVELS).photo is photo


@given(
    st.tuples(*[st.floats(0, 100, allow_nan=False)] * 2).filter(lambda two: two[1] - two[0] > 0.5)
)
def test_no_two_tones_change_their_order_and_none_is_lost(tones: tuple[float, float]) -> None:
    levels = levels_of(np.linspace(*tones, 4000, dtype=np.float32)[None])
    if levels is None:
        return
    every = np.linspace(0, 100, 5001, dtype=np.float32)
    moved = levels.curve(every)
    assert (np.diff(moved) >= -1e-4).all()
    assert np.diff(moved).max() < 1.85 * np.diff(every).max()
    assert moved[[0, -1]] == pytest.approx([0, 100], abs=1e-3)


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_every_depth_and_grey_of_three_channels(dtype: type[np.uint8 | np.uint16]) -> None:
    top = np.iinfo(dtype).max
    grey = (data.camera() / 255 * 0.4 * top + 0.25 * top).astype(dtype)
    levels = levels_of(lightness(grey))
    assert levels is not None
    spread = with_levels(grey, levels)
    assert spread.dtype == dtype
    error = lightness(spread) - levels.curve(lightness(grey))
    assert np.abs(error).max() < (0.3 if dtype == np.uint8 else 0.01)
    three = with_levels(np.repeat(grey[..., None], 3, axis=2), levels)
    np.testing.assert_array_equal(three, np.repeat(spread[..., None], 3, axis=2))


def test_a_toned_photo_keeps_its_tone() -> None:
    grey = data.camera()[::4, ::4].astype(np.float64) * 0.3 + 90
    sepia = np.stack((grey * 1.1, grey, grey * 0.8), -1).round().astype(np.uint8)
    before = rgb2lab(sepia)
    after = rgb2lab(with_levels(sepia, Levels(35, 70, 15, 85)))
    assert after[..., 0].std() > 1.5 * before[..., 0].std()
    assert np.abs(after[..., 1:] - before[..., 1:]).max() < 1.5


def test_what_was_done_is_written_down() -> None:
    faded = Photo((data.camera() * 0.4 + 60).astype(np.uint8))
    repair = repaired_as(faded, LEVELS)
    assert str(repair).startswith("tones spread from L* ")
    assert str(repair).encode() in (repair.photo.metadata.xmp or b"")
    assert repair.photo.repaired is None
    assert not repair.mask.any()
