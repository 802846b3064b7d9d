"""A result goes where it was asked for, under a name that says what it is."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from core.errors import UnwritableTargetError
from core.planning import result_paths


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
    assert result_paths.path_beside(Path("album") / source, name) == Path("album") / result
    assert (
        result_paths.path_beside(Path("album") / source, name, Path("out")) == Path("out") / result
    )


def test_the_format_is_the_target_s_then_the_photo_s_then_one_that_holds_the_depth() -> None:
    assert result_paths.result_format(Path("a.PNG"), "jpeg", 8) == "png"
    assert result_paths.result_format(None, "webp", 8) == "webp"
    assert result_paths.result_format(None, "raw", 16) == "tiff"
    assert result_paths.result_format(None, "heic", 8) == "jpeg"
    with pytest.raises(UnwritableTargetError, match="BMP"):
        result_paths.result_format(Path("a.bmp"), "jpeg", 8)


def test_a_folder_is_one_by_being_there_by_its_slash_or_by_need(tmp_path: Path) -> None:
    assert result_paths.names_folder(str(tmp_path))
    assert result_paths.names_folder("new/")
    assert result_paths.names_folder("new", several=True)
    assert not result_paths.names_folder("new.jpg")


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UnwritableTargetError, match="cannot be made"):
        result_paths.make_folder(str(tmp_path / "file" / "below"))


def test_the_comparison_stands_beside_the_result() -> None:
    assert result_paths.before_after_path(Path("a/b_color.tif")) == Path("a/b_before_after.tif")
    repaired = Path("a/b_repaired.tif")
    assert result_paths.before_after_path(repaired) == Path("a/b_before_after.tif")
    assert result_paths.before_after_path(Path("a/other.png")) == Path("a/other_before_after.png")


def test_a_folder_is_made_and_must_take_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    result_paths.check_writable(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").is_dir()
    (tmp_path / "file").touch()
    with pytest.raises(UnwritableTargetError, match="cannot be made"):
        result_paths.check_writable(tmp_path / "file" / "b")
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(UnwritableTargetError, match="is not permitted: choose another one"):
        result_paths.check_writable(tmp_path / "a")
