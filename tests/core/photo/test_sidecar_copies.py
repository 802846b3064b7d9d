"""Sidecars copied beside a result; XMP is made true of it on the way."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.errors import SidecarError
from core.metadata.xmp_facts import FileFacts
from core.photo.sidecar_copies import copy_sidecars
from tests.core.metadata.helpers import ExifTool, numbers
from tests.core.metadata.test_embedded import xmp
from tests.core.metadata.test_sidecars import TAKEOUT

FACTS = FileFacts(24, 32, "image/jpeg", turned=6)


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "in" / "photo.jpg"
    path.parent.mkdir()
    Image.fromarray(np.full((24, 32), 128, np.uint8)).save(path)
    (tmp_path / "out").mkdir()
    return path


def test_every_sidecar_gets_the_results_name(photo: Path, tmp_path: Path) -> None:
    for name in ("photo.xmp", "photo.jpg.xmp"):
        photo.with_name(name).write_bytes(xmp('xmp:Rating="4"'))
    takeout = json.dumps(TAKEOUT)
    photo.with_name("photo.jpg.supplemental-meta.json").write_text(takeout)
    target = tmp_path / "out" / "photo_color.tif"
    assert copy_sidecars(photo, target, FACTS) == ()
    assert sorted(path.name for path in target.parent.iterdir()) == [
        "photo_color.tif.json",
        "photo_color.tif.xmp",
        "photo_color.xmp",
    ]
    assert target.with_name("photo_color.tif.json").read_text() == takeout


def test_a_copy_is_true_of_the_result(photo: Path, tmp_path: Path, exiftool: ExifTool) -> None:
    content = xmp(
        'tiff:Orientation="6" crs:Exposure2012="+1.00" dc:format="image/x-raw" xmp:Rating="4"',
        '<mwg-rs:Regions rdf:parseType="Resource"><mwg-rs:RegionList><rdf:Bag><rdf:li>'
        '<rdf:Description><mwg-rs:Area stArea:x="0.25" stArea:y="0.2" stArea:w="0.1" '
        'stArea:h="0.15"/></rdf:Description></rdf:li></rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions>',
    )
    photo.with_name("photo.jpg.xmp").write_bytes(content)
    copy_sidecars(photo, tmp_path / "out" / "photo.jpg", FACTS)
    said = exiftool(tmp_path / "out" / "photo.jpg.xmp")
    assert said["XMP-tiff:Orientation"] == 1
    assert said["XMP-xmp:Rating"] == 4
    assert said["XMP-dc:Format"] == "image/jpeg"
    assert "XMP-crs:Exposure2012" not in said
    assert numbers(said, "XMP-mwg-rs", "AreaX") == pytest.approx([0.8])
    assert photo.with_name("photo.jpg.xmp").read_bytes() == content


def test_nothing_is_replaced_unless_asked(photo: Path, tmp_path: Path) -> None:
    photo.with_name("photo.jpg.xmp").write_bytes(xmp('xmp:Rating="4"'))
    copy = tmp_path / "out" / "photo.jpg.xmp"
    copy.write_bytes(b"mine")
    (error,) = copy_sidecars(photo, tmp_path / "out" / "photo.jpg", FACTS)
    assert isinstance(error, SidecarError)
    assert "photo.jpg.xmp exists already" in str(error)
    assert copy.read_bytes() == b"mine"
    assert copy_sidecars(photo, tmp_path / "out" / "photo.jpg", FACTS, overwrite=True) == ()
    assert b"Rating" in copy.read_bytes()


def test_one_sidecar_of_photo_and_result_stays(photo: Path) -> None:
    """``photo.xmp`` stands beside ``photo.jpg`` and its result ``photo.tif`` already."""
    sidecar = photo.with_name("photo.xmp")
    sidecar.write_bytes(before := xmp('tiff:Orientation="6"'))
    assert copy_sidecars(photo, photo.with_name("photo.tif"), FACTS, overwrite=True) == ()
    assert sidecar.read_bytes() == before


def test_a_bad_sidecar_is_said_and_not_copied(photo: Path, tmp_path: Path) -> None:
    photo.with_name("photo.jpg.xmp").write_bytes(b"no XML")
    photo.with_name("photo.jpg.json").write_text('["of something else"]')
    errors = copy_sidecars(photo, tmp_path / "out" / "photo.jpg", FACTS)
    assert len(errors) == 1
    assert list((tmp_path / "out").iterdir()) == []
