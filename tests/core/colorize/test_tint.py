from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt
import pytest
from skimage import color as skcolor
from skimage import data

from core.colorize.tint import Tint, tint_of

U8 = npt.NDArray[np.uint8]
PHOTOS = ["astronaut", "coffee", "chelsea", "rocket"]


def photo_of(name: str) -> U8:
    rgb: U8 = getattr(data, name)()
    return rgb


def as_jpeg(rgb: npt.NDArray[np.floating]) -> U8:
    """Through JPEG at quality 80, as scans are: its colour noise must not count."""
    codes = np.rint(np.clip(rgb, 0, 1) * 255).astype(np.uint8)
    _, blob = cv2.imencode(".jpg", codes[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, 80])
    decoded = cv2.imdecode(blob, cv2.IMREAD_COLOR)
    assert decoded is not None
    return np.ascontiguousarray(decoded[..., ::-1], np.uint8)


def toned(
    grey: npt.NDArray[np.floating], black: list[float], white: list[float], bend: float
) -> U8:
    """A toning: black and white points, and red's and blue's curves bent apart."""
    gamma = np.array([1 - bend, 1, 1 + bend])
    return as_jpeg(np.array(black) + (np.array(white) - black) * grey[..., None] ** gamma)


TONES = {
    "sepia": ([0.10, 0.05, 0.02], [1.0, 0.95, 0.82], 0.25),
    "faded yellow": ([0.25, 0.20, 0.12], [0.93, 0.86, 0.62], 0.15),
    "cyanotype": ([0.02, 0.08, 0.20], [0.93, 0.97, 0.98], -0.4),
    "cold": ([0.03, 0.04, 0.07], [0.95, 0.97, 1.0], -0.1),
}


@pytest.mark.parametrize("name", PHOTOS)
@pytest.mark.parametrize("tone", TONES)
def test_a_toned_photo_is_tinted(name: str, tone: str) -> None:
    grey = skcolor.rgb2gray(photo_of(name))
    assert tint_of(toned(grey, *TONES[tone])) is Tint.TINTED


@pytest.mark.parametrize("name", PHOTOS)
def test_uneven_yellowing_is_tinted(name: str) -> None:
    grey = skcolor.rgb2gray(photo_of(name))
    fresh = toned(grey, [0.1, 0.09, 0.06], [0.97, 0.95, 0.88], 0.05)
    yellow = toned(grey, [0.2, 0.15, 0.08], [0.9, 0.78, 0.5], 0.2)
    y, x = np.mgrid[: grey.shape[0], : grey.shape[1]]
    share = np.clip((x / grey.shape[1] - 0.3) ** 2 + (y / grey.shape[0] - 0.6) ** 2, 0, 1)[
        ..., None
    ]
    mixed = np.rint(fresh * (1 - share) + yellow * share).astype(np.uint8)
    assert tint_of(mixed) is Tint.TINTED


@pytest.mark.parametrize("depth", [8, 16])
@pytest.mark.parametrize("name", PHOTOS)
def test_a_colour_photo_is_coloured(name: str, depth: int) -> None:
    rgb = photo_of(name)
    assert tint_of(rgb if depth == 8 else rgb.astype(np.uint16) * 257) is Tint.COLORED


@pytest.mark.parametrize("name", PHOTOS)
def test_a_faded_colour_photo_is_coloured(name: str) -> None:
    """Two thirds of its chroma, under a yellow cast."""
    lab = skcolor.rgb2lab(photo_of(name))
    lab[..., 1:] = lab[..., 1:] * 2 / 3 + np.array([2, 8])
    assert tint_of(as_jpeg(skcolor.lab2rgb(lab))) is Tint.COLORED


def test_one_small_red_coat_is_colour() -> None:
    rgb = np.dstack([data.camera()] * 3)
    rgb[200:280, 300:380] = (180, 30, 30)  # 2.4 % of the photo
    assert tint_of(rgb) is Tint.COLORED


@pytest.mark.parametrize("name", ["camera", "coins", "moon"])
def test_grey_photos_are_grey(name: str) -> None:
    grey: U8 = getattr(data, name)()
    assert tint_of(grey) is Tint.GREY
    assert tint_of(np.dstack([grey] * 3)) is Tint.GREY
    assert tint_of(as_jpeg(np.dstack([grey] * 3) / 255)) is Tint.GREY


@pytest.mark.parametrize("shape", [(1, 1, 3), (1, 5000, 3), (5000, 2, 3), (3, 70_000, 3)])
def test_any_shape(shape: tuple[int, ...]) -> None:
    assert tint_of(np.full(shape, 99, np.uint8)) is Tint.GREY
    one_colour = np.full(shape, 99, np.uint8)
    one_colour[..., 0] = 200
    assert tint_of(one_colour) is Tint.TINTED
