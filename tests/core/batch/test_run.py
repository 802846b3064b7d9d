"""The engine: every photo comes to its end, whatever the others do."""

from __future__ import annotations

import hashlib
import threading
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from core.batch.events import (
    JobFailed,
    JobFinished,
    JobSkipped,
    JobStarted,
    QueueFinished,
)
from core.batch.fingerprint import stated_fingerprint
from core.batch.run import Limits, run_batch
from core.colorize.album_folder import album_name
from core.colorize.reference_colors import ColorReferences
from core.colorize.tint import TintOptions, WhenUnsure
from core.errors import (
    AlreadyColoredError,
    OutOfMemoryError,
    StoreBusyError,
    StoreError,
)
from core.queue.job import JobSettings, JobState

ONE_BY_ONE = Limits(max_photos_in_flight=1, workers=1)


def run(desk: Any, colorizer: Any, **options: Any) -> Any:
    options.setdefault("on_event", desk.events.append)
    return run_batch(desk.store, colorizer, **options)


def no_threads_left() -> bool:
    return not [t for t in threading.enumerate() if t.name.startswith("autochrome-batch")]


@pytest.mark.parametrize("limits", [Limits(), ONE_BY_ONE])
def test_every_photo_is_done_and_told(desk: Any, colorizer: Any, limits: Limits) -> None:
    sources = [desk.photo(f"sub{i % 2}/{i}.png", value=10 * i) for i in range(9)]
    desk.store.add([desk.job(s, f"deep/{s.parent.name}/{s.name}") for s in sources])
    summary = run(desk, colorizer, limits=limits)
    assert (summary.done, summary.failed, summary.left, summary.stopped) == (9, 0, 0, None)
    assert summary.megapixels == pytest.approx(9 * 24 * 32 / 1e6)
    assert len(desk.of_kind(JobStarted)) == len(desk.of_kind(JobFinished)) == 9
    assert desk.events[-1] == QueueFinished(summary)
    for job in desk.store.jobs():
        assert job.state is JobState.DONE
        assert job.source_sha256 == hashlib.sha256(job.source.read_bytes()).hexdigest()
        assert job.provider == "NoneExecutionProvider"
        assert job.confidence == pytest.approx(np.asarray(Image.open(job.source)).mean() / 255)
        assert stated_fingerprint(job.target) == job.result
        assert np.asarray(Image.open(job.target)).shape == (24, 32, 3)
    assert no_threads_left()


def test_the_settings_reach_the_network_and_the_file(desk: Any, colorizer: Any) -> None:
    settings = JobSettings(
        size=96, seed=7, recolor=True, format="jpeg", quality=50, tinted=WhenUnsure.SKIP,
        like="/like.jpg", consistent=True,
    )  # fmt: skip
    desk.store.add([desk.job(desk.photo("a.png"), "a.jpeg", settings=settings)])
    run(desk, colorizer)
    assert colorizer.seen[0][1] == {
        "size": 96,
        "seed": 7,
        "recolor": True,
        "tint": TintOptions(WhenUnsure.SKIP),
        "hints": (),
        "strokes": (),
        "references": ColorReferences(
            Path("/like.jpg"),
            album_name(desk.inside, colorizer.spec.sha256, "", 7, 96),
            desk.store.path.parent / "queue albums",
        ),
    }
    with Image.open(desk.out / "a.jpeg") as image:
        assert image.format == "JPEG"


def test_overlap_changes_no_byte(desk: Any, colorizer: Any) -> None:
    sources = [desk.photo(f"{i}.png", value=i) for i in range(12)]
    for name, limits in (("many", Limits(workers=4)), ("one", ONE_BY_ONE)):
        desk.store.add([desk.job(source, f"{name}/{source.name}") for source in sources])
        run(desk, colorizer, limits=limits)
    for source in sources:
        many, one = (desk.out / name / source.name for name in ("many", "one"))
        assert many.read_bytes() == one.read_bytes()


def test_megapixels_in_flight_are_bounded(desk: Any, colorizer: Any) -> None:
    """Photos are 0.01 megapixels: a budget of 0.025 holds two, and a larger one goes alone."""
    sources = [desk.photo(f"{i}.png", shape=(100, 100)) for i in range(8)]
    desk.add(*sources, desk.photo("large.png", shape=(300, 300)))
    held, most, lock = 0, 0, threading.Lock()
    from core.batch import steps  # noqa: PLC0415

    read, write = steps.read_page, steps.write_page

    def counted_read(*args: Any) -> Any:
        nonlocal held, most
        photo = read(*args)
        with lock:
            held += photo.pixels.size
            most = max(most, held if photo.pixels.size == 10_000 else held - 80_000)
        return photo

    def counted_write(job: Any, progress: Any, colorization: Any, spec: Any, look: Any) -> None:
        nonlocal held
        write(job, progress, colorization, spec, look)
        with lock:
            held -= colorization.photo.pixels.size

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(steps, "read_page", counted_read)
        patch.setattr(steps, "write_page", counted_write)
        summary = run(desk, colorizer, limits=Limits(max_megapixels_in_flight=0.025, workers=4))
    assert summary.done == 9
    assert most <= 20_000


def test_one_bad_photo_costs_one_photo(desk: Any, colorizer: Any) -> None:
    good = [desk.photo(f"{i}.png") for i in range(4)]
    bad = desk.inside / "bad.jpg"
    bad.write_bytes(b"\xff\xd8\xff")
    gone = desk.inside / "gone.png"
    desk.add(good[0], bad, good[1], gone, *good[2:])
    summary = run(desk, colorizer)
    assert (summary.done, summary.failed) == (4, 2)
    failed = {event.job.source: event.job for event in desk.of_kind(JobFailed)}
    assert "bad.jpg is damaged" in (failed[bad].error or "")
    assert failed[gone].error_kind == "PhotoNotFoundError"
    assert desk.results() == sorted(source.name for source in good)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (ValueError("surprise"), "ValueError: surprise"),
        (MemoryError(), "not enough memory"),
        (OSError(5, "Input/output error"), "Input/output error"),
        (OutOfMemoryError("too large."), "too large."),
    ],
)
def test_whatever_the_network_raises_is_a_sentence(
    desk: Any, colorizer: Any, error: Exception, words: str
) -> None:
    bad, good = desk.photo("bad.png"), desk.photo("good.png")

    def fail(photo: Any) -> None:
        if photo.source == bad:
            raise error

    colorizer.before = fail
    desk.add(bad, good)
    summary = run(desk, colorizer)
    assert (summary.done, summary.failed) == (1, 1)
    job = desk.of_kind(JobFailed)[0].job
    assert words in job.error
    assert desk.results() == ["good.png"]


def test_a_coloured_photo_is_skipped_with_the_reason(desk: Any, colorizer: Any) -> None:
    def refuse(photo: Any) -> None:
        raise AlreadyColoredError("it has colours already.", photo.source)

    colorizer.before = refuse
    desk.add(desk.photo("a.png"))
    assert run(desk, colorizer).skipped == 1
    (event,) = desk.of_kind(JobSkipped)
    assert event.job.error_kind == "AlreadyColoredError"


def test_jobs_can_be_cancelled_reordered_and_added_while_it_runs(desk: Any, colorizer: Any) -> None:
    sources = [desk.photo(f"{i}.png") for i in range(6)]
    late = desk.photo("late.png")
    ids = desk.add(*sources)

    def meddle(photo: Any) -> None:
        if photo.source == sources[0]:
            desk.store.cancel([ids[1]])
            desk.store.reorder(ids[5], ids[2])
            desk.add(late)

    colorizer.before = meddle
    summary = run(desk, colorizer, limits=ONE_BY_ONE)
    order = [photo.source.name for photo, _ in colorizer.seen]
    assert order == ["0.png", "5.png", "2.png", "3.png", "4.png", "late.png"]
    assert summary.done == 6
    assert desk.store.state_of(ids[1]) is JobState.CANCELLED


def test_a_running_job_can_be_cancelled(desk: Any, colorizer: Any) -> None:
    ids = desk.add(*[desk.photo(f"{i}.png") for i in range(3)])

    def listen(event: Any) -> None:
        if isinstance(event, JobStarted):
            desk.store.cancel(ids)

    summary = run(desk, colorizer, on_event=listen)
    assert summary.done == 0
    assert desk.store.counts()[JobState.CANCELLED] == 3


def test_a_job_can_be_cleared_while_its_result_is_written(desk: Any, colorizer: Any) -> None:
    ids = desk.add(*[desk.photo(f"{i}.png") for i in range(3)])

    def clear_behind(photo: Any) -> None:
        desk.store.cancel([ids[1]])
        desk.store.clear([JobState.CANCELLED])

    colorizer.before = clear_behind
    assert run(desk, colorizer).done == 2
    assert [job.id for job in desk.store.jobs()] == [ids[0], ids[2]]


@pytest.mark.parametrize("error", [KeyboardInterrupt, RuntimeError])
def test_an_exception_lets_go_of_everything(desk: Any, colorizer: Any, error: type) -> None:
    desk.add(*[desk.photo(f"{i:02}.png") for i in range(12)])

    def listen(event: Any) -> None:
        if isinstance(event, JobFinished):
            raise error

    with pytest.raises(error):
        run(desk, colorizer, on_event=listen)
    counts = desk.store.counts()
    assert counts[JobState.RUNNING] == 0
    assert len(desk.results()) == counts[JobState.DONE] < 12
    assert no_threads_left()
    assert run(desk, colorizer).done == counts[JobState.WAITING]


def test_a_queue_that_breaks_ends_the_batch(
    desk: Any, colorizer: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.add(*[desk.photo(f"{i}.png") for i in range(6)])

    def broken(*_: object, **__: object) -> None:
        raise StoreError("the queue is damaged.", desk.store.path)

    with monkeypatch.context() as patch:
        patch.setattr(desk.store, "finish", broken)
        with pytest.raises(StoreError, match="damaged"):
            run(desk, colorizer)
    assert no_threads_left()
    assert run(desk, colorizer).left == 0
    assert desk.results() == [f"{i}.png" for i in range(6)]


def test_a_target_folder_that_cannot_be_made(desk: Any, colorizer: Any) -> None:
    desk.out.mkdir()
    (desk.out / "sub").write_bytes(b"a file")
    desk.store.add([desk.job(desk.photo("a.png"), "sub/a.png"), desk.job(desk.photo("b.png"))])
    summary = run(desk, colorizer)
    assert (summary.done, summary.failed) == (1, 1)
    assert "could not be written" in desk.of_kind(JobFailed)[0].job.error


def test_two_engines_do_not_share_a_queue(desk: Any, colorizer: Any) -> None:
    desk.add(desk.photo("a.png"))
    with desk.store.exclusive(), pytest.raises(StoreBusyError):
        run(desk, colorizer)


def test_failed_photos_can_be_tried_again(desk: Any, colorizer: Any) -> None:
    source = desk.inside / "a.png"
    desk.add(source)
    assert run(desk, colorizer).failed == 1
    desk.photo("a.png")
    assert run(desk, colorizer).done == 0
    assert desk.store.retry_failed() == 1
    assert run(desk, colorizer).done == 1


def test_what_was_in_hand_in_three_deaths_goes_last_and_alone(desk: Any, colorizer: Any) -> None:
    desk.add(*[desk.photo(f"{number}.png") for number in range(9)])
    for _ in range(3):
        for _ in range(2):
            desk.store.claim_next()
        desk.store.recover()
    beside: list[tuple[int, int]] = []

    def listen(event: Any) -> None:
        if isinstance(event, JobFinished):
            running = desk.store.counts()[JobState.RUNNING]
            beside.append((int(event.job.source.stem), running))

    assert run_batch(desk.store, colorizer, on_event=listen).done == 9
    assert [number for number, _ in beside[-2:]] == [0, 1]
    assert beside[-2:] == [(0, 0), (1, 0)]
