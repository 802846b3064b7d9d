"""``autochrome split``: files in, pictures and one report out."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from core.photo.photo import Photo
from core.photo.read import read_photo
from core.photo.write import write_photo
from tests.core.scans.test_find import THREE, _page
from tests.scan_pages.draw import draw

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def scans(tmp_path: Path) -> Path:
    """A page of three prints and an empty glass."""
    folder = tmp_path / "scans"
    folder.mkdir()
    write_photo(Photo(draw(_page("grey", THREE), 75)), folder / "page.png")
    write_photo(Photo(draw(_page("white", ()), 75)), folder / "empty.png")
    return folder


@pytest.mark.slow
def test_pages_become_numbered_pictures_and_a_report(run: Run, scans: Path, tmp_path: Path) -> None:
    before = {path.name: path.read_bytes() for path in scans.iterdir()}
    out = tmp_path / "prints"
    status, printed, said = run("split", str(scans), "-o", str(out))
    assert status == 0
    names = sorted(path.name for path in out.glob("*.png"))
    assert names == ["page_01.png", "page_02.png", "page_03.png"]
    assert printed.splitlines() == [str(out / name) for name in names]
    assert "empty.png: nothing lies on it" in said
    assert "3 pictures from 2 scanned pages." in said
    status, _, said = run("split", str(scans / "empty.png"), "-o", str(tmp_path / "none"))
    assert status == 0
    assert "0 pictures from 1 scanned page." in said
    report = json.loads((out / "split.json").read_text(encoding="utf-8"))
    found = {Path(entry["scan"]).name: entry for entry in report["scans"]}
    assert found["empty.png"]["prints"] == []
    assert [entry["file"] for entry in found["page.png"]["prints"]] == names
    first = read_photo(out / "page_01.png")
    assert first.width == pytest.approx(found["page.png"]["prints"][0]["width"], abs=1)
    assert {path.name: path.read_bytes() for path in scans.iterdir()} == before


@pytest.mark.slow
def test_earlier_pictures_are_replaced_only_when_told(
    run: Run, scans: Path, tmp_path: Path
) -> None:
    out = str(tmp_path / "prints")
    assert run("split", str(scans), "-o", out)[0] == 0
    status, _, said = run("split", str(scans), "-o", out)
    assert status == 1
    assert "--overwrite" in said
    assert run("split", str(scans), "-o", out, "--overwrite")[0] == 0
    report = json.loads((tmp_path / "prints" / "split.json").read_text(encoding="utf-8"))
    assert len(report["scans"]) == 2


@pytest.mark.slow
def test_one_bad_scan_costs_one_scan(run: Run, scans: Path, tmp_path: Path) -> None:
    (scans / "torn.png").write_bytes((scans / "page.png").read_bytes()[:3000])
    status, printed, said = run("split", str(scans), "-o", str(tmp_path / "out"))
    assert status == 1
    assert "torn.png" in said
    assert len(printed.splitlines()) == 3


def test_a_photo_alone_gives_itself(run: Run, tmp_path: Path) -> None:
    rng = np.random.default_rng(1)
    pixels = rng.integers(0, 65535, (300, 400), np.uint16)
    path = write_photo(Photo(pixels), tmp_path / "alone.tif")
    assert run("split", str(path), "-o", str(tmp_path / "out"))[0] == 0
    assert (read_photo(tmp_path / "out" / "alone_01.tif").pixels == pixels).all()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["split", "a.png", "-o", __file__], "the pictures need a folder"),
        (["split", "-", "-o", "out"], "no standard input"),
        (["split", "a.png"], "--output"),
    ],
)
def test_what_makes_no_sense_is_status_2(run: Run, arguments: list[str], words: str) -> None:
    status, _, said = run(*arguments)
    assert status == 2
    assert words in said
