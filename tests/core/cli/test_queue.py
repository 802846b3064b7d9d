"""``autochrome queue``: what a batch did and what is left, listed and changed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from core.queue.locations import beside_results
from core.queue.store import JobStore

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(run_tiny: Run) -> Run:
    """``run("batch", ...)`` on the tiny model."""
    return run_tiny


def events(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def test_the_queue_is_listed_retried_and_cleared(run: Run, scans: Path) -> None:
    whole = (scans / "a.jpg").read_bytes()
    (scans / "a.jpg").write_bytes(whole[:600])
    run("batch", "scans", "-o", "colour", "-r")
    status, out, err = run("queue", "list", "colour", "--state", "failed")
    assert (status, len(out.splitlines())) == (0, 1)
    assert out.startswith("failed    scans/a.jpg: a.jpg is damaged")
    assert "2 done, 1 failed" in err
    assert len(run("queue", "list", "colour", "--limit", 2)[1].splitlines()) == 2
    listed = events(run("queue", "list", "colour", "--json")[1])
    assert {job["state"] for job in listed} == {"done", "failed"}
    (scans / "a.jpg").write_bytes(whole)
    assert "1 wait again" in run("queue", "retry", "colour")[2]
    assert run("batch", "-o", "colour")[1] == "colour/a_color.jpg\n"
    assert "3 forgotten" in run("queue", "clear", "colour")[2]
    assert run("queue", "list", "colour")[1] == ""
    # what is forgotten is still recognised by what it says of itself
    assert "3 skipped" in run("batch", "scans", "-o", "colour", "-r")[2]
    assert run("queue", "list", "nowhere")[0] == 2


def test_results_are_marked_listed_by_marks_and_redone(
    run: Run, scans: Path, exiftool: Callable[[Path], dict[str, Any]]
) -> None:
    run("batch", "scans", "-o", "colour", "-r")
    status, _, err = run(
        "queue", "mark", "good", "colour", "--photo", "a.jpg", "--photo", "scans/1920/*", "--xmp"
    )
    assert (status, err) == (0, "autochrome: 2 marked good.\n")
    assert exiftool(scans.parent / "colour/a_color.jpg")["XMP-xmp:Rating"] == 5
    run("queue", "mark", "redo", "colour", "--photo", "scans/1920/*")
    lines = run("queue", "list", "colour", "--by-mark")[1].splitlines()
    assert [line.split("[")[-1] for line in lines[:2]] == [
        "good] -> colour/a_color.jpg",
        "redo] -> colour/1920/c_color.tif",
    ]
    run("queue", "mark", "good", "colour", "--photo", "scans/1920/*")
    good = run("queue", "list", "colour", "--mark", "good")[1].splitlines()
    assert [line.split(" -> ")[0] for line in good] == [
        "done      scans/a.jpg [good]",
        "done      scans/1920/c.tif [good]",
    ]
    (doubted,) = run("queue", "list", "colour", "--unsure-first", "--limit", "1", "--json")[
        1
    ].splitlines()
    jobs = events(run("queue", "list", "colour", "--json")[1])
    assert json.loads(doubted)["confidence"] == min(job["confidence"] for job in jobs)
    assert run("queue", "mark", "redo", "colour", "--photo", "b_color.png")[0] == 0
    assert "1 wait again" in run("queue", "retry", "colour", "--redo")[2]
    # what is good stays, whatever the settings are; what was to be done again has other colours
    status, out, err = run("batch", "-o", "colour")
    assert (status, out) == (0, "colour/b_color.png\n")
    assert "2 skipped" in run("batch", "scans", "-o", "colour", "-r", "--warmth", "0.5")[2]
    assert run("queue", "mark", "none", "colour", "--photo", "nothing*")[0] == 1


def test_a_queue_in_the_users_folder_or_a_file(
    run: Run, scans: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import platformdirs  # noqa: PLC0415

    monkeypatch.setattr(platformdirs, "user_data_dir", lambda *_, **__: str(tmp_path / "home"))
    run("batch", "scans", "-o", "colour", "--store", "user")
    run("batch", "scans", "-o", "other", "--store", "q.sqlite3")
    assert not Path("colour/.autochrome").exists()
    assert len(run("queue", "list", "colour")[1].splitlines()) == 2
    assert len(run("queue", "list", "colour", "--store", "user")[1].splitlines()) == 2
    assert len(run("queue", "list", "--store", "q.sqlite3")[1].splitlines()) == 2


def test_a_queue_that_cannot_be_used_is_status_4(run: Run, scans: Path) -> None:
    path = beside_results(Path("colour"))
    path.parent.mkdir(parents=True)
    path.write_bytes(b"SQLite format 3\0" + b"no database" * 500)
    status, out, err = run("batch", "scans", "-o", "colour")
    assert (status, out) == (4, "")
    assert "delete it and give the same command again" in err
    path.unlink()
    with JobStore(path) as store, store.exclusive():
        status, _, err = run("batch", "scans", "-o", "colour")
        assert status == 4
        assert "another Autochrome works through the queue" in err
