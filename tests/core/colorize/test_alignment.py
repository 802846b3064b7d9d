"""Shots of one scene are found to lie where they lie."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.ndimage import gaussian_filter, map_coordinates

from core.colorize.alignment import Alignment, align

SHAPE = (32, 40)


@pytest.fixture
def scene(rng: np.random.Generator) -> np.ndarray:
    """Smooth planes (12, 90, 110): each place has features of its own."""
    planes: np.ndarray = gaussian_filter(rng.normal(size=(12, 90, 110)), (0, 4, 4))
    found: np.ndarray = (planes / planes.std()).astype(np.float32)
    return found


def shot(scene: np.ndarray, left: float, top: float, share: float, angle: float = 0) -> np.ndarray:
    """(12, *SHAPE) of a part whose width is a share of the scene's."""
    rows, columns = np.mgrid[: SHAPE[0], : SHAPE[1]] + 0.5
    z = np.exp(1j * angle) * share * (columns + 1j * rows) / SHAPE[1] + left + 1j * top
    at = [z.imag * scene.shape[2] - 0.5, z.real * scene.shape[2] - 0.5]
    moved = [map_coordinates(plane, at, order=1, mode="nearest") for plane in scene]
    found: np.ndarray = np.stack(moved).astype(np.float32)
    return found


def distances(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    a, b = (planes.reshape(len(planes), -1).T for planes in (one, other))
    found: np.ndarray = np.square(a[:, None] - b[None]).sum(axis=-1)
    return found


@pytest.mark.parametrize("angle", [0.0, 0.15])
def test_a_part_is_found_where_it_was_cut(scene: np.ndarray, angle: float) -> None:
    whole, part = shot(scene, 0, 0, 1), shot(scene, 0.2, 0.1, 0.6, angle)
    found = align(distances(part, whole), SHAPE, SHAPE)
    assert found is not None
    assert found.turn == pytest.approx(0.6 * np.exp(1j * angle), abs=0.01)
    assert found.shift == pytest.approx(0.2 + 0.1j, abs=0.01)
    seen, shown = found.seen_from(whole, *SHAPE)
    assert np.abs(seen - part)[:, shown > 0.99].mean() < 0.1
    assert shown.mean() > 0.9


def test_what_the_other_photo_does_not_show_is_said(scene: np.ndarray) -> None:
    found = Alignment(1 + 0j, 0.25 + 0j)  # the other begins a quarter further to the right
    _, shown = found.seen_from(scene, *SHAPE)
    assert shown[:, :29].min() > 0.99
    assert shown[:, 31:].max() < 0.01


def test_other_scenes_lie_nowhere(scene: np.ndarray, rng: np.random.Generator) -> None:
    stranger = gaussian_filter(rng.normal(size=(12, *SHAPE)), (0, 2, 2)).astype(np.float32)
    assert align(distances(stranger, shot(scene, 0, 0, 1)), SHAPE, SHAPE) is None


def test_few_places_say_nothing() -> None:
    assert align(np.eye(9, dtype=np.float32), (3, 3), (3, 3)) is None
