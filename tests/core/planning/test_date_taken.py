"""The day in a result's name."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from core.photo.header import PhotoHeader
from core.planning import date_taken
from core.planning.name_template import NameTemplate
from core.planning.source_photo import SourcePhoto
from core.planning.target_names import TargetNamer

OUT = Path("/results")


SCANS = Path("/scans")


def photo(name: str, format: str | None = "jpeg", folder: Path = SCANS) -> SourcePhoto:  # noqa: A002
    return SourcePhoto(folder / name, Path(name), folder / name, PhotoHeader(format))


def names(namer: TargetNamer, *photos: SourcePhoto) -> list[str]:
    return [target.relative_to(OUT).as_posix() for target in namer.targets(photos)]


def test_a_date_comes_from_the_photo(tmp_path: Path) -> None:
    scan = tmp_path / "a.jpg"
    scan.write_bytes(b"no picture")
    os.utime(scan, (0, 86400 * 366))
    found = photo("a.jpg", folder=tmp_path)
    assert names(TargetNamer(OUT, NameTemplate("{date:%Y}/{stem}")), found) == ["1971/a.jpg"]


@pytest.mark.parametrize("seconds", [1e12, 1e30, -1e12, float("nan")])
def test_a_file_of_no_day_in_any_calendar(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seconds: float
) -> None:
    monkeypatch.setattr(Path, "stat", lambda _: SimpleNamespace(st_mtime=seconds))
    assert date_taken._changed_on(tmp_path) == date(1970, 1, 1)
