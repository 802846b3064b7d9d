from __future__ import annotations

import colour
import numpy as np
import pytest

from core.color import F32, encode, lab_planes_to_linear, linear_to_lab, linearize, rgb_to_lab
from core.colorize.gamut import Misfits


@pytest.fixture
def lab(rng: np.random.Generator) -> F32:
    """(3, N): half of it far out of gamut."""
    lab_f32 = rng.random((3, 20_000), dtype=np.float32)
    lab_f32[0] *= 100
    lab_f32[1:] = lab_f32[1:] * 240 - 120
    return lab_f32


def linear_in_gamut(L: F32, *ab: F32) -> F32:
    """Planes of L*a*b* -> linear light (3, ...), as the renderer puts it together."""
    planes = np.stack(ab)
    linear, misfits = lab_planes_to_linear(L, planes), Misfits()
    misfits.gather(L, planes, linear, first=0)
    if misfits:
        places, mapped = misfits.mapped()
        linear.reshape(3, -1)[:, places] = mapped
    return linear


def test_colours_inside_are_left_alone(rng: np.random.Generator) -> None:
    rgb_u8 = rng.integers(0, 256, (5000, 3), dtype=np.uint8)
    linear = linear_in_gamut(*np.ascontiguousarray(rgb_to_lab(rgb_u8).T))
    np.testing.assert_allclose(linear.T, linearize(rgb_u8), atol=2e-5)


def test_everything_fits(lab: F32) -> None:
    linear = linear_in_gamut(*lab)
    assert linear.min() > -1e-4
    assert linear.max() < 1 + 1e-4


def test_lightness_and_hue_are_kept(lab: F32) -> None:
    back = linear_to_lab(np.ascontiguousarray(linear_in_gamut(*lab).T)).T
    np.testing.assert_allclose(back[0], lab[0], atol=0.02)
    # across * kept: the part of the new chroma that is perpendicular to the old
    radial = np.hypot(*lab[1:])
    across = np.abs(back[1] * lab[2] - back[2] * lab[1]) / radial
    assert across.max() < 0.05


def test_the_rest_of_the_chroma_is_as_large_as_fits(lab: F32) -> None:
    """colour-science agrees that 0.1 more chroma would leave sRGB."""
    back = linear_to_lab(np.ascontiguousarray(linear_in_gamut(*lab).T))
    before, after = np.hypot(*lab[1:]), np.hypot(back[:, 1], back[:, 2])
    cut = (before - after > 1) & (after > 0.5)
    assert cut.mean() > 0.3
    more = back[cut].astype(float)
    more[:, 1:] *= (1 + 0.1 / after[cut])[:, None]
    white = colour.CCS_ILLUMINANTS["CIE 1931 2 Degree Standard Observer"]["D65"]
    rgb = colour.XYZ_to_sRGB(colour.Lab_to_XYZ(more, white), apply_cctf_encoding=False)
    # 2e-4: colour-science uses the standard's four-digit matrix
    assert ((rgb < 2e-4) | (rgb > 1 - 2e-4)).any(axis=1).all()


def test_black_and_white_lose_all_chroma() -> None:
    L, a, b = np.array([[0, 100], [60, -60], [50, 80]], np.float32)
    codes = encode(linear_in_gamut(L, a, b)) * 255
    np.testing.assert_allclose(codes.T, [[0, 0, 0], [255, 255, 255]], atol=0.5)


def test_planes_of_any_shape() -> None:
    L, a, b = (np.full((3, 5), value, np.float32) for value in (50, 100, -100))
    assert linear_in_gamut(L, a, b).shape == (3, 3, 5)
