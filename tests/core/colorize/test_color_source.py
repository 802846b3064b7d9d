"""Colours carried by features: to what is alike, with as much trust as it is."""

from __future__ import annotations

import numpy as np
import pytest

from core.colorize.color_source import ColorSource, carry, unlikeness


def planes(kind: np.ndarray, values: np.ndarray) -> np.ndarray:
    """(C, h, w): each pixel has the values of its kind."""
    moved: np.ndarray = np.moveaxis(values[kind], -1, 0).astype(np.float32)
    return moved


FEATURES = np.array([[0.0, 0.0, 0.0], [3.0, 0.0, 0.0], [0.0, 3.0, 0.0]])
COLORS = np.array([[50.0, 10.0], [-40.0, 20.0], [0.0, -60.0]])


@pytest.fixture
def source(rng: np.random.Generator) -> ColorSource:
    """Blocks of three kinds, so that averages of 2 x 2 mix none."""
    kind = np.kron(rng.integers(0, 3, (10, 12)), np.ones((4, 4), int))
    return ColorSource.of(planes(kind, FEATURES), planes(kind, COLORS))


def test_each_kind_has_its_colour_wherever_it_stands(source: ColorSource) -> None:
    kind = np.zeros((24, 16), int)
    kind[:8], kind[16:] = 2, 1
    to = ColorSource.of(planes(kind, FEATURES), np.zeros((2, 24, 16), np.float32))
    carried = carry(to, [source])
    assert carried.ab.shape == (2, 12, 8)
    assert np.abs(carried.ab - planes(kind[::2, ::2], COLORS)).max() < 0.1
    assert carried.distance.max() < 1e-4


def test_what_is_unlike_everything_is_far(source: ColorSource) -> None:
    stranger = np.full((3, 8, 8), 5, np.float32)
    to = ColorSource.of(stranger, np.zeros((2, 8, 8), np.float32))
    assert carry(to, [source]).distance.min() > 20


def test_the_nearer_of_two_photos_lends(source: ColorSource) -> None:
    near = ColorSource.of(np.full((3, 8, 8), 5, np.float32), np.full((2, 8, 8), 7, np.float32))
    to = ColorSource.of(np.full((3, 8, 8), 5.1, np.float32), np.zeros((2, 8, 8), np.float32))
    assert np.allclose(carry(to, [source, near]).ab, 7)
    assert not np.allclose(carry(to, [source]).ab, 7)


def test_mixing_follows_the_trust(source: ColorSource) -> None:
    carried = carry(source, [source])
    own = np.zeros((2, 40, 48), np.float32)
    half = carried.mixed(own, np.full(source.shape, 0.5, np.float32))
    whole = carried.mixed(own, np.full(source.shape, 9.0, np.float32))
    assert np.allclose(2 * half, whole, atol=1e-4)
    assert np.array_equal(carried.mixed(own, np.zeros(source.shape, np.float32)), own)


def test_photos_are_as_unlike_as_their_places(
    source: ColorSource, rng: np.random.Generator
) -> None:
    assert unlikeness(source, source) == pytest.approx(0, abs=1e-4)
    noise = rng.normal(0, 1, (3, 20, 24)).astype(np.float32)
    stranger = ColorSource.of(noise + 4, np.zeros((2, 20, 24), np.float32))
    assert unlikeness(source, stranger) == pytest.approx(unlikeness(stranger, source))
    assert unlikeness(source, stranger) > 2


def test_large_photos_have_no_more_places_than_fit() -> None:
    features = np.zeros((4, 256, 512), np.float32)
    source = ColorSource.of(features, np.ones((2, 256, 512), np.float32))
    assert len(source.features) <= 1700
    assert source.shape[1] / source.shape[0] == pytest.approx(2, abs=0.1)
    assert source.summary.shape == (8,)
