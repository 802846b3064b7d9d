"""One look at a file tells what planning asks, and never ends it."""

from __future__ import annotations

import io
import struct
import zlib
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import tifffile
from PIL import Image

from core.errors import (
    AnimatedPhotoError,
    PhotoError,
    PhotoNotFoundError,
    PhotoTooLargeError,
    UnreadablePhotoError,
    UnsupportedFormatError,
)
from core.metadata import exif as ex
from core.metadata.provenance import Provenance, output_xmp
from core.photo import probe as probe_module
from core.photo.header import PhotoHeader
from core.photo.photo import Photo
from core.photo.probe import probe
from core.photo.read import read_photo
from core.photo.write import write_photo


@pytest.fixture
def image(rng: np.random.Generator) -> Image.Image:
    """60 wide, 40 high."""
    return Image.fromarray(rng.integers(0, 256, (40, 60), np.uint8))


@pytest.mark.parametrize(
    ("suffix", "name"),
    [("jpg", "jpeg"), ("png", "png"), ("tif", "tiff"), ("webp", "webp"), ("avif", "avif"),
     ("gif", "gif")],
)  # fmt: skip
def test_format_size_and_date(tmp_path: Path, image: Image.Image, suffix: str, name: str) -> None:
    exif = Image.Exif()
    exif[0x0132] = "1932:05:06 07:08:09"
    image.save(tmp_path / f"a.{suffix}", exif=exif)
    header = probe(tmp_path / f"a.{suffix}")
    day = None if suffix == "gif" else date(1932, 5, 6)
    assert header == PhotoHeader(name, 1, 60, 40, day, was_opened=True)
    assert header.megapixels == pytest.approx(0.0024)


def test_the_date_of_the_exposure_comes_before_that_of_the_file(
    tmp_path: Path, image: Image.Image
) -> None:
    exif = Image.Exif()
    exif[0x0132] = "2020:01:01 00:00:00"
    exif.get_ifd(0x8769)[0x9003] = "1932:05:06 07:08:09"
    image.save(tmp_path / "a.jpg", exif=exif)
    assert probe(tmp_path / "a.jpg").date_taken == date(1932, 5, 6)
    exif.get_ifd(0x8769)[0x9003] = "    :  :     :  :  "
    image.save(tmp_path / "b.jpg", exif=exif)
    assert probe(tmp_path / "b.jpg").date_taken == date(2020, 1, 1)


def test_pages_count_and_an_upright_photo_is_as_high_as_it_looks(
    tmp_path: Path, image: Image.Image
) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    image.save(tmp_path / "a.jpg", exif=exif)
    header = probe(tmp_path / "a.jpg")
    assert (
        (header.width, header.height)
        == (40, 60)
        == read_photo(tmp_path / "a.jpg").pixels.shape[::-1]
    )
    image.save(tmp_path / "a.tif", save_all=True, append_images=[image, image])
    header = probe(tmp_path / "a.tif")
    assert header.pages == 3
    assert header.page_megapixels == pytest.approx(0.0024)
    assert header.megapixels == pytest.approx(0.0072)


def test_a_result_says_that_it_is_one(tmp_path: Path, image: Image.Image) -> None:
    photo = Photo(np.asarray(image))
    made_by = Provenance("m", "1", "0" * 64, "us")
    for suffix in ("jpg", "png", "tif", "webp", "avif"):
        write_photo(photo, tmp_path / f"a.{suffix}")
        write_photo(photo, tmp_path / f"b.{suffix}", provenance=made_by)
        assert not probe(tmp_path / f"a.{suffix}").is_result
        assert probe(tmp_path / f"b.{suffix}").is_result


def test_what_only_decoding_would_tell_stays_unknown(tmp_path: Path, rng: Any) -> None:
    pytest.importorskip("rawpy")
    tags: list[Any] = [
        (50706, "B", 4, (1, 4, 0, 0), True),
        (306, 2, 0, "1999:12:31 00:00:00", True),
    ]
    codes = rng.integers(0, 65_536, (40, 60), np.uint16)
    tifffile.imwrite(tmp_path / "a.dng", codes, extratags=tags, metadata=None, datetime=False)
    header = probe(tmp_path / "a.dng")
    assert header == PhotoHeader("raw", date_taken=date(1999, 12, 31), was_opened=True)
    assert header.megapixels is None


def test_a_heic_is_not_decoded_for_its_size(tmp_path: Path, image: Image.Image) -> None:
    pillow_heif = pytest.importorskip("pillow_heif")
    exif = Image.Exif()
    exif[0x0132] = "1932:05:06 07:08:09"
    pillow_heif.from_pillow(image).save(tmp_path / "a.heic", exif=exif.tobytes())
    header = probe(tmp_path / "a.heic")
    assert header == PhotoHeader("heic", 1, 60, 40, date(1932, 5, 6), was_opened=True)


def test_an_optional_format_without_its_package_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "rawpy", None)
    (tmp_path / "a.raf").write_bytes(b"FUJIFILMCCD-RAW " + bytes(300))
    header = probe(tmp_path / "a.raf")
    assert header.format == "raw"
    assert isinstance(header.error, UnsupportedFormatError)


def test_what_is_wrong_is_the_error_that_reading_raises(tmp_path: Path, image: Image.Image) -> None:
    frames: dict[str, Any] = {"save_all": True, "append_images": [Image.new("L", (60, 40), 9)]}
    image.save(tmp_path / "animated.gif", **frames)
    image.save(tmp_path / "animated.png", **frames)
    (tmp_path / "text.jpg").write_bytes(b"Dear aunt" * 50)
    (tmp_path / "head.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(40))
    (tmp_path / "paint.xcf").write_bytes(b"gimp xcf v011" + bytes(300))
    (tmp_path / "empty.tif").touch()
    (tmp_path / "folder.jpg").mkdir()
    kinds = {
        "animated.gif": ("gif", AnimatedPhotoError),
        "animated.png": ("png", AnimatedPhotoError),
        "text.jpg": (None, UnreadablePhotoError),
        "head.jpg": ("jpeg", UnreadablePhotoError),
        "paint.xcf": ("xcf", UnsupportedFormatError),
        "empty.tif": (None, UnreadablePhotoError),
        "folder.jpg": (None, UnreadablePhotoError),
        "gone.jpg": (None, PhotoNotFoundError),
        "null\0.jpg": (None, UnreadablePhotoError),
    }
    for name, kind in kinds.items():
        header, path = probe(tmp_path / name), tmp_path / name
        assert (header.format, type(header.error)) == kind, name
        assert header.megapixels is None
        with pytest.raises(PhotoError) as caught:
            read_photo(path)
        assert (str(caught.value), caught.value.path) == (str(header.error), path)
        with pytest.raises(kind[1]):
            header.check(path, 1)


def test_the_limit_is_asked_of_a_header(tmp_path: Path) -> None:
    PhotoHeader("jpeg", 1, 1000, 1000).check(tmp_path / "a.jpg", 1)
    with pytest.raises(PhotoTooLargeError, match=r"a\.jpg has 1\.0 megapixels"):
        PhotoHeader("jpeg", 1, 1000, 1001).check(tmp_path / "a.jpg", 1)


def png_with(kind: bytes, payload: bytes, image: Image.Image) -> bytes:
    """A PNG with one more chunk behind its IHDR."""
    out = io.BytesIO()
    image.save(out, "PNG")
    whole = out.getvalue()
    chunk = struct.pack(">I", len(payload)) + kind + payload
    return whole[:33] + chunk + struct.pack(">I", zlib.crc32(kind + payload)) + whole[33:]


def test_a_keyword_in_latin_1_is_no_damage(tmp_path: Path, image: Image.Image) -> None:
    content = png_with(b"tEXt", "Größe\0schön".encode("latin-1"), image)
    (tmp_path / "a.png").write_bytes(content)
    assert probe(tmp_path / "a.png") == PhotoHeader("png", 1, 60, 40, was_opened=True)
    np.testing.assert_array_equal(read_photo(content).pixels, np.asarray(image))


def test_xmp_deeper_than_the_stack_of_calls(tmp_path: Path, image: Image.Image) -> None:
    deep = b"<x>" * 20_000 + b"</x>" * 20_000
    rdf = b"<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>%s</rdf:RDF>" % deep
    payload = b"XML:com.adobe.xmp\0\0\0\0\0" + rdf
    (tmp_path / "a.png").write_bytes(png_with(b"iTXt", payload, image))
    assert probe(tmp_path / "a.png").error is None
    photo = read_photo(tmp_path / "a.png")
    assert photo.metadata.xmp == rdf
    said = output_xmp(rdf, Provenance("m", "1", "0" * 64, "us"))
    assert said is not None
    assert b"autochrome:ModelName" in said


@pytest.mark.parametrize(
    "error", [IndexError("list"), UnicodeDecodeError("ascii", b"", 0, 1, "?"), RecursionError(),
              struct.error("unpack"), ZeroDivisionError(), KeyError(3), MemoryError()]
)  # fmt: skip
def test_whatever_a_decoder_raises_is_an_unreadable_photo(
    tmp_path: Path, image: Image.Image, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fail(*_: object) -> ex.Exif:
        raise error

    image.save(tmp_path / "a.jpg")
    monkeypatch.setattr(probe_module, "load_image", fail)
    header = probe(tmp_path / "a.jpg")
    assert header.format == "jpeg"
    assert isinstance(header.error, UnreadablePhotoError)
    assert header.error.path == tmp_path / "a.jpg"
    assert "a.jpg is damaged" in str(header.error)
    assert header.error.__traceback__ is None  # its frames would keep the file's contents
    assert header.error.__cause__ is None


def test_any_bytes_are_probed(tmp_path: Path, image: Image.Image, rng: Any) -> None:
    for suffix in ("jpg", "png", "tif", "webp", "gif"):
        image.save(tmp_path / f"a.{suffix}")
        whole = (tmp_path / f"a.{suffix}").read_bytes()
        for _ in range(25):
            damaged = bytearray(whole)
            for at in rng.integers(0, min(len(whole), 400), 6):
                damaged[at] = rng.integers(0, 256)
            (tmp_path / f"b.{suffix}").write_bytes(damaged)
            probe(tmp_path / f"b.{suffix}")
