"""Comments in the heads of PNM and PAM, and a Targa's extension area."""

from __future__ import annotations

import struct
from datetime import date

import pytest

from core.photo.read import read_photo

PIXELS = bytes(range(24))


@pytest.mark.parametrize(
    "head",
    [
        b"P6 # Oma Luise\n4 2 # 1931\n255\n",
        b"P6\n#Oma Luise\r# 1931\n4 2 255 ",
        b"P7\n# Oma Luise\nWIDTH 4\nHEIGHT 2\n#1931\nDEPTH 3\nMAXVAL 255\nENDHDR\n",
    ],
)
def test_comments_of_a_head(head: bytes) -> None:
    photo = read_photo(head + PIXELS)
    assert photo.metadata.texts == {"Comment": "Oma Luise\n1931"}
    assert photo.pixels.shape == (2, 4, 3)


def test_pixels_are_no_comments() -> None:
    assert read_photo(b"P6\n4 2\n255\n#no comment at all\n12345").metadata.texts == {}


def test_a_targas_extension_area() -> None:
    picture = struct.pack("<3B5x4H2B", 0, 0, 2, 0, 0, 4, 2, 24, 0) + PIXELS
    comments = b"".join(line.ljust(81, b"\0") for line in (b"Am Steg", "Rügen".encode(), b"", b""))
    area = (
        struct.pack("<H41s", 495, b"Otto Gro\xdfe")
        + comments
        + struct.pack("<6H", 5, 6, 1932, 0, 0, 0)
    )
    footer = struct.pack("<II", len(picture), 0) + b"TRUEVISION-XFILE.\0"
    metadata = read_photo(picture + area.ljust(495, b"\0") + footer).metadata
    assert metadata.texts["Author"] == "Otto Große"
    assert metadata.texts["Comment"] == "Am Steg\nRügen"
    assert metadata.date_taken == date(1932, 5, 6)
