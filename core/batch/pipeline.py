"""The pipeline inside `core.batch.run.run_batch`: the executor that lets photos overlap.

The order of a job's steps stands in `core.batch.steps`. Here each step waits for what it needs,
and decoding, the network, and finishing with encoding overlap for neighbouring photos::

    claim ──> inspect ──> room ──> read ──> colorize ──> outbox ──> write ──> queue
    caller    pool       (budget)  pool     caller       (disk)     pool      caller

The caller's thread alone runs the network, changes the queue and sends events. Threads and not
processes: libvips, OpenCV, ONNX Runtime and numpy let go of the GIL. Photos from *read* to *write*
share a budget of megapixels, so memory stays bounded whatever their sizes. A document of several
pages goes through once for each page.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from concurrent.futures import Executor, Future
from contextlib import suppress
from functools import partial
from queue import Empty, SimpleQueue
from typing import Any

from core.batch.failure import describe_failure
from core.batch.inspect_job import free_name
from core.batch.limits import Limits
from core.batch.outcomes import Outcomes
from core.batch.protocols import ColorizerProtocol
from core.batch.run_control import POLL_S, RunControl
from core.batch.steps import JobResult, Step, StepKind, job_steps
from core.batch.work_item import WorkItem
from core.errors import StoreError, WorkerLostError
from core.queue.job import Job, JobState
from core.queue.locations import album_folder
from core.queue.store import DEADLY, SUSPECT


class Pipeline:
    """The state of one run; see `core.batch.run.run_batch`.

    Args:
        pool: reads and writes.
    """

    def __init__(
        self,
        colorizer: ColorizerProtocol,
        outcomes: Outcomes,
        control: RunControl,
        limits: Limits,
        pool: Executor,
    ) -> None:
        self._colorizer = colorizer
        self._outcomes = outcomes
        self._control = control
        self._limits = limits
        self._albums = album_folder(outcomes.store.path)
        self._pool = pool
        self._inbox: SimpleQueue[tuple[WorkItem, Future[Any]]] = SimpleQueue()
        self._items: dict[int, WorkItem] = {}
        self._room: deque[WorkItem] = deque()
        self._loaded: deque[WorkItem] = deque()
        self._outbox: deque[WorkItem] = deque()
        self._suspect: WorkItem | None = None

    def run(self) -> None:
        """Until the queue is empty or an end is asked for."""
        while True:
            self._poll()
            self._write()
            self._claim()
            self._read()
            if not self._items and self._control.ends_when_idle:
                return
            if self._loaded:
                self._colorize(self._loaded.popleft())
                self._receive(wait=False)
            else:
                self._receive(wait=True)

    def abort(self) -> None:
        """After an exception: what is being written is finished, everything else waits again."""
        self._control.abort()
        with suppress(StoreError):
            while self._items:
                self._poll()
                self._receive(wait=bool(self._items))

    # --- stopping --------------------------------------------------------------------------

    def _poll(self) -> None:
        self._control.poll()
        if self._control.stopped:
            for item in list(self._items.values()):
                if not self._is_kept(item):
                    self._release(item)

    def _is_kept(self, item: WorkItem) -> bool:
        """Whether a stop lets this photo come to its end."""
        if item.future is not None and item.is_writing:
            return not (self._control.stops_now and item.future.cancel())
        waits_for_disk = self._control.stops_now or self._control.disk_is_full
        return item.step.kind is StepKind.WRITE and not waits_for_disk

    def _release(self, item: WorkItem) -> None:
        """Back to the queue with it."""
        self._forget(item)
        self._outcomes.released(item.job)

    def _forget(self, item: WorkItem) -> None:
        del self._items[item.job.id]
        if item is self._suspect:
            self._suspect = None
        for line in (self._room, self._loaded, self._outbox):
            if item in line:
                line.remove(item)
        item.steps.close()

    # --- from step to step -----------------------------------------------------------------

    def _submit(self, item: WorkItem) -> None:
        """Let the pool do the step."""
        item.future = self._pool.submit(item.step.call)
        item.future.add_done_callback(lambda future: self._inbox.put((item, future)))

    def _receive(self, *, wait: bool) -> None:
        """Take what the pool has ready; with ``wait``, pause a moment where that is nothing."""
        try:
            self._on_done(*self._inbox.get(block=wait, timeout=POLL_S))
            while True:
                self._on_done(*self._inbox.get(block=False))
        except Empty:
            return

    def _on_done(self, item: WorkItem, future: Future[Any]) -> None:
        if self._items.get(item.job.id) is not item or future.cancelled():  # released meanwhile
            return
        item.future = None
        self._answer(item, future.result)

    def _answer(self, item: WorkItem, result: Callable[[], Any]) -> None:
        """Give the job the result of its step, or what it raised; go on with what comes next."""
        try:
            resume: Callable[[], Step] = partial(item.steps.send, result())
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # noqa: BLE001  (one bad photo costs one photo)
            resume = partial(item.steps.throw, error)
        if item.step.kind is StepKind.WRITE:
            item.held = 0.0
        try:
            item.step = resume()
        except StopIteration as end:
            self._ended(item, end.value)
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # noqa: BLE001
            self._failed(item, error)
        else:
            self._wait_for_turn(item)

    def _wait_for_turn(self, item: WorkItem) -> None:
        kind = item.step.kind
        if kind is StepKind.INSPECT:
            self._submit(item)
        elif kind is StepKind.RETARGET:
            self._retarget(item)
        elif kind is StepKind.READ:  # a document that has been begun comes first
            (self._room.appendleft if item.step.page else self._room.append)(item)
        elif kind is StepKind.COLORIZE:
            self._loaded.append(item)
        else:
            self._outbox.append(item)

    def _retarget(self, item: WorkItem) -> None:
        taken = {other.target for other in self._items.values()}
        item.target = free_name(item.job.target, taken)
        self._outcomes.store.retarget(item.job.id, item.target)
        self._answer(item, lambda: item.target)

    def _claim(self) -> None:
        limit = self._limits.max_photos_in_flight
        while not (self._control.blocked or self._suspect or len(self._items) >= limit):
            job = self._outcomes.claim()
            if job is None:
                return
            self._begin(job, job.attempts - 1)
        # alone, so that none is taken along by it or taken for it
        alone = self._suspect if len(self._items) == 1 and not self._control.blocked else None
        if alone is not None and alone.future is None and alone.step.kind is StepKind.INSPECT:
            self._submit(alone)

    def _begin(self, job: Job, deaths: int) -> None:
        if deaths >= DEADLY:
            self._outcomes.failed(job, describe_failure(job.source, _deadly(job, deaths)))
            return
        steps = job_steps(job, self._colorizer, self._limits.max_megapixels, self._albums)
        item = self._items[job.id] = WorkItem(job, steps, next(steps), job.target)
        if deaths >= SUSPECT:
            self._suspect = item
        else:
            self._submit(item)

    def _read(self) -> None:
        """Let pages be read while the budget lasts; in their order, so that none starves."""
        while self._room and not (self._control.stopped or self._control.disk_is_full):
            item = self._room[0]
            held = sum(other.held for other in self._items.values())
            wanted = item.step.megapixels
            if held and held + wanted > self._limits.max_megapixels_in_flight:
                return
            item.held = wanted
            self._submit(self._room.popleft())

    def _colorize(self, item: WorkItem) -> None:
        """On this thread; the pool reads and writes the neighbours meanwhile."""
        state = self._outcomes.store.state_of(item.job.id)
        if state is not JobState.RUNNING:  # cancelled meanwhile
            self._forget(item)
        else:
            self._answer(item, partial(self._run_network, item.step))

    def _run_network(self, step: Step) -> Any:  # noqa: ANN401  (what the job wants to know)
        colorization = step.call()
        self._control.device_works()
        return colorization

    def _write(self) -> None:
        """Write what has its colours, as long as the disk has room for it."""
        self._control.retry_disk()
        while self._outbox and not self._control.disk_is_full:
            item = self._outbox[0]
            written = [other for other in self._items.values() if other.is_writing]
            need = sum(other.step.bytes_needed for other in (*written, item))
            if self._control.disk_refuses(item.target.parent, need):
                return
            self._submit(self._outbox.popleft())

    # --- the end of a job ------------------------------------------------------------------

    def _ended(self, item: WorkItem, result: JobResult) -> None:
        self._forget(item)
        self._outcomes.ended(item.job, result, self._colorizer.session.provider)

    def _failed(self, item: WorkItem, error: BaseException) -> None:
        failure = describe_failure(item.job.source, error)
        if failure.disk_full:
            self._release(item)
            self._control.disk_full(failure.sentence, item.target.parent, item.step.bytes_needed)
        else:
            self._forget(item)
            self._outcomes.failed(item.job, failure)


def _deadly(job: Job, deaths: int) -> WorkerLostError:
    return WorkerLostError(
        f"{job.source.name} was in hand each of the {deaths} times that the program died (it "
        "crashed, or was killed for its memory): try it alone, with autochrome colorize.",
        job.source,
    )
