"""numpy <-> QImage, against Qt's own reading of the pixels."""

from __future__ import annotations

import gc

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage

from desktop.background.qimage import from_qimage, to_qimage


@pytest.mark.parametrize("width", [1, 2, 3, 5, 64])
def test_rgb_arrives_where_it_was(rng: np.random.Generator, width: int) -> None:
    rgb_u8 = rng.integers(0, 256, (7, width, 3), dtype=np.uint8)
    image = to_qimage(rgb_u8)
    for y in range(7):
        for x in range(width):
            assert image.pixelColor(x, y) == QColor(*rgb_u8[y, x].tolist())


def test_grey_has_three_equal_channels(rng: np.random.Generator) -> None:
    grey_u8 = rng.integers(0, 256, (5, 9), dtype=np.uint8)
    assert to_qimage(grey_u8).pixelColor(8, 4) == QColor(*[int(grey_u8[4, 8])] * 3)


def test_the_image_owns_its_pixels(rng: np.random.Generator) -> None:
    rgb_u8 = rng.integers(0, 256, (40, 40, 3), dtype=np.uint8)
    image, first = to_qimage(rgb_u8), QColor(*rgb_u8[0, 0].tolist())
    rgb_u8[:] = 0
    del rgb_u8
    gc.collect()
    assert image.pixelColor(0, 0) == first


@pytest.mark.parametrize("width", [1, 3, 10])
def test_there_and_back(rng: np.random.Generator, width: int) -> None:
    rgb_u8 = rng.integers(0, 256, (6, width, 3), dtype=np.uint8)
    rgb_u8[0, 0] = (1, 2, 3)  # not grey by chance
    back, alpha = from_qimage(to_qimage(rgb_u8))
    assert np.array_equal(back, rgb_u8)
    assert alpha is None


def test_transparency_is_kept() -> None:
    image = QImage(2, 1, QImage.Format.Format_ARGB32)
    image.setPixelColor(0, 0, QColor(200, 100, 50, 255))
    image.setPixelColor(1, 0, QColor(200, 100, 50, 7))
    pixels, alpha = from_qimage(image)
    assert alpha is not None
    assert alpha.tolist() == [[255, 7]]
    assert pixels[0, 0].tolist() == [200, 100, 50]


def test_a_grey_picture_stays_grey() -> None:
    image = QImage(3, 2, QImage.Format.Format_Grayscale8)
    image.fill(77)
    pixels, alpha = from_qimage(image)
    assert pixels.shape == (2, 3)
    assert (pixels == 77).all()
    assert alpha is None
