"""The queue: its file, the engine in a thread of its own, and what happens as signals.

The file is the command line's: ``autochrome queue list FOLDER`` shows what the window does, and
``autochrome batch -o FOLDER`` goes on with what it left.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from core.errors import AutochromeError, StoreBusyError
from core.events import (
    JobFailed,
    JobFinished,
    JobReleased,
    JobSkipped,
    JobStarted,
    Paused,
    Resumed,
)
from core.jobs import Job, JobState
from core.jobstore import JobStore
from core.plan import Wish
from core.walk import Found
from desktop.batch_engine import BatchEngine, Ended
from desktop.batch_filling import Filled, existing_store, fill, open_store, plan_again
from desktop.batch_options import BatchOptions
from desktop.notice import Notice
from desktop.tasks import Tasks
from desktop.worker import InferenceWorker, ModelFailed, ModelReady

T = TypeVar("T")
_ENDED = (JobState.DONE, JobState.SKIPPED, JobState.CANCELLED)
_OPEN = (JobState.WAITING, JobState.RUNNING)


class QueueState(StrEnum):
    """What the queue is doing."""

    RESTING = "resting"
    RUNNING = "running"
    PAUSED = "paused"
    STOPPING = "stopping"


class BatchQueue(QObject):
    """From the window's thread only. The queue's file is touched in the pool and by the engine."""

    jobs_changed = Signal(object)  # list[Job]: all of them, in their order
    happened = Signal(object)  # JobEvent | StageReached | Begun | Ended
    state_changed = Signal(object)  # QueueState
    noticed = Signal(object)  # Notice
    filled = Signal(object, object)  # what was asked for (list[Path]), and Filled
    left_over = Signal(int)  # photos an earlier day left waiting
    busy = Signal(bool)  # whether photos are being looked for

    def __init__(
        self, worker: InferenceWorker, options: BatchOptions, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.options = options
        self.size: int | None = None
        self.state = QueueState.RESTING
        # one thread: changes happen in the order they were asked for
        self._tasks = Tasks(self, threads=1)
        self._engine = BatchEngine(worker, self)
        self._engine.happened.connect(self._hear, Qt.ConnectionType.QueuedConnection)
        self._store: JobStore | None = None
        self._found: dict[Path, Found] = {}
        self._closing = threading.Event()
        self._model: ModelReady | ModelFailed | None = None
        self._pending: list[Sequence[Path]] = []
        self._lent: ModelReady | None = None
        self._wanted = False
        self._events = 0
        self._recent: list[tuple[int, Job]] = []

    # --- the model -------------------------------------------------------------------------

    @Slot(object)
    def set_model(self, event: ModelReady | ModelFailed) -> None:
        """What waited for a model goes on, or is given up."""
        self._model = event
        pending, self._pending = self._pending, []
        for paths in pending:
            self.add(paths)
        if self._wanted:
            self._wanted = False
            self.start()

    def wish_for(self, options: BatchOptions) -> Wish | None:
        """How photos would be done, as soon as there is a model."""
        model = self._model
        return options.wish(model.spec, self.size) if isinstance(model, ModelReady) else None

    @property
    def found(self) -> Mapping[Path, Found]:
        """What is known of the photos that joined since the window was opened."""
        return self._found

    # --- filling ---------------------------------------------------------------------------

    def look(self) -> None:
        """What an earlier day left in the queue, if there is one."""

        def left(store: JobStore) -> int:
            try:
                with store.claimed_by_me():
                    store.recover()
            except StoreBusyError:
                return 0  # another program is at it
            return store.counts()[JobState.WAITING]

        def tell(number: int | None) -> None:
            if number:
                self.left_over.emit(number)

        self._change(left, tell, there_only=True)

    def add(self, paths: Sequence[Path]) -> None:
        """Files and folders; their photos wait then."""
        if self._model is None:
            self._pending.append(paths)
            return
        if isinstance(self._model, ModelFailed):
            self.noticed.emit(Notice.of(self._model.error))
            return
        wish = self._wish(self._model)
        self.busy.emit(True)

        def done(made: Filled | None) -> None:
            self.busy.emit(False)
            if made is not None:
                self._found.update(made.found)
                self.filled.emit(list(paths), made)

        self._change(lambda store: fill(store, paths, wish, self._closing), done)

    def set_options(self, options: BatchOptions) -> None:
        """Photos that wait are done as it is wished now; not while others are being done."""
        before, self.options = self.options, options
        model = self._model
        if self.state is not QueueState.RESTING or not isinstance(model, ModelReady):
            return
        wish = self._wish(model)
        if wish == before.wish(model.spec, self.size):
            return

        def work() -> list[Job]:
            store = self._move(before.folder, wish)
            return store.jobs() if store else []

        self._tasks.run(work, self.jobs_changed.emit, self._failed)

    def _move(self, before: Path, wish: Wish) -> JobStore | None:
        """In the pool: what waits is planned anew, in another queue where the folder is another."""
        old = self._opened(before, there_only=True)
        waits = old is not None and old.counts()[JobState.WAITING] > 0
        if wish.output == before:
            new = old
        elif waits or existing_store(wish.output):
            new = open_store(wish.output)
        else:
            new = None
        try:
            if old is not None and new is not None and waits:
                plan_again(old, new, wish, self._found)
        finally:
            if new is not old:
                self._store = new
                if old is not None:
                    old.close()
        return new

    def _wish(self, model: ModelReady) -> Wish:
        return self.options.wish(model.spec, self.size)

    # --- running ---------------------------------------------------------------------------

    def start(self) -> None:
        """Work off what waits, as soon as there is a model."""
        if self._model is None:
            self._wanted = True
        elif isinstance(self._model, ModelFailed):
            self.noticed.emit(Notice.of(self._model.error))
        elif self.state is QueueState.RESTING:
            folder = self.options.folder
            self._tasks.run(lambda: self._opened(folder), self._go, self._failed)

    def pause(self) -> None:
        """Begin no further photo."""
        self._engine.control.pause()

    def resume(self) -> None:
        """Go on."""
        self._engine.control.resume()

    def stop(self, *, now: bool = False) -> None:
        """Finish the photo in hand (or ``now``: put it back) and rest; the others keep waiting."""
        self._wanted = False
        if self.state is QueueState.RESTING:
            return
        if now:
            self._engine.control.cancel()
        else:
            self._engine.control.stop_after_current()
        self._set_state(QueueState.STOPPING)

    def close(self) -> None:
        """Returns when the threads have ended and the file is closed."""
        self._wanted = False
        self._closing.set()
        self._engine.close()
        self._tasks.close()
        if self._store is not None:
            self._store.close()
            self._store = None

    # --- the person's changes --------------------------------------------------------------

    def cancel(self, ids: Collection[int] | None = None) -> None:
        """These photos, or all that are not done, shall not be done."""

        def work(store: JobStore) -> int:
            return store.cancel([j.id for j in store.jobs(_OPEN)] if ids is None else ids)

        self._change(work)

    def retry(self, ids: Collection[int] | None = None) -> None:
        """These photos, or all that failed, wait again."""
        self._change(lambda store: store.retry_failed(ids))

    def remove(self, ids: Collection[int]) -> None:
        """Forget photos; their results stay."""
        self._change(lambda store: store.remove(ids))

    def clear_ended(self) -> None:
        """Forget what is done; what failed stays, for it wants looking at."""
        self._change(lambda store: store.clear(_ENDED))

    def reorder(self, ids: Sequence[int], before: int | None) -> None:
        """Do these photos before another one, or last."""

        def work(store: JobStore) -> None:
            for job_id in ids:
                store.reorder(job_id, before)

        self._change(work)

    # --- inside ----------------------------------------------------------------------------

    def _change(
        self,
        change: Callable[[JobStore], T],
        done: Callable[[T | None], None] = lambda _: None,
        *,
        there_only: bool = False,
    ) -> None:
        """In the pool, then tell how the queue is now. ``done`` gets None where it failed."""
        folder, since = self.options.folder, self._events

        def work() -> tuple[T | None, list[Job]]:
            store = self._opened(folder, there_only=there_only)
            return (None, []) if store is None else (change(store), store.jobs())

        def tell(answer: tuple[T | None, list[Job]]) -> None:
            self._loaded(answer[1], since)
            done(answer[0])

        def failed(error: AutochromeError) -> None:
            self._failed(error)
            done(None)

        self._tasks.run(work, tell, failed)

    def _opened(self, folder: Path, *, there_only: bool = False) -> JobStore | None:
        """In the pool."""
        if self._store is None and not (there_only and existing_store(folder) is None):
            self._store = open_store(folder)
        return self._store

    def _loaded(self, jobs: list[Job], since: int) -> None:
        """What the engine said after the file was asked for is newer than the file's answer."""
        newer = {job.id: job for number, job in self._recent if number > since}
        self.jobs_changed.emit([newer.get(job.id, job) for job in jobs])
        if not self._tasks.busy:
            self._recent.clear()

    def _go(self, store: JobStore | None) -> None:
        if self.state is QueueState.RESTING and isinstance(self._model, ModelReady) and store:
            self._lent = self._model
            self._set_state(QueueState.RUNNING)
            self._engine.start(store, self._model)

    @Slot(object)
    def _hear(self, event: object) -> None:
        match event:
            case JobStarted(job) | JobFinished(job) | JobFailed(job) | JobReleased(job):
                self._note(job)
            case JobSkipped(job, _):
                self._note(job)
            case Paused() if self.state is QueueState.RUNNING:
                self._set_state(QueueState.PAUSED)
            case Resumed() if self.state is QueueState.PAUSED:
                self._set_state(QueueState.RUNNING)
            case Ended():
                self._ended(event)
        self.happened.emit(event)

    def _note(self, job: Job) -> None:
        self._events += 1
        if self._tasks.busy:
            self._recent.append((self._events, job))

    def _ended(self, ended: Ended) -> None:
        stopping = self.state is QueueState.STOPPING
        self._set_state(QueueState.RESTING)
        self._change(lambda _: None)
        if ended.error is not None:
            self._failed(ended.error)
        elif ended.summary is None and not stopping:
            # another model is opened: go on with that, which may be there already
            self._wanted = self._model is self._lent
            if not self._wanted:
                self.start()

    def _set_state(self, state: QueueState) -> None:
        if state is not self.state:
            self.state = state
            self.state_changed.emit(state)

    def _failed(self, error: AutochromeError) -> None:
        self.noticed.emit(Notice.of(error))
