"""Colour on the way in: profiles, inks, palettes and bits; Pillow's LittleCMS is the judge."""

from __future__ import annotations

import io
import struct
from typing import Any

import colour
import cv2
import numpy as np
import pytest
import pyvips
from PIL import Image, ImageCms
from skimage import data

from core.errors import UnsupportedFormatError
from core.photo.decode import to_u8
from core.photo.read import read_photo

SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
RELATIVE = ImageCms.Intent.RELATIVE_COLORIMETRIC
BLACK_POINT = ImageCms.Flags.BLACKPOINTCOMPENSATION


@pytest.fixture(scope="module")
def astronaut() -> np.ndarray:
    """A colour photograph (128, 128, 3) uint8."""
    return np.ascontiguousarray(data.astronaut()[::4, ::4])


def s15(value: float) -> bytes:
    """ICC's s15Fixed16Number."""
    return struct.pack(">i", round(value * 65_536))


def icc(space: bytes, gamma: float, primaries: dict[bytes, tuple[float, ...]]) -> bytes:
    """A minimal ICC version 2 display profile of one gamma (ICC.1:2001-04)."""
    curve = b"curv" + bytes(4) + struct.pack(">IHxx", 1, round(gamma * 256))
    tags = {b"desc": b"desc" + bytes(4) + struct.pack(">I", 2) + b"x\x00" + bytes(78 + 8)}
    tags[b"wtpt"] = b"XYZ " + bytes(4) + s15(0.9642) + s15(1) + s15(0.8249)
    tags |= {tag: b"XYZ " + bytes(4) + b"".join(map(s15, xyz)) for tag, xyz in primaries.items()}
    curves = (b"kTRC",) if space == b"GRAY" else (b"rTRC", b"gTRC", b"bTRC")
    tags |= dict.fromkeys(curves, curve)
    at, table, body = 132 + 12 * len(tags), struct.pack(">I", len(tags)), b""
    for tag, value in tags.items():
        table += tag + struct.pack(">II", at + len(body), len(value))
        body += value + bytes(-len(value) % 4)
    head = struct.pack(
        ">I4xI4s4s4s12x4s", at + len(body), 0x0210_0000, b"mntr", space, b"XYZ ", b"acsp"
    )
    return head.ljust(68, b"\x00") + s15(0.9642) + s15(1) + s15(0.8249) + bytes(48) + table + body


#: Adobe RGB (1998), adapted to D50 (its specification, 4.3.5.3).
ADOBE_RGB = icc(
    b"RGB ",
    2.19921875,
    {
        b"rXYZ": (0.60974, 0.31111, 0.01947),
        b"gXYZ": (0.20528, 0.62567, 0.06087),
        b"bXYZ": (0.14919, 0.06322, 0.74457),
    },
)
GREY_18 = icc(b"GRAY", 1.8, {})


def saved(image: Image.Image, name: str, **options: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, name, **options)
    return out.getvalue()


def tiff(codes: np.ndarray, profile: bytes | None = None) -> bytes:
    """A TIFF with a profile; Pillow writes none of 16 bits."""
    kind = "ushort" if codes.dtype == np.uint16 else "uchar"
    bands = codes.shape[2] if codes.ndim == 3 else 1
    image = pyvips.Image.new_from_memory(codes, codes.shape[1], codes.shape[0], bands, kind)
    wide, narrow = ("grey16", "b-w") if bands <= 2 else ("rgb16", "srgb")
    image = image.copy(interpretation=wide if kind == "ushort" else narrow)
    if profile:
        image.set_type(pyvips.GValue.blob_type, "icc-profile-data", profile)
    return bytes(image.tiffsave_buffer(compression="lzw"))


def by_littlecms(image: Image.Image, profile: bytes) -> np.ndarray:
    source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    converted = ImageCms.profileToProfile(
        image, source, SRGB, renderingIntent=RELATIVE, outputMode="RGB", flags=BLACK_POINT
    )
    assert converted is not None
    return np.asarray(converted).astype(int)


def srgb_of_gamma(codes: np.ndarray, gamma: float) -> np.ndarray:
    """IEC 61966-2-1 of a pure power law, in 0..1."""
    linear = codes**gamma
    return np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055)


@pytest.mark.parametrize("name", ["PNG", "TIFF", "JPEG", "WEBP"])
def test_adobe_rgb_becomes_srgb(astronaut: np.ndarray, name: str) -> None:
    encoded = saved(Image.fromarray(astronaut), name, icc_profile=ADOBE_RGB)
    with Image.open(io.BytesIO(encoded)) as image:
        expected = by_littlecms(image, ADOBE_RGB)
    found = read_photo(encoded).pixels.astype(int)
    assert np.abs(found - astronaut).max() > 8
    assert np.abs(found - expected).max() <= 2


def test_sixteen_bits_with_a_profile_stay_sixteen(astronaut: np.ndarray) -> None:
    wide = astronaut.astype(np.uint16) * 257
    found = read_photo(tiff(wide, ADOBE_RGB)).pixels
    exact = colour.RGB_to_RGB(
        astronaut / 255,
        "Adobe RGB (1998)",
        "sRGB",
        apply_cctf_decoding=True,
        apply_cctf_encoding=True,
    )
    assert found.dtype == np.uint16
    wrong = np.abs(found - 65_535 * np.clip(exact, 0, 1))
    assert np.quantile(wrong, 0.9) < 64  # less than a quarter of an 8-bit step
    assert wrong.max() < 0.015 * 65_535  # LittleCMS' tables, near black
    assert len(np.unique(found & 255)) > 200  # not eight bits in disguise


def test_srgb_pixels_are_left_exactly_alone(astronaut: np.ndarray) -> None:
    encoded = saved(Image.fromarray(astronaut), "PNG", icc_profile=SRGB.tobytes())
    np.testing.assert_array_equal(read_photo(encoded).pixels, astronaut)


@pytest.mark.parametrize(
    ("name", "profile", "gamma"),
    [("PNG", GREY_18, 1.8), ("TIFF", ADOBE_RGB, 2.19921875)],
    ids=["grey", "the curve of an RGB profile"],
)
def test_a_profile_is_applied_and_grey_stays_grey(name: str, profile: bytes, gamma: float) -> None:
    ramp = np.arange(256, dtype=np.uint8).reshape(16, 16)
    found = read_photo(saved(Image.fromarray(ramp), name, icc_profile=profile)).pixels
    assert found.shape == ramp.shape
    expected = 255 * srgb_of_gamma(ramp / 255, gamma)
    np.testing.assert_allclose(found[ramp > 8], expected[ramp > 8], atol=1)


def test_a_grey_profile_at_sixteen_bits() -> None:
    ramp = np.linspace(3_000, 65_535, 4_096).astype(np.uint16).reshape(64, 64)
    found = read_photo(tiff(ramp, GREY_18)).pixels
    assert found.dtype == np.uint16
    np.testing.assert_allclose(found, 65_535 * srgb_of_gamma(ramp / 65_535, 1.8), atol=80)


@pytest.mark.parametrize("channels", [2, 4])
def test_alpha_passes_a_profile_unchanged(rng: np.random.Generator, channels: int) -> None:
    codes = rng.integers(0, 65_536, (20, 30, channels), dtype=np.uint16)
    photo = read_photo(tiff(codes, GREY_18 if channels == 2 else ADOBE_RGB))
    np.testing.assert_array_equal(photo.alpha, codes[..., -1])
    assert photo.is_grey == (channels == 2)


@pytest.mark.parametrize("profile", [b"nonsense" * 30, ADOBE_RGB[:200] + bytes(300), GREY_18])
def test_a_profile_that_cannot_be_used_is_left_out(astronaut: np.ndarray, profile: bytes) -> None:
    encoded = saved(Image.fromarray(astronaut), "PNG", icc_profile=profile)
    np.testing.assert_array_equal(read_photo(encoded).pixels, astronaut)


@pytest.fixture(scope="module")
def inks(astronaut: np.ndarray) -> tuple[Image.Image, bytes]:
    """The photograph in CMYK, and the profile it is in."""
    image = pyvips.Image.new_from_memory(astronaut, 128, 128, 3, "uchar")
    separated = image.copy(interpretation="srgb").icc_transform("cmyk", input_profile="srgb")
    return Image.fromarray(separated.numpy(), "CMYK"), separated.get("icc-profile-data")


@pytest.mark.filterwarnings("ignore:'mode' parameter is deprecated")
@pytest.mark.parametrize("name", ["JPEG", "TIFF"])
def test_cmyk_with_a_profile(inks: tuple[Image.Image, bytes], name: str) -> None:
    encoded = saved(inks[0], name, icc_profile=inks[1])
    with Image.open(io.BytesIO(encoded)) as image:
        expected = by_littlecms(image, inks[1])
    found = read_photo(encoded).pixels.astype(int)
    assert np.abs(found - expected).max() <= 2


@pytest.mark.filterwarnings("ignore:'mode' parameter is deprecated")
def test_cmyk_without_a_profile_is_a_picture_still(
    inks: tuple[Image.Image, bytes], astronaut: np.ndarray
) -> None:
    found = read_photo(saved(inks[0], "TIFF")).pixels.astype(int)
    assert np.abs(found - astronaut).mean() < 12


@pytest.mark.parametrize("bits", [1, 2, 4, 8])
def test_palettes(astronaut: np.ndarray, bits: int) -> None:
    image = Image.fromarray(astronaut).quantize(2**bits)
    found = read_photo(saved(image, "PNG", bits=bits))
    np.testing.assert_array_equal(found.pixels, np.asarray(image.convert("RGB")))


def test_a_transparent_palette(astronaut: np.ndarray) -> None:
    image = Image.fromarray(astronaut).quantize(16)
    found = read_photo(saved(image, "PNG", transparency=3))
    assert found.alpha is not None
    np.testing.assert_array_equal(found.alpha == 0, np.asarray(image) == 3)


@pytest.mark.parametrize("compression", [None, "group4", "packbits"])
def test_one_bit_tiff(astronaut: np.ndarray, compression: str | None) -> None:
    image = Image.fromarray(astronaut).convert("1")
    found = read_photo(saved(image, "TIFF", compression=compression))
    np.testing.assert_array_equal(found.pixels, np.asarray(image) * np.uint8(255))


def test_grey_is_one_channel(astronaut: np.ndarray) -> None:
    for name in ("JPEG", "PNG", "TIFF"):
        photo = read_photo(saved(Image.fromarray(astronaut).convert("L"), name))
        assert photo.is_grey
        assert photo.pixels.shape == (128, 128)
        assert (photo.height, photo.width, photo.depth) == (128, 128, 8)


def test_pixels_are_writable_and_contiguous(astronaut: np.ndarray) -> None:
    photo = read_photo(saved(Image.fromarray(astronaut).convert("RGBA"), "PNG"))
    assert photo.alpha is not None
    assert photo.pixels.flags.c_contiguous
    assert photo.alpha.flags.c_contiguous


@pytest.mark.parametrize(
    ("kind", "said"), [(np.float32, "32-bit float"), (np.int16, "16-bit signed")]
)
def test_samples_without_black_and_white_are_refused(kind: type, said: str) -> None:
    ok, encoded = cv2.imencode(".tiff", np.zeros((8, 8), kind))
    assert ok
    with pytest.raises(UnsupportedFormatError, match=said):
        read_photo(encoded.tobytes())


def test_lab_of_sixteen_bits(astronaut: np.ndarray) -> None:
    image = pyvips.Image.new_from_memory(astronaut, 128, 128, 3, "uchar")
    encoded = image.copy(interpretation="srgb").colourspace("labs").tiffsave_buffer()
    found = read_photo(bytes(encoded)).pixels
    assert np.abs(found / 257 - astronaut).max() <= 1.5


def test_sixteen_bits_are_rounded() -> None:
    assert to_u8(np.array([0, 128, 129, 257, 65535], np.uint16)).tolist() == [0, 0, 1, 1, 255]
