"""What has become of each photo of a run: into the queue first, then told."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from typing import Final

from core.batch.events import (
    JobEvent,
    JobFailed,
    JobFinished,
    JobReleased,
    JobSkipped,
    JobStarted,
    StopReason,
    Summary,
)
from core.batch.steps import Progress, Settled
from core.errors import AutochromeError, OutOfMemoryError, StoreError, StoreFullError
from core.queue.job import Job, JobState
from core.queue.store import JobStore

_LOG: Final = logging.getLogger(__name__)


class Ledger:
    """The queue and the listener, as one run sees them.

    Args:
        tell: is given every event, after the queue has been changed.
        wait_for_room: called with a sentence where the queue cannot grow; true to try again, false
            to leave things as they are: the next run finds out what is on the disk.
    """

    def __init__(
        self,
        store: JobStore,
        tell: Callable[[JobEvent], None],
        wait_for_room: Callable[[str], bool],
    ) -> None:
        self.store = store
        self.tell = tell
        self.megapixels = 0.0
        self._wait_for_room = wait_for_room
        self._counts: Counter[JobState] = Counter()

    def _change(self, change: Callable[[], Job | None]) -> Job | None:
        while True:
            try:
                return change()
            except StoreFullError as error:
                if not self._wait_for_room(str(error)):
                    return None

    def claim(self) -> Job | None:
        """The next job, begun."""
        job = self._change(self.store.claim_next)
        if job is not None:
            self.tell(JobStarted(job))
        return job

    def finished(self, job: Job, progress: Progress, provider: str) -> None:
        """The result is on the disk."""
        recipe, size, confidence = progress.found.recipe, progress.megapixels, progress.confidence
        self._done(
            lambda: self.store.finish(
                job.id, recipe, provider=provider, megapixels=size, confidence=confidence
            )
        )

    def _done(self, change: Callable[[], Job | None]) -> None:
        if job := self._change(change):
            self._counts[JobState.DONE] += 1
            self.megapixels += job.megapixels or 0.0
            self.tell(JobFinished(job))

    def settled(self, job: Job, settled: Settled) -> None:
        """There was nothing to do."""
        recipe = settled.recipe
        if settled.done and recipe is not None:
            self._done(
                lambda: self.store.finish(
                    job.id, recipe, provider=None, megapixels=job.megapixels, confidence=None
                )
            )
            return
        ended = self._change(lambda: self.store.skip(job.id, settled.reason, settled.kind, recipe))
        if ended:
            self._counts[JobState.SKIPPED] += 1
            self.tell(JobSkipped(ended, settled.reason))

    def failed(self, job: Job, error: Exception) -> None:
        """It could not be done."""
        self.failed_with(job, *described(job, error))

    def failed_with(self, job: Job, sentence: str, kind: str) -> None:
        """The same, in `described`'s words."""
        if ended := self._change(lambda: self.store.fail(job.id, sentence, kind)):
            self._counts[JobState.FAILED] += 1
            self.tell(JobFailed(ended))

    def released(self, job: Job) -> None:
        """It waits again; a queue that cannot be changed any more finds out at its next start."""
        with suppress(StoreError):
            if waiting := self._change(lambda: self.store.release(job.id)):
                self.tell(JobReleased(waiting))

    def taken_back(self, ids: list[int]) -> None:
        """Jobs that failed for no fault of theirs wait again."""
        self.store.retry_failed(ids)
        self._counts[JobState.FAILED] -= len(ids)
        for job in filter(None, map(self.store.get, ids)):
            self.tell(JobReleased(job))

    def summary(self, seconds: float, stopped: StopReason | None, reason: str) -> Summary:
        """What the run did."""
        left = self.store.counts()[JobState.WAITING]
        return Summary(dict(self._counts), left, self.megapixels, seconds, stopped, reason)


def described(job: Job, error: Exception) -> tuple[str, str]:
    """The sentence for a person, and the kind of an error."""
    name = job.source.name
    if isinstance(error, AutochromeError):
        return str(error), type(error).__name__
    if isinstance(error, MemoryError):
        sentence = f"there is not enough memory for {name}: close other programs and try again."
        return sentence, OutOfMemoryError.__name__
    if isinstance(error, OSError):
        sentence = f"{name} could not be colorized ({error.strerror or error}): check its disk."
        return sentence, "OSError"
    _LOG.error("%s could not be colorized", job.source, exc_info=error)
    kind = type(error).__name__
    sentence = (
        f"{name} could not be colorized ({kind}: {error}): a fault of the program, report it."
    )
    return sentence, kind
