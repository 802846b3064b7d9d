"""How far a point reaches: made-up scenes here, photos in tests/local_color."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from skimage.draw import disk
from skimage.filters import gaussian
from skimage.transform import resize

from core.color import F32
from core.colorize.reach import DEFAULT_REACH, Likeness

SHAPE = (128, 160)


def scene(rng: np.random.Generator, *, grain: float = 0.0) -> tuple[F32, np.ndarray]:
    """L* of two discs of one tone on another, and a mask of the left one."""
    discs = [np.zeros(SHAPE, bool) for _ in range(2)]
    for mask, column in zip(discs, (45, 115), strict=True):
        mask[disk((64, column), 26)] = True
    L = np.where(discs[0] | discs[1], 70.0, 35.0)
    L = gaussian(L, 0.7) + rng.normal(0, grain, SHAPE) + np.linspace(-4, 4, SHAPE[1])
    return L.astype(np.float32), discs[0]


@pytest.mark.parametrize("grain", [0.0, 1.5])
@pytest.mark.parametrize("with_features", [False, True])
def test_by_default_it_is_the_thing_that_was_clicked(
    rng: np.random.Generator, grain: float, with_features: bool
) -> None:
    L, thing = scene(rng, grain=grain)
    features = L.reshape(1, 32, 4, 40, 4).mean((2, 4)) / 20 if with_features else None
    found = Likeness.of(L, features).reach_from(45 / 160, 0.5).mask(DEFAULT_REACH) > 0.5
    expected = thing
    assert (found & expected).sum() >= 0.9 * found.sum()
    assert (found & expected).sum() >= 0.8 * expected.sum()


def test_it_grows_from_the_smallest_thing_to_everything(rng: np.random.Generator) -> None:
    reach = Likeness.of(scene(rng)[0], None).reach_from(45 / 160, 0.5)
    masks = [reach.mask(share) for share in (0, 0.15, DEFAULT_REACH, 0.6, 0.9, 1)]
    for smaller, larger in pairwise(masks):
        assert (larger >= smaller).all()
        assert larger.sum() > smaller.sum()
    assert masks[0].mean() <= 0.55 * masks[2].mean()
    assert masks[0][64, 45] == 1
    assert (reach.mask(np.nextafter(DEFAULT_REACH, 0)) >= masks[2] - 0.01).all()
    assert (masks[-1] == 1).all()


def test_the_low_end_is_the_smallest_thing_there() -> None:
    """A bright pupil in a disc: the low end is the pupil, the default what it lies in, or it."""
    L = np.full(SHAPE, 30, np.float32)
    L[disk((64, 80), 34)] = 60
    pupil = np.zeros(SHAPE, bool)
    pupil[disk((64, 80), 9)] = True
    L[pupil] = 80
    reach = Likeness.of(gaussian(L, 0.7).astype(np.float32), None).reach_from(0.5, 0.5)
    smallest = reach.mask(0) > 0.5
    inner = pupil
    assert (smallest & inner).sum() >= 0.9 * smallest.sum()
    assert (reach.mask(DEFAULT_REACH) >= reach.mask(0)).all()


def test_beyond_the_thing_it_goes_on_to_what_is_like_it(rng: np.random.Generator) -> None:
    L, thing = scene(rng)
    reach = Likeness.of(L, None).reach_from(45 / 160, 0.5)
    twin = thing[:, ::-1]
    ground = ~(twin | thing)
    assert (reach.mask(DEFAULT_REACH) > 0.5)[twin].mean() < 0.02
    farther = reach.mask(0.9) > 0.5
    assert farther[twin].mean() > farther[ground].mean()


def test_a_highlight_within_a_thing_is_not_all_of_it(rng: np.random.Generator) -> None:
    """A stripe of light across a disc, open at one end: the click is on it."""
    L = np.full(SHAPE, 30, np.float32)
    thing = np.zeros(SHAPE, bool)
    thing[disk((64, 80), 40)] = True
    L[thing] = 62
    L[60:68, 60:100] = 68
    blurred = gaussian(L, 1.0) + rng.normal(0, 0.5, SHAPE)
    found = Likeness.of(blurred.astype(np.float32), None).reach_from(0.5, 0.5).mask(DEFAULT_REACH)
    expected = thing
    assert ((found > 0.5) & expected).sum() >= 0.8 * expected.sum()
    assert ((found > 0.5) & expected).sum() >= 0.9 * (found > 0.5).sum()


def test_a_large_size_is_reached_at_a_smaller_one(rng: np.random.Generator) -> None:
    L, thing = (np.kron(plane, np.ones((5, 5))) for plane in scene(rng))
    found = Likeness.of(L.astype(np.float32), None).reach_from(45 / 160, 0.5).mask(DEFAULT_REACH)
    assert found.shape == (256, 320)
    expected = resize(thing.astype(float), found.shape) > 0.5
    assert ((found > 0.5) & expected).sum() >= 0.9 * (found > 0.5).sum()
    assert ((found > 0.5) & expected).sum() >= 0.8 * expected.sum()


def test_a_flat_photo_is_no_trouble() -> None:
    reach = Likeness.of(np.full(SHAPE, 50, np.float32), None).reach_from(0.999, 1.0)
    for share in (0, DEFAULT_REACH, 1):
        mask = reach.mask(share)
        assert mask.shape == SHAPE
        assert mask[-1, -1] == 1
        assert np.isfinite(mask).all()


def test_the_smallest_picture() -> None:
    mask = Likeness.of(np.full((32, 32), 50, np.float32), np.ones((3, 8, 8), np.float32))
    assert mask.reach_from(0, 0).mask(DEFAULT_REACH).shape == (32, 32)
