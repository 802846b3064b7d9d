"""Everything that can be wrong with a file is a typed error that names it."""

from __future__ import annotations

import io
import logging
import os
import struct
import zlib
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
import tifffile
from PIL import Image

from core.errors import (
    PhotoError,
    PhotoNotFoundError,
    PhotoTooLargeError,
    UnreadablePhotoError,
    UnsupportedFormatError,
)
from core.photo.read import page_count, read_photo
from tests.core.photo.helpers import refused, saved


def test_a_missing_file(tmp_path: Path) -> None:
    refused(tmp_path / "gone.jpg", PhotoNotFoundError, "no file")


def test_a_folder(tmp_path: Path) -> None:
    refused(tmp_path, UnreadablePhotoError, "is a folder")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_a_file_one_may_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.jpg"
    path.write_bytes(saved("JPEG"))

    def forbidden(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", forbidden)  # root may read everything
    refused(path, UnreadablePhotoError, "Permission denied.*check its disk and its permissions")


@pytest.mark.parametrize("name", ["JPEG", "PNG", "TIFF", "WEBP", "AVIF", "GIF"])
@pytest.mark.parametrize("share", [0.98, 0.5, 0.05])
def test_a_truncated_file(tmp_path: Path, name: str, share: float) -> None:
    whole = saved(name)
    path = tmp_path / "x.dat"
    path.write_bytes(whole[: int(len(whole) * share)])
    refused(path, UnreadablePhotoError, "damaged or cut short")
    with pytest.raises(UnreadablePhotoError, match="The photo") as caught:
        read_photo(path.read_bytes())
    assert caught.value.path is None


def test_a_truncated_file_is_noticed_in_deflated_tiffs() -> None:
    whole = saved("TIFF", compression="tiff_deflate")
    with pytest.raises(UnreadablePhotoError):
        read_photo(whole[: len(whole) // 2])


def test_a_png_that_would_fill_the_memory_is_refused_by_its_header(tmp_path: Path) -> None:
    side = 60_000
    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + header
    path = tmp_path / "bomb.png"
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n"
        + struct.pack(">I", 13)
        + chunk
        + struct.pack(">I", zlib.crc32(chunk))
        + struct.pack(">I", 10)
        + b"IDAT"
        + bytes(14)
    )
    refused(path, PhotoTooLargeError, "3600.0 megapixels and the limit is 400")


@pytest.mark.parametrize("name", ["JPEG", "PNG", "TIFF", "WEBP", "AVIF"])
def test_the_limit_is_the_callers(name: str) -> None:
    encoded = saved(name)
    assert read_photo(encoded, max_megapixels=0.0041).megapixels == pytest.approx(0.004096)
    with pytest.raises(PhotoTooLargeError):
        read_photo(encoded, max_megapixels=0.004)


@pytest.mark.parametrize("page", [1, 7, -1])
def test_a_page_that_is_not_there(page: int) -> None:
    for name in ("TIFF", "JPEG"):
        with pytest.raises(UnreadablePhotoError, match="no page"):
            read_photo(saved(name), page=page)


def test_page_count_raises_the_same_errors(tmp_path: Path) -> None:
    with pytest.raises(PhotoNotFoundError):
        page_count(tmp_path / "gone.tif")


def test_warnings_go_to_logging_and_not_to_the_terminal(
    caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    whole = bytearray(saved("JPEG", quality=95))
    whole[len(whole) // 2 : len(whole) // 2 + 2] = b"\xff\xd0"  # a restart that is none
    with caplog.at_level(logging.WARNING):
        read_photo(bytes(whole))
    assert "Corrupt JPEG data" in caplog.text
    out, err = capfd.readouterr()
    assert (out, err) == ("", "")


@pytest.mark.skipif(os.name == "nt", reason="Windows names are Unicode")
def test_a_name_that_is_no_unicode(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/gro\xdfmutter.jpg"))
    path.write_bytes(saved("JPEG"))
    assert read_photo(path).source == path


def test_damaged_bytes_never_raise_anything_else(rng: np.random.Generator) -> None:
    for name in ("JPEG", "PNG", "TIFF", "WEBP", "GIF"):
        for _ in range(25):
            whole = bytearray(saved(name))
            for at in rng.integers(0, min(len(whole), 400), 6):
                whole[at] = rng.integers(0, 256)
            with suppress(PhotoError):
                read_photo(bytes(whole), max_megapixels=4)


@pytest.mark.parametrize("kind", [np.float64, np.uint64])
def test_samples_of_64_bits_are_no_damage(tmp_path: Path, kind: type) -> None:
    tifffile.imwrite(tmp_path / "a.tif", np.zeros((64, 64), kind))
    refused(tmp_path / "a.tif", UnsupportedFormatError, "more than 32 bits")


@pytest.mark.parametrize("at", [5, 7])
def test_a_jpeg_without_pixels_is_damaged(at: int, capfd: pytest.CaptureFixture[str]) -> None:
    """Its height or its width is 0 in the frame's head."""
    out = io.BytesIO()
    Image.new("L", (16, 8)).save(out, "JPEG")
    content = bytearray(out.getvalue())
    frame = content.index(b"\xff\xc0")
    content[frame + at : frame + at + 2] = b"\0\0"
    for ask in (page_count, read_photo):
        with pytest.raises(UnreadablePhotoError):
            ask(bytes(content))
    assert capfd.readouterr() == ("", "")
