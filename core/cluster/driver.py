"""The driver of a run on a cluster: jobs out of the queue as Dask futures, results back into it.

A bounded window of photos is with the scheduler, two for each thread of the workers: a million jobs
would drown it, and none should have to wait for the driver's word.
"""

from __future__ import annotations

import time
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import Any, Final

from distributed import Future, KilledWorker, as_completed

from core.batch.events import JobReleased, Noticed, Paused, Resumed, StopReason
from core.batch.failure import JobFailure
from core.batch.inspect_job import free_name
from core.batch.job_progress import JobProgress
from core.batch.outcomes import Outcomes
from core.batch.run_control import RunControl
from core.batch.run_job import TargetTaken
from core.cluster.connect import CONNECTION_ERRORS, Connection
from core.cluster.worker import HALT, MAX_DEATHS, NotStarted, TaskResult, WorkerInfo, run_task
from core.errors import StoreError, WorkerLostError
from core.queue.job import Job

#: Photos with the scheduler for each thread of the workers.
JOBS_PER_THREAD: Final = 2
#: Seconds between two looks at what has come back.
_POLL_S: Final = 0.02
#: Seconds between two looks at how many workers there are.
_COUNT_S: Final = 1.0
#: Seconds without any worker before that is said: one that died is back sooner.
_NO_WORKERS_S: Final = 15.0
#: Bytes of a result for each pixel of its photo: four channels of 16 bits.
_RESULT_BYTES: Final = 8


@dataclass(eq=False)
class InFlightJob:
    """A job that is with the scheduler.

    Attributes:
        claim: its number; see `core.cluster.worker.run_task`.
        given_up: how often Dask has given it up, its workers having died.
    """

    job: Job
    claim: int
    future: Future[TaskResult]
    given_up: int = 0


class Driver:
    """The state of one run on a cluster.

    Args:
        folders: collects where dead workers may have left half a file.
    """

    def __init__(
        self, connection: Connection, outcomes: Outcomes, control: RunControl, folders: set[Path]
    ) -> None:
        self._connection, self._client, self._run = connection, connection.client, connection.run
        self._outcomes, self._control = outcomes, control
        self._folders = folders
        self._in_flight: dict[str, InFlightJob] = {}
        self._completed: Any = as_completed(
            loop=connection.client.loop, with_results=True, raise_errors=False
        )
        self._claims = count()
        self._halted = False
        self._scheduler_lost = False
        self._threads = 0
        self._count_again = 0.0
        self._no_workers_since: float | None = None
        self._said_no_workers = False
        self._seen: set[str] = set()
        for worker in connection.workers:
            self._on_worker(worker)

    def run(self) -> None:
        """Until the queue is empty or an end is asked for."""
        while True:
            self._control.poll()
            self._control.retry_disk()
            if self._control.stops_now or self._scheduler_lost:
                return
            self._ask_scheduler()
            drained = self._submit_jobs()
            if not self._in_flight and (self._control.stopped or drained):
                return
            if not self._receive():
                time.sleep(_POLL_S)

    def release_all(self) -> None:
        """At the end, whatever it was: what is still in flight waits again.

        It counts as an attempt: a result that a worker makes all the same is then known as ours.
        """
        in_flight = list(self._in_flight.values())
        self._folders.update(entry.job.target.parent for entry in in_flight)
        self._in_flight.clear()
        if not in_flight:
            return
        if self._connection.is_open:
            with suppress(*CONNECTION_ERRORS):
                self._client.cancel([entry.future for entry in in_flight])
        with suppress(StoreError):  # which may be what ended the run
            for job in self._outcomes.store.recover():
                self._outcomes.emit(JobReleased(job))

    # --- out -------------------------------------------------------------------------------

    def _submit_jobs(self) -> bool:
        """Send what the window has room for; whether the queue has no more."""
        # a photo waits where there is no worker yet
        window = max(1, JOBS_PER_THREAD * self._threads)
        while not self._control.blocked and len(self._in_flight) < window:
            job = self._outcomes.claim()
            if job is None:
                return True
            self._submit(job, next(self._claims))
        return False

    def _submit(self, job: Job, claim: int, given_up: int = 0) -> None:
        key = f"{self._run}-{claim}-{given_up}"
        future = self._client.submit(run_task, self._run, claim, job, key=key, pure=False)
        self._in_flight[key] = InFlightJob(job, claim, future, given_up)
        self._completed.add(future)

    def _ask_scheduler(self) -> None:
        """How many threads there are; and tell it whether photos that wait there may be begun."""
        now = time.monotonic()
        if not self._connection.is_open:  # even if it comes back: it has forgotten its photos
            self._on_scheduler_lost("the connection broke")
            return
        try:
            if self._control.blocked != self._halted:
                self._client.set_metadata([self._run, HALT], self._control.blocked)
                self._halted = self._control.blocked
            if now < self._count_again:
                return
            self._threads = sum(self._client.nthreads().values())
        except CONNECTION_ERRORS as error:
            self._on_scheduler_lost(str(error))
            return
        self._count_again = now + _COUNT_S
        self._watch_workers(now)

    def _watch_workers(self, now: float) -> None:
        if self._threads:
            self._has_workers()
            return
        self._no_workers_since = self._no_workers_since or now
        if now - self._no_workers_since > _NO_WORKERS_S and not self._said_no_workers:
            self._said_no_workers = True
            self._outcomes.emit(Paused("the cluster has no workers: waiting for one."))

    def _has_workers(self) -> None:
        self._no_workers_since = None
        if self._said_no_workers:
            self._said_no_workers = False
            self._outcomes.emit(Resumed())

    # --- back ------------------------------------------------------------------------------

    def _receive(self) -> bool:
        """Take what has come back; whether there was anything."""
        batch = self._completed.next_batch(block=False)
        for future, result in batch:
            entry = self._in_flight.pop(future.key)
            if isinstance(result, TaskResult):
                self._on_result(entry, result)
            elif future.status == "error":
                self._on_task_error(entry, result[1])
            else:
                self._outcomes.released(entry.job)
                self._on_scheduler_lost("it was lost while photos were in hand")
        return bool(batch)

    def _on_result(self, entry: InFlightJob, answer: TaskResult) -> None:
        self._has_workers()
        self._on_worker(answer.worker)
        job, result = entry.job, answer.result
        if answer.deaths:
            self._folders.add(job.target.parent)
            self._say_deaths(job, answer.deaths)
        if isinstance(result, NotStarted):
            self._outcomes.released(job)
        elif isinstance(result, TargetTaken):
            self._retarget(entry)
        elif isinstance(result, JobFailure):
            self._on_failure(job, result, answer.worker)
        else:
            if isinstance(result, JobProgress):
                self._control.device_works(answer.worker.address)
            self._outcomes.ended(job, result, answer.worker.provider)

    def _say_deaths(self, job: Job, deaths: int) -> None:
        times = "once" if deaths == 1 else f"{deaths} times"
        self._outcomes.emit(Noticed(f"the worker that had {job.source.name} was lost {times}."))

    def _on_worker(self, worker: WorkerInfo) -> None:
        """Note what a worker says of itself, the first time that it says something."""
        if worker.address in self._seen:
            return
        self._seen.add(worker.address)
        if worker.error is not None:
            self._control.stop(StopReason.CLUSTER_FAILED, str(worker.error))
        elif worker.fallback:
            self._outcomes.emit(Noticed(f"{worker.address}: {worker.fallback}"))

    def _retarget(self, entry: InFlightJob) -> None:
        """Another name, which the queue knows before anything is written there."""
        taken: Collection[Path] = {other.job.target for other in self._in_flight.values()}
        target = free_name(entry.job.target, taken)
        self._outcomes.store.retarget(entry.job.id, target)
        self._submit(replace(entry.job, target=target), next(self._claims))

    def _on_failure(self, job: Job, failure: JobFailure, worker: WorkerInfo) -> None:
        if not failure.disk_full:
            self._outcomes.failed(job, failure, worker.address)
            return
        self._outcomes.released(job)
        need = round((job.megapixels or 1.0) * 1e6) * _RESULT_BYTES
        self._control.disk_full(failure.sentence, job.target.parent, need)

    def _on_task_error(self, entry: InFlightJob, error: BaseException) -> None:
        """Dask gave it up. Photos that only waited at a dying worker are given up with others."""
        if isinstance(error, KilledWorker) and entry.given_up + 1 < MAX_DEATHS:
            self._submit(entry.job, entry.claim, entry.given_up + 1)
            return
        name = entry.job.source.name
        if isinstance(error, KilledWorker):
            words = f"every worker that was given {name} died at once: look at the workers' logs."
            self._outcomes.failed(entry.job, JobFailure(words, WorkerLostError.__name__))
            return
        words = f"a worker could not begin {name} ({type(error).__name__}: {error})."
        self._outcomes.released(entry.job)
        self._control.stop(StopReason.CLUSTER_FAILED, words)

    def _on_scheduler_lost(self, reason: str) -> None:
        words = f"the Dask scheduler does not answer ({reason}): start it again."
        self._control.stop(StopReason.CLUSTER_FAILED, words)
        self._scheduler_lost = True
