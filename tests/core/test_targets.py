"""A result goes where it was asked for, under a name that says what it is."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from core import targets
from core.errors import UnwritableTargetError


@pytest.mark.parametrize(
    ("source", "name", "result"),
    [
        ("scan.tif", "tiff", "scan_color.tif"),
        ("SCAN.JPEG", "jpeg", "SCAN_color.JPEG"),
        ("misnamed.tif", "jpeg", "misnamed_color.jpg"),
        ("raw.nef", "tiff", "raw_color.tif"),
        ("no_ending", "png", "no_ending_color.png"),
        ("two.dots.webp", "webp", "two.dots_color.webp"),
    ],
)
def test_a_result_stands_beside_its_photo(source: str, name: str, result: str) -> None:
    assert targets.beside(Path("album") / source, name) == Path("album") / result
    assert targets.beside(Path("album") / source, name, Path("out")) == Path("out") / result


def test_the_format_is_the_target_s_then_the_photo_s_then_one_that_holds_the_depth() -> None:
    assert targets.result_format(Path("a.PNG"), "jpeg", 8) == "png"
    assert targets.result_format(None, "webp", 8) == "webp"
    assert targets.result_format(None, "raw", 16) == "tiff"
    assert targets.result_format(None, "heic", 8) == "jpeg"
    with pytest.raises(UnwritableTargetError, match="BMP"):
        targets.result_format(Path("a.bmp"), "jpeg", 8)


def test_a_folder_is_one_by_being_there_by_its_slash_or_by_need(tmp_path: Path) -> None:
    assert targets.is_folder(str(tmp_path))
    assert targets.is_folder("new/")
    assert targets.is_folder("new", several=True)
    assert not targets.is_folder("new.jpg")


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UnwritableTargetError, match="cannot be made"):
        targets.made_folder(str(tmp_path / "file" / "below"))


def test_the_comparison_stands_beside_the_result() -> None:
    assert targets.before_after(Path("a/b_color.tif")) == Path("a/b_before_after.tif")
    assert targets.before_after(Path("a/other.png")) == Path("a/other_before_after.png")


def test_a_folder_is_made_and_must_take_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    targets.check_writable(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").is_dir()
    (tmp_path / "file").touch()
    with pytest.raises(UnwritableTargetError, match="cannot be made"):
        targets.check_writable(tmp_path / "file" / "b")
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(UnwritableTargetError, match="is not permitted: choose another one"):
        targets.check_writable(tmp_path / "a")
