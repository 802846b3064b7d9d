from __future__ import annotations

import cv2
import numpy as np
import pytest
from skimage import data

from core.color import F32, rgb_to_lab
from core.colorize.upsample import ChromaField, Taps, chroma_at
from core.resize import resize_area


def centres(count: int) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    return (np.arange(count) + 0.5) / count


def upsampled(pixels: np.ndarray, ab: F32) -> F32:
    """a*, b* (H, W, 2) of every pixel."""
    height, width = pixels.shape[:2]
    lab = rgb_to_lab(pixels) if pixels.ndim == 3 else rgb_to_lab(np.dstack([pixels] * 3))
    field = ChromaField.of(pixels, ab)
    L = np.ascontiguousarray(lab[..., 0])
    across = field.across(centres(width))
    return np.moveaxis(chroma_at(across, Taps.at(centres(height), across.shape[1]), L), 0, -1)


def low_resolution(rgb: np.ndarray, factor: int) -> F32:
    ab = np.ascontiguousarray(rgb_to_lab(rgb)[..., 1:])
    return np.moveaxis(resize_area(ab, rgb.shape[0] // factor, rgb.shape[1] // factor), -1, 0)


@pytest.mark.parametrize("rows", [1, 2, 3, 4, 12])
@pytest.mark.parametrize("shape", [(120, 160), (37, 211), (64, 64)])
def test_without_edges_it_is_opencvs_bicubic(
    shape: tuple[int, int], rows: int, rng: np.random.Generator
) -> None:
    planes = rng.random((5, rows, 16), dtype=np.float32)
    planes[2:4] = 0  # no slope on L*
    L = rng.random(shape, dtype=np.float32)
    across = ChromaField(planes).across(centres(shape[1]))
    got = np.moveaxis(chroma_at(across, Taps.at(centres(shape[0]), rows), L), 0, -1)
    expected = cv2.resize(np.dstack([*planes[:2]]), shape[::-1], interpolation=cv2.INTER_CUBIC)
    np.testing.assert_allclose(got, expected, atol=1e-5)


def test_a_pixel_has_the_same_bits_in_whatever_rows_it_is_asked_for(
    rng: np.random.Generator,
) -> None:
    across, L = rng.random((5, 9, 50), dtype=np.float32), rng.random((61, 50), dtype=np.float32)
    rows = Taps.at(centres(61), 9)
    whole = chroma_at(across, rows, L)
    for step in (1, 2, 7, 30):
        for top in range(0, 61, step):
            some = slice(top, top + step)
            np.testing.assert_array_equal(
                chroma_at(across, rows, L[some], some), whole[:, some], strict=True
            )


def test_an_edge_of_the_photo_becomes_an_edge_of_the_chroma() -> None:
    """Left half dark and red, right half light and green: no halo wider than a few pixels."""
    pixels = np.full((256, 256), 60, np.uint8)
    pixels[:, 128:] = 180
    ab = np.full((2, 16, 16), 40, np.float32)
    ab[0, :, 8:] = -40
    sharp = upsampled(pixels, ab)[128, :, 0]
    soft = cv2.resize(np.moveaxis(ab, 0, -1), (256, 256), interpolation=cv2.INTER_CUBIC)[128, :, 0]
    truth = np.where(np.arange(256) < 128, 40, -40)
    assert np.abs(sharp - truth).mean() < 0.35 * np.abs(soft - truth).mean()


@pytest.mark.parametrize("factor", [8, 16])
@pytest.mark.parametrize("photo", ["astronaut", "coffee", "chelsea"])
def test_closer_to_the_truth_than_bicubic(photo: str, factor: int) -> None:
    rgb = getattr(data, photo)()
    ab = low_resolution(rgb, factor)
    truth = rgb_to_lab(rgb)[..., 1:]
    size = (rgb.shape[1], rgb.shape[0])
    bicubic = cv2.resize(np.moveaxis(ab, 0, -1), size, interpolation=cv2.INTER_CUBIC)
    error = np.square(upsampled(rgb, ab) - truth).mean()
    assert error < np.square(bicubic - truth).mean()


def test_noise_in_a_flat_photo_stays_colourless(rng: np.random.Generator) -> None:
    grain = np.clip(rng.normal(128, 6, (256, 256)), 0, 255).astype(np.uint8)
    ab = np.broadcast_to(np.linspace(-30, 30, 32, dtype=np.float32), (2, 32, 32))
    ramp = cv2.resize(np.moveaxis(ab, 0, -1).copy(), (256, 256), interpolation=cv2.INTER_CUBIC)
    assert np.abs(upsampled(grain, ab) - ramp).std() < 0.25


@pytest.mark.parametrize("shape", [(1, 1), (1, 500), (500, 1), (3, 2), (5, 700)])
def test_any_shape_of_photo(shape: tuple[int, int], rng: np.random.Generator) -> None:
    pixels = rng.integers(0, 256, shape, dtype=np.uint8)
    ab = np.full((2, 16, 16), 7, np.float32)
    np.testing.assert_allclose(upsampled(pixels, ab), 7, atol=1e-3)
