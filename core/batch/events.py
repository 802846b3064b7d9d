"""The events of a batch run (`JobEvent`): one type for each thing that can happen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from core.queue.job import Job, JobState


class StopReason(StrEnum):
    """Why a batch ended before its queue was empty."""

    STOPPED = "stopped"
    CANCELLED = "cancelled"
    DISK_FULL = "disk full"
    DEVICE_FAILED = "device failed"
    CLUSTER_FAILED = "cluster failed"
    QUEUE_FAILED = "queue failed"


@dataclass(frozen=True)
class Summary:
    """What one run did.

    Attributes:
        counts: how many jobs this run left in each state it gave them.
        left: jobs that still wait.
        megapixels: of the photos done.
        seconds: of wall-clock time, pauses included.
        stopped: None where the queue was worked off.
        reason: the sentence for a person where it was stopped.
    """

    counts: Mapping[JobState, int]
    left: int
    megapixels: float
    seconds: float
    stopped: StopReason | None = None
    reason: str = ""

    @property
    def done(self) -> int:
        """Photos colorized."""
        return self.counts.get(JobState.DONE, 0)

    @property
    def failed(self) -> int:
        """Photos that could not be."""
        return self.counts.get(JobState.FAILED, 0)

    @property
    def skipped(self) -> int:
        """Photos that needed not be."""
        return self.counts.get(JobState.SKIPPED, 0)

    @property
    def unsure(self) -> int:
        """Photos that a person has to decide about."""
        return self.counts.get(JobState.UNSURE, 0)


def added_up(summaries: Sequence[Summary]) -> Summary:
    """What several runs over one queue did, one after the other; there is one at least."""
    last, counts = summaries[-1], Counter[JobState]()
    for each in summaries:
        counts.update(each.counts)
    return replace(
        last,
        counts=dict(counts),
        megapixels=sum(each.megapixels for each in summaries),
        seconds=sum(each.seconds for each in summaries),
    )


@dataclass(frozen=True)
class JobStarted:
    """A photo is being read."""

    job: Job


@dataclass(frozen=True)
class JobFinished:
    """A photo's result is on the disk, and the queue knows."""

    job: Job


@dataclass(frozen=True)
class JobFailed:
    """A photo could not be colorized; ``job.error`` says why."""

    job: Job


@dataclass(frozen=True)
class JobSetAside:
    """A person has to decide about a photo; ``job.error`` says what."""

    job: Job


@dataclass(frozen=True)
class JobSkipped:
    """A photo needs nothing."""

    job: Job
    reason: str


@dataclass(frozen=True)
class JobReleased:
    """A photo that was begun waits again: the batch stopped, or the disk is full."""

    job: Job


@dataclass(frozen=True)
class Paused:
    """No further photo is begun; those begun are finished where there is room for them."""

    reason: str


@dataclass(frozen=True)
class Resumed:
    """It goes on."""


@dataclass(frozen=True)
class Noticed:
    """Something a person should know that costs no photo: a fall-back, a lost worker."""

    words: str


@dataclass(frozen=True)
class QueueFinished:
    """The last event of a run."""

    summary: Summary


#: The run is through with a photo.
JobEnded = JobFinished | JobFailed | JobSkipped | JobSetAside

JobEvent = JobStarted | JobEnded | JobReleased | Paused | Resumed | Noticed | QueueFinished
