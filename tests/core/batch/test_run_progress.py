"""How fast a batch says it is, on a clock that the test moves."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from core.batch.events import JobFailed, JobFinished, JobSkipped, JobStarted, Paused, Resumed
from core.batch.run_progress import RunProgress
from core.queue.job import IfExists, Job, JobSettings, JobState


@dataclass
class Clock:
    seconds: float = 100.0

    def __call__(self) -> float:
        return self.seconds


def job(megapixels: float | None) -> Job:
    return Job(1, Path("a"), Path("b"), JobSettings(), IfExists.CHANGED, JobState.DONE, 1.0,
               megapixels=megapixels)  # fmt: skip


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_the_time_left_comes_from_megapixels_not_from_files(clock: Clock) -> None:
    progress = RunProgress(left=3, megapixels_left=111, now=clock)
    assert progress.seconds_left is None
    clock.seconds += 5
    progress.update(JobStarted(job(10)))
    progress.update(JobFinished(job(10)))
    assert progress.photos_per_second == pytest.approx(0.2)
    assert progress.seconds_left == pytest.approx(101 / 2)
    assert progress.text() == "1 done, 2 left, 0.20 photos/s, 0:00:50 to go"


def test_photos_that_need_nothing_promise_nothing(clock: Clock) -> None:
    progress = RunProgress(left=1000, megapixels_left=1000, now=clock)
    for _ in range(900):
        clock.seconds += 0.01
        progress.update(JobSkipped(job(1), "unchanged"))
    assert progress.seconds_left is None
    clock.seconds += 2
    progress.update(JobFinished(job(1)))
    assert progress.seconds_left == pytest.approx(99 * 2)
    assert progress.skipped == 900


def test_what_will_probably_be_skipped_is_no_work(clock: Clock) -> None:
    progress = RunProgress(left=3, megapixels_left=5, up_to_date={1}, now=clock)
    clock.seconds += 1
    progress.update(JobSkipped(job(12), "unchanged"))
    assert progress.megapixels_left == 5
    clock.seconds += 1
    progress.update(JobFinished(replace(job(2), id=2)))
    assert progress.seconds_left == pytest.approx(3 / 2)


def test_a_pause_is_not_the_photos_fault(clock: Clock) -> None:
    progress = RunProgress(left=2, megapixels_left=2, now=clock)
    progress.update(Paused("the disk is full"))
    clock.seconds += 3600
    progress.update(Resumed())
    clock.seconds += 1
    progress.update(JobFinished(job(1)))
    assert progress.seconds_left == pytest.approx(1)


def test_the_end_is_the_end_whatever_the_sizes_were(clock: Clock) -> None:
    progress = RunProgress(left=2, megapixels_left=10, now=clock)
    clock.seconds += 1
    progress.update(JobFinished(job(3)))
    progress.update(JobFailed(job(None)))  # counts as the mean, 5
    assert (progress.left, progress.megapixels_left, progress.seconds_left) == (0, 0, 0)
    assert progress.text() == "1 done, 1 failed, 0 left, 1.0 photos/s"


def test_the_recent_speed_counts(clock: Clock) -> None:
    progress = RunProgress(left=1400, megapixels_left=1400, now=clock)
    for seconds in [10.0] * 200 + [1.0] * 200:
        clock.seconds += seconds
        progress.update(JobFinished(job(1)))
    assert progress.seconds_left == pytest.approx(1000)


def test_an_estimate_counts_photos_as_well_as_megapixels(clock: Clock) -> None:
    """Two seconds a photo and a tenth a megapixel: small ones first, then the large ones."""
    progress = RunProgress(left=40, megapixels_left=20 * 1 + 10 * 2 + 10 * 50, now=clock)
    for size in [1] * 20 + [2] * 10:
        clock.seconds += 2 + size / 10
        progress.update(JobFinished(job(size)))
    assert progress.seconds_left == pytest.approx(10 * 2 + 500 / 10)


def test_an_estimate_is_never_negative(clock: Clock) -> None:
    """Large photos that were quicker, by chance, take no time away."""
    progress = RunProgress(left=4, megapixels_left=41, now=clock)
    for size, seconds in ((1.0, 10.0), (20.0, 2.0)):
        clock.seconds += seconds
        progress.update(JobFinished(job(size)))
    assert progress.seconds_left == pytest.approx(2 * 6)


def test_photos_that_need_nothing_take_no_time(clock: Clock) -> None:
    progress = RunProgress(left=5, megapixels_left=3, up_to_date={7, 8}, now=clock)
    for number, size in ((1, 1.0), (2, 2.0)):
        clock.seconds += 4 + size
        progress.update(JobFinished(replace(job(size), id=number)))
    progress.update(JobSkipped(replace(job(9), id=7), "unchanged"))
    assert progress.seconds_left == pytest.approx(4)  # one photo; its megapixels are all accounted
