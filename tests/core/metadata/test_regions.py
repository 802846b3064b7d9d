"""Every place of a region turns with the pixels: what it marks is painted, and looked for after."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from core.metadata.regions import turned_subject
from core.photo.read import read_photo
from core.photo.write import write_photo
from tests.core.metadata.helpers import ExifTool, numbers

#: The stored picture, and what is painted in it: corner and size in pixels.
WIDTH, HEIGHT = 80, 48
X, Y, W, H = 8, 16, 24, 8
MIDDLE = (X + W // 2, Y + H // 2)


def struct(**fields: str) -> str:
    """A structure as exiftool is given one."""
    return "{" + ",".join(f"{name}={value}" for name, value in fields.items()) + "}"


def boundary(shape: str, unit: str) -> str:
    dx, dy = (1, 1) if unit == "pixel" else (WIDTH, HEIGHT)
    places: dict[str, Any]
    if shape == "rectangle":
        places = {"RbX": X / dx, "RbY": Y / dy, "RbW": W / dx, "RbH": H / dy}
    elif shape == "circle":
        places = {"RbX": MIDDLE[0] / dx, "RbY": MIDDLE[1] / dy, "RbRx": W / 2 / dx}
    else:
        corners = ((X, Y), (X + W, Y), (X + W, Y + H))
        points = ",".join(struct(RbX=str(x / dx), RbY=str(y / dy)) for x, y in corners)
        places = {"RbVertices": f"[{points}]"}
    said = {"RbShape": shape, "RbUnit": unit, **{name: str(v) for name, v in places.items()}}
    return f"-XMP-iptcExt:ImageRegion=[{{RegionBoundary={struct(**said)}}}]"


MWG = struct(X=str(MIDDLE[0]), Y=str(MIDDLE[1]), W=str(W), H=str(H), Unit="pixel")
TAGS = {
    "mwg": f"-XMP-mwg-rs:RegionInfo={{RegionList=[{{Area={MWG}}}]}}",
    "microsoft": "-XMP-MP:RegionInfoMP={Regions=[{Rectangle="
    f"{X / WIDTH}|, {Y / HEIGHT}|, {W / WIDTH}|, {H / HEIGHT}}}]}}",
    **{
        f"{shape} in {unit}": boundary(shape, unit)
        for shape in ("rectangle", "circle", "polygon")
        for unit in ("pixel", "relative")
    },
}


def through(tmp_path: Path, exiftool: ExifTool, orientation: int, *tags: str) -> Path:
    codes = np.zeros((HEIGHT, WIDTH), np.uint8)
    codes[Y : Y + H, X : X + W] = 255
    path = tmp_path / "stored.jpg"
    Image.fromarray(codes).save(path, quality=95)
    exiftool(path, "-n", f"-IFD0:Orientation={orientation}", *tags)
    return write_photo(read_photo(path), tmp_path / "upright.jpg", quality=95)


def painted(path: Path) -> tuple[float, float, float, float]:
    """Corner and size of what is white in the result."""
    rows, columns = np.nonzero(np.asarray(Image.open(path).convert("L")) > 128)
    return (
        float(columns.min()), float(rows.min()),
        float(np.ptp(columns)) + 1, float(np.ptp(rows)) + 1,
    )  # fmt: skip


def stated(said: dict[str, Any], kind: str, size: tuple[int, int]) -> tuple[float, ...]:
    """Corner and size that the result states, in pixels; of a circle its middle, twice."""
    if kind == "mwg":
        x, y, w, h = (numbers(said, "XMP-mwg-rs", f"Area{s}")[0] for s in "XYWH")
        return x - w / 2, y - h / 2, w, h
    if kind == "microsoft":
        x, y, w, h = (float(part) for part in said["XMP-MP:RegionRectangle"].split(","))
        return x * size[0], y * size[1], w * size[0], h * size[1]
    group = "XMP-iptcExt"
    dx, dy = (1, 1) if kind.endswith("pixel") else size
    if kind.startswith("polygon"):
        xs = np.array(numbers(said, group, "VerticesX")) * dx
        ys = np.array(numbers(said, group, "VerticesY")) * dy
        return xs.min(), ys.min(), np.ptp(xs), np.ptp(ys)
    x, y = numbers(said, group, "BoundaryX")[0] * dx, numbers(said, group, "BoundaryY")[0] * dy
    if kind.startswith("circle"):
        assert numbers(said, group, "BoundaryRx")[0] * dx == pytest.approx(W / 2, abs=0.01)
        return x, y
    return (
        x,
        y,
        numbers(said, group, "BoundaryW")[0] * dx,
        numbers(said, group, "BoundaryH")[0] * dy,
    )


@pytest.mark.parametrize("kind", TAGS)
@pytest.mark.parametrize("orientation", [2, 3, 4, 5, 6, 7, 8])
def test_a_region_stays_where_it_was_painted(
    tmp_path: Path, exiftool: ExifTool, orientation: int, kind: str
) -> None:
    result = through(tmp_path, exiftool, orientation, TAGS[kind])
    x, y, w, h = painted(result)
    wanted = (x + w / 2, y + h / 2) if kind.startswith("circle") else (x, y, w, h)
    with Image.open(result) as image:
        size = image.size
    assert stated(exiftool(result), kind, size) == pytest.approx(wanted, abs=0.02)


@pytest.mark.parametrize("orientation", [1, 2, 3, 4, 5, 6, 7, 8])
def test_exifs_subject_turns(tmp_path: Path, exiftool: ExifTool, orientation: int) -> None:
    area = f"{MIDDLE[0]} {MIDDLE[1]} {W} {H}"
    tags = (f"-ExifIFD:SubjectArea={area}", f"-XMP-exif:SubjectLocation={MIDDLE[0]}")
    result = through(tmp_path, exiftool, orientation, *tags)
    x, y, w, h = painted(result)
    found = [int(part) for part in str(exiftool(result)["ExifIFD:SubjectArea"]).split()]
    assert found == [x + w / 2, y + h / 2, w, h]


def test_a_subject_in_xmp_turns(tmp_path: Path, exiftool: ExifTool) -> None:
    tags = [f"-XMP-exif:SubjectArea={value}" for value in (*MIDDLE, W, H)]
    result = through(tmp_path, exiftool, 6, *tags)
    x, y, w, h = painted(result)
    assert numbers(exiftool(result), "XMP-exif", "SubjectArea") == [x + w / 2, y + h / 2, w, h]


def test_apples_roll_turns(tmp_path: Path, exiftool: ExifTool) -> None:
    """A face that lay on its side, in a picture that lay on its side, stands upright."""
    face = "{Area={X=0.5,Y=0.5,W=0.1,H=0.1,Unit=normalized},Extensions={AngleInfoRoll=270}}"
    result = through(tmp_path, exiftool, 6, f"-XMP-mwg-rs:RegionInfo={{RegionList=[{face}]}}")
    said = exiftool(result)
    assert [v for k, v in said.items() if k.endswith("AngleInfoRoll")] == [0]


@pytest.mark.parametrize("numbers", [[], [1], [1, 2, 3, 4, 5]])
def test_what_is_no_subject_stays(numbers: list[int]) -> None:
    assert turned_subject(numbers, 6, (80, 48)) == numbers
