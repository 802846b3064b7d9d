"""A full disk: a pause or an end, nothing half written, and every photo once there is room."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from core.batch import run_control, steps
from core.batch.events import JobFailed, JobFinished, Paused, Resumed, StopReason
from core.batch.run import BatchControl, Limits, run_batch
from core.files.disk_space import free_bytes
from core.photo.photo import Photo
from core.photo.write import write_photo
from core.queue.job import JobState
from core.queue.store import JobStore

MB = 1 << 20


def mount(folder: Path) -> None:
    """Let a folder be a disk of 4 MB."""
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(folder)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("mounting a small disk is not allowed here")


def unmount(folder: Path) -> None:
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


@pytest.fixture
def tight(desk: Any) -> Iterator[Any]:
    """``out`` is a disk of 4 MB."""
    mount(desk.out)
    yield desk
    unmount(desk.out)


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run_control, "_RETRY_S", 0.05)


def noise(desk: Any, rng: np.random.Generator, count: int) -> None:
    """Photos that PNG cannot compress: nearly 1 MB a result."""
    sources = []
    for number in range(count):
        codes = rng.integers(0, 65536, (400, 400), np.uint16)
        sources.append(write_photo(Photo(codes), desk.inside / f"{number:02}.png"))
    desk.add(*sources)


def make_room(folder: Path) -> None:
    subprocess.run(["mount", "-o", "remount,size=40m", str(folder)], check=True)


def check(desk: Any, count: int) -> None:
    """All are there, each done once, nothing else."""
    assert desk.results() == [f"{i:02}.png" for i in range(count)]
    for path in desk.out.iterdir():
        np.asarray(Image.open(path))
    assert desk.store.counts()[JobState.DONE] == count
    assert {job.attempts for job in desk.store.jobs()} == {1}
    assert desk.of_kind(JobFailed) == []
    assert len(desk.of_kind(JobFinished)) == count


@pytest.mark.slow
@pytest.mark.parametrize("foreseen", [True, False])
@pytest.mark.parametrize("overlap", [True, False])
def test_it_waits_and_goes_on(
    tight: Any,
    colorizer: Any,
    rng: np.random.Generator,
    monkeypatch: pytest.MonkeyPatch,
    foreseen: bool,
    overlap: bool,
) -> None:
    if not foreseen:
        monkeypatch.setattr(steps, "bytes_needed", lambda *_: 0)
    noise(tight, rng, 16)
    timers: list[threading.Timer] = []

    def listen(event: Any) -> None:
        tight.events.append(event)
        if isinstance(event, Paused) and not timers:
            timers.append(threading.Timer(0.4, make_room, [tight.out]))
            timers[0].start()

    limits = Limits(disk_reserve_mb=0, max_photos_in_flight=8 if overlap else 1)
    summary = run_batch(tight.store, colorizer, on_event=listen, limits=limits)
    assert summary.stopped is None
    assert "make room" in tight.of_kind(Paused)[0].reason
    assert len(tight.of_kind(Paused)) == len(tight.of_kind(Resumed))
    check(tight, 16)


@pytest.mark.parametrize("foreseen", [True, False])
def test_it_stops_and_the_next_run_goes_on(
    tight: Any,
    colorizer: Any,
    rng: np.random.Generator,
    monkeypatch: pytest.MonkeyPatch,
    foreseen: bool,
) -> None:
    if not foreseen:
        monkeypatch.setattr(steps, "bytes_needed", lambda *_: 0)
    noise(tight, rng, 16)
    limits = Limits(disk_reserve_mb=0, when_disk_full="stop")
    summary = run_batch(tight.store, colorizer, on_event=tight.events.append, limits=limits)
    assert summary.stopped is StopReason.DISK_FULL
    assert "make room" in summary.reason
    assert 0 < summary.done < 16
    assert summary.done + summary.left == 16
    assert len(tight.results()) == summary.done
    make_room(tight.out)
    run_batch(tight.store, colorizer, on_event=tight.events.append, limits=limits)
    check(tight, 16)


def test_the_reserve_stays_free(tight: Any, colorizer: Any, rng: np.random.Generator) -> None:
    noise(tight, rng, 6)
    limits = Limits(disk_reserve_mb=2, when_disk_full="stop")
    summary = run_batch(tight.store, colorizer, limits=limits)
    assert summary.stopped is StopReason.DISK_FULL
    assert free_bytes(tight.out) >= 2 * MB


def test_a_full_disk_can_be_stopped_by_hand(
    tight: Any, colorizer: Any, rng: np.random.Generator
) -> None:
    noise(tight, rng, 16)
    control = BatchControl()

    def listen(event: Any) -> None:
        if isinstance(event, Paused):
            control.stop_after_current()

    limits = Limits(disk_reserve_mb=0)
    summary = run_batch(tight.store, colorizer, control=control, on_event=listen, limits=limits)
    assert summary.stopped is StopReason.STOPPED
    assert summary.done + summary.left == 16
    assert len(tight.results()) == summary.done


@pytest.mark.parametrize("when_full", ["wait", "stop"])
def test_the_queue_itself_has_no_room(
    tight: Any, colorizer: Any, rng: np.random.Generator, when_full: Any
) -> None:
    """The queue lies on the disk that fills: results there are found again, not made again."""
    with JobStore(tight.out / ".autochrome" / "queue.sqlite3") as store:
        tight.store = store
        noise(tight, rng, 6)
        ballast = tight.out / "ballast"

        def listen(event: Any) -> None:
            tight.events.append(event)
            if isinstance(event, JobFinished) and not ballast.exists():
                fill(ballast)
            if isinstance(event, Paused):
                make_room(tight.out)

        limits = Limits(disk_reserve_mb=0, when_disk_full=when_full, max_photos_in_flight=2)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(steps, "bytes_needed", lambda *_: 0)
            summary = run_batch(store, colorizer, on_event=listen, limits=limits)
        if when_full == "stop":
            assert summary.stopped is StopReason.DISK_FULL
            make_room(tight.out)
            run_batch(store, colorizer, on_event=tight.events.append, limits=limits)
        assert store.counts()[JobState.DONE] == 6
        names = [name for name in tight.results() if name.endswith((".png", ".part"))]
        assert names == [f"{i:02}.png" for i in range(6)]


def test_a_drive_that_is_pulled_out_costs_its_photos(desk: Any, colorizer: Any) -> None:
    drive = desk.inside / "usb"
    mount(drive)
    on_drive = [desk.photo(f"usb/{i}.png") for i in range(4)]
    desk.add(*on_drive, desk.photo("5.png"), desk.photo("6.png"))
    colorizer.before = lambda _: None if colorizer.seen else unmount(drive)
    limits = Limits(max_photos_in_flight=1)
    summary = run_batch(desk.store, colorizer, on_event=desk.events.append, limits=limits)
    assert (summary.done, summary.failed) == (3, 3)
    assert all("put its disk or folder back" in e.job.error for e in desk.of_kind(JobFailed))
    for source in on_drive[1:]:
        desk.photo(f"usb/{source.name}")
    assert desk.store.retry_failed() == 3
    assert run_batch(desk.store, colorizer).done == 3


def fill(ballast: Path) -> None:
    with ballast.open("wb", buffering=0) as file:
        while True:
            try:
                file.write(bytes(4096))
            except OSError:
                return
