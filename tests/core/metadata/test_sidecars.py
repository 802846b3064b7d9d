"""XMP sidecars and Google Takeout's JSON: found, read in bounds, used where a photo is silent."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from core.errors import SidecarError
from core.metadata.sidecar_names import find_sidecars, takeout_names
from core.metadata.sidecars import read_sidecar, read_sidecars
from core.metadata.takeout import takeout_packet
from core.photo.probe import probe
from core.photo.read import read_photo
from core.photo.write import write_photo
from tests.core.metadata.helpers import PROVENANCE, ExifTool, numbers
from tests.core.metadata.test_embedded import xmp

TAKEOUT: dict[str, Any] = {
    "title": "photo.jpg",
    "description": "Großmutter am Meer",
    "photoTakenTime": {"timestamp": "-1214438400", "formatted": "09.07.1931, 00:00:00 UTC"},
    "geoData": {"latitude": 54.4, "longitude": -13.6, "altitude": 0.0, "latitudeSpan": 0.0},
    "people": [{"name": "Luise"}, {"name": "Karl"}],
}


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "photo.jpg"
    Image.fromarray(np.full((24, 32), 128, np.uint8)).save(path)
    return path


@pytest.mark.parametrize(
    ("photo_name", "sidecar"),
    [
        ("photo.jpg", "photo.jpg.xmp"),
        ("photo.jpg", "photo.xmp"),
        ("photo.jpg", "PHOTO.XMP"),
        ("photo.jpg", "photo.jpg.json"),
        ("photo.jpg", "photo.jpg.supplemental-metadata.json"),
        ("photo.jpg", "photo.jpg.supplemental-met.json"),
        ("photo.jpg", "photo.jpg.s.json"),
        ("photo.jpg", "photo.jpg..json"),
        ("photo(1).jpg", "photo.jpg(1).json"),
        ("photo(12).jpg", "photo.jpg.supplemental-metadata(12).json"),
        ("photo(1).jpg", "photo(1).jpg.json"),
        ("photo-edited.jpg", "photo.jpg.json"),
        ("photo-bearbeitet.jpg", "photo.jpg.supplemental-metadata.json"),
        ("photo-edited(1).jpg", "photo.jpg(1).json"),
        ("photo(1)-edited.jpg", "photo.jpg(1).json"),
        ("photo.jpg", "photo.json"),
        ("x" * 47 + ".jpg", "x" * 46 + ".json"),
        ("Screenshot_20190913-123456_Chrome.jpg",
         "Screenshot_20190913-123456_Chrome.jpg.suppleme.json"),
    ],
)  # fmt: skip
def test_sidecars_are_found_by_their_names(tmp_path: Path, photo_name: str, sidecar: str) -> None:
    (tmp_path / sidecar).write_text("{}")
    for other in ("photo.jpg(7).json", "photo2.jpg.json", "photo.jpg.autochrome.json", "a.xmp"):
        (tmp_path / other).write_text("{}")
    assert find_sidecars(tmp_path / photo_name) == [tmp_path / sidecar]


def test_a_numbered_photo_has_not_the_sidecar_of_the_first() -> None:
    assert "photo.jpg.json" not in list(takeout_names("photo(1).jpg"))
    assert "photo.jpg(1).json" not in list(takeout_names("photo.jpg"))


def test_a_sidecar_that_comes_later_is_found(photo: Path) -> None:
    """A folder's names are remembered only once it has rested: by its time, not by a clock."""
    assert find_sidecars(photo) == []
    os.utime(photo.parent, (1e9, 1e9))
    assert find_sidecars(photo) == []
    sidecar = photo.with_name("photo.jpg.xmp")
    sidecar.write_bytes(xmp('xmp:Rating="3"'))
    assert find_sidecars(photo) == [sidecar]


def test_the_result_says_what_the_photo_does_not(photo: Path, exiftool: ExifTool) -> None:
    photo.with_name("photo.xmp").write_bytes(
        xmp('xmp:Rating="4" crs:Exposure2012="+1.00" tiff:Orientation="6" dc:format="image/x-raw"')
    )
    photo.with_name("photo.jpg.supplemental-metadata.json").write_text(json.dumps(TAKEOUT))
    read = read_photo(photo)
    assert read.notes == ()
    said = exiftool(write_photo(read, photo.with_name("out.jpg"), provenance=PROVENANCE))
    assert said["XMP-dc:Description"] == "Großmutter am Meer"
    assert said["XMP-photoshop:DateCreated"] == "1931:07:09 00:00:00Z"
    assert said["XMP-exif:GPSLatitude"] == pytest.approx(54.4)
    assert said["XMP-exif:GPSLongitude"] == pytest.approx(-13.6)
    assert said["XMP-iptcExt:PersonInImage"] == ["Luise", "Karl"]
    assert said["XMP-xmp:Rating"] == 4
    assert "XMP-crs:Exposure2012" not in said
    assert said["IFD0:Orientation"] == 1
    assert "XMP-tiff:Orientation" not in said


def test_what_the_photo_says_itself_counts(photo: Path, exiftool: ExifTool) -> None:
    exiftool(
        photo,
        "-IFD0:ImageDescription=On the pier",
        "-ExifIFD:DateTimeOriginal=1932:05:06 07:08:09",
        "-IPTC:Keywords=pier",
    )
    photo.with_name("photo.jpg.json").write_text(json.dumps(TAKEOUT))
    photo.with_name("photo.jpg.xmp").write_bytes(
        xmp("", "<dc:subject><rdf:Bag><rdf:li>beach</rdf:li></rdf:Bag></dc:subject>")
    )
    said = exiftool(write_photo(read_photo(photo), photo.with_name("out.jpg")))
    assert said["IFD0:ImageDescription"] == "On the pier"
    assert "XMP-dc:Description" not in said
    assert "XMP-photoshop:DateCreated" not in said
    assert "XMP-dc:Subject" not in said
    assert said["XMP-iptcExt:PersonInImage"] == ["Luise", "Karl"]


@pytest.mark.parametrize(
    ("own", "sidecars", "day"),
    [
        ([], {"photo.xmp": xmp('photoshop:DateCreated="1931-07"')}, date(1931, 7, 1)),
        ([], {"photo.jpg.json": json.dumps(TAKEOUT).encode()}, date(1931, 7, 9)),
        (["-ExifIFD:DateTimeOriginal=1932:05:06 07:08:09"],
         {"photo.jpg.json": json.dumps(TAKEOUT).encode()}, date(1932, 5, 6)),
        (["-ExifIFD:CreateDate=2019:05:06 07:08:09"],
         {"photo.jpg.json": json.dumps(TAKEOUT).encode()}, date(1931, 7, 9)),
        (["-ExifIFD:CreateDate=2019:05:06 07:08:09"],
         {"photo.jpg.xmp": xmp('xmp:CreateDate="2020-01-01"')}, date(2019, 5, 6)),
        ([], {"photo.jpg.xmp": xmp('exif:DateTimeOriginal="1930"'),
              "photo.xmp": xmp('exif:DateTimeOriginal="1929"'),
              "photo.jpg.json": json.dumps(TAKEOUT).encode()}, date(1930, 1, 1)),
    ],
)  # fmt: skip
def test_dates_are_trusted_in_the_documented_order(
    photo: Path, exiftool: ExifTool, own: list[str], sidecars: dict[str, bytes], day: date
) -> None:
    if own:
        exiftool(photo, *own)
    for name, content in sidecars.items():
        photo.with_name(name).write_bytes(content)
    assert probe(photo).date_taken == day
    assert read_photo(photo).metadata.date_taken == day


def test_faces_of_a_sidecar_turn_with_the_pixels(photo: Path, exiftool: ExifTool) -> None:
    exiftool(photo, "-IFD0:Orientation#=6")
    photo.with_name("photo.jpg.xmp").write_bytes(
        xmp(
            "",
            '<mwg-rs:Regions rdf:parseType="Resource"><mwg-rs:RegionList><rdf:Bag><rdf:li>'
            '<rdf:Description mwg-rs:Name="Luise"><mwg-rs:Area stArea:x="0.25" stArea:y="0.2" '
            'stArea:w="0.1" stArea:h="0.15" stArea:unit="normalized"/></rdf:Description>'
            "</rdf:li></rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions>",
        )
    )
    said = exiftool(write_photo(read_photo(photo), photo.with_name("out.jpg")))
    assert (
        next(v for k, v in said.items() if k.startswith("XMP-mwg-rs:") and k.endswith("Name"))
        == "Luise"
    )
    assert numbers(said, "XMP-mwg-rs", "AreaX") == pytest.approx([0.8])


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("photo.jpg.xmp", b"no XML", "not XMP"),
        ("photo.jpg.xmp", b"", "not XMP"),
        ("photo.jpg.xmp", b"<a>" * 100_000, "not XMP"),
        ("photo.jpg.xmp", b"<!DOCTYPE x [<!ENTITY a 'aa'>]><x/>", "not XMP"),
        ("photo.jpg.xmp", b" " * 8_000_001, "more than 8 MB"),
        ("photo.jpg.json", b"{", "not JSON"),
        ("photo.jpg.json", b"[" * 100_000, "not JSON"),
        ("photo.jpg.json", b'{"photoTakenTime": {"timestamp": 1' + b"0" * 9999 + b"}}", "not JSON"),
        ("photo.jpg.json", b'{"photoTakenTime": {}, "geoData": {"latitude": NaN}}', "not JSON"),
        ("photo.jpg.json", b'{"photoTakenTime": 7}', "taken"),
        ("photo.jpg.json", b'{"photoTakenTime": {}, "people": 7}', "people"),
    ],
)
def test_a_bad_sidecar_costs_itself_and_is_said(
    photo: Path, name: str, content: bytes, reason: str
) -> None:
    sidecar = photo.with_name(name)
    sidecar.write_bytes(content)
    with pytest.raises(SidecarError, match=reason):
        read_sidecar(sidecar)
    photo.with_name("photo.xmp").write_bytes(xmp('photoshop:DateCreated="1931-07"'))
    read = read_photo(photo)
    assert [note.split(" ")[0] for note in read.notes] == [name]
    assert read.metadata.date_taken == date(1931, 7, 1)
    assert probe(photo).error is None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_a_pipe_beside_a_photo_is_not_waited_for(photo: Path) -> None:
    os.mkfifo(photo.with_name("photo.jpg.xmp"))
    (error,) = read_sidecars(photo).errors
    assert "photo.jpg.xmp beside the photo could not be read (it is no ordinary file)" in str(error)


@pytest.mark.parametrize(
    "extra",
    [
        {"geoData": {"latitude": 1e9, "longitude": 1.0}},
        {"photoTakenTime": {"timestamp": "9" * 30}},
        {"photoTakenTime": {"timestamp": "soon"}},
        {"description": "\x00\x01\ud800\uffff"},
        {"description": None, "people": None},
    ],
)
def test_absurd_values_are_left_out(photo: Path, extra: dict[str, Any]) -> None:
    photo.with_name("photo.jpg.json").write_text(json.dumps(TAKEOUT | extra))
    read = read_photo(photo)
    assert read.notes == ()
    write_photo(read, photo.with_name("out.jpg"))


def test_json_of_something_else_is_none_of_ours() -> None:
    assert takeout_packet(b'[{"SourceFile": "photo.jpg"}]') is None
    assert takeout_packet(b'{"autochrome": 1}') is None
