"""What is said while a batch runs: a bar, JSON, or only what went wrong."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., tuple[int, str, str]]

ALL = ["1920/c_color.tif", "a_color.jpg", "b_color.png"]


@pytest.fixture
def run(run_tiny: Run) -> Run:
    """``run("batch", ...)`` on the tiny model."""
    return run_tiny


def events(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def test_json_tells_programs_everything(run: Run, scans: Path) -> None:
    (scans / "empty.tif").touch()
    status, out, err = run("batch", "scans", "-o", "colour", "--json")
    told = events(out)
    assert (status, err) == (1, "")
    assert told[0] == {"event": "planned", "photos": 3, "passed_over": {
        "sub-folders without --recursive": 1}}  # fmt: skip
    ended = {
        Path(event["source"]).name: event for event in told if "left" in event and "state" in event
    }
    assert {name: event["event"] for name, event in ended.items()} == {
        "a.jpg": "done", "b.png": "done", "empty.tif": "failed"
    }  # fmt: skip
    assert ended["empty.tif"]["error_kind"] == "UnreadablePhotoError"
    assert {event["left"] for event in ended.values()} == {0, 1, 2}
    summary = told[-1]
    assert (summary["event"], summary["done"], summary["failed"], summary["status"]) == (
        "summary", 2, 1, 1
    )  # fmt: skip


def test_quiet_says_only_what_went_wrong(run: Run, scans: Path) -> None:
    (scans / "empty.tif").touch()
    status, out, err = run("batch", "scans", "-o", "colour", "--quiet")
    assert (status, out) == (1, "")
    assert err.startswith("autochrome: scans/empty.tif: empty.tif is empty")
    assert err.count("\n") == 1


def test_a_bar_where_a_person_watches(
    run: Run, scans: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (scans / "empty.tif").touch()
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("FORCE_COLOR", "1")
    status, out, err = run("batch", "scans", "-o", "colour", "-r")
    assert status == 1
    assert sorted(out.splitlines()) == [f"colour/{name}" for name in ALL]
    assert "empty.tif is empty" in err
    assert "3 photos done, 1 failed" in err
