"""How far the queue is: by megapixels, while photos join, leave and need nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from core.batch.events import JobFailed, JobFinished, JobSkipped
from core.queue.job import IfExists, Job, JobSettings, JobState
from desktop.queue.events import RunStarted
from desktop.queue.progress import BatchProgress


def jobs(*megapixels: float | None) -> list[Job]:
    return [
        Job(
            n, Path(f"/in/{n}"), Path(f"/out/{n}"), JobSettings(), IfExists.CHANGED,
            JobState.WAITING, n, megapixels=size,
        )
        for n, size in enumerate(megapixels)
    ]  # fmt: skip


def done(job: Job) -> JobFinished:
    return JobFinished(replace(job, state=JobState.DONE))


def test_large_photos_count_for_more() -> None:
    todo, progress = jobs(10, 30), BatchProgress()
    progress.set_jobs(todo)
    progress.see(RunStarted(frozenset()), todo)
    progress.see(done(todo[0]), todo)
    assert progress.fraction == 0.25
    assert (progress.ended, progress.total) == (1, 2)
    progress.see(JobFailed(todo[1]), todo)
    assert progress.fraction == 1


def test_photos_join_and_leave_while_it_runs() -> None:
    todo, progress = jobs(10, 10), BatchProgress()
    progress.see(RunStarted(frozenset()), todo)
    progress.see(done(todo[0]), todo)
    progress.set_jobs([replace(todo[0], state=JobState.DONE), *jobs(10, 10, 10, 10)[1:]])
    assert (progress.ended, progress.total, progress.fraction) == (1, 4, 0.25)
    progress.set_jobs([todo[1]])
    assert (progress.total, progress.fraction) == (2, 0.5)


def test_what_needs_nothing_is_no_work() -> None:
    todo, progress = jobs(90, 10, None), BatchProgress()
    progress.see(RunStarted(frozenset({0})), todo)
    progress.see(JobSkipped(todo[0], "unchanged"), todo)
    assert progress.fraction == 0
    progress.see(done(todo[1]), todo)
    assert progress.fraction == pytest.approx(10 / 60)  # unknown ones count as the mean of all


def test_the_time_left_comes_from_the_megapixels_left() -> None:
    seconds = [0.0]
    todo, progress = jobs(10, 10, 20), BatchProgress(now=lambda: seconds[0])
    progress.see(RunStarted(frozenset()), todo)
    assert progress.seconds_left is None
    seconds[0] = 5.0  # ten megapixels in five seconds
    progress.see(done(todo[0]), todo)
    assert progress.seconds_left == pytest.approx(15)
