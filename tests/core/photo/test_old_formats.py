"""Formats of old computers and archives, against Pillow, imagecodecs and PDFium."""

from __future__ import annotations

import io
import struct
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from skimage import data

from core.errors import PhotoTooLargeError, UnreadablePhotoError, UnsupportedFormatError
from core.photo.probe import probe
from core.photo.read import read_photo

GREY: Any = data.camera()[:95, :127]
COLOUR: Any = data.astronaut()[:95, :127]
DEEP = GREY.astype(np.uint16) * 257 ^ np.uint16(77)


def saved(image: Image.Image, name: str, **options: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, name, **options)
    return out.getvalue()


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB"])
@pytest.mark.parametrize("name", ["BMP", "PCX", "TGA"])
def test_pictures_of_old_computers(tmp_path: Path, name: str, mode: str) -> None:
    image = Image.fromarray(COLOUR).convert(mode)
    path = tmp_path / f"x.{name.lower()}"
    path.write_bytes(saved(image, name))
    header, photo = probe(path), read_photo(path)
    expected = np.asarray(image.convert("L" if mode == "1" else "RGB" if mode == "P" else mode))
    np.testing.assert_array_equal(np.squeeze(photo.pixels), expected)
    assert (header.format, header.width, header.height) == (name.lower(), 127, 95)
    with pytest.raises(PhotoTooLargeError):
        read_photo(path, max_megapixels=0.001)


@pytest.mark.parametrize("plain", [False, True])
@pytest.mark.parametrize("most", [1, 100, 255, 1_000, 65_535])
@pytest.mark.parametrize("codes", [GREY, COLOUR])
def test_netpbm(codes: np.ndarray, most: int, plain: bool) -> None:
    values = (codes.astype(np.uint32) * most + 127) // 255
    kind = {(2, False): 5, (2, True): 2, (3, False): 6, (3, True): 3}[codes.ndim, plain]
    head = b"P%d\n# of a scanner\n127 95\n%d\n" % (kind, most)
    body = values.astype("u1" if most < 256 else ">u2").tobytes()
    if plain:
        body = b"# a comment\n" + b" ".join(b"%d" % value for value in values.reshape(-1))
    photo = read_photo(head + body)
    top = 255 if most < 256 else 65_535
    assert photo.depth == (8 if most < 256 else 16)
    np.testing.assert_array_equal(photo.pixels, (values * top + most // 2) // most)
    with pytest.raises(UnreadablePhotoError, match="its pixels end early"):
        read_photo((head + body)[:-40])


@pytest.mark.parametrize("plain", [False, True])
def test_bitmaps_of_netpbm(plain: bool) -> None:
    ink = GREY < 100
    body = np.packbits(ink, axis=1).tobytes()
    content = b"P4 127 95\n" + body
    if plain:
        content = (
            b"P1 127 95\n" + "\n".join("".join("01"[int(v)] for v in row) for row in ink).encode()
        )
    np.testing.assert_array_equal(read_photo(content).pixels, np.where(ink, 0, 255))


@pytest.mark.parametrize(
    "image", [Image.fromarray(GREY), Image.fromarray(COLOUR), Image.fromarray(DEEP)]
)
def test_jpeg_2000(image: Image.Image) -> None:
    np.testing.assert_array_equal(read_photo(saved(image, "JPEG2000")).pixels, np.asarray(image))


def test_colours_of_jpeg_2000_keep_their_16_bits() -> None:
    codecs = pytest.importorskip("imagecodecs")
    codes = np.dstack([DEEP, DEEP // 2, DEEP // 3])
    content = bytes(codecs.jpeg2k_encode(codes, level=0, reversible=True))
    np.testing.assert_array_equal(read_photo(content).pixels, codes)


def pdf(*images: Image.Image) -> bytes:
    return saved(images[0], "PDF", save_all=True, append_images=list(images[1:]), resolution=144.0)


def test_a_page_of_a_pdf_that_is_one_picture(tmp_path: Path) -> None:
    pytest.importorskip("pypdfium2")
    path = tmp_path / "album.pdf"
    path.write_bytes(pdf(Image.fromarray(COLOUR), Image.fromarray(GREY)))
    assert probe(path).pages == 2
    colour, grey = read_photo(path), read_photo(path, page=1)
    assert np.abs(colour.pixels.astype(int) - COLOUR).mean() < 6  # Pillow stores JPEG
    assert np.abs(grey.pixels.astype(int) - GREY).mean() < 6
    assert colour.metadata.resolution == pytest.approx((144 / 25.4, 144 / 25.4), rel=0.02)
    with pytest.raises(UnreadablePhotoError):
        read_photo(path, page=2)


def test_pages_of_a_pdf_that_are_passed_over_are_named(tmp_path: Path) -> None:
    pypdfium2 = pytest.importorskip("pypdfium2")
    path = tmp_path / "album.pdf"
    document = pypdfium2.PdfDocument(pdf(*[Image.fromarray(GREY)] * 2))
    for place in (0, 2, 3, 5):  # sheets with nothing on them
        document.new_page(200, 200, place)
    document.save(path)
    document.close()
    first, second = read_photo(path), read_photo(path, page=1)
    assert first.notes == (
        "of album.pdf, pages 1, 3-4, 6 are passed over: none of them is a single picture.",
    )
    assert second.notes == ()


def test_a_turned_page_of_a_pdf() -> None:
    pypdfium2 = pytest.importorskip("pypdfium2")
    document = pypdfium2.PdfDocument(pdf(Image.fromarray(GREY)))
    document[0].set_rotation(90)
    out = io.BytesIO()
    document.save(out)
    document.close()
    turned = read_photo(out.getvalue()).pixels
    assert np.abs(turned.astype(int) - np.rot90(GREY, -1)).mean() < 6


@pytest.mark.parametrize("bits", [0, 8])
def test_a_targas_head_says_whether_it_has_an_alpha(bits: int) -> None:
    codes = np.random.default_rng(2).integers(1, 256, (7, 9, 4), dtype=np.uint8)
    head = struct.pack("<3B9x2H2B", 0, 0, 2, 9, 7, 32, 0x20 | bits)
    photo = read_photo(head + codes.tobytes() + bytes(8) + b"TRUEVISION-XFILE.\0")
    np.testing.assert_array_equal(photo.pixels, codes[..., 2::-1])
    assert (photo.alpha is not None) == bool(bits)


def test_what_pillow_does_not_know_is_not_called_damaged() -> None:
    """A PCX of one plane with four bits."""
    head = struct.pack("<4B6H48xBBHH58x", 10, 5, 1, 4, 0, 0, 7, 7, 72, 72, 0, 1, 4, 1)
    with pytest.raises(UnsupportedFormatError, match="a PCX of a kind that is not read here"):
        read_photo(head + b"\xc4\x12" * 8)
    with pytest.raises(UnsupportedFormatError, match="PFM"):
        read_photo(b"Pf\n2 2\n-1.0\n" + bytes(16))
