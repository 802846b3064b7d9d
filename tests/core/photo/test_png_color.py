"""PNGs that state their colours in chunks, as browsers show them; colour-science is the measure."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageCms
from skimage import data

from core.photo.icc_profile import SRGB_CHROMATICITIES, SRGB_CURVE, icc_profile
from core.photo.read import read_photo

GREY: Any = data.camera()[::8, ::8].copy()
COLOUR: Any = data.astronaut()[::8, ::8].copy()
P3 = (0.3127, 0.3290, 0.680, 0.320, 0.265, 0.690, 0.150, 0.060)


def chunk(name: bytes, body: bytes) -> bytes:
    crc = zlib.crc32(name + body)
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", crc)


def gama(gamma: float) -> bytes:
    return chunk(b"gAMA", struct.pack(">I", round(gamma * 100_000)))


def chrm(places: tuple[float, ...]) -> bytes:
    return chunk(b"cHRM", struct.pack(">8I", *(round(n * 100_000) for n in places)))


SRGB = chunk(b"sRGB", b"\0")


def png(codes: np.ndarray, *chunks: bytes, **options: Any) -> bytes:
    out = io.BytesIO()
    Image.fromarray(codes).save(out, "PNG", **options)
    content = out.getvalue()
    return content[:33] + b"".join(chunks) + content[33:]  # behind IHDR


def encoded(light: np.ndarray) -> np.ndarray:
    """sRGB of linear light, IEC 61966-2-1."""
    low = light * 12.92
    return np.where(light <= 0.0031308, low, 1.055 * np.maximum(light, 1e-9) ** (1 / 2.4) - 0.055)


@pytest.mark.parametrize("gamma", [1.0, 1 / 1.8, 1 / 1.5, 1 / 2.6])
@pytest.mark.parametrize("depth", [8, 16])
@pytest.mark.parametrize("grey", [False, True])
def test_gamma(gamma: float, depth: int, grey: bool) -> None:
    codes = GREY if depth == 8 else GREY.astype(np.uint16) * 257
    codes = codes if grey else np.dstack([GREY] * 3)
    if depth == 16 and not grey:
        pytest.skip("Pillow writes no colours of 16 bits")
    top = np.iinfo(codes.dtype).max
    expected = encoded((codes / top) ** (1 / gamma)) * top
    pixels = read_photo(png(codes, gama(gamma))).pixels
    assert pixels.dtype == codes.dtype
    error = np.abs(pixels - expected) * 255 / top
    if depth == 8:
        assert error.max() <= 0.55  # the rounding, and littleCMS's
    else:
        # sRGB's curve inverted is a table to littleCMS: near black it is coarse for steep powers
        # (1.37 codes of 255 at code 4 of a gamma of 1.8, 0.22 from a tenth of the range on)
        assert error[codes >= top // 10].max() <= 0.25
        assert error.max() <= 1.4


@pytest.mark.parametrize(
    "chunks",
    [
        (),
        (gama(0.45455),),
        (gama(0.45455), chrm(SRGB_CHROMATICITIES)),
        (SRGB, gama(1.0), chrm(P3)),
        (chunk(b"cICP", bytes((1, 13, 0, 1))), gama(1.0)),
        (chrm(SRGB_CHROMATICITIES),),
        (gama(0.0),),
        (gama(0.45455), chrm((0.3, 0.3) + (0.4, 0.4) * 3)),
        (chunk(b"cICP", bytes((1, 13, 0, 1))), SRGB),
    ],
)
def test_what_is_srgb_or_nonsense_stays_as_it_is(chunks: tuple[bytes, ...]) -> None:
    np.testing.assert_array_equal(read_photo(png(COLOUR, *chunks)).pixels, COLOUR)


def test_a_profile_counts_before_gamma_and_cicp_before_a_profile() -> None:
    profile = icc_profile((1.8,))
    plain = read_photo(png(COLOUR, icc_profile=profile)).pixels
    assert np.abs(plain.astype(int) - COLOUR).max() > 9
    np.testing.assert_array_equal(
        read_photo(png(COLOUR, gama(1.0), icc_profile=profile)).pixels, plain
    )
    cicp = chunk(b"cICP", bytes((1, 13, 0, 1)))
    np.testing.assert_array_equal(read_photo(png(COLOUR, cicp, icc_profile=profile)).pixels, COLOUR)


def test_primaries_stated_by_cicp_are_those_stated_by_chrm() -> None:
    cicp = read_photo(png(COLOUR, chunk(b"cICP", bytes((12, 4, 0, 1))))).pixels.astype(int)
    stated = read_photo(png(COLOUR, gama(1 / 2.2 * 0.9), chrm(P3))).pixels
    own = read_photo(png(COLOUR, chrm(P3))).pixels
    assert np.abs(cicp - COLOUR).max() > 3
    assert np.abs(cicp - own).mean() < np.abs(cicp - stated).mean()


@pytest.mark.parametrize(("code", "name"), [(16, "PQ"), (18, "HLG"), (13, None), (1, None)])
def test_hdr_is_said(code: int, name: str | None) -> None:
    photo = read_photo(png(COLOUR, chunk(b"cICP", bytes((9, code, 0, 1)))))
    if name is None:
        assert photo.notes == ()
    else:
        (note,) = photo.notes
        assert f"an HDR picture ({name}) whose brightness is not converted" in note
        np.testing.assert_array_equal(photo.pixels, COLOUR)


def test_our_profile_of_srgb_is_littlecms_profile_of_srgb() -> None:
    made = ImageCms.ImageCmsProfile(io.BytesIO(icc_profile(SRGB_CURVE)))
    theirs = ImageCms.createProfile("sRGB")
    image = ImageCms.profileToProfile(Image.fromarray(COLOUR), made, theirs)
    assert np.abs(np.asarray(image).astype(int) - COLOUR).max() <= 1
