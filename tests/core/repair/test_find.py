"""Where a picture is damaged: tiles, padding, and what hangs together with what is sure."""

from __future__ import annotations

import numpy as np
import pytest

from core.color import F32
from core.repair.find import Finder, damaged_places
from core.repair.tiles import MARGIN, tiles


def _bright(L: F32) -> F32:
    """Sides must be multiples of 16; damage is what is brighter than 90."""
    assert all(side % 16 == 0 for side in L.shape), L.shape
    return (L > 90).astype(np.float32)


@pytest.mark.parametrize("shape", [(1, 1), (20, 700), (448, 449), (1000, 1300)])
def test_every_pixel_is_answered_for_once_and_seen_with_its_surroundings(
    shape: tuple[int, int],
) -> None:
    times = np.zeros(shape, np.int64)
    for tile in tiles(*shape):
        times[tile.core] += 1
        seen = np.zeros(shape, bool)
        seen[tile.seen] = True
        assert seen[tile.core].all()
        assert seen[tile.seen][tile.inside].shape == times[tile.core].shape
        for core, wide, side in zip(tile.core, tile.seen, shape, strict=True):
            assert wide.start == max(0, core.start - MARGIN)
            assert wide.stop == min(side, core.stop + MARGIN)
    assert (times == 1).all()


@pytest.mark.parametrize("shape", [(5, 7), (33, 500), (900, 600)])
def test_a_picture_of_any_size_is_looked_at_whole(shape: tuple[int, int]) -> None:
    L = np.random.default_rng(1).uniform(0, 100, shape).astype(np.float32)
    damage = Finder(_bright, 16).look_at_all(L)
    np.testing.assert_array_equal(damage, (L > 90).astype(np.float32))


def test_what_is_sure_is_followed_where_it_is_faint() -> None:
    damage = np.zeros((9, 20), np.float32)
    damage[2, 2:12] = 0.4  # faint, and sure at one place
    damage[2, 5] = 0.9
    damage[6, 2:12] = 0.4  # faint everywhere
    found = damaged_places(damage, 0.6)
    assert np.argwhere(found).tolist() == [[2, x] for x in range(2, 12)]
    assert not damaged_places(damage * 0.5, 0.6).any()


def test_what_is_wide_is_left_alone_and_what_is_thin_beside_it_is_not() -> None:
    damage = np.zeros((90, 90), np.float32)
    damage[10:60, 10:60] = 1.0  # a window, say, and a bar that hangs together with it
    damage[35, 60:80] = 1.0
    damage[70:82, 10:70] = 1.0  # a crack
    found = damaged_places(damage, 0.6)
    assert not found[:65].any()
    assert found[70:82, 10:70].all()


def test_what_is_damage_from_one_side_only_counts_a_quarter() -> None:
    def corner(L: F32) -> F32:
        """The upper left, whatever is there."""
        damage = np.zeros_like(L)
        damage[0, 0] = 1.0
        return damage

    damage = Finder(corner, 1).look_at(np.zeros((4, 6), np.float32))
    assert damage[0, 0] == 0.25
    assert damage.sum() == 0.25  # what is not to be seen upright is not looked for turned
