"""``kill -9`` at any moment, then the same again: every photo once, nothing half written."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import tifffile
from PIL import Image, ImageSequence

from core.queue.job import JobState
from core.queue.store import JobStore

ROOT = Path(__file__).parents[3]
PHOTOS = 40
#: A program of its own: a real colorizer, a real queue, a line for each photo that is done.
PROGRAM = """
import os
import signal
import sys
from pathlib import Path
from core.batch import steps
from core.batch.run import Limits, run_batch
from core.colorize.colorizer import Colorizer
from core.batch.events import JobFinished
from core.queue.job import NewJob
from core.queue.store import JobStore

model, folder, out = map(Path, sys.argv[1:])
read_page = steps.read_page

def read(job, *rest):
    if job.source.name == "poison.png":
        os.kill(os.getpid(), signal.SIGKILL)
    return read_page(job, *rest)

steps.read_page = read
colorizer = Colorizer(model, device="cpu", threads=1)

def listen(event):
    if isinstance(event, JobFinished):
        print(event.job.source.name, flush=True)

with JobStore(out / ".autochrome" / "queue.sqlite3") as store:
    if not store.jobs(limit=1):
        store.add([NewJob(path, out / path.name) for path in sorted(folder.iterdir())])
    run_batch(store, colorizer, on_event=listen, limits=Limits(disk_reserve_mb=0))
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Photos of several formats and sizes; every eighth is a document of four pages."""
    made = tmp_path_factory.mktemp("photos")
    rng = np.random.default_rng(4)
    for number in range(PHOTOS):
        side = 40 + 6 * number
        codes = rng.integers(0, 256, (side, side + 30), np.uint8)
        if number % 8 == 7:
            pages = [codes[: side - page] for page in range(4)]
            with tifffile.TiffWriter(made / f"{number:02}.tif") as tiff:
                for page in pages:
                    tiff.write(page)
        else:
            suffix = (".png", ".jpg", ".webp", ".tif")[number % 4]
            Image.fromarray(codes).save(made / f"{number:02}{suffix}")
    return made


def start(model: Path, folder: Path, out: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", PROGRAM, str(model), str(folder), str(out)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def killed_after(process: subprocess.Popen[str], photos: int, delay: float) -> list[str]:
    """The names it had printed when it was shot."""
    assert process.stdout is not None
    with process:
        lines = [process.stdout.readline() for _ in range(photos)]
        time.sleep(delay)
        process.kill()
        lines += process.stdout.readlines()
    return [line.strip() for line in lines if line.endswith("\n")]


def visible(out: Path) -> list[Path]:
    return sorted(path for path in out.iterdir() if not path.name.startswith("."))


def decode_whole(path: Path) -> int:
    """By an independent decoder; how many pages."""
    with Image.open(path) as image:
        return sum(frame.convert("RGB").getpixel((0, 0)) is not None
                   for frame in ImageSequence.Iterator(image))  # fmt: skip


def identities(store: JobStore) -> dict[str, tuple[int, int]]:
    done = store.jobs([JobState.DONE])
    return {j.target.name: (j.target.stat().st_ino, j.target.stat().st_mtime_ns) for j in done}


def one_round(model: Path, folder: Path, out: Path, seed: int, most: int = 1) -> None:
    """Killed once or more often, and then left alone."""
    chance = random.Random(seed)  # noqa: S311
    told: list[str] = []
    known: dict[str, tuple[int, int]] = {}
    for _ in range(chance.randint(1, most)):
        left = PHOTOS - len(known)
        process = start(model, folder, out)
        told += killed_after(process, chance.randrange(left) if left else 0, chance.random() / 20)
        for path in visible(out) if out.exists() else []:
            assert decode_whole(path) in (1, 4)
        if (out / ".autochrome").exists():
            with JobStore(out / ".autochrome" / "queue.sqlite3") as store:
                now = identities(store)
                assert known.items() <= now.items()
                known = now
    with start(model, folder, out) as process:
        assert process.stdout is not None
        told += process.stdout.read().split()
    assert process.returncode == 0
    with JobStore(out / ".autochrome" / "queue.sqlite3") as store:
        assert store.counts()[JobState.DONE] == PHOTOS
        assert known.items() <= identities(store).items()
    assert len(told) == len(set(told))
    assert [path.name for path in visible(out)] == [p.name for p in sorted(folder.iterdir())]
    for path in visible(out):
        assert decode_whole(path) == (4 if int(path.stem) % 8 == 7 else 1)
    assert not list(out.glob(".autochrome-*"))


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3))
def test_killed_and_continued(
    tiny_model: Callable[..., Path], folder: Path, tmp_path: Path, seed: int
) -> None:
    one_round(tiny_model(), folder, tmp_path / "out", seed)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(3, 23))
def test_killed_and_continued_for_long(
    tiny_model: Callable[..., Path], folder: Path, tmp_path: Path, seed: int
) -> None:
    one_round(tiny_model(), folder, tmp_path / "out", seed, most=3)


@pytest.mark.slow
def test_a_photo_that_kills_the_program_costs_itself(
    tiny_model: Callable[..., Path], folder: Path, tmp_path: Path
) -> None:
    """Whoever starts the program again each time, as a loop in a shell does, comes to an end."""
    inside, out, model = tmp_path / "in", tmp_path / "out", tiny_model()
    inside.mkdir()
    good = sorted(folder.iterdir())[:6]
    for number, photo in enumerate(good):
        (inside / f"{number}{photo.suffix}").symlink_to(photo)
    (inside / "poison.png").symlink_to(good[0])
    (inside / "z.png").symlink_to(good[0])
    statuses: list[int] = []
    while not statuses or statuses[-1]:
        with start(model, inside, out) as process:
            process.communicate()
        statuses.append(process.returncode)
        assert len(statuses) <= 7
    assert statuses == [-signal.SIGKILL] * 6 + [0]
    with JobStore(out / ".autochrome" / "queue.sqlite3") as store:
        (failed,) = store.jobs([JobState.FAILED])
        assert store.counts()[JobState.DONE] == 7
    assert failed.source.name == "poison.png"
    assert failed.error_kind == "WorkerLostError"
    assert "in hand each of the 6 times that the program died" in (failed.error or "")
    assert len(visible(out)) == 7
