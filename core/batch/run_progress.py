"""`RunProgress`: how far a run is, how fast, and how long it will take."""

from __future__ import annotations

import math
import time
from collections import deque
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final

from core.batch.events import (
    JobEnded,
    JobEvent,
    JobFailed,
    JobFinished,
    JobSetAside,
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


#: Photos whose sizes differ by less, as a share of their mean, do not tell the two times apart.
_ALIKE: Final = 0.05


@dataclass
class RunProgress:
    """How far a batch is, from its events.

    A photo takes some time for being one and some for each of its megapixels: what the photos done
    lately took says how much of each.

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
    unsure: int = 0
    megapixels_done: float = 0.0
    begun: bool = False
    _recent: deque[tuple[float, float]] = field(default_factory=lambda: deque(maxlen=_RECENT))
    _last: float = 0.0

    def __post_init__(self) -> None:
        self._mean = self.megapixels_left / max(1, self.left - len(self.up_to_date))
        self._settled = len(self.up_to_date)
        self._start = self._last = self.now()

    def update(self, event: JobEvent) -> None:
        """Take an event into account."""
        if isinstance(event, JobEnded):
            self._count(event)
        elif isinstance(event, Paused | Resumed):
            self._last = self.now()
        elif isinstance(event, JobStarted):
            self.begun = True

    def _count(self, event: JobEnded) -> None:
        passed, self._last = self.now() - self._last, self.now()
        megapixels = event.job.megapixels
        megapixels = self._mean if megapixels is None else megapixels
        self.left = max(0, self.left - 1)
        if event.job.id in self.up_to_date:
            self._settled -= 1
        else:
            self.megapixels_left = max(0.0, self.megapixels_left - megapixels)
        if not self.left:
            self.megapixels_left = 0.0
        if isinstance(event, JobFinished):
            self.done += 1
            self.megapixels_done += megapixels
            self._recent.append((passed, megapixels))
        elif isinstance(event, JobFailed):
            self.failed += 1
        elif isinstance(event, JobSetAside):
            self.unsure += 1
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
        if not any(size for _, size in self._recent):
            return None if self.left else 0.0
        per_photo, per_megapixel = _time_shares(self._recent)
        photos = max(0, self.left - self._settled)
        return photos * per_photo + self.megapixels_left * per_megapixel

    def interrupted_summary(self, error: StoreError) -> Summary:
        """What a run did whose queue cannot say it any more."""
        counts = {
            JobState.DONE: self.done,
            JobState.FAILED: self.failed,
            JobState.SKIPPED: self.skipped,
            JobState.UNSURE: self.unsure,
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
        counts += [f"{self.unsure:,} not certain"] if self.unsure else []
        counts += [f"{self.left:,} left"]
        if rate := self.photos_per_second:
            counts += [f"{rate:.{2 if rate < 1 else 1}f} photos/s"]
        if self.seconds_left:
            counts += [f"{timedelta(seconds=round(self.seconds_left))} to go"]
        return ", ".join(counts)


def _time_shares(photos: Collection[tuple[float, float]]) -> tuple[float, float]:
    """Seconds a photo and seconds a megapixel, neither negative, that fit (seconds, size) best.

    Least squares with the mean kept: photos of one size say only the sum, which goes to megapixels.
    """
    mean_time = math.fsum(time for time, _ in photos) / len(photos)
    mean_size = math.fsum(size for _, size in photos) / len(photos)
    spread = math.fsum((size - mean_size) ** 2 for _, size in photos)
    together = math.fsum((time - mean_time) * (size - mean_size) for time, size in photos)
    by_size = mean_time / mean_size
    if spread <= (_ALIKE * mean_size) ** 2 * len(photos):
        return 0.0, by_size
    per_megapixel = min(max(0.0, together / spread), by_size)
    return mean_time - per_megapixel * mean_size, per_megapixel
