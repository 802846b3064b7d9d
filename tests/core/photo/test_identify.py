"""What a file is, by its bytes; what is not read is an error that says so."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from core.errors import (
    AnimatedPhotoError,
    UnreadablePhotoError,
    UnsupportedFormatError,
)
from core.photo.read import read_photo
from tests.core.photo.helpers import refused, saved


def test_an_empty_file(tmp_path: Path) -> None:
    path = tmp_path / "x.jpg"
    path.touch()
    refused(path, UnreadablePhotoError, "is empty")


@pytest.mark.parametrize("content", [b"hello, world\n" * 40, b"\x00" * 300, b"\xff", b"PK\x03\x04"])
def test_what_is_no_picture(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.jpg"
    path.write_bytes(content)
    refused(path, UnreadablePhotoError, "is not a picture")


@pytest.mark.parametrize(
    ("name", "suffix"), [("JPEG", ".tif"), ("PNG", ".jpg"), ("TIFF", ".csv"), ("WEBP", ".v")]
)
def test_a_file_is_what_its_bytes_say(tmp_path: Path, name: str, suffix: str) -> None:
    path = tmp_path / f"x{suffix}"
    path.write_bytes(saved(name))
    photo = read_photo(path)
    assert photo.format == name.lower()
    assert photo.pixels.shape == (64, 64, 3)


@pytest.mark.parametrize("name", ["GIF", "WEBP", "PNG", "AVIF"])
def test_animations(tmp_path: Path, name: str) -> None:
    other = Image.new("RGB", (64, 64), "red")
    path = tmp_path / "x.dat"
    path.write_bytes(saved(name, save_all=True, append_images=[other], duration=100))
    refused(path, AnimatedPhotoError, "animation")


def test_a_gif_of_one_frame_is_a_photo() -> None:
    assert read_photo(saved("GIF")).format == "gif"


@pytest.mark.parametrize(
    ("head", "said"),
    [
        (b"gimp xcf v011", "XCF"),
        (b"AT&TFORM", "DJVU"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "SVG"),
        (b"\x00\x00\x00\x20ftypisom", "VIDEO"),
    ],
)
def test_known_formats_that_are_not_read(tmp_path: Path, head: bytes, said: str) -> None:
    path = tmp_path / "x.jpg"
    path.write_bytes(head + bytes(300))
    refused(path, UnsupportedFormatError, f"{said} format.*save it as TIFF, PNG or JPEG")
