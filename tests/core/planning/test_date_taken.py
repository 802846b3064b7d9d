"""The day in a result's name."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from core.photo.header import PhotoHeader
from core.planning.date_taken import date_taken
from core.planning.name_template import NameTemplate
from core.planning.source_photo import SourcePhoto
from core.planning.target_names import TargetNamer


def found(path: Path, date_taken: date | None = None) -> SourcePhoto:
    return SourcePhoto(path, Path(path.name), path, PhotoHeader("jpeg", date_taken=date_taken))


def test_the_photos_own_day_comes_before_its_files(tmp_path: Path) -> None:
    scan = tmp_path / "a.jpg"
    scan.touch()
    os.utime(scan, (0, 86400 * 366))
    assert date_taken(found(scan)).year == 1971
    assert date_taken(found(scan, date_taken=date(1932, 5, 6))) == date(1932, 5, 6)


def test_a_result_is_named_by_the_day(tmp_path: Path) -> None:
    namer = TargetNamer(tmp_path, NameTemplate("{date:%Y}/{stem}"))
    photo = found(tmp_path / "a.jpg", date_taken=date(1932, 5, 6))
    assert namer.targets([photo]) == [tmp_path / "1932" / "a.jpg"]


@pytest.mark.parametrize("seconds", [1e12, 1e30, -1e12, float("nan")])
def test_a_file_of_no_day_in_any_calendar(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seconds: float
) -> None:
    monkeypatch.setattr(Path, "stat", lambda _: SimpleNamespace(st_mtime=seconds))
    assert date_taken(found(tmp_path)) == date(1970, 1, 1)


def test_a_file_that_is_gone_has_a_day(tmp_path: Path) -> None:
    assert date_taken(found(tmp_path / "gone.jpg")) == date(1970, 1, 1)
