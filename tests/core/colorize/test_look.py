from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.color import F32
from core.colorize.look import Look

looks = st.builds(
    Look,
    strength=st.floats(0, 1.5),
    saturation=st.floats(0, 3),
    warmth=st.floats(-1, 1),
)


def planes(rng: np.random.Generator) -> tuple[F32, F32]:
    lab_f32 = rng.random((3, 4000), dtype=np.float32)
    return lab_f32[0] * 100, lab_f32[1:] * 200 - 100


def test_the_default_is_the_identity(rng: np.random.Generator) -> None:
    L, ab = planes(rng)
    assert Look().applied(L, ab) is ab


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("strength", -0.01),
        ("strength", 1.51),
        ("saturation", 3.01),
        ("saturation", float("nan")),
        ("warmth", -1.01),
        ("warmth", float("inf")),
        ("brightness", 1.01),
        ("contrast", -1.5),
    ],
)
def test_a_value_out_of_range_is_refused_by_name(field: str, value: float) -> None:
    with pytest.raises(ValueError, match=f"{field} must be"):
        Look(**{field: value})


def test_strength_zero_is_grey_whatever_the_rest(rng: np.random.Generator) -> None:
    assert not Look(strength=0, saturation=2, warmth=0.7).applied(*planes(rng)).any()


def test_saturation_keeps_the_hue_and_spares_vivid_colours(rng: np.random.Generator) -> None:
    L, (a, b) = planes(rng)
    new_a, new_b = Look(saturation=2).applied(L, np.stack((a, b)))
    np.testing.assert_allclose(np.arctan2(new_b, new_a), np.arctan2(b, a), atol=1e-5)
    gain = np.hypot(new_a, new_b) / np.hypot(a, b)
    order = np.argsort(np.hypot(a, b))
    assert (np.diff(gain[order]) <= 1e-5).all()
    assert 1 < gain.min() < gain.max() <= 2


@given(saturation=st.floats(0.01, 3))
def test_saturation_never_swaps_two_chromas(saturation: float) -> None:
    a = np.linspace(0, 180, 2000, dtype=np.float32)
    zeros = np.zeros_like(a)
    more, _ = Look(saturation=saturation).applied(zeros, np.stack((a, zeros)))
    assert (np.diff(more) > 0).all()


def test_warmth_leaves_black_and_white_and_shifts_mid_grey() -> None:
    L, zeros = np.array([0, 50, 100], np.float32), np.zeros((2, 3), np.float32)
    _, warm = Look(warmth=1).applied(L, zeros)
    _, cold = Look(warmth=-1).applied(L, zeros)
    assert warm.tolist() == [0, 20, 0]
    assert cold.tolist() == [0, -20, 0]


@given(look=looks)
def test_the_input_is_never_written_to(look: Look) -> None:
    L, ab = np.full(8, 40, np.float32), np.full((2, 8), ((12,), (-30,)), np.float32)
    for planes in (L, ab):
        planes.setflags(write=False)
    assert np.isfinite(look.applied(L, ab)).all()


def test_neutral_light_is_the_same_plane(rng: np.random.Generator) -> None:
    L, _ = planes(rng)
    assert Look(strength=0.5, warmth=1).lit(L) is L


@given(brightness=st.floats(-1, 1), contrast=st.floats(-1, 1))
def test_light_keeps_black_white_and_the_order_of_tones(brightness: float, contrast: float) -> None:
    L = np.linspace(0, 100, 1001, dtype=np.float32)
    lit = Look(brightness=brightness, contrast=contrast).lit(L)
    assert lit[0] == 0
    np.testing.assert_allclose(lit[-1], 100, rtol=1e-6)
    assert np.diff(lit).min() >= -1e-4


def test_light_does_what_it_is_called() -> None:
    L = np.array([25, 50, 75], np.float32)
    assert (Look(brightness=0.3).lit(L) > L).all()
    assert (Look(brightness=-0.3).lit(L) < L).all()
    np.testing.assert_allclose(Look(brightness=1).lit(L), 100 * np.sqrt(L / 100), rtol=1e-5)
    harder, softer = Look(contrast=0.5).lit(L), Look(contrast=-0.5).lit(L)
    assert harder[0] < 25 < softer[0]
    assert softer[2] < 75 < harder[2]
    assert harder[1] == softer[1] == 50
