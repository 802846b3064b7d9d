"""The contact sheet: who is on it, in which order, where."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import tifffile
from PIL import Image

from core.batch import contact_sheet as contact_sheet_module
from core.batch.contact_sheet import contact_sheet
from core.errors import TargetExistsError
from core.photo.photo import Photo
from core.photo.read import read_photo
from core.photo.write import write_photo
from core.queue.job import IfExists, Job, JobSettings, JobState


def plain(text: str) -> str:
    """Without the marks that keep each name's direction its own."""
    return text.translate({0x2068: None, 0x2069: None})


@pytest.fixture
def job(tmp_path: Path) -> Any:
    """``job(name, grey, confidence)``: a photo of one grey, and a red result."""

    def make(name: str, grey: int, confidence: float | None = 0.5, **facts: Any) -> Job:
        source, target = tmp_path / name, tmp_path / f"color_{grey}.png"
        write_photo(Photo(np.full((300, 500), grey, np.uint8)), source, format="png")
        red = np.zeros((500, 300, 3), np.uint8)
        red[..., 0] = grey
        write_photo(Photo(red), target)
        made = Job(grey, source, target, JobSettings(), IfExists.CHANGED, JobState.DONE, 1.0)
        return replace(made, confidence=confidence, **facts)

    return make


def frames(sheet: Path) -> list[tuple[int, int]]:
    """Centre of every pair's two frames: grey of the left one, red of the right one."""
    pixels = np.asarray(Image.open(sheet).convert("RGB")).astype(int)
    found = []
    for top in range(
        3 * contact_sheet_module._GAP, pixels.shape[0] - 50, contact_sheet_module._CELL_H
    ):
        for column in range(contact_sheet_module._COLUMNS):
            y = top + contact_sheet_module._THUMB // 2
            x = (
                column * contact_sheet_module._CELL_W
                + contact_sheet_module._GAP
                + contact_sheet_module._THUMB // 2
            )
            right = pixels[y, x + contact_sheet_module._THUMB + contact_sheet_module._GAP // 2]
            if right[1] == 0:
                found.append((int(pixels[y, x, 1]), int(right[0])))
    return found


def test_the_least_certain_come_first(tmp_path: Path, job: Any) -> None:
    jobs = [job("a.png", 50, 0.9), job("b.png", 90, None), job("c.png", 130, 0.1)]
    jobs += [job("d.png", 170, 0.5), replace(job("e.png", 210), state=JobState.FAILED)]
    sheet = contact_sheet(jobs, tmp_path / "sheet.png")
    assert frames(sheet) == [(130, 130), (170, 170), (50, 50), (90, 90)]


def test_names_are_printed_whatever_they_are(tmp_path: Path, job: Any) -> None:
    names = ["a <b>&amp;.png", "\u00e9\u5199\u771f.png", "x" * 150 + ".png", "new\nline.png", "[0]"]
    if sys.platform == "linux":
        names.append(os.fsdecode(b"latin-\xe9.png"))
    jobs = [job(name, 40 + 10 * number) for number, name in enumerate(names)]
    pixels = read_photo(contact_sheet(jobs, tmp_path / "sheet.png")).pixels
    top = 3 * contact_sheet_module._GAP + contact_sheet_module._THUMB + 4
    labels = pixels[top : top + 20].reshape(20, contact_sheet_module._COLUMNS, -1)
    assert (labels.min(axis=(0, 2)) < 100).all()
    assert len(frames(tmp_path / "sheet.png")) == len(names)


def test_what_cannot_be_read_is_an_empty_frame(tmp_path: Path, job: Any) -> None:
    gone, damaged = job("a.png", 50), job("b.png", 60)
    gone.source.unlink()
    damaged.source.write_bytes(b"\x89PNG\r\n\x1a\n")
    assert frames(contact_sheet([gone, damaged], tmp_path / "s.png")) == [(215, 50), (215, 60)]


def test_a_sheet_has_an_end_and_says_so(
    tmp_path: Path, job: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    titles: list[str] = []
    monkeypatch.setattr(contact_sheet_module, "MOST", 4)
    monkeypatch.setattr(contact_sheet_module, "_print", lambda sheet, text, *_: titles.append(text))
    contact_sheet([job(f"{i}.png", i + 10) for i in range(9)], tmp_path / "s.jpg")
    assert titles[0] == "4 of 9 photos, the least certain first"
    assert len(titles) == 5


def test_photos_of_several_folders_say_theirs(
    tmp_path: Path, job: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    words: list[str] = []
    monkeypatch.setattr(
        contact_sheet_module, "_print", lambda sheet, text, *_: words.append(plain(text))
    )
    for folder in ("box 1", "box 2"):
        (tmp_path / folder).mkdir()
    jobs = [job("box 1/1.png", 10), job("box 2/1.png", 20)]
    contact_sheet(jobs, tmp_path / "s.jpg")
    assert words[1:] == ["box 1/1.png   50%", "box 2/1.png   50%"]
    words.clear()
    contact_sheet(jobs[:1], tmp_path / "s.jpg", overwrite=True)
    assert words[1:] == ["1.png   50%"]


def test_pages_that_became_files_are_pairs_of_their_own(
    tmp_path: Path, job: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    words: list[str] = []
    one = replace(job("album.tif", 50), target=tmp_path / "album.png", split_pages=3)
    with tifffile.TiffWriter(one.source) as tiff:
        for grey in (60, 90, 120):
            tiff.write(np.full((300, 500), grey, np.uint8))
    for number in (1, 3):  # the second one could not be read
        write_photo(Photo(np.full((500, 300, 3), (number, 0, 0), np.uint8)),
                    tmp_path / f"album_{number}.png")  # fmt: skip
    assert frames(contact_sheet([one], tmp_path / "s.png")) == [(60, 1), (120, 3)]
    monkeypatch.setattr(
        contact_sheet_module, "_print", lambda sheet, text, *_: words.append(plain(text))
    )
    contact_sheet([one], tmp_path / "s.png", overwrite=True)
    assert words == [
        "2 photos, the least certain first", "album.tif [1]   50%", "album.tif [3]   50%"
    ]  # fmt: skip


def test_no_photos_are_a_sheet_too(tmp_path: Path) -> None:
    assert read_photo(contact_sheet([], tmp_path / "s.jpg")).width > 1000


def test_a_sheet_that_is_there_stays(tmp_path: Path) -> None:
    (tmp_path / "s.jpg").write_bytes(b"mine")
    with pytest.raises(TargetExistsError):
        contact_sheet([], tmp_path / "s.jpg")
    contact_sheet([], tmp_path / "s.jpg", overwrite=True)


def test_sixteen_bits_alpha_and_orientation(tmp_path: Path, job: Any) -> None:
    one = job("a.png", 100)
    deep = np.full((300, 300), 30000, np.uint16)
    write_photo(Photo(deep, np.full_like(deep, 65535)), one.source, overwrite=True)
    ((left, _),) = frames(contact_sheet([one], tmp_path / "s.png"))
    assert left == pytest.approx(30000 / 257, abs=2)
