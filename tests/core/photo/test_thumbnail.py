"""A thumbnail is the whole photo, decoded and averaged; only quicker, and in less memory."""

from __future__ import annotations

import struct
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any, Self

import cv2
import numpy as np
import pytest
from PIL import Image, ImageCms
from skimage import data

from core.errors import PhotoError, PhotoNotFoundError, PhotoTooLargeError
from core.photo.decode import decode
from core.photo.label import Label
from core.photo.photo import Photo
from core.photo.read import read_photo
from core.photo.thumbnail import thumbnail
from core.photo.write import write_photo


@pytest.fixture(scope="module")
def rgb_u8() -> np.ndarray:
    """A photograph (1024, 1536, 3) with fine detail."""
    coffee = cv2.resize(data.coffee(), (1536, 1024), interpolation=cv2.INTER_CUBIC)
    noise = np.random.default_rng(5).normal(0, 12, coffee.shape)
    photograph: np.ndarray = np.clip(coffee + noise, 0, 255).astype(np.uint8)
    return photograph


def averaged(path: Path, height: int, width: int) -> np.ndarray:
    """A full decode and an average of areas: (height, width, 3) of 8 bits, as floats."""
    photo = read_photo(path)
    pixels = photo.pixels.astype(np.float32) / (257 if photo.depth == 16 else 1)
    small = cv2.resize(pixels, (width, height), interpolation=cv2.INTER_AREA)
    return np.dstack((small,) * 3) if small.ndim == 2 else small


@pytest.mark.slow
@pytest.mark.parametrize("side", [100, 144, 240, 700])
@pytest.mark.parametrize(
    "name",
    [
        "a.jpg",
        "a.png",
        "a.tif",
        "a.webp",
        "a.avif",
        "deep.png",
        "deep.tif",
        "grey.jpg",
        "odd.jpg",
        "odd.tif",
    ],
)
def test_it_is_the_average_of_the_whole_photo(
    tmp_path: Path, rgb_u8: np.ndarray, name: str, side: int
) -> None:
    rgb_u8 = rgb_u8[:1021, :1531] if name.startswith("odd") else rgb_u8  # prime numbers
    codes: np.ndarray = rgb_u8[..., 1] if name.startswith("grey") else rgb_u8
    codes = codes.astype(np.uint16) * 257 if name.startswith("deep") else codes
    path = write_photo(Photo(np.ascontiguousarray(codes)), tmp_path / name)
    small = thumbnail(path, side)
    height = round(side * 1024 / 1536)
    assert small.shape == (height, side, 3)
    assert small.dtype == np.uint8
    difference = np.abs(small - averaged(path, height, side))
    assert difference.mean() < 1.2
    assert np.quantile(difference, 0.999) < 16
    assert np.abs(small.mean((0, 1)) - averaged(path, height, side).mean((0, 1))).max() < 1


@pytest.mark.slow
@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("suffix", ["jpg", "tif", "png", "webp"])
def test_it_is_upright(tmp_path: Path, rgb_u8: np.ndarray, orientation: int, suffix: str) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    path = tmp_path / f"a.{suffix}"
    Image.fromarray(rgb_u8).save(path, exif=exif)
    small = thumbnail(path, 90)
    assert small.shape == ((60, 90, 3) if orientation < 5 else (90, 60, 3))
    assert np.abs(small - averaged(path, *small.shape[:2])).mean() < 1.5


def test_the_square_is_of_the_upper_middle(tmp_path: Path, rgb_u8: np.ndarray) -> None:
    path = write_photo(Photo(rgb_u8), tmp_path / "a.jpg")
    high = write_photo(Photo(np.ascontiguousarray(rgb_u8.swapaxes(0, 1))), tmp_path / "b.jpg")
    for source, top, left in ((path, 0, 256), (high, 512 // 3, 0)):
        square = read_photo(source).pixels[top : top + 1024, left : left + 1024]
        expected = cv2.resize(square, (128, 128), interpolation=cv2.INTER_AREA).astype(int)
        small = thumbnail(source, 128, square=True)
        assert small.shape == (128, 128, 3)
        assert np.abs(small - expected).mean() < 2


def test_a_small_photo_is_not_enlarged(tmp_path: Path, rgb_u8: np.ndarray) -> None:
    small = np.ascontiguousarray(rgb_u8[:20, :30])
    path = write_photo(Photo(small), tmp_path / "a.png")
    np.testing.assert_array_equal(thumbnail(path, 240), small)
    np.testing.assert_array_equal(thumbnail(path, 240, square=True), small[:, 5:25])
    line = write_photo(Photo(np.ascontiguousarray(rgb_u8[:1])), tmp_path / "line.png")
    assert thumbnail(line, 100).shape == (1, 100, 3)


@pytest.mark.parametrize("depth", [np.uint8, np.uint16])
def test_what_is_transparent_is_white(tmp_path: Path, depth: type) -> None:
    top = int(np.iinfo(depth).max)
    alpha: np.ndarray = np.zeros((600, 400), depth)
    alpha[300:] = top
    path = write_photo(Photo(np.zeros((600, 400, 3), depth), alpha), tmp_path / "a.png")
    small = thumbnail(path, 60)
    assert small.shape == (60, 40, 3)
    assert (small[:29].min(), small[31:].max()) == (255, 0)


def test_profiles_count(tmp_path: Path, rgb_u8: np.ndarray) -> None:
    image = Image.fromarray(rgb_u8)
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
    image.convert("CMYK").save(tmp_path / "cmyk.jpg")
    image.save(tmp_path / "srgb.jpg", icc_profile=lab.tobytes())
    for name in ("cmyk.jpg", "srgb.jpg"):
        small = thumbnail(tmp_path / name, 90)
        assert np.abs(small - averaged(tmp_path / name, 60, 90)).mean() < 1.5


def test_a_jpeg_is_decoded_small(
    tmp_path: Path, rgb_u8: np.ndarray, monkeypatch: pytest.MonkeyPatch
) -> None:
    sizes: list[tuple[int, int]] = []

    def noting(image: Any, label: Label, orientation: int) -> Any:
        sizes.append((image.width, image.height))
        return decode(image, label, orientation)

    monkeypatch.setattr("core.photo.thumbnail.decode", noting)
    for name in ("a.jpg", "a.webp", "a.png", "a.tif"):
        thumbnail(write_photo(Photo(rgb_u8), tmp_path / name), 96)
    assert max(sizes) <= (4 * 96, 4 * 64)


def test_what_is_left_of_a_damaged_photo_is_shown(tmp_path: Path, rgb_u8: np.ndarray) -> None:
    whole = write_photo(Photo(rgb_u8), tmp_path / "a.jpg").read_bytes()
    half = tmp_path / "half.jpg"
    half.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(PhotoError):
        read_photo(half)
    upper = thumbnail(half, 96)[:20]
    assert np.abs(upper - averaged(tmp_path / "a.jpg", 64, 96)[:20]).mean() < 1.5


def test_errors_are_those_of_reading(tmp_path: Path, rgb_u8: np.ndarray) -> None:
    with pytest.raises(PhotoNotFoundError):
        thumbnail(tmp_path / "gone.jpg", 96)
    path = write_photo(Photo(rgb_u8), tmp_path / "a.jpg")
    with pytest.raises(PhotoTooLargeError):
        thumbnail(path, 96, max_megapixels=1)
    path.write_bytes(b"no picture")
    with pytest.raises(PhotoError):
        thumbnail(path, 96)


class Raw:
    """What ``rawpy.imread`` gives: a preview, and no pixels."""

    def __init__(self, preview: Any, flip: int) -> None:
        self.preview, self.sizes = preview, SimpleNamespace(flip=flip, width=3, height=2)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def extract_thumb(self) -> Any:
        return self.preview


@pytest.mark.parametrize(("flip", "turns"), [(0, 0), (3, 2), (5, 1), (6, 3)])
@pytest.mark.parametrize("kind", ["JPEG", "BITMAP"])
def test_of_a_raw_file_the_preview_is_taken(
    tmp_path: Path, rgb_u8: np.ndarray, monkeypatch: pytest.MonkeyPatch,
    kind: str, flip: int, turns: int,
) -> None:  # fmt: skip
    jpeg = write_photo(Photo(rgb_u8), tmp_path / "preview.jpg", quality=95).read_bytes()
    preview = SimpleNamespace(format=kind, data=jpeg if kind == "JPEG" else rgb_u8)
    rawpy = ModuleType("rawpy")
    vars(rawpy).update(
        imread=lambda _: Raw(preview, flip), ThumbFormat=SimpleNamespace(JPEG="JPEG"),
        LibRawError=OSError, LibRawNoThumbnailError=KeyError,
        LibRawUnsupportedThumbnailError=KeyError,
    )  # fmt: skip
    monkeypatch.setitem(sys.modules, "rawpy", rawpy)
    (tmp_path / "a.raf").write_bytes(b"FUJIFILMCCD-RAW " + struct.pack("300x"))
    small = thumbnail(tmp_path / "a.raf", 90)
    upright = np.rot90(rgb_u8, turns)  # counter-clockwise
    expected = cv2.resize(
        np.ascontiguousarray(upright), small.shape[1::-1], interpolation=cv2.INTER_AREA
    )
    assert small.shape == ((60, 90, 3) if turns % 2 == 0 else (90, 60, 3))
    assert np.abs(small - expected.astype(int)).mean() < 2


def test_a_raw_file_without_a_preview_is_developed(tmp_path: Path) -> None:
    pytest.importorskip("rawpy")
    import tifffile  # noqa: PLC0415

    tags = [(50706, "B", 4, (1, 4, 0, 0), True), (33421, "H", 2, (2, 2), True),
            (33422, "B", 4, (0, 1, 1, 2), True)]  # fmt: skip
    grey = np.full((400, 600), 20_000, np.uint16)
    tifffile.imwrite(tmp_path / "a.dng", grey, photometric=32803, extratags=tags, metadata=None)
    small = thumbnail(tmp_path / "a.dng", 60)
    assert small.shape[1] == 60
    assert np.ptp(small.astype(int)) < 120
