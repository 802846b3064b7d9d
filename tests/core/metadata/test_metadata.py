"""What came with a photo stays with it, in every format: exiftool is the judge."""

from __future__ import annotations

import inspect
import struct
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageOps

from core.metadata import exif as ex
from core.metadata.metadata import iptc_block, photoshop_resource
from core.metadata.tiff_file import Directory, directories
from core.photo import tiff_pages
from core.photo.photo import Photo
from core.photo.read import read_photo
from core.photo.write import encode_photo, write_photo
from tests.core.metadata.helpers import PROVENANCE, TAGS, ExifTool

SUFFIXES = [".jpg", ".png", ".tif", ".webp", ".avif"]


@pytest.mark.slow
@pytest.mark.parametrize("target", SUFFIXES)
@pytest.mark.parametrize("source", [".jpg", ".png", ".tif", ".webp"])
def test_every_tag_goes_from_every_format_into_every_format(
    tmp_path: Path, exiftool: ExifTool, tagged: dict[str, Path], source: str, target: str
) -> None:
    before = exiftool(tagged[source])
    photo = read_photo(tagged[source])
    after = exiftool(write_photo(photo, tmp_path / f"x{target}", provenance=PROVENANCE))
    wanted = {tag: value for tag, value in TAGS.items() if tag in before}
    assert len(wanted) >= len(TAGS) - (2 if source == ".webp" else 0)  # exiftool: no IPTC in WebP
    assert {tag: after.get(tag) for tag in wanted} == wanted
    assert after["ExifIFD:ColorSpace"] == 1
    assert after["IFD0:Orientation"] == 1
    assert after["ICC_Profile:ProfileDescription"] == "sRGB"
    assert not any("Thumbnail" in tag for tag in after)
    assert "ExifTool:Warning" not in after
    assert "ExifTool:Error" not in after


@pytest.mark.parametrize("target", SUFFIXES)
def test_the_result_says_what_it_is(
    tmp_path: Path, exiftool: ExifTool, tagged: dict[str, Path], target: str
) -> None:
    photo = read_photo(tagged[".jpg"])
    said = exiftool(write_photo(photo, tmp_path / f"x{target}", provenance=PROVENANCE))
    kind = said["XMP-iptcExt:DigitalSourceType"]
    assert kind.endswith("/digitalsourcetype/compositeWithTrainedAlgorithmicMedia")
    assert said["XMP-xmp:CreatorTool"] == "Autochrome 0.1.0"
    assert said["XMP-autochrome:ModelName"] == "autochrome-lite0"
    assert said["XMP-autochrome:ModelSHA256"] == "ab" * 32
    assert said["XMP-autochrome:Settings"] == "size=256"
    assert said["XMP-xmpMM:HistorySoftwareAgent"] == "Autochrome 0.1.0"


@pytest.mark.parametrize(
    ("target", "tag"),
    [
        (".jpg", "JFIF:XResolution"),
        (".tif", "IFD0:XResolution"),
        (".png", "PNG-pHYs:PixelsPerUnitX"),
    ],
)
def test_the_resolution_is_kept(
    tmp_path: Path, exiftool: ExifTool, tagged: dict[str, Path], target: str, tag: str
) -> None:
    photo = read_photo(tagged[".jpg"])
    assert photo.metadata.resolution == pytest.approx((300 / 25.4, 300 / 25.4))
    said = exiftool(write_photo(photo, tmp_path / f"x{target}"))[tag]
    assert said == pytest.approx(11811 if target == ".png" else 300, abs=0.01)


def test_a_photo_without_metadata_gets_only_what_is_true(
    tmp_path: Path, exiftool: ExifTool
) -> None:
    target = tmp_path / "x.jpg"
    write_photo(Photo(np.zeros((8, 9, 3), np.uint8)), target)
    said = exiftool(target)
    assert said["ExifIFD:ColorSpace"] == 1
    assert (said["ExifIFD:ExifImageWidth"], said["ExifIFD:ExifImageHeight"]) == (9, 8)
    assert not any(tag.startswith("XMP") for tag in said)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("suffix", [".jpg", ".png", ".tif", ".webp"])
def test_photos_come_upright(
    tmp_path: Path, exiftool: ExifTool, orientation: int, suffix: str
) -> None:
    shades = np.array([[0, 80, 160], [40, 120, 240]], np.uint8).repeat(16, 0).repeat(16, 1)
    path = tmp_path / f"x{suffix}"
    options: dict[str, Any] = {"lossless": True} if suffix == ".webp" else {}
    Image.fromarray(shades).save(path, **options)
    exiftool(path, "-n", f"-IFD0:Orientation={orientation}")
    reference = Image.fromarray(shades)
    reference.getexif()[0x0112] = orientation
    photo = read_photo(path)
    pixels = photo.pixels if photo.is_grey else photo.pixels[..., 1]
    upright = np.asarray(ImageOps.exif_transpose(reference))
    np.testing.assert_allclose(pixels.astype(int), upright, atol=2)
    said = exiftool(write_photo(photo, tmp_path / f"y{suffix}"))
    assert said["IFD0:Orientation"] == 1


def test_turning_swaps_the_resolutions(tmp_path: Path, exiftool: ExifTool) -> None:
    path = tmp_path / "x.tif"
    Image.new("L", (8, 6)).save(path, dpi=(300, 600))
    exiftool(path, "-n", "-IFD0:Orientation=6")
    photo = read_photo(path)
    assert photo.metadata.resolution == pytest.approx((600 / 25.4, 300 / 25.4))
    said = exiftool(write_photo(photo, tmp_path / "y.tif"))
    assert (said["IFD0:XResolution"], said["IFD0:YResolution"]) == pytest.approx(
        (600, 300), abs=0.01
    )


def test_iptc_is_found_among_photoshop_resources() -> None:
    records = b"\x1c\x02\x78\x00\x03abc"
    other = b"8BIM" + struct.pack(">HBB2xI", 0x03ED, 2, 65, 3) + b"xyz\x00"
    assert photoshop_resource(other + iptc_block(records), 0x0404) == records
    assert photoshop_resource(other, 0x0404) is None
    assert photoshop_resource(b"8BIM\x04\x04\x00", 0x0404) is None


def test_pillow_reads_the_exif_of_a_tiff(tmp_path: Path, tagged: dict[str, Path]) -> None:
    target = write_photo(read_photo(tagged[".jpg"]), tmp_path / "x.tif")
    with Image.open(target) as image:
        exif = image.getexif()
        assert exif[0x010F] == "Zeiss Ikon"
        assert exif.get_ifd(0x8769)[0x9003] == "1932:05:06 07:08:09"
        assert image.info["icc_profile"]


def test_metadata_of_bytes_and_file_agree(tagged: dict[str, Path]) -> None:
    for path in tagged.values():
        assert read_photo(path.read_bytes()).metadata == read_photo(path).metadata


def test_exif_of_a_webp_has_no_prefix(tagged: dict[str, Path]) -> None:
    encoded = encode_photo(read_photo(tagged[".jpg"]), "webp")
    with Image.open(BytesIO(encoded)) as image:
        assert image.getexif()[0x013B] == "Ötto Große".encode().decode("latin-1")


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".tif", ".webp"])
def test_exif_is_parsed_once_from_reading_to_writing(
    tagged: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    parsed: list[str] = []

    def counting(*arguments: Any, **options: Any) -> ex.Exif | None:
        parsed.append(inspect.stack()[1].function)
        return parse(*arguments, **options)

    def counting_directories(*arguments: Any) -> tuple[Directory, ...]:
        parsed.append(inspect.stack()[1].function)
        return directories(*arguments)

    parse = ex.parse
    monkeypatch.setattr(ex, "parse", counting)
    monkeypatch.setattr(tiff_pages, "directories", counting_directories)
    photo = read_photo(tagged[suffix])
    assert len(parsed) == 1
    for target in SUFFIXES:
        write_photo(photo, tmp_path / f"x{target}")
    # libvips' own TIFF, not the photo's EXIF: it is given a new first directory
    assert parsed[1:] == ["_finish_tiff"]
