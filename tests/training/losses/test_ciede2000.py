from __future__ import annotations

import colour
import numpy as np
import pytest
import skimage.color

from training.losses.ciede2000 import delta_e_2000

# L, a, b twice and the difference: the hard cases of Sharma, Wu and Dalal (2005), table 1
SHARMA = [
    (50.0, 2.6772, -79.7751, 50.0, 0.0, -82.7485, 2.0425),
    (50.0, -1.3802, -84.2814, 50.0, 0.0, -82.7485, 1.0000),
    (50.0, 0.0, 0.0, 50.0, -1.0, 2.0, 2.3669),
    (50.0, 2.49, -0.001, 50.0, -2.49, 0.0009, 7.1792),
    (50.0, 2.49, -0.001, 50.0, -2.49, 0.0011, 7.2195),
    (50.0, 2.5, 0.0, 73.0, 25.0, -18.0, 27.1492),
    (50.0, 2.5, 0.0, 56.0, -27.0, -3.0, 31.9030),
    (60.2574, -34.0099, 36.2677, 60.4626, -34.1751, 39.4387, 1.2644),
    (22.7233, 20.0904, -46.694, 23.0331, 14.973, -42.5619, 2.0373),
    (90.8027, -2.0831, 1.441, 91.1528, -1.6435, 0.0447, 1.4441),
    (2.0776, 0.0795, -1.135, 0.9033, -0.0636, -0.5514, 0.9082),
]


@pytest.mark.parametrize("row", SHARMA)
def test_ciede2000_of_its_authors_pairs(row: tuple[float, ...]) -> None:
    found = delta_e_2000(np.array(row[:3], np.float32), np.array(row[3:6], np.float32))
    assert found == pytest.approx(row[6], abs=2e-3)  # float32; 2e-4 but for opposite hues


@pytest.mark.parametrize("spread", [0.01, 1.0, 20.0, 80.0])
def test_ciede2000_against_colour_science_and_scikit_image(
    rng: np.random.Generator, spread: float
) -> None:
    lab = rng.uniform((0, -100, -100), (100, 100, 100), (5000, 3)).astype(np.float32)
    lab[:500, 1:] *= 0.02  # near grey, where hue is hard
    other = (lab + rng.normal(0, spread, lab.shape)).astype(np.float32)
    found = delta_e_2000(lab, other)
    expected = colour.difference.delta_E_CIE2000(lab.astype(float), other.astype(float))
    assert np.abs(found - expected).max() < 3e-3
    expected = skimage.color.deltaE_ciede2000(lab.astype(float), other.astype(float))
    assert np.abs(found - expected).max() < 3e-3
    assert found.dtype == np.float32


def test_ciede2000_of_greys_is_finite() -> None:
    grey = np.array([[0, 0, 0], [50, 0, 0], [100, 0, 0]], np.float32)
    assert delta_e_2000(grey, grey).tolist() == [0, 0, 0]
    assert np.isfinite(delta_e_2000(grey, grey + np.array([0, 40, 0], np.float32))).all()
