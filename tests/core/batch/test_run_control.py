"""Pausing and stopping a run, and a device that fails: what was begun comes to its end."""

from __future__ import annotations

import threading
from typing import Any

from core.batch.events import (
    JobReleased,
    JobStarted,
    Paused,
    Resumed,
    StopReason,
)
from core.batch.run import BatchControl, run_batch
from core.errors import (
    SessionError,
)
from core.queue.job import JobState


def run(desk: Any, colorizer: Any, **options: Any) -> Any:
    options.setdefault("on_event", desk.events.append)
    return run_batch(desk.store, colorizer, **options)


def no_threads_left() -> bool:
    return not [t for t in threading.enumerate() if t.name.startswith("autochrome-batch")]


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
