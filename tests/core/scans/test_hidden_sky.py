"""Prints whose sky has the ground's colour."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from core.photo.frame import Frame
from core.scans.ground import Ground
from core.scans.hidden_sky import with_hidden_skies

_SIZE = (400, 500)


def _page(*, edges: bool = True) -> tuple[np.ndarray, Ground]:
    """Lab of a plain ground; on it a print, 220 x 150, whose upper 60 rows are hardly lighter."""
    rng = np.random.default_rng(1)
    lab = np.zeros((*_SIZE, 3), np.float32)
    lab[..., 0] = 78 + rng.normal(0, 0.4, _SIZE)
    if edges:
        lab[100:250, 140:360, 0] += 2.0
    lab[160:250, 140:360, 0] = 45
    mask = np.ones(_SIZE, bool)
    mask[160:250, 140:360] = False
    return lab, Ground(mask, 0.4, np.zeros(_SIZE, np.float32), 2.2)


_FOUND = Frame(250, 205, 220, 90)


def test_the_print_goes_on_to_its_faint_edge() -> None:
    lab, ground = _page()
    (whole,) = with_hidden_skies(lab, ground, [_FOUND])
    assert (whole.x, whole.y) == pytest.approx((250, 175), abs=1.5)
    assert (whole.width, whole.height) == pytest.approx((220, 150), abs=2)


def test_where_no_edge_shows_nothing_is_added() -> None:
    lab, ground = _page(edges=False)
    assert with_hidden_skies(lab, ground, [_FOUND]) == [_FOUND]


def test_another_print_is_not_taken() -> None:
    lab, ground = _page()
    both = [_FOUND, Frame(250, 130, 220, 56)]
    assert with_hidden_skies(lab, ground, both)[0] == _FOUND


def test_a_ground_with_grain_has_lines_of_its_own() -> None:
    lab, ground = _page()
    grained = Ground(ground.mask, 3.0, ground.distance, 9.0)
    assert with_hidden_skies(lab, grained, [_FOUND]) == [_FOUND]


@pytest.mark.parametrize("seed", range(12))
def test_the_grain_of_a_dark_ground_is_no_edge(seed: int) -> None:
    _, ground = _page(edges=False)
    grain = np.random.default_rng(seed).normal(0, 1, (*_SIZE, 3)).astype(np.float32)
    grain = cv2.GaussianBlur(grain, (0, 0), 0.6)  # type: ignore[assignment]
    dark = np.where(ground.mask[..., None], (14, 0, 0), (90, 0, 0)) + 1.1 * grain / grain.std()
    grained = Ground(ground.mask, 1.1, ground.distance, 2.2)
    assert with_hidden_skies(dark.astype(np.float32), grained, [_FOUND]) == [_FOUND]
