"""A border is sharp at an edge and soft elsewhere."""

from __future__ import annotations

import numpy as np

from core.color import F32
from core.colorize.feather import feathered

SHAPE = (20, 40)


def half() -> F32:
    mask = np.zeros(SHAPE, np.float32)
    mask[:, :20] = 1
    return mask


def test_without_an_edge_it_becomes_soft() -> None:
    mask = feathered(half(), np.ones((20, 39), np.float32), np.ones((19, 40), np.float32))
    across = mask[10]
    assert (np.diff(across) <= 1e-6).all()
    assert ((across > 0.02) & (across < 0.98)).sum() >= 8
    assert across[0] > 0.999
    assert across[-1] < 0.001
    np.testing.assert_allclose(across[19] + across[20], 1, atol=1e-4)


def test_at_an_edge_it_stays_sharp() -> None:
    right = np.ones((20, 39), np.float32)
    right[:, 19] = 1e-5
    mask = feathered(half(), right, np.ones((19, 40), np.float32))
    np.testing.assert_allclose(mask, half(), atol=0.01)


def test_where_nothing_leads_anywhere_it_is_what_it_was() -> None:
    nothing = feathered(half(), np.zeros((20, 39), np.float32), np.zeros((19, 40), np.float32))
    np.testing.assert_array_equal(nothing, half())
