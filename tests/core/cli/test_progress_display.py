"""What is said while a batch runs: a bar, JSON, or only what went wrong."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from core.batch.events import (
    JobEvent,
    JobFailed,
    JobFinished,
    JobSkipped,
    JobStarted,
    Noticed,
    Paused,
    Resumed,
)
from core.batch.run_progress import RunProgress
from core.cli.progress_display import event_listener
from core.queue.job import IfExists, Job, JobSettings, JobState

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


JOB = Job(
    1, Path("/in/a.jpg"), Path("/out/a.jpg"), JobSettings(), IfExists.CHANGED, JobState.FAILED, 1.0,
    error="a.jpg is damaged.", error_kind="UnreadablePhotoError",
)  # fmt: skip
EVENTS: list[JobEvent] = [
    JobStarted(JOB),
    JobFailed(JOB),
    JobSkipped(replace(JOB, error_kind="Unchanged"), "nothing has changed."),
    JobSkipped(replace(JOB, error_kind="AlreadyColoredError"), "it has colours already."),
    Paused("the disk is full."),
    Resumed(),
    Noticed("a worker was lost."),
    JobFinished(JOB),
]


def said(capsys: pytest.CaptureFixture[str], *, json: bool, quiet: bool) -> tuple[str, str]:
    """What a program (no terminal) is told of every kind of event."""
    with event_listener(RunProgress(4, 4.0), json=json, quiet=quiet) as listen:
        for event in EVENTS:
            listen(event)
    return capsys.readouterr()


def test_every_event_in_lines(capsys: pytest.CaptureFixture[str]) -> None:
    out, err = said(capsys, json=False, quiet=False)
    assert out.splitlines() == [str(Path("/out/a.jpg"))]
    assert err.splitlines() == [
        f"autochrome: {Path('/in/a.jpg')}: a.jpg is damaged.",
        f"autochrome: {Path('/in/a.jpg')}: it has colours already.",
        "autochrome: the disk is full.",
        "autochrome: going on.",
        "autochrome: a worker was lost.",
    ]


def test_every_event_for_who_wants_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    out, err = said(capsys, json=False, quiet=True)
    words = ["a.jpg is damaged.", "the disk is full.", "a worker was lost."]
    assert out == ""
    assert [line.split(": ")[-1] for line in err.splitlines()] == words


def test_every_event_in_json(capsys: pytest.CaptureFixture[str]) -> None:
    out, err = said(capsys, json=True, quiet=False)
    told = events(out)
    assert err == ""
    assert [event["event"] for event in told] == [
        "started", "failed", "failed", "failed", "paused", "resumed", "noticed", "failed",
    ]  # fmt: skip
    assert told[4]["reason"] == "the disk is full."
    assert told[6]["words"] == "a worker was lost."
    assert told[-1]["left"] == 0
