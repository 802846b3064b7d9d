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
    JobReleased,
    JobSkipped,
    JobStarted,
    Paused,
    QueueFinished,
    Resumed,
    StopReason,
)
from core.batch.fingerprint import stated_fingerprint
from core.batch.inspect_job import NothingToDo
from core.batch.run import BatchControl, Limits, run_batch
from core.batch.run_job import run_job
from core.batch.steps import JobProgress
from core.errors import (
    AlreadyColoredError,
    OutOfMemoryError,
    SessionError,
    StoreBusyError,
    StoreError,
    TargetExistsError,
)
from core.photo.read import read_photo
from core.queue.job import IfExists, JobSettings, JobState

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
    settings = JobSettings(size=96, seed=7, recolor=True, format="jpeg", quality=50)
    desk.store.add([desk.job(desk.photo("a.png"), "a.jpeg", settings=settings)])
    run(desk, colorizer)
    assert colorizer.seen[0][1] == {"size": 96, "seed": 7, "recolor": True}
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

    def counted_write(job: Any, progress: Any, colorization: Any, spec: Any) -> None:
        nonlocal held
        write(job, progress, colorization, spec)
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


def test_a_device_that_has_gone_does_not_fail_a_whole_night(desk: Any, colorizer: Any) -> None:
    def fail(photo: Any) -> None:
        raise SessionError("the card has fallen off the bus.", photo.source)

    colorizer.before = fail
    desk.add(*[desk.photo(f"{i}.png") for i in range(20)])
    summary = run(desk, colorizer)
    assert summary.stopped is StopReason.DEVICE_FAILED
    assert "fallen off" in summary.reason
    assert (summary.failed, summary.left) == (0, 20)
    colorizer.before = lambda _: None
    assert run(desk, colorizer).done == 20


# --- control ---------------------------------------------------------------------------------


def test_stop_after_current_finishes_what_has_its_colours(desk: Any, colorizer: Any) -> None:
    control = BatchControl()
    desk.add(*[desk.photo(f"{i:02}.png") for i in range(20)])
    colorizer.before = lambda _: control.stop_after_current() if len(colorizer.seen) == 4 else None
    summary = run(desk, colorizer, control=control)
    assert summary.stopped is StopReason.STOPPED
    assert summary.done == len(colorizer.seen) == 5
    assert summary.left == 15
    counts = desk.store.counts()
    assert counts[JobState.RUNNING] == 0
    assert {job.attempts for job in desk.store.jobs([JobState.WAITING])} == {0}
    assert len(desk.of_kind(JobReleased)) == len(desk.of_kind(JobStarted)) - 5
    assert run(desk, colorizer).done == 15
    assert len(colorizer.seen) == 20
    assert no_threads_left()


def test_cancel_leaves_nothing_half_done(desk: Any, colorizer: Any) -> None:
    control = BatchControl()
    desk.add(*[desk.photo(f"{i:02}.png") for i in range(20)])
    colorizer.before = lambda _: control.cancel() if len(colorizer.seen) == 4 else None
    summary = run(desk, colorizer, control=control)
    assert summary.stopped is StopReason.CANCELLED
    assert summary.done <= 5
    assert summary.done + summary.left == 20
    assert len(desk.results()) == summary.done


def test_pause_and_resume(desk: Any, colorizer: Any) -> None:
    control = BatchControl()
    desk.add(*[desk.photo(f"{i:02}.png") for i in range(12)])
    begun_while_paused = []

    def listen(event: Any) -> None:
        desk.events.append(event)
        if isinstance(event, Paused):
            threading.Timer(0.3, control.resume).start()
        begun_while_paused.extend([event] if isinstance(event, JobStarted) and pausing() else [])

    def pausing() -> bool:
        marks = [e for e in desk.events if isinstance(e, Paused | Resumed)]
        return bool(marks) and isinstance(marks[-1], Paused)

    colorizer.before = lambda _: control.pause() if len(colorizer.seen) == 2 else None
    summary = run(desk, colorizer, control=control, on_event=listen)
    assert summary.done == 12
    assert begun_while_paused == []
    assert [type(e) for e in desk.events if isinstance(e, Paused | Resumed)] == [Paused, Resumed]


def test_a_pause_can_be_ended_by_a_stop(desk: Any, colorizer: Any) -> None:
    control = BatchControl()
    control.pause()
    desk.add(desk.photo("a.png"))
    threading.Timer(0.2, control.cancel).start()
    assert run(desk, colorizer, control=control).left == 1
    assert colorizer.seen == []


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


def test_one_job_alone_makes_the_same_file(desk: Any, colorizer: Any) -> None:
    """What a worker of a cluster does."""
    source = desk.photo("a.png")
    desk.add(source)
    run(desk, colorizer)
    made = (desk.out / "a.png").read_bytes()
    desk.store.add([desk.job(source, "b.png")])
    made_alone = run_job(desk.store.claim_next(), colorizer)
    assert isinstance(made_alone, JobProgress)
    assert made_alone.confidence == desk.store.jobs()[0].confidence
    assert (desk.out / "b.png").read_bytes() == made


def test_another_worker_may_have_been_quicker(desk: Any, colorizer: Any) -> None:
    """One that was thought lost writes the result while this one colorizes the photo again."""
    desk.add(desk.photo("a.png"), desk.photo("b.png"))
    twice, other = desk.store.claim_next(), desk.store.claim_next()
    colorizer.before = lambda photo: run_job(twice, type(colorizer)())
    result = run_job(twice, colorizer)
    assert isinstance(result, NothingToDo)
    assert (result.done, result.fingerprint) == (True, stated_fingerprint(desk.out / "a.png"))
    colorizer.before = lambda photo: (desk.out / "b.png").write_bytes(b"mine")
    with pytest.raises(TargetExistsError):
        run_job(other, colorizer)
    assert (desk.out / "b.png").read_bytes() == b"mine"


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


# --- what is at the target already -----------------------------------------------------------


def again(desk: Any, colorizer: Any, source: Path, **facts: Any) -> Any:
    desk.add(source, **facts)
    return run(desk, colorizer)


def test_changed_is_decided_by_content_model_and_settings(desk: Any, colorizer: Any) -> None:
    source = desk.photo("a.png")
    assert again(desk, colorizer, source).done == 1
    first = (desk.out / "a.png").stat()
    source.touch()
    assert again(desk, colorizer, source).skipped == 1
    assert desk.of_kind(JobSkipped)[0].job.error_kind == "Unchanged"
    assert (desk.out / "a.png").stat() == first
    assert again(desk, colorizer, source, settings=JobSettings(warmth=0.5)).done == 1
    desk.photo("a.png", value=7)
    assert again(desk, colorizer, source, settings=JobSettings(warmth=0.5)).done == 1
    colorizer.spec.sha256 = "cd" * 32
    assert again(desk, colorizer, source, settings=JobSettings(warmth=0.5)).done == 1
    assert again(desk, colorizer, source, settings=JobSettings(warmth=0.5)).skipped == 1
    (desk.out / "a.png").unlink()
    assert again(desk, colorizer, source, settings=JobSettings(warmth=0.5)).done == 1


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.tif", "a.webp", "a.avif"])
def test_a_result_is_known_without_the_queue(desk: Any, colorizer: Any, name: str) -> None:
    source = desk.photo("a.png")
    for _ in range(2):
        desk.store.add([desk.job(source, name)])
        run(desk, colorizer)
        desk.store.clear(list(JobState))
    assert [type(e) for e in desk.events if isinstance(e, JobFinished | JobSkipped)] == [
        JobFinished,
        JobSkipped,
    ]


def test_changed_leaves_a_strangers_file_alone(desk: Any, colorizer: Any) -> None:
    source, other = desk.photo("a.png"), desk.photo("b.png", value=3)
    desk.out.mkdir()
    stranger = desk.out / "a.png"
    stranger.write_bytes(other.read_bytes())
    assert again(desk, colorizer, source).failed == 1
    assert stranger.read_bytes() == other.read_bytes()
    assert desk.of_kind(JobFailed)[0].job.error_kind == "TargetExistsError"
    stranger.unlink()
    desk.store.add([desk.job(other, "a.png")])
    assert run(desk, colorizer).done == 1
    assert again(desk, colorizer, source).failed == 1


def test_skip_rename_and_overwrite(desk: Any, colorizer: Any) -> None:
    source = desk.photo("a.png")
    desk.out.mkdir()
    (desk.out / "a.png").write_bytes(b"mine")
    assert again(desk, colorizer, source, if_exists=IfExists.SKIP).skipped == 1
    assert again(desk, colorizer, source, if_exists=IfExists.RENAME).done == 1
    assert desk.results() == ["a.png", "a_2.png"]
    assert (desk.out / "a.png").read_bytes() == b"mine"
    assert again(desk, colorizer, source, if_exists=IfExists.OVERWRITE).done == 1
    assert read_photo(desk.out / "a.png").width == 32


def test_photos_in_flight_are_not_renamed_alike(desk: Any, colorizer: Any) -> None:
    desk.out.mkdir()
    (desk.out / "a.png").write_bytes(b"mine")
    sources = [desk.photo(f"{i}/a.png", value=i) for i in range(5)]
    desk.store.add([desk.job(s, "a.png", if_exists=IfExists.RENAME) for s in sources])
    assert run(desk, colorizer).done == 5
    assert desk.results() == ["a.png", *(f"a_{i}.png" for i in range(2, 7))]


@pytest.mark.parametrize("rule", list(IfExists))
def test_what_a_dead_run_had_written_is_not_done_twice(
    desk: Any, colorizer: Any, rule: IfExists
) -> None:
    """The process died between the rename of the file and the note in the queue."""
    source = desk.photo("a.png")
    again(desk, colorizer, source, if_exists=rule)
    (job,) = desk.store.jobs()
    desk.store.db.execute(
        "UPDATE jobs SET state = 'running', made_source = NULL, attempts = 1, finished = NULL"
    )
    assert run(desk, colorizer).done == 1
    assert len(colorizer.seen) == 1
    assert desk.store.jobs()[0].result == job.result
    assert desk.results() == ["a.png"]


def test_the_source_is_never_the_target(desk: Any, colorizer: Any) -> None:
    source = desk.photo("a.png")
    before = source.read_bytes()
    desk.out.mkdir()
    (desk.out / "link.png").hardlink_to(source)
    for target in (source, desk.out / "link.png"):
        desk.store.add([desk.job(source, str(target), if_exists=IfExists.OVERWRITE)])
    assert run(desk, colorizer).failed == 2
    assert source.read_bytes() == before


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
