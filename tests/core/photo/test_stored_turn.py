"""How pixels are turned by the file itself, told by the decoder and by exiftool."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from core.photo.read import read_photo
from core.photo.write import write_photo
from tests.core.metadata.helpers import ExifTool, numbers
from tests.core.photo.heic import HEIGHT, WIDTH, heic

pytest.importorskip("pi_heif")

TURNS: list[tuple[tuple[bytes, int], ...]] = [
    (),
    *[((b"irot", quarters),) for quarters in (1, 2, 3)],
    *[((b"imir", axis),) for axis in (0, 1)],
    *[((b"irot", 1), (b"imir", axis)) for axis in (0, 1)],
    *[((b"imir", axis), (b"irot", 3)) for axis in (0, 1)],
]
REGION = (
    "-XMP-mwg-rs:RegionInfo={AppliedToDimensions={W=96,H=64,Unit=pixel},RegionList=[{Area="
    "{X=0.125,Y=0.125,W=0.25,H=0.25,Unit=normalized},Name=Luise,Type=Face}]}"
)


@pytest.mark.parametrize("turns", TURNS, ids=str)
def test_a_face_in_a_heic_turns_with_its_pixels(
    turns: tuple[tuple[bytes, int], ...], tmp_path: Path, exiftool: ExifTool
) -> None:
    """The red corner is the face: where the decoder puts it the region has to be."""
    source, target = tmp_path / "face.heic", tmp_path / "out.jpg"
    source.write_bytes(heic(turns))
    exiftool(source, "-struct", REGION, "-XMP-tiff:Orientation=1", "-IFD0:Orientation#=1")
    write_photo(photo := read_photo(source), target)
    said = exiftool(target)
    rgb = np.asarray(Image.open(target)).astype(int)
    rows, columns = np.nonzero(rgb[..., 0] - rgb[..., 1] > 60)
    height, width = rgb.shape[:2]
    there = ((columns.mean() + 0.5) / width, (rows.mean() + 0.5) / height)
    assert (_region(said, "AreaX"), _region(said, "AreaY")) == pytest.approx(there, abs=0.03)
    lying = photo.width == WIDTH
    assert (_region(said, "AreaW"), _region(said, "AreaH")) == (0.25, 0.25)
    assert _region(said, "AppliedToDimensionsW") == (WIDTH if lying else HEIGHT)
    assert said["IFD0:Orientation"] == 1


def test_what_exif_says_of_a_heic_is_no_turn(tmp_path: Path, exiftool: ExifTool) -> None:
    source, target = tmp_path / "said.heic", tmp_path / "out.jpg"
    source.write_bytes(heic())
    exiftool(source, "-struct", REGION, "-IFD0:Orientation#=6", "-ExifIFD:SubjectArea=12 8 10 4")
    write_photo(read_photo(source), target)
    said = exiftool(target)
    assert (_region(said, "AreaX"), _region(said, "AreaY")) == (0.125, 0.125)
    assert said["ExifIFD:SubjectArea"] == "12 8 10 4"


def _region(said: dict[str, Any], name: str) -> float:
    return numbers(said, "XMP-mwg-rs", name)[0]
