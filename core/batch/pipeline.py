"""The pipeline inside `core.batch.run.run_batch`.

Decoding, the network, and finishing with encoding overlap for neighbouring photos::

    claim ──> look ──> room ──> read ──> colorize ──> outbox ──> write ──> queue
    caller    pool    (budget)  pool     caller       (disk)     pool      caller

The caller's thread alone runs the network, changes the queue and sends events. Threads and not
processes: libvips, OpenCV, ONNX Runtime and numpy let go of the GIL. Photos from *read* to *write*
share a budget of megapixels, so memory stays bounded whatever their sizes. A document of several
pages goes through once for each page.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from concurrent.futures import CancelledError, Executor, Future
from contextlib import suppress
from dataclasses import replace
from queue import Empty, SimpleQueue
from typing import Any

from core.batch import steps
from core.batch.disk_gate import bytes_needed
from core.batch.events import JobEvent, Summary
from core.batch.limits import BatchControl, Limits
from core.batch.run_control import POLL_S, Brakes
from core.batch.steps import Found, Painter, Progress, Settled
from core.batch.work_item import Step, Work
from core.errors import (
    AlreadyColoredError,
    DiskFullError,
    OutOfMemoryError,
    SessionError,
    StoreError,
    WorkerLostError,
)
from core.queue.job import Job, JobState
from core.queue.store import DEADLY, SUSPECT, JobStore


class Pipeline:
    """The state of one run; see `core.batch.run.run_batch` for the arguments."""

    def __init__(
        self,
        store: JobStore,
        painter: Painter,
        control: BatchControl,
        tell: Callable[[JobEvent], None],
        limits: Limits,
        pool: Executor,
    ) -> None:
        self._brakes = Brakes(store, tell, control, limits)
        self._ledger = self._brakes.ledger
        self._painter = painter
        self._limits = limits
        self._pool = pool
        self._inbox: SimpleQueue[tuple[Work, Future[Any]]] = SimpleQueue()
        self._works: dict[int, Work] = {}
        self._room: deque[Work] = deque()
        self._loaded: deque[Work] = deque()
        self._outbox: deque[Work] = deque()
        self._suspect: Work | None = None

    def to_the_end(self) -> None:
        """Until the queue is empty or an end is wished."""
        while True:
            self._obey()
            self._flush()
            self._claim()
            self._admit()
            if not self._works and self._brakes.ends_idle:
                return
            if self._loaded:
                self._colorize(self._loaded.popleft())
                self._receive(wait=False)
            else:
                self._receive(wait=True)

    def let_go(self) -> None:
        """After an exception: what is being written is finished, everything else waits again."""
        self._brakes.let_go()
        with suppress(StoreError):
            while self._works:
                self._obey()
                self._receive(wait=bool(self._works))

    def summary(self) -> Summary:
        """What the run did."""
        return self._brakes.summary()

    # --- wishes ----------------------------------------------------------------------------

    def _obey(self) -> None:
        self._brakes.obey()
        if self._brakes.stopped:
            for work in list(self._works.values()):
                if not self._is_kept(work):
                    self._drop(work)

    def _is_kept(self, work: Work) -> bool:
        """Whether a stop lets this photo come to its end."""
        hurry = self._brakes.hurry
        if work.step is Step.WRITE and work.future is not None:
            return not (hurry and work.future.cancel())
        return work.step is Step.OUTBOX and not hurry and not self._brakes.disk_is_full

    def _drop(self, work: Work) -> None:
        """Back to the queue with it."""
        self._forget(work)
        self._ledger.released(work.job)

    def _forget(self, work: Work) -> None:
        del self._works[work.job.id]
        if work is self._suspect:
            self._suspect = None
        for line in (self._room, self._loaded, self._outbox):
            if work in line:
                line.remove(work)
        if work.progress is not None:
            work.progress.abandon()

    # --- steps -----------------------------------------------------------------------------

    def _submit(self, work: Work, step: Step, call: Callable[..., Any], *args: object) -> None:
        work.step = step
        work.future = self._pool.submit(call, *args)
        work.future.add_done_callback(lambda future: self._inbox.put((work, future)))

    def _receive(self, *, wait: bool) -> None:
        """Take what the pool has ready; with ``wait``, pause a moment where that is nothing."""
        try:
            self._arrived(*self._inbox.get(block=wait, timeout=POLL_S))
            while True:
                self._arrived(*self._inbox.get(block=False))
        except Empty:
            return

    def _arrived(self, work: Work, future: Future[Any]) -> None:
        if self._works.get(work.job.id) is not work:  # dropped meanwhile
            return
        try:
            result = future.result()
        except CancelledError:
            return
        except Exception as error:  # noqa: BLE001  (one bad photo costs one photo)
            self._failed(work, error)
            return
        if work.step is Step.LOOK:
            self._looked(work, result)
        elif work.step is Step.READ:
            work.photo, work.step = result, Step.COLORIZE
            self._loaded.append(work)
        else:
            self._wrote(work)

    def _claim(self) -> None:
        limit = self._limits.max_photos_in_flight
        while not (self._brakes.on or self._suspect or len(self._works) >= limit):
            job = self._ledger.claim()
            if job is None:
                return
            work = self._works[job.id] = Work(job, Step.LOOK)
            deaths = job.attempts - 1
            if deaths >= DEADLY:
                self._failed(work, _deadly(job, deaths))
            elif deaths >= SUSPECT:
                self._suspect = work
            else:
                self._look(work)
        # alone, so that none is taken along by it or taken for it
        alone = self._suspect if len(self._works) == 1 and not self._brakes.on else None
        if alone is not None and alone.future is None:
            self._look(alone)

    def _look(self, work: Work) -> None:
        sha256, most = self._painter.spec.sha256, self._limits.max_megapixels
        self._submit(work, Step.LOOK, steps.look_at, work.job, sha256, most)

    def _looked(self, work: Work, found: Found | Settled) -> None:
        if isinstance(found, Settled):
            self._forget(work)
            self._ledger.settled(work.job, found)
            return
        if found.target != work.job.target:
            taken = {w.progress.found.target for w in self._works.values() if w.progress}
            found = replace(found, target=steps.free_name(work.job.target, taken))
            self._ledger.store.retarget(work.job.id, found.target)
        work.progress, work.step = Progress(found), Step.ROOM
        self._room.append(work)

    def _admit(self) -> None:
        """Let pages be read while the budget lasts; in their order, so that none starves."""
        while self._room and not (self._brakes.stopped or self._brakes.disk_is_full):
            work, progress = self._room[0], self._room[0].doing
            held = sum(other.held for other in self._works.values())
            work.held = progress.found.page_megapixels
            if held and held + work.held > self._limits.max_megapixels_in_flight:
                work.held = 0.0
                return
            self._room.popleft()
            most = self._limits.max_megapixels
            self._submit(work, Step.READ, steps.read_page, work.job, progress.page, most)

    def _colorize(self, work: Work) -> None:
        """On this thread; the pool reads and writes the neighbours meanwhile."""
        photo, work.photo = work.photo, None
        assert photo is not None  # noqa: S101
        if self._ledger.store.state_of(work.job.id) is not JobState.RUNNING:  # cancelled meanwhile
            self._forget(work)
            return
        try:
            work.painted = steps.paint(self._painter, photo, work.job.settings)
        except Exception as error:  # noqa: BLE001  (one bad photo costs one photo)
            self._failed(work, error)
            return
        self._brakes.device_works()
        work.need = bytes_needed(photo, work.doing.found.format, work.job.settings.depth)
        work.step = Step.OUTBOX
        self._outbox.append(work)

    def _flush(self) -> None:
        """Write what has its colours, as long as the disk has room for it."""
        self._brakes.look_for_room()
        while self._outbox and not self._brakes.disk_is_full:
            work = self._outbox[0]
            folder = work.doing.found.target.parent
            need = sum(w.need for w in self._works.values() if w.step is Step.WRITE) + work.need
            if self._brakes.refuses(folder, need):
                return
            self._outbox.popleft()
            painted, work.painted = work.painted, None
            spec = self._painter.spec
            self._submit(work, Step.WRITE, steps.write_page, work.job, work.doing, painted, spec)

    def _wrote(self, work: Work) -> None:
        work.held, work.need = 0.0, 0
        if work.doing.page == work.doing.found.pages:
            self._forget(work)
            self._ledger.finished(work.job, work.doing, self._painter.session.provider)
        elif self._brakes.stopped:
            self._drop(work)
        else:
            work.step = Step.ROOM
            self._room.appendleft(work)

    # --- what goes wrong -------------------------------------------------------------------

    def _failed(self, work: Work, error: Exception) -> None:
        if isinstance(error, DiskFullError):
            self._drop(work)
            self._brakes.found_full(str(error), work.doing.found.target.parent, work.need)
            return
        self._forget(work)
        if isinstance(error, AlreadyColoredError):
            self._ledger.settled(work.job, steps.coloured(work.doing, error))
            return
        self._ledger.failed(work.job, error)
        if isinstance(error, SessionError) and not isinstance(error, OutOfMemoryError):
            self._brakes.device_failed(work.job, str(error))


def _deadly(job: Job, deaths: int) -> WorkerLostError:
    return WorkerLostError(
        f"{job.source.name} was in hand each of the {deaths} times that the program died (it "
        "crashed, or was killed for its memory): try it alone, with autochrome colorize.",
        job.source,
    )
