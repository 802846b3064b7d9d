"""Ctrl-C, a polite kill and a rude one, in the middle of a batch: real processes."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from skimage import data

from core.queue.job import JobState
from core.queue.locations import beside_results
from core.queue.store import JobStore

Run = Callable[..., tuple[int, str, str]]
ROOT = Path(__file__).parents[3]
SHAPE = (360, 480, 3)


@pytest.fixture
def run(run_tiny: Run) -> Run:
    """``run("batch", ...)`` on the tiny model."""
    return run_tiny


def pixels(path: Path | str) -> np.ndarray[Any, Any]:
    """RGB (H, W, 3) as Pillow reads it, in a type that can be negative."""
    with Image.open(path) as image:
        return np.asarray(image.convert("RGB")).astype(int)


def results(folder: Path) -> list[str]:
    found = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return sorted(path.as_posix() for path in found if ".autochrome" not in path.parts)


@contextmanager
def started(model: Path, *arguments: object) -> Iterator[subprocess.Popen[str]]:
    """A batch that tells its events; what it says goes into ``said.txt``."""
    command = [sys.executable, "-m", "core.cli", "batch", "--model", str(model), "--json"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with (
        Path("said.txt").open("w") as said,
        subprocess.Popen(
            [*command, *map(str, arguments)],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=said,
            text=True,
        ) as process,
    ):
        try:
            yield process
        finally:
            process.kill()


def lines_of(process: subprocess.Popen[str]) -> Iterator[dict[str, Any]]:
    assert process.stdout is not None
    return map(json.loads, process.stdout)


def wait_for_results(told: Iterator[dict[str, Any]], number: int) -> None:
    """Read events until so many photos are done."""
    while number:
        event = next(told, None)
        assert event is not None, Path("said.txt").read_text()
        number -= event["event"] == "done"


@pytest.fixture
def album(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Forty photos, large enough that a signal comes before their end."""
    folder = tmp_path / "album"
    folder.mkdir()
    Image.fromarray(data.camera()).resize((SHAPE[1], SHAPE[0])).save(folder / "0.jpg")
    for number in range(1, 40):
        shutil.copy(folder / "0.jpg", folder / f"{number}.jpg")
    monkeypatch.chdir(tmp_path)
    return folder


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
@pytest.mark.parametrize("signals", [[signal.SIGINT], [signal.SIGTERM], [signal.SIGINT] * 2])
def test_an_interruption_ends_it_in_order(
    album: Path, model: Path, run: Run, signals: list[signal.Signals]
) -> None:
    with started(model, "album", "-o", "colour") as process:
        told = lines_of(process)
        wait_for_results(told, 1)
        for number in signals:
            process.send_signal(number)
        *_, summary = told
        assert process.wait(60) == 3
    assert "once more stops at once" in Path("said.txt").read_text()
    assert summary["event"] == "summary"
    assert summary["left"] == 40 - summary["done"] > 0
    found = results(Path("colour"))
    assert len(found) == summary["done"]
    for name in found:
        assert pixels(Path("colour") / name).shape == SHAPE
    said = run("queue", "list", "colour", "--state", "waiting")[1]
    assert len(said.splitlines()) == summary["left"]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_killed_in_the_middle_the_same_command_continues(
    album: Path, model: Path, run: Run
) -> None:
    made: dict[str, int] = {}
    for round_ in range(2):
        with started(model, "album", "-o", "colour") as process:
            wait_for_results(lines_of(process), 4 + 5 * round_)
            process.send_signal(signal.SIGKILL)
        for name in results(Path("colour")):
            if not name.endswith(".part"):
                made.setdefault(name, (Path("colour") / name).stat().st_ino)
    assert 9 <= len(made) < 40
    assert run("batch", "album", "-o", "colour")[0] == 0
    found = results(Path("colour"))
    assert found == sorted(f"{number}_color.jpg" for number in range(40))
    for name in found:
        assert pixels(Path("colour") / name).shape == SHAPE
    # none is done twice
    assert {name: (Path("colour") / name).stat().st_ino for name in made} == made
    with JobStore(beside_results(Path("colour"))) as store:
        counts = store.counts()
    assert counts[JobState.DONE] + counts[JobState.SKIPPED] == 40
