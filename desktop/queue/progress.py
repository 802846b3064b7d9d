"""`BatchProgress`: how far the queue is and the time left, from the megapixels left."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from core.batch.events import JobFailed, JobFinished, JobSkipped, Paused, Resumed
from core.batch.run_progress import RunProgress
from core.queue.job import Job, JobState
from desktop.queue.events import RunStarted

_OPEN = (JobState.WAITING, JobState.RUNNING)


class BatchProgress:
    """Progress of one run after another; photos may join and leave meanwhile."""

    def __init__(self) -> None:
        self.pace = RunProgress(0, 0.0)
        self._settled: Collection[int] = frozenset()
        self._ended = 0
        self._ended_megapixels = 0.0

    def set_jobs(self, jobs: Sequence[Job]) -> None:
        """The queue as it is now; what has been learnt of the speed stays."""
        todo = [job for job in jobs if job.state in _OPEN]
        self.pace.left = len(todo)
        self.pace.megapixels_left = _megapixels(
            [job for job in todo if job.id not in self._settled], jobs
        )

    def see(self, event: object, jobs: Sequence[Job]) -> None:
        """Take an event of the engine into account."""
        if isinstance(event, RunStarted):
            self._settled = event.settled
            self._ended, self._ended_megapixels = 0, 0.0
            self.pace = RunProgress(0, 0.0, event.settled)
            self.set_jobs(jobs)
        elif isinstance(event, JobFinished | JobFailed | JobSkipped):
            before = self.pace.megapixels_left
            self.pace.update(event)
            self._ended += 1
            self._ended_megapixels += before - self.pace.megapixels_left
        elif isinstance(event, Paused | Resumed):
            self.pace.update(event)

    @property
    def total(self) -> int:
        """Photos of this run, those it has done included."""
        return self._ended + self.pace.left

    @property
    def ended(self) -> int:
        """Photos this run has come to an end with."""
        return self._ended

    @property
    def fraction(self) -> float:
        """0..1, by megapixels; by photos where none needs anything."""
        if whole := self._ended_megapixels + self.pace.megapixels_left:
            return self._ended_megapixels / whole
        return self._ended / self.total if self.total else 0.0

    @property
    def seconds_left(self) -> float | None:
        """None as long as one cannot know."""
        return self.pace.seconds_left


def _megapixels(jobs: Sequence[Job], others: Sequence[Job]) -> float:
    """Of these jobs; those nobody has looked at count as the mean of all others."""
    known = [job.megapixels for job in others if job.megapixels is not None]
    mean = sum(known) / len(known) if known else 1.0
    return sum(mean if job.megapixels is None else job.megapixels for job in jobs)
