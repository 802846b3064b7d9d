"""``autochrome batch --dry-run``: everything is said, nothing is done."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(run_tiny: Run) -> Run:
    """``run("batch", ...)`` on the tiny model."""
    return run_tiny


def events(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def results(folder: Path) -> list[str]:
    found = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return sorted(path.as_posix() for path in found if ".autochrome" not in path.parts)


def test_a_dry_run_says_everything_and_does_nothing(run: Run, scans: Path) -> None:
    run("batch", "scans/a.jpg", "-o", "colour")
    (scans / "empty.tif").touch()
    before = results(Path("colour"))
    command = ("batch", "scans", "-o", "colour", "-r", "--dry-run", "--exclude", "*.png")
    status, out, err = run(*command)
    assert status == 1
    assert out.splitlines() == [
        "skip    scans/a.jpg: neither the photo nor the model nor the settings have changed.",
        "fail    scans/empty.tif: empty.tif is empty: copy it again from where it came.",
        "write   scans/1920/c.tif -> colour/1920/c_color.tif",
    ]
    assert "1 to write, 0 to replace, 1 to skip, 1 would fail; 0.0 megapixels from 0.0 MB" in err
    assert "passed over: left out by a pattern (1)." in err
    assert "Nothing was done." in err
    assert results(Path("colour")) == before
    *photos, summary = events(run(*command, "--json")[1])
    assert [photo["action"] for photo in photos] == ["skip", "fail", "write"]
    assert photos[2]["megapixels"] == pytest.approx(0.0048)
    assert (summary["write"], summary["bytes"]) == (1, (scans / "1920/c.tif").stat().st_size)
    assert run("batch", "scans/a.jpg", "-o", "new", "--dry-run")[0] == 0
    assert not Path("new").exists()


def test_it_knows_what_was_asked_for_one_photo(run: Run, scans: Path) -> None:
    run("batch", "scans/a.jpg", "-o", "colour", "--consistent")
    run("queue", "mark", "redo", "colour", "--photo", "a.jpg")
    run("queue", "retry", "colour", "--redo")
    run("batch", "-o", "colour")
    planned = run("batch", "scans/a.jpg", "-o", "colour", "--consistent", "--dry-run")[1]
    assert planned.startswith("skip    scans/a.jpg: neither the photo")
