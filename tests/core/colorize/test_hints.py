from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from skimage import color as skcolor
from skimage.draw import disk

from core.colorize.hints import ColorHint, hint_raster, parse_hint
from core.errors import HintError


def test_a_hint_in_pixels_is_at_the_pixels_centre() -> None:
    hint = parse_hint("120,80,#a03020", 400, 200)
    assert (hint.x, hint.y) == (120.5 / 400, 80.5 / 200)
    expected = skcolor.rgb2lab(np.array([[[0xA0, 0x30, 0x20]]], np.uint8))[0, 0, 1:]
    np.testing.assert_allclose(hint.ab, expected, atol=0.02)


def test_a_hint_in_per_cent() -> None:
    hint = parse_hint(" 50%, 20% , A03020", 999, 3)
    assert (hint.x, hint.y) == (0.5, 0.2)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1,2",
        "1,2,red",
        "1,2,#12345",
        "1,2,#12345g",
        "a,2,#123456",
        "-1,2,#123456",
        "1,2,3,#123456",
    ],
)
def test_what_is_not_a_hint_says_how_one_looks(text: str) -> None:
    with pytest.raises(HintError, match=r"is not a hint: write X,Y,#RRGGBB"):
        parse_hint(text, 100, 100)


@pytest.mark.parametrize(
    "text", ["100,0,#ffffff", "0,50,#ffffff", "101%,0,#ffffff", "0,1e9,#ffffff"]
)
def test_outside_the_photo(text: str) -> None:
    with pytest.raises(HintError):
        parse_hint(text, 100, 50)


def test_the_last_pixel_is_inside() -> None:
    raster = hint_raster([parse_hint("99,49,#ff0000", 100, 50)], 50, 100)
    assert raster[0, 2, 49, 99] == 1


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ((1.01, 0, (0, 0), 0.1), "outside the photo"),
        ((0, math.nan, (0, 0), 0.1), "outside the photo"),
        ((0, 0, (129, 0), 0.1), "not a colour"),
        ((0, 0, (0, math.nan), 0.1), "not a colour"),
        ((0, 0, (0, 0), -0.1), "radius"),
        ((0, 0, (0, 0), math.inf), "radius"),
    ],
)
def test_values_out_of_range(
    values: tuple[float, float, tuple[float, float], float], words: str
) -> None:
    with pytest.raises(HintError, match=words):
        ColorHint(*values)


def test_no_hints_are_all_zero() -> None:
    raster = hint_raster([], 32, 64)
    assert raster.shape == (1, 3, 32, 64)
    assert raster.dtype == np.float32
    assert not raster.any()


def test_a_disc_is_skimages_disc() -> None:
    hint = ColorHint(0.3, 0.6, (20, -30), 0.2)
    raster = hint_raster([hint], 64, 96)[0]
    rows, columns = disk((0.6 * 64 - 0.5, 0.3 * 96 - 0.5), 0.2 * 64, shape=(64, 96))
    expected = np.zeros((64, 96), np.float32)
    expected[rows, columns] = 1
    np.testing.assert_array_equal(raster[2], expected)
    np.testing.assert_array_equal(raster[0], expected * 20)
    np.testing.assert_array_equal(raster[1], expected * -30)


def test_the_later_hint_holds() -> None:
    raster = hint_raster([ColorHint(0.5, 0.5, (9, 9)), ColorHint(0.5, 0.5, (-9, 0))], 8, 8)[0]
    assert raster[0].min() == -9
    assert raster[0].max() == 0


@given(
    x=st.floats(0, 1),
    y=st.floats(0, 1),
    radius=st.floats(0, 1),
    height=st.integers(1, 40),
    width=st.integers(1, 40),
)
def test_every_hint_is_seen_at_its_place(
    x: float, y: float, radius: float, height: int, width: int
) -> None:
    mask = hint_raster([ColorHint(x, y, (5, 5), radius)], height, width)[0, 2]
    assert set(np.unique(mask)) <= {0, 1}
    assert mask[min(int(y * height), height - 1), min(int(x * width), width - 1)] == 1
