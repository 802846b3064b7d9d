"""`BatchProgress`: how far the queue is and the time left, from photos and megapixels left."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Sequence

from core.batch.events import JobEnded, Paused, Resumed
from core.batch.run_progress import RunProgress
from core.queue.job import Job, JobState
from desktop.queue.events import RunStarted

_OPEN = (JobState.WAITING, JobState.RUNNING)


class BatchProgress:
    """Progress of one run after another; photos may join and leave meanwhile.

    Args:
        now: seconds, of a clock that never goes back.
    """

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._run = RunProgress(0, 0.0, now=now)
        self._settled: Collection[int] = frozenset()
        self._ended = 0
        self._ended_megapixels = 0.0

    def set_jobs(self, jobs: Sequence[Job]) -> None:
        """Take the queue as it is now; what has been learnt of the speed stays."""
        todo = [job for job in jobs if job.state in _OPEN]
        self._run.left = len(todo)
        self._run.megapixels_left = _megapixels(
            [job for job in todo if job.id not in self._settled], jobs
        )

    def see(self, event: object, jobs: Sequence[Job]) -> None:
        """Take an event of the engine into account."""
        if isinstance(event, RunStarted):
            self._settled = event.settled
            self._ended, self._ended_megapixels = 0, 0.0
            self._run = RunProgress(0, 0.0, event.settled, now=self._now)
            self.set_jobs(jobs)
        elif isinstance(event, JobEnded):
            before = self._run.megapixels_left
            self._run.update(event)
            self._ended += 1
            self._ended_megapixels += before - self._run.megapixels_left
        elif isinstance(event, Paused | Resumed):
            self._run.update(event)

    @property
    def waiting(self) -> int:
        """Number of photos that are not done yet."""
        return self._run.left

    @property
    def total(self) -> int:
        """Number of photos of this run, those it has done included."""
        return self._ended + self.waiting

    @property
    def ended(self) -> int:
        """Number of photos this run has come to an end with."""
        return self._ended

    @property
    def fraction(self) -> float:
        """Share of the run that is done, 0..1, by megapixels."""
        if whole := self._ended_megapixels + self._run.megapixels_left:
            return self._ended_megapixels / whole
        return self._ended / self.total if self.total else 0.0

    @property
    def seconds_left(self) -> float | None:
        """Seconds the run will still take; None as long as one cannot know."""
        return self._run.seconds_left


def _megapixels(jobs: Sequence[Job], others: Sequence[Job]) -> float:
    """Of these jobs; those nobody has looked at count as the mean of all others."""
    known = [job.megapixels for job in others if job.megapixels is not None]
    mean = sum(known) / len(known) if known else 1.0
    return sum(mean if job.megapixels is None else job.megapixels for job in jobs)
