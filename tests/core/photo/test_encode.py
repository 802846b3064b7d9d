"""Encoding: every code of every format, other decoders as judges."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
import pyvips
import tifffile
from PIL import Image
from PIL.JpegImagePlugin import JpegImageFile
from skimage import data

from core.errors import UnwritableTargetError
from core.photo.photo import Photo
from core.photo.read import read_photo
from core.photo.write import encode_photo, write_photo


@pytest.fixture(scope="module")
def astronaut() -> np.ndarray:
    """A colour photograph (256, 256, 3) uint8."""
    return np.ascontiguousarray(data.astronaut()[::2, ::2])


@pytest.mark.parametrize("suffix", [".png", ".tif"])
@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
@pytest.mark.parametrize("grey", [True, False])
@pytest.mark.parametrize("alpha", [True, False])
def test_lossless_formats_keep_every_code(
    tmp_path: Path,
    rng: np.random.Generator,
    suffix: str,
    dtype: type[np.uint8 | np.uint16],
    grey: bool,
    alpha: bool,
) -> None:
    top = np.iinfo(dtype).max
    codes: Any = rng.integers(0, top, (31, 47) if grey else (31, 47, 3), dtype=dtype, endpoint=True)
    opacity: Any = rng.integers(0, top, (31, 47), dtype=dtype, endpoint=True) if alpha else None
    target = write_photo(Photo(codes, opacity), tmp_path / f"x{suffix}")
    again = read_photo(target)
    assert again.pixels.dtype == dtype
    np.testing.assert_array_equal(again.pixels, codes)
    if opacity is None:
        assert again.alpha is None
    else:
        np.testing.assert_array_equal(again.alpha, opacity)
    if not alpha:  # OpenCV multiplies it into the colours of a TIFF
        stored = cv2.imread(str(target), cv2.IMREAD_UNCHANGED)
        assert stored is not None
        second = stored if grey else cv2.cvtColor(stored, cv2.COLOR_BGR2RGB)
        np.testing.assert_array_equal(second, codes)


@pytest.mark.parametrize("name", ["jpeg", "webp", "avif"])
def test_lossy_formats_are_close_to_what_pillow_decodes(name: str, astronaut: np.ndarray) -> None:
    encoded = encode_photo(Photo(astronaut), name, quality=95)
    with Image.open(io.BytesIO(encoded)) as image:
        second = np.asarray(image.convert("RGB")).astype(int)
    assert np.abs(second - astronaut).mean() < 2.5
    again = read_photo(encoded)
    assert again.format == name
    assert np.abs(again.pixels - second).mean() < 1


@pytest.mark.parametrize(("quality", "chroma"), [(92, "4:4:4"), (80, "4:2:0")])
def test_good_jpegs_keep_full_colour_resolution(
    astronaut: np.ndarray, quality: int, chroma: str
) -> None:
    with Image.open(io.BytesIO(encode_photo(Photo(astronaut), "jpeg", quality=quality))) as image:
        assert isinstance(image, JpegImageFile)
        sampling = {(1, 1): "4:4:4", (2, 2): "4:2:0"}[image.layer[0][1:3]]
    assert sampling == chroma


@pytest.mark.parametrize(
    ("quality", "large", "halved"), [(92, 65_536, False), (92, 65_535, True), (80, 65_536, True)]
)
def test_an_avif_keeps_full_colour_resolution_where_memory_allows(
    astronaut: np.ndarray, monkeypatch: pytest.MonkeyPatch, quality: int, large: int, halved: bool
) -> None:
    monkeypatch.setattr("core.photo.encode._LARGE", large)
    encoded = encode_photo(Photo(astronaut), "avif", quality=quality)
    # chroma_subsampling_x and _y (AV1 Codec ISO Media File Format Binding, 2.3.3)
    flags = encoded[encoded.index(b"av1C") + 6]
    assert (flags >> 2 & 0b11) == (0b11 if halved else 0)


def test_sixteen_bits_round_to_the_nearest_of_eight() -> None:
    every = np.arange(65_536, dtype=np.uint16).reshape(256, 256)
    again = read_photo(encode_photo(Photo(every), "png", depth=8)).pixels
    np.testing.assert_array_equal(again, np.rint(every / 257))


def test_eight_bits_become_sixteen_without_a_shift() -> None:
    every = np.arange(256, dtype=np.uint8).reshape(16, 16)
    again = read_photo(encode_photo(Photo(every), "tiff", depth=16)).pixels
    np.testing.assert_array_equal(again, every.astype(int) * 257)


@pytest.mark.parametrize("name", ["jpeg", "webp"])
def test_sixteen_bits_go_into_eight_bit_formats(name: str, astronaut: np.ndarray) -> None:
    wide = encode_photo(Photo(astronaut.astype(np.uint16) * 257), name)
    np.testing.assert_array_equal(
        read_photo(wide).pixels, read_photo(encode_photo(Photo(astronaut), name)).pixels
    )


def test_sixteen_bits_asked_of_a_jpeg_are_refused(astronaut: np.ndarray) -> None:
    with pytest.raises(UnwritableTargetError, match="16 bits"):
        encode_photo(Photo(astronaut), "jpeg", depth=16)


def test_an_avif_of_sixteen_bits_has_white_and_black(tmp_path: Path) -> None:
    bars = np.zeros((64, 64, 3), np.uint16)
    bars[:, 32:] = 65_535
    again = read_photo(encode_photo(Photo(bars), "avif"))
    assert again.depth == 16
    assert again.pixels.max() == 65_535
    assert again.pixels.min() == 0


def test_transparency_is_laid_on_white_in_a_jpeg() -> None:
    black = np.zeros((16, 16, 3), np.uint8)
    opacity = np.zeros((16, 16), np.uint8)
    assert read_photo(encode_photo(Photo(black, opacity), "jpeg")).pixels.min() == 255


def test_webp_keeps_alpha(astronaut: np.ndarray) -> None:
    opacity = np.ascontiguousarray(astronaut[..., 0])
    again = read_photo(encode_photo(Photo(astronaut, opacity), "webp"))
    np.testing.assert_array_equal(again.alpha, opacity)


def test_a_photo_too_wide_for_its_format(tmp_path: Path) -> None:
    wide = Photo(np.zeros((2, 20_000), np.uint8))
    with pytest.raises(UnwritableTargetError, match="16383"):
        write_photo(wide, tmp_path / "x.webp")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("detail", "said"),
    [("first\nout of room\n", "WebP: out of room."), (" \n", "WebP: no reason given.")],
)
def test_an_encoder_that_fails_is_quoted_and_leaves_nothing(
    tmp_path: Path,
    astronaut: np.ndarray,
    monkeypatch: pytest.MonkeyPatch,
    detail: str,
    said: str,
) -> None:
    def fail(*_: object) -> None:
        raise pyvips.Error("unable to call webpsave", detail)

    monkeypatch.setattr("core.photo.encode._save", fail)
    with pytest.raises(UnwritableTargetError) as caught:
        write_photo(Photo(astronaut), tmp_path / "x.webp")
    assert str(caught.value) == f"x.webp could not be encoded as {said}"
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("alpha", [True, False])
def test_a_grey_photo_can_be_a_webp(tmp_path: Path, alpha: bool) -> None:
    grey = np.tile(np.arange(96, dtype=np.uint8) + 60, (64, 1))
    opacity = np.full_like(grey, 200) if alpha else None
    target = write_photo(Photo(grey, opacity), tmp_path / "x.webp")
    with Image.open(target) as image:
        second = np.asarray(image.convert("L")).astype(int)
    assert np.abs(second - grey).mean() < 2
    assert np.abs(read_photo(target).pixels.astype(int) - grey[..., None]).mean() < 2


def test_grey_files_are_grey_and_tagged(tmp_path: Path) -> None:
    target = write_photo(Photo(np.zeros((8, 8), np.uint8)), tmp_path / "x.png")
    with Image.open(target) as image:
        assert image.mode == "L"
        assert "srgb" in image.info
        assert "icc_profile" not in image.info


def test_strided_pixels_are_written_as_they_look(rng: np.random.Generator) -> None:
    codes = rng.integers(0, 256, (20, 30, 3), dtype=np.uint8)
    flipped = codes[::-1, ::2]
    np.testing.assert_array_equal(read_photo(encode_photo(Photo(flipped), "png")).pixels, flipped)


@pytest.mark.parametrize("depth", [8, 16])
@pytest.mark.parametrize(
    ("source", "number", "result"),
    [
        ("none", 1, 1), ("lzw", 5, 5), ("deflate", 8, 8), ("packbits", 32773, 32773),
        ("jpeg", 7, 8), ("ccittfax4", 4, 8),
    ],
)  # fmt: skip
def test_a_tiff_is_compressed_as_its_source_was(
    source: str, number: int, result: int, depth: int, tmp_path: Path
) -> None:
    if (depth, source) in ((16, "jpeg"), (16, "ccittfax4")):
        pytest.skip("there is no such TIFF")
    grey = data.camera() if depth == 8 else data.camera().astype(np.uint16) * 257
    image = pyvips.Image.new_from_array(np.ascontiguousarray(grey))
    image = image.copy(interpretation="grey16" if depth == 16 else "b-w")
    bits = {"bitdepth": 1} if source == "ccittfax4" else {}
    image.tiffsave(str(tmp_path / "scan.tif"), compression=source, **bits)
    photo = read_photo(tmp_path / "scan.tif")
    rgb = np.repeat(photo.pixels[..., None], 3, axis=2)
    write_photo(replace(photo, pixels=rgb), tmp_path / "result.tif")
    assert _compression(tmp_path / "scan.tif") == number
    assert _compression(tmp_path / "result.tif") == result
    np.testing.assert_array_equal(read_photo(tmp_path / "result.tif").pixels, rgb)


def test_a_tiff_of_a_photo_that_was_none_is_deflated(tmp_path: Path) -> None:
    Image.fromarray(data.camera()).save(tmp_path / "scan.png")
    write_photo(read_photo(tmp_path / "scan.png"), tmp_path / "result.tif")
    assert _compression(tmp_path / "result.tif") == 8


def _compression(path: Path) -> int:
    """Tag 259, Adobe's number of deflate for both of its numbers."""
    with tifffile.TiffFile(path) as file:
        number = int(file.pages.first.tags[259].value)
    return 8 if number == 32946 else number
