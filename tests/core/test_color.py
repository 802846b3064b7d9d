from __future__ import annotations

import colour
import numpy as np
import pytest
from skimage import color as skcolor

from core import color


def test_agrees_with_colour_science(rng: np.random.Generator) -> None:
    rgb = rng.random((5000, 3))
    xyz = colour.sRGB_to_XYZ(rgb)
    white = colour.CCS_ILLUMINANTS["CIE 1931 2 Degree Standard Observer"]["D65"]
    expected = colour.XYZ_to_Lab(xyz, white)
    # colour-science uses the standard's four-digit matrix, ours is derived: hence 0.03, not 1e-4
    np.testing.assert_allclose(color.rgb_to_lab(rgb), expected, atol=0.03)


def test_agrees_with_skimage(rng: np.random.Generator) -> None:
    rgb_u8 = rng.integers(0, 256, (64, 64, 3), dtype=np.uint8)
    np.testing.assert_allclose(color.rgb_to_lab(rgb_u8), skcolor.rgb2lab(rgb_u8), atol=0.02)


@pytest.mark.parametrize(
    ("rgb", "lab"),
    [  # Bruce Lindbloom's calculator, sRGB, D65, no adaptation
        ((255, 255, 255), (100.0, 0.0, 0.0)),
        ((0, 0, 0), (0.0, 0.0, 0.0)),
        ((255, 0, 0), (53.24, 80.09, 67.20)),
        ((0, 255, 0), (87.73, -86.18, 83.18)),
        ((0, 0, 255), (32.30, 79.19, -107.86)),
        ((128, 128, 128), (53.585, 0.0, 0.0)),
    ],
)
def test_published_values(rgb: tuple[int, ...], lab: tuple[float, ...]) -> None:
    got = color.rgb_to_lab(np.array([rgb], dtype=np.uint8))[0]
    np.testing.assert_allclose(got, lab, atol=0.03)


@pytest.mark.slow
def test_every_8_bit_colour_comes_back_within_one_level() -> None:
    green, blue = np.meshgrid(np.arange(256), np.arange(256), indexing="ij")
    worst = 0
    for red in range(256):
        plane = np.stack((np.full_like(green, red), green, blue), axis=-1).astype(np.uint8)
        back = color.quantize(color.lab_to_rgb(color.rgb_to_lab(plane)), np.uint8)
        worst = max(worst, int(np.abs(back.astype(int) - plane).max()))
    assert worst <= 1


def test_16_bit_comes_back_within_one_level(rng: np.random.Generator) -> None:
    rgb_u16 = rng.integers(0, 65536, (200_000, 3), dtype=np.uint16)
    back = color.quantize(color.lab_to_rgb(color.rgb_to_lab(rgb_u16)), np.uint16)
    assert np.abs(back.astype(int) - rgb_u16).max() <= 1


def test_greys_have_no_chroma() -> None:
    grey = np.repeat(np.arange(256, dtype=np.uint8)[:, None], 3, axis=1)
    assert np.abs(color.rgb_to_lab(grey)[:, 1:]).max() < 2e-4


def test_L_of_grey_and_of_its_rgb_triple_agree() -> None:
    grey = np.arange(256, dtype=np.uint8).reshape(16, 16)
    triple = np.repeat(grey[..., None], 3, axis=-1)
    np.testing.assert_allclose(color.rgb_to_L(grey), color.rgb_to_L(triple), atol=1e-4)
    np.testing.assert_allclose(color.rgb_to_L(triple), color.rgb_to_lab(triple)[..., 0], atol=1e-4)


def test_channels_are_mixed_by_their_shares(rng: np.random.Generator) -> None:
    linear = rng.random((5, 7, 3), dtype=np.float32)
    shares = np.array([0.2, 0.5, 0.3], np.float32)
    np.testing.assert_allclose(
        color.mixed(linear, shares), np.average(linear, axis=-1, weights=shares), atol=1e-6
    )


def test_float_and_integer_agree(rng: np.random.Generator) -> None:
    rgb_u8 = rng.integers(0, 256, (100, 3), dtype=np.uint8)
    np.testing.assert_allclose(
        color.rgb_to_lab(rgb_u8), color.rgb_to_lab(rgb_u8 / np.float32(255)), atol=1e-3
    )


def test_another_dtype_is_refused() -> None:
    with pytest.raises(TypeError, match="int32"):
        color.linearize(np.zeros((2, 3), dtype=np.int32))


@pytest.mark.parametrize("shape", [(0, 3), (4, 0, 3), (3,), (2, 3, 4, 3)])
def test_any_number_of_colours(shape: tuple[int, ...]) -> None:
    assert color.rgb_to_lab(np.zeros(shape, np.uint8)).shape == shape
    assert color.lab_to_rgb(np.zeros(shape, np.float32)).shape == shape


def test_everything_is_float32(rng: np.random.Generator) -> None:
    lab = color.rgb_to_lab(rng.random((4, 3)))
    assert lab.dtype == np.float32
    assert color.lab_to_rgb(lab).dtype == np.float32
    assert color.encode(color.linearize(np.zeros((1, 3), np.uint8))).dtype == np.float32
