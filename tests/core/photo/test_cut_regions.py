"""Regions go with the pixels of a piece: what they mark is painted, and looked for in the piece."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.photo.cut import cut_photo
from core.photo.frame import Frame
from core.photo.read import read_photo
from core.photo.write import write_photo
from tests.core.metadata.helpers import ExifTool
from tests.core.metadata.test_regions import HEIGHT, TAGS, WIDTH, H, W, X, Y, painted, stated


def piece_of(
    tmp_path: Path,
    exiftool: ExifTool,
    frame: Frame,
    *tags: str,
    turns: int = 0,
    orientation: int = 1,
) -> Path:
    codes = np.zeros((HEIGHT, WIDTH), np.uint8)
    codes[Y : Y + H, X : X + W] = 255
    path = tmp_path / "photo.jpg"
    Image.fromarray(codes).save(path, quality=95)
    exiftool(path, "-n", f"-IFD0:Orientation={orientation}", *tags)
    photo = cut_photo(read_photo(path), frame, quarter_turns=turns)
    return write_photo(photo, tmp_path / "piece.png", overwrite=True)


@pytest.mark.parametrize("kind", TAGS)
@pytest.mark.parametrize("turns", [0, 1, 2, 3])
def test_a_region_stays_where_it_was_painted(
    tmp_path: Path, exiftool: ExifTool, kind: str, turns: int
) -> None:
    result = piece_of(tmp_path, exiftool, Frame(34, 26, 60, 40), TAGS[kind], turns=turns)
    x, y, w, h = painted(result)
    wanted = (x + w / 2, y + h / 2) if kind.startswith("circle") else (x, y, w, h)
    with Image.open(result) as image:
        size = image.size
    assert stated(exiftool(result), kind, size) == pytest.approx(wanted, abs=0.02)


def test_a_photo_that_was_stored_on_its_side(tmp_path: Path, exiftool: ExifTool) -> None:
    result = piece_of(
        tmp_path, exiftool, Frame(24, 30, 40, 50), TAGS["mwg"], turns=1, orientation=6
    )
    said = exiftool(result)
    assert stated(said, "mwg", (50, 40)) == pytest.approx(painted(result), abs=0.02)
    assert said["IFD0:Orientation"] == 1


def test_a_straightened_region_keeps_its_middle_and_its_size(
    tmp_path: Path, exiftool: ExifTool
) -> None:
    result = piece_of(tmp_path, exiftool, Frame(32, 24, 60, 46, 10), TAGS["microsoft"])
    x, y, w, h = stated(exiftool(result), "microsoft", (60, 46))
    left, top, across, down = painted(result)
    assert (x + w / 2, y + h / 2) == pytest.approx((left + across / 2, top + down / 2), abs=0.6)
    assert (w, h) == pytest.approx((W, H), abs=0.01)


@pytest.mark.parametrize("kind", ["mwg", "microsoft", "rectangle in pixel", "circle in relative"])
def test_a_region_that_is_cut_off_goes(tmp_path: Path, exiftool: ExifTool, kind: str) -> None:
    said = exiftool(piece_of(tmp_path, exiftool, Frame(65, 24, 20, 40), TAGS[kind]))
    names = ("Area", "Rectangle", "Boundary", "RegionInfo", "RegionList", "ImageRegion")
    assert not [tag for tag in said if any(name in tag for name in names)]


@pytest.mark.parametrize("kind", TAGS)
def test_a_frame_that_lies_on_its_side_turns_them(
    tmp_path: Path, exiftool: ExifTool, kind: str
) -> None:
    result = piece_of(tmp_path, exiftool, Frame(34, 26, 40, 60, 90), TAGS[kind])
    x, y, w, h = painted(result)
    wanted = (x + w / 2, y + h / 2) if kind.startswith("circle") else (x, y, w, h)
    said = exiftool(result)
    assert stated(said, kind, (40, 60)) == pytest.approx(wanted, abs=0.02)
    assert "turned by 270 degrees" in said["XMP-xmpMM:HistoryParameters"]


def test_the_subject_of_exif_goes_along(tmp_path: Path, exiftool: ExifTool) -> None:
    tag = "-ExifIFD:SubjectArea=20 20 24 8"
    said = exiftool(piece_of(tmp_path, exiftool, Frame(40, 24, 60, 40), tag, turns=1))
    assert said["ExifIFD:SubjectArea"] == "24 10 8 24"
    said = exiftool(piece_of(tmp_path, exiftool, Frame(65, 24, 20, 40), tag))
    assert "ExifIFD:SubjectArea" not in said
