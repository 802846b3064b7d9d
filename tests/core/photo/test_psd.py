"""The flat picture of Photoshop's files, in every mode, against Pillow and littleCMS."""

from __future__ import annotations

import io
import struct
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageCms
from skimage import data

from core.errors import UnsupportedFormatError
from core.photo.probe import probe
from core.photo.read import read_photo

GREY: Any = data.camera()[:95, :127]
COLOUR: Any = data.astronaut()[:95, :127]
DEEP = GREY.astype(np.uint16) * 257 ^ np.uint16(77)


def pack_bits(row: bytes) -> bytes:
    """Literal runs only (TIFF 6.0, section 9)."""
    parts = [row[at : at + 128] for at in range(0, len(row), 128)]
    return b"".join(bytes((len(part) - 1,)) + part for part in parts)


def psd(
    planes: np.ndarray,
    mode: int,
    *,
    packed: bool,
    resources: bytes = b"",
    extra: int = 0,
    palette: bytes = b"",
    large: bool = False,
) -> bytes:
    """A Photoshop file of ``(C, H, W)``; `extra` channels are not of its colour. `large`: a PSB."""
    count, height, width = planes.shape
    planes = np.concatenate([planes, np.zeros((extra, height, width), planes.dtype)])
    big = planes.astype(planes.dtype.newbyteorder(">"))
    head = struct.pack(
        ">4sH6xHIIHH", b"8BPS", 1 + large, count + extra, height, width, planes.itemsize * 8, mode
    )
    sections = struct.pack(">I", len(palette)) + palette
    sections += struct.pack(">I", len(resources)) + resources
    sections += struct.pack(">Q" if large else ">I", 0)
    if not packed:
        return head + sections + b"\0\0" + big.tobytes()
    rows = [pack_bits(row.tobytes()) for plane in big for row in plane]
    table = struct.pack(f">{len(rows)}{'I' if large else 'H'}", *map(len, rows))
    return head + sections + b"\0\1" + table + b"".join(rows)


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("extra", [0, 1])
def test_the_flat_picture_of_a_photoshop_file(packed: bool, extra: int) -> None:
    for codes in (GREY, DEEP, COLOUR, np.dstack([DEEP, DEEP // 2, DEEP])):
        planes = codes[None] if codes.ndim == 2 else np.moveaxis(codes, -1, 0)
        content = psd(planes, 1 if codes.ndim == 2 else 3, packed=packed, extra=extra)
        np.testing.assert_array_equal(read_photo(content).pixels, codes)
    if not extra:  # Pillow agrees that this is a Photoshop file
        content = psd(np.moveaxis(COLOUR, -1, 0), 3, packed=packed)
        np.testing.assert_array_equal(np.asarray(Image.open(io.BytesIO(content))), COLOUR)


def test_a_photoshop_files_resolution_and_xmp(tmp_path: Path) -> None:
    packet = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'/>"
    resolution = struct.pack(">IHHIHH", 300 << 16, 1, 1, 300 << 16, 1, 1)
    blocks = b"".join(
        b"8BIM" + struct.pack(">HHI", kind, 0, len(body)) + body + bytes(len(body) % 2)
        for kind, body in ((0x03ED, resolution), (0x0424, packet))
    )
    (tmp_path / "x.psd").write_bytes(psd(GREY[None], 1, packed=True, resources=blocks))
    metadata = read_photo(tmp_path / "x.psd").metadata
    assert metadata.xmp == packet
    assert metadata.resolution == pytest.approx((300 / 25.4, 300 / 25.4))
    assert probe(tmp_path / "x.psd").width == 127


@pytest.mark.parametrize("packed", [False, True])
def test_large_documents(tmp_path: Path, packed: bool) -> None:
    planes = np.moveaxis(COLOUR, -1, 0)
    content = psd(planes, 3, packed=packed, large=True)
    path = tmp_path / "large.psb"
    path.write_bytes(content)
    np.testing.assert_array_equal(read_photo(path).pixels, COLOUR)
    assert (probe(path).width, probe(path).height) == (127, 95)


@pytest.mark.parametrize("packed", [False, True])
def test_inks(packed: bool) -> None:
    """As the same inks in a TIFF, which Photoshop's files hold upside down."""
    inks = Image.fromarray(COLOUR).convert("CMYK")
    tiff = io.BytesIO()
    inks.save(tiff, "TIFF")
    planes = 255 - np.moveaxis(np.asarray(inks), -1, 0)
    content = psd(planes, 4, packed=packed)
    np.testing.assert_array_equal(np.asarray(Image.open(io.BytesIO(content))), np.asarray(inks))
    np.testing.assert_array_equal(read_photo(content).pixels, read_photo(tiff.getvalue()).pixels)


def test_lab() -> None:
    srgb, lab = ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB")
    stored = np.asarray(
        ImageCms.profileToProfile(Image.fromarray(COLOUR), srgb, lab, outputMode="LAB")
    )
    planes = np.moveaxis(stored, -1, 0).copy()
    planes[1:] ^= 0x80  # Pillow's a*, b* are signed, Photoshop's begin at -128
    pixels = read_photo(psd(planes, 9, packed=True)).pixels.astype(int)
    back = ImageCms.profileToProfile(Image.fromarray(stored, "LAB"), lab, srgb, outputMode="RGB")
    inside = ((COLOUR > 2) & (COLOUR < 253)).all(-1)  # beyond, each clips at its own place
    error = np.abs(pixels - np.asarray(back))[inside]
    assert np.percentile(error, 99) <= 2
    assert error.mean() < 0.6


def test_indexed_colours() -> None:
    image = Image.fromarray(COLOUR).quantize(64)
    palette = np.zeros((256, 3), np.uint8)
    own = np.asarray(image.getpalette(), np.uint8).reshape(-1, 3)
    palette[: len(own)] = own
    content = psd(np.asarray(image)[None], 2, packed=False, palette=palette.T.tobytes())
    np.testing.assert_array_equal(read_photo(content).pixels, np.asarray(image.convert("RGB")))


def test_bitmaps_are_black_where_they_are_set() -> None:
    ink = GREY < 100
    content = psd(np.packbits(ink, axis=1)[None], 0, packed=False)
    content = content[:14] + struct.pack(">IIHH", 95, 127, 1, 0) + content[26:]
    np.testing.assert_array_equal(np.squeeze(read_photo(content).pixels), np.where(ink, 0, 255))


@pytest.mark.parametrize(("bits", "mode"), [(32, 3), (32, 1), (8, 7), (8, 5)])
def test_other_kinds_are_named(bits: int, mode: int) -> None:
    content = psd(np.zeros((4, 9, 9), np.uint8), 3, packed=False)
    content = content[:22] + struct.pack(">HH", bits, mode) + content[26:]
    with pytest.raises(UnsupportedFormatError, match=rf"\({bits} bits a channel, mode {mode}\)"):
        read_photo(content)
