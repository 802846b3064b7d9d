"""`RunProgress`: how far a run is, how fast, and how long it will take."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final

from core.batch.events import (
    JobEvent,
    JobFailed,
    JobFinished,
    JobSkipped,
    JobStarted,
    Paused,
    Resumed,
    StopReason,
    Summary,
)
from core.errors import StoreError, StoreFullError
from core.queue.job import JobState

#: So many photos back the speed is looked at: a disk or a computer does not stay equally fast.
_RECENT: Final = 200


@dataclass
class RunProgress:
    """How far a batch is, from its events; time goes by megapixels, photos being so different.

    Photos that need nothing count for neither speed nor time: a second run would else promise
    hours for what takes minutes, and the other way round.

    Args:
        left: jobs to do.
        megapixels_left: theirs; jobs of unknown size count as the mean.
        up_to_date: ids of jobs that need nothing, as far as one knows: they count as no megapixels.
        now: seconds, of a clock that never goes back.
    """

    left: int
    megapixels_left: float
    up_to_date: Collection[int] = ()
    now: Callable[[], float] = time.monotonic
    done: int = 0
    failed: int = 0
    skipped: int = 0
    megapixels_done: float = 0.0
    begun: bool = False
    _recent: deque[tuple[float, float]] = field(default_factory=lambda: deque(maxlen=_RECENT))
    _last: float = 0.0

    def __post_init__(self) -> None:
        self._mean = self.megapixels_left / max(1, self.left - len(self.up_to_date))
        self._start = self._last = self.now()

    def update(self, event: JobEvent) -> None:
        """Take an event into account."""
        if isinstance(event, JobFinished | JobFailed | JobSkipped):
            self._count(event)
        elif isinstance(event, Paused | Resumed):
            self._last = self.now()
        elif isinstance(event, JobStarted):
            self.begun = True

    def _count(self, event: JobFinished | JobFailed | JobSkipped) -> None:
        passed, self._last = self.now() - self._last, self.now()
        megapixels = event.job.megapixels
        megapixels = self._mean if megapixels is None else megapixels
        self.left = max(0, self.left - 1)
        if event.job.id not in self.up_to_date:
            self.megapixels_left = max(0.0, self.megapixels_left - megapixels)
        if not self.left:
            self.megapixels_left = 0.0
        if isinstance(event, JobFinished):
            self.done += 1
            self.megapixels_done += megapixels
            self._recent.append((passed, megapixels))
        elif isinstance(event, JobFailed):
            self.failed += 1
        else:
            self.skipped += 1

    @property
    def photos_per_second(self) -> float:
        """Of the photos colorized lately."""
        seconds = sum(passed for passed, _ in self._recent)
        return len(self._recent) / seconds if seconds else 0.0

    @property
    def seconds_left(self) -> float | None:
        """None as long as no photo has been colorized."""
        megapixels = sum(size for _, size in self._recent)
        if not megapixels:
            return None if self.left else 0.0
        seconds = sum(passed for passed, _ in self._recent)
        return self.megapixels_left * seconds / megapixels

    def interrupted_summary(self, error: StoreError) -> Summary:
        """What a run did whose queue cannot say it any more."""
        counts = {
            JobState.DONE: self.done,
            JobState.FAILED: self.failed,
            JobState.SKIPPED: self.skipped,
        }
        full = isinstance(error, StoreFullError)
        why = StopReason.DISK_FULL if full else StopReason.QUEUE_FAILED
        seconds = self.now() - self._start
        return Summary(counts, self.left, self.megapixels_done, seconds, why, str(error))

    def text(self) -> str:
        """``12 done, 1 failed, 87 left, 3.1 photos/s, 0:00:28 to go``."""
        counts = [f"{self.done:,} done"]
        counts += [f"{self.failed:,} failed"] if self.failed else []
        counts += [f"{self.skipped:,} skipped"] if self.skipped else []
        counts += [f"{self.left:,} left"]
        if rate := self.photos_per_second:
            counts += [f"{rate:.{2 if rate < 1 else 1}f} photos/s"]
        if self.seconds_left:
            counts += [f"{timedelta(seconds=round(self.seconds_left))} to go"]
        return ", ".join(counts)
