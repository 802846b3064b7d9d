"""What a sidecar says of turning, straightening and cropping is done by both commands."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from skimage import data

from core.colorize.edits import Crop, Edit
from core.colorize.sidecar import write_sidecar
from core.colorize.strokes import Stroke
from core.photo.read import read_photo
from tests.core.metadata.helpers import ExifTool, numbers

Run = Callable[..., tuple[int, str, str]]
#: A face at 0.5, 0.5 of the photo, in shares.
FACE = (
    "-XMP-mwg-rs:RegionInfo={RegionList=[{Area={X=0.5,Y=0.5,W=0.2,H=0.1,Unit=normalized},"
    "Name=Anna,Type=Face}]}"
)


@pytest.mark.parametrize("command", ["colorize", "batch"])
def test_a_photo_is_turned_and_cut(
    run: Run, model: Path, photo: Path, tmp_path: Path, exiftool: ExifTool, command: str
) -> None:
    exiftool(photo, FACE)
    before = photo.read_bytes()
    write_sidecar(photo, Edit(turn=1, crop=Crop(0.0, 0.25, 1.0, 0.5)))
    out = tmp_path / "out"
    status, _, said = run(command, photo, "-o", f"{out}/", "--model", model)
    assert (status, photo.read_bytes()) == (0, before), said
    result = out / "grandma_color.jpg"
    grey = np.asarray(Image.open(photo).convert("L")).astype(float)  # 160 x 120
    made = np.asarray(Image.open(result).convert("L")).astype(float)
    assert made.shape == (80, 120)
    assert np.abs(made - np.rot90(grey, -1)[40:120]).mean() < 4
    facts = exiftool(result)
    area = [numbers(facts, "XMP-mwg-rs", f"Area{side}")[0] for side in "XYWH"]
    assert area == pytest.approx([0.5, 0.5, 0.1, 0.4], abs=0.01)
    words = str(facts["XMP-xmpMM:HistoryParameters"])
    assert "turned by 90 degrees" in words
    assert "cut out: 120 x 80 pixels" in words


@pytest.mark.parametrize("command", ["colorize", "batch"])
def test_a_stroke_stays_on_its_thing(
    run: Run, model: Path, photo: Path, tmp_path: Path, command: str
) -> None:
    """A red dot in the photo's upper left lies in the upper right of one turned clockwise."""
    red = Stroke(((0.2, 0.2),), 0.1, ab=(70.0, 50.0))
    results = []
    for name, edit in (("with", Edit(turn=1, strokes=(red,))), ("without", Edit(turn=1))):
        write_sidecar(photo, edit)
        assert run(command, photo, "-o", f"{tmp_path / name}/", "--model", model)[0] == 0
        result = Image.open(tmp_path / name / "grandma_color.jpg").convert("RGB")
        results.append(np.asarray(result).astype(int))
    changed = np.abs(results[0] - results[1]).sum(-1)
    rows, columns = np.nonzero(changed > 8)
    assert columns.mean() == pytest.approx(0.8 * 120, abs=4)
    assert rows.mean() == pytest.approx(0.2 * 160, abs=4)


def test_before_and_after_are_cut_alike(run: Run, model: Path, photo: Path) -> None:
    write_sidecar(photo, Edit(straighten=3.0, crop=Crop(0.2, 0.2, 0.5, 0.5)))
    assert run("colorize", photo, "--model", model, "--before-after")[0] == 0
    after = read_photo(photo.with_name("grandma_color.jpg"))
    both = read_photo(photo.with_name("grandma_before_after.jpg"))
    assert (after.width, after.height) == (80, 60)
    assert both.height == 60
    assert both.width > 2 * after.width


def test_another_frame_makes_the_result_anew(
    run: Run, model: Path, photo: Path, tmp_path: Path
) -> None:
    command = ("batch", photo, "-o", tmp_path / "out", "--model", model)
    run(*command)
    assert "1 skipped" in run(*command)[2]
    write_sidecar(photo, Edit(straighten=1.0))
    assert "1 photo done" in run(*command)[2]


@pytest.mark.parametrize("command", ["colorize", "batch"])
def test_a_border_is_cut_off_where_asked(
    run: Run, model: Path, tmp_path: Path, command: str
) -> None:
    page = np.full((400, 440), 245, np.uint8)
    page[20:380, 20:420] = np.clip(data.camera()[50:410, 50:450], 0, 200)
    path = tmp_path / "print.png"
    Image.fromarray(page).save(path)
    made = ["--model", model, "-o", f"{tmp_path}/out/"]
    assert run(command, path, *made, "--cut-borders")[0] == 0
    result = read_photo(tmp_path / "out" / "print_color.png")
    assert result.width == pytest.approx(400, abs=8)
    assert result.height == pytest.approx(360, abs=8)
    assert result.width <= 400
