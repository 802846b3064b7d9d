"""Records what became of each photo of a run (`Outcomes`): in the queue first, then as an event."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from contextlib import suppress

from core.batch.events import (
    JobEvent,
    JobFailed,
    JobFinished,
    JobReleased,
    JobSetAside,
    JobSkipped,
    JobStarted,
    Noticed,
    Summary,
)
from core.batch.failure import JobFailure
from core.batch.inspect_job import NothingToDo
from core.batch.job_progress import JobProgress
from core.batch.run_control import RunControl
from core.batch.steps import JobResult
from core.colorize.edits import edit_words
from core.errors import StoreError, StoreFullError, UnwritableTargetError
from core.queue.job import Job, JobState
from core.queue.store import JobStore


class Outcomes:
    """The queue and the listener, as one run sees them.

    Args:
        control: its ``emit`` is given every event, after the queue has been changed; it waits where
            the queue cannot grow. What is given up then the next run finds on the disk.
    """

    def __init__(self, store: JobStore, control: RunControl) -> None:
        self.store = store
        self._control = control
        self._counts: Counter[JobState] = Counter()
        self._megapixels = 0.0

    def emit(self, event: JobEvent) -> None:
        """Say something."""
        self._control.emit(event)

    def claim(self) -> Job | None:
        """The next job, begun."""
        while (job := self._change(self.store.claim_next)) is not None:
            self.emit(JobStarted(job))
            if self.store.is_inside(job.target):
                return job
            self.failed(job, _outside(job))
        return None

    def ended(self, job: Job, result: JobResult, provider: str) -> None:
        """The job came to its end; its result, if there is one, is on the disk."""
        if isinstance(result, JobProgress):
            self._finished(job, result, provider)
        elif result.done and result.fingerprint is not None:
            self._finished_earlier(job, result)
        elif result.unsure:
            self._set_aside(job, result)
        else:
            self._skipped(job, result)

    def _finished(self, job: Job, progress: JobProgress, provider: str) -> None:
        for note in progress.notes:
            self.emit(Noticed(note))
        self._done(
            lambda: self.store.finish(
                job.id,
                progress.inspection.fingerprint,
                provider=provider,
                megapixels=progress.megapixels,
                confidence=progress.confidence,
                found=", ".join(progress.found) or None,
                split_pages=progress.split_pages,
                edited=edit_words(progress.inspection.own) or None,
            )
        )

    def _finished_earlier(self, job: Job, result: NothingToDo) -> None:
        fingerprint = result.fingerprint
        assert fingerprint is not None  # noqa: S101
        self._done(
            lambda: self.store.finish(
                job.id,
                fingerprint,
                provider=None,
                megapixels=job.megapixels,
                confidence=None,
                split_pages=result.split_pages,
            )
        )

    def _done(self, change: Callable[[], Job | None]) -> None:
        if job := self._change(change):
            self._counts[JobState.DONE] += 1
            self._megapixels += job.megapixels or 0.0
            self.emit(JobFinished(job))

    def _skipped(self, job: Job, result: NothingToDo) -> None:
        reason, kind, fingerprint = result.reason, result.kind, result.fingerprint
        if ended := self._change(lambda: self.store.skip(job.id, reason, kind, fingerprint)):
            self._counts[JobState.SKIPPED] += 1
            self.emit(JobSkipped(ended, reason))

    def _set_aside(self, job: Job, result: NothingToDo) -> None:
        if ended := self._change(lambda: self.store.set_aside(job.id, result.reason, result.kind)):
            self._counts[JobState.UNSURE] += 1
            self.emit(JobSetAside(ended))

    def failed(self, job: Job, failure: JobFailure, device: str = "") -> None:
        """It could not be done; ``device`` is the one it was tried on."""
        sentence, kind = failure.sentence, failure.kind
        if ended := self._change(lambda: self.store.fail(job.id, sentence, kind)):
            self._counts[JobState.FAILED] += 1
            self.emit(JobFailed(ended))
        if failure.device_failed:
            reason = f"{device}: {sentence}" if device else sentence
            self._take_back(self._control.device_failed(job.id, reason, device))

    def _take_back(self, ids: list[int]) -> None:
        """Jobs that failed for no fault of theirs wait again."""
        self.store.retry_failed(ids)
        self._counts[JobState.FAILED] -= len(ids)
        for job in filter(None, map(self.store.get, ids)):
            self.emit(JobReleased(job))

    def released(self, job: Job) -> None:
        """It waits again; a queue that cannot be changed any more finds out at its next start."""
        with suppress(StoreError):
            if waiting := self._change(lambda: self.store.release(job.id)):
                self.emit(JobReleased(waiting))

    def summary(self) -> Summary:
        """What the run did."""
        left = self.store.counts()[JobState.WAITING]
        control, counts = self._control, dict(self._counts)
        return Summary(
            counts, left, self._megapixels, control.seconds, control.stopped, control.reason
        )

    def _change(self, change: Callable[[], Job | None]) -> Job | None:
        while True:
            try:
                return change()
            except StoreFullError as error:
                if not self._control.wait_for_room(str(error), self.store.path.parent):
                    return None


def _outside(job: Job) -> JobFailure:
    """A queue's file is input: it may ask for nothing outside the folder of the results."""
    sentence = f"{job.target} is not in the folder of the results: it is not written."
    return JobFailure(sentence, UnwritableTargetError.__name__)
