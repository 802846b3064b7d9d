"""The driver of a run on a cluster: the queue on one side, futures on the other.

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
from core.batch.limits import Limits
from core.batch.run_control import Brakes
from core.batch.steps import Settled, free_name
from core.cluster.connect import LOST, Link
from core.cluster.worker import HALT, MOST_DEATHS, Failure, Moved, Outcome, Unbegun, WorkerFacts, do
from core.errors import StoreError, WorkerLostError
from core.queue.job import Job

#: Photos with the scheduler for each thread of the workers.
AHEAD: Final = 2
#: Seconds between two looks at what has come back.
_LOOK_S: Final = 0.02
#: Seconds between two looks at how many workers there are.
_COUNT_S: Final = 1.0
#: Seconds without any worker before that is said: one that died is back sooner.
_DESERTED_S: Final = 15.0
#: Bytes of a result for each pixel of its photo: four channels of 16 bits.
_RESULT_BYTES: Final = 8


@dataclass(eq=False)
class Flight:
    """A job that is with the scheduler.

    Attributes:
        claim: its number; see `core.cluster.worker.do`.
        given_up: how often Dask has given it up, its workers having died.
    """

    job: Job
    claim: int
    future: Future[Outcome]
    given_up: int = 0


class Driver:
    """The state of one run; `folders` collects where dead workers may have left halves."""

    def __init__(self, link: Link, brakes: Brakes, limits: Limits, folders: set[Path]) -> None:
        self._link, self._client, self._run = link, link.client, link.run
        self._brakes, self._ledger = brakes, brakes.ledger
        self._limits = limits
        self._folders = folders
        self._flights: dict[str, Flight] = {}
        self._arrivals: Any = as_completed(
            loop=link.client.loop, with_results=True, raise_errors=False
        )
        self._claims = count()
        self._halted = False
        self._gone = False
        self._threads = 0
        self._count_again = 0.0
        self._deserted: float | None = None
        self._said_deserted = False
        self._met: set[str] = set()
        for worker in link.workers:
            self._meet(worker)

    def to_the_end(self) -> None:
        """Until the queue is empty or an end is wished."""
        while True:
            self._brakes.obey()
            self._brakes.look_for_room()
            if self._brakes.hurry or self._gone:
                return
            self._ask_scheduler()
            drained = self._fill()
            if not self._flights and (self._brakes.stopped or drained):
                return
            if not self._receive():
                time.sleep(_LOOK_S)

    def let_go(self) -> None:
        """At the end, whatever it was: what is still in flight waits again.

        It counts as an attempt: a result that a worker makes all the same is then known as ours.
        """
        flights = list(self._flights.values())
        self._folders.update(flight.job.target.parent for flight in flights)
        self._flights.clear()
        if not flights:
            return
        if self._link.answers:
            with suppress(*LOST):
                self._client.cancel([flight.future for flight in flights])
        with suppress(StoreError):  # which may be what ended the run
            for job in self._ledger.store.recover():
                self._ledger.tell(JobReleased(job))

    # --- out -------------------------------------------------------------------------------

    def _fill(self) -> bool:
        """Send what the window has room for; whether the queue has no more."""
        window = max(1, AHEAD * self._threads)  # a photo waits where there is no worker yet
        while not self._brakes.on and len(self._flights) < window:
            job = self._ledger.claim()
            if job is None:
                return True
            self._submit(job, next(self._claims))
        return False

    def _submit(self, job: Job, claim: int, given_up: int = 0) -> None:
        key = f"{self._run}-{claim}-{given_up}"
        future = self._client.submit(do, self._run, claim, job, key=key, pure=False)
        self._flights[key] = Flight(job, claim, future, given_up)
        self._arrivals.add(future)

    def _ask_scheduler(self) -> None:
        """How many threads there are; tell it whether photos that wait there may be begun."""
        now = time.monotonic()
        if not self._link.answers:  # even if it comes back: it has forgotten what is in flight
            self._lost("the connection broke")
            return
        try:
            if self._brakes.on != self._halted:
                self._client.set_metadata([self._run, HALT], self._brakes.on)
                self._halted = self._brakes.on
            if now < self._count_again:
                return
            self._threads = sum(self._client.nthreads().values())
        except LOST as error:
            self._lost(str(error))
            return
        self._count_again = now + _COUNT_S
        self._watch_desertion(now)

    def _watch_desertion(self, now: float) -> None:
        if self._threads:
            self._inhabited()
            return
        self._deserted = self._deserted or now
        if now - self._deserted > _DESERTED_S and not self._said_deserted:
            self._said_deserted = True
            self._ledger.tell(Paused("the cluster has no workers: waiting for one."))

    def _inhabited(self) -> None:
        self._deserted = None
        if self._said_deserted:
            self._said_deserted = False
            self._ledger.tell(Resumed())

    # --- back ------------------------------------------------------------------------------

    def _receive(self) -> bool:
        """Take what has come back; whether there was anything."""
        batch = self._arrivals.next_batch(block=False)
        for future, result in batch:
            flight = self._flights.pop(future.key)
            if isinstance(result, Outcome):
                self._landed(flight, result)
            elif future.status == "error":
                self._broke(flight, result[1])
            else:
                self._ledger.released(flight.job)
                self._lost("it was lost while photos were in hand")
        return bool(batch)

    def _landed(self, flight: Flight, outcome: Outcome) -> None:
        self._inhabited()
        self._meet(outcome.worker)
        job, result = flight.job, outcome.result
        if outcome.deaths:
            self._folders.add(job.target.parent)
            self._notice_deaths(job, outcome)
        if isinstance(result, Unbegun):
            self._ledger.released(job)
        elif isinstance(result, Moved):
            self._move(flight)
        elif isinstance(result, Settled):
            self._ledger.settled(job, result)
        elif isinstance(result, Failure):
            self._failed(job, result, outcome.worker)
        else:
            self._brakes.device_works(outcome.worker.address)
            self._ledger.finished(job, result, outcome.worker.provider)

    def _notice_deaths(self, job: Job, outcome: Outcome) -> None:
        times = "once" if outcome.deaths == 1 else f"{outcome.deaths} times"
        self._ledger.tell(Noticed(f"the worker that had {job.source.name} was lost {times}."))

    def _meet(self, worker: WorkerFacts) -> None:
        """The first word of a worker."""
        if worker.address in self._met:
            return
        self._met.add(worker.address)
        if worker.trouble is not None:
            self._brakes.stop(StopReason.CLUSTER_FAILED, str(worker.trouble))
        elif worker.fallback:
            self._ledger.tell(Noticed(f"{worker.address}: {worker.fallback}"))

    def _move(self, flight: Flight) -> None:
        """Another name, which the queue knows before anything is written there."""
        taken: Collection[Path] = {other.job.target for other in self._flights.values()}
        target = free_name(flight.job.target, taken)
        self._ledger.store.retarget(flight.job.id, target)
        self._submit(replace(flight.job, target=target), next(self._claims))

    def _failed(self, job: Job, failure: Failure, worker: WorkerFacts) -> None:
        if failure.disk:
            self._ledger.released(job)
            need = round((job.megapixels or 1.0) * 1e6) * _RESULT_BYTES
            self._brakes.found_full(failure.sentence, job.target.parent, need)
            return
        self._ledger.failed_with(job, failure.sentence, failure.kind)
        if failure.device:
            where = f"{worker.address}: {failure.sentence}"
            self._brakes.device_failed(job, where, worker.address)

    def _broke(self, flight: Flight, error: BaseException) -> None:
        """Dask gave it up. Photos that only waited at a dying worker are given up with others."""
        if isinstance(error, KilledWorker) and flight.given_up + 1 < MOST_DEATHS:
            self._submit(flight.job, flight.claim, flight.given_up + 1)
            return
        name = flight.job.source.name
        if isinstance(error, KilledWorker):
            words = f"every worker that was given {name} died at once: look at the workers' logs."
            self._ledger.failed_with(flight.job, words, WorkerLostError.__name__)
            return
        words = f"a worker could not begin {name} ({type(error).__name__}: {error})."
        self._ledger.released(flight.job)
        self._brakes.stop(StopReason.CLUSTER_FAILED, words)

    def _lost(self, reason: str) -> None:
        words = f"the Dask scheduler does not answer ({reason}): start it again."
        self._brakes.stop(StopReason.CLUSTER_FAILED, words)
        self._gone = True
