"""`BatchQueue`: the queue with its file and its engine; what happens comes as signals.

The file is the command line's: ``autochrome queue list FOLDER`` shows what the window does, and
``autochrome batch -o FOLDER`` goes on with what it left.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from core.batch.events import (
    JobFailed,
    JobFinished,
    JobReleased,
    JobSetAside,
    JobSkipped,
    JobStarted,
)
from core.errors import AutochromeError, StoreBusyError
from core.planning.plan import PlanRequest
from core.planning.source_photo import SourcePhoto
from core.queue.job import JobModels, JobState
from core.queue.job_models import follow_models, job_models
from core.queue.store import JobStore
from desktop.background.inference_thread import InferenceWorker
from desktop.background.requests import ModelFailed, ModelReady
from desktop.queue.engine import BatchEngine
from desktop.queue.enqueue import Enqueued, enqueue
from desktop.queue.events import QueueState, RunEnded
from desktop.queue.options import QueueOptions
from desktop.queue.queue_commands import QueueCommands
from desktop.queue.queue_file import QueueFile
from desktop.text.notices import Notice

T = TypeVar("T")


class BatchQueue(QueueCommands):
    """The queue in the window. Call it from the window's thread only.

    ``size`` is the short side of what the network sees, in pixels; ``only`` are the jobs that the
    run is about, None where it is about all.
    """

    jobs_changed = Signal(object)  # list[Job]: all of them, in their order
    happened = Signal(object)  # JobEvent | StageReached | RunStarted | RunEnded
    state_changed = Signal(object)  # QueueState
    noticed = Signal(object)  # Notice
    filled = Signal(object, object)  # what was asked for (list[Path]), and Enqueued
    left_over = Signal(int)  # photos an earlier day left waiting
    busy = Signal(bool)  # whether photos are being looked for

    def __init__(
        self, worker: InferenceWorker, options: QueueOptions, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.options = options
        self.size: int | None = None
        self.only: frozenset[int] | None = None
        self.state = QueueState.RESTING
        self._file = QueueFile(self)
        self._file.jobs_changed.connect(self.jobs_changed)
        self._file.failed.connect(self._failed)
        self._engine = BatchEngine(worker, self)
        self._engine.happened.connect(self._hear, Qt.ConnectionType.QueuedConnection)
        self._found: dict[Path, SourcePhoto] = {}
        self._closing = threading.Event()
        self._model: ModelReady | ModelFailed | None = None
        self._run_model: ModelReady | None = None
        self._before: JobModels = ()
        self._pending: list[Sequence[Path]] = []
        self._later: QueueOptions | None = None
        self._wanted = False

    # --- the model -------------------------------------------------------------------------

    @Slot(object)
    def set_model(self, event: ModelReady | ModelFailed) -> None:
        """Take the model that is open; what waited for one goes on, or is given up.

        What waits for the one that was open before follows; what is meant for others does not.
        """
        before, self._model = self._before, event
        after = self.models
        if isinstance(event, ModelReady):
            self._before = after
            if before and before != after:
                self.change(lambda store: follow_models(store, before, after), there_only=True)
        later, self._later = self._later, None
        if later is not None:
            self.set_options(later)
        pending, self._pending = self._pending, []
        for paths in pending:
            self.add(paths)
        if self._wanted:
            self._wanted = False
            self._begin()

    def request_for(self, options: QueueOptions) -> PlanRequest | None:
        """The `PlanRequest` for options; None where no model is open."""
        model = self._model
        if not isinstance(model, ModelReady):
            return None
        return options.plan_request(model.spec, self.size, self.models)

    @property
    def models(self) -> JobModels:
        """The open model, as jobs remember it."""
        return _models_of(self._model)

    @property
    def found(self) -> Mapping[Path, SourcePhoto]:
        """What is known of the photos that joined since the window was opened."""
        return self._found

    # --- filling ---------------------------------------------------------------------------

    def look(self) -> None:
        """Look for photos that an earlier day left waiting; ``left_over`` carries their number."""

        def left(store: JobStore) -> int:
            try:
                with store.exclusive():
                    store.recover()
            except StoreBusyError:
                return 0  # another program is at it
            return store.counts()[JobState.WAITING]

        def tell(number: int | None) -> None:
            if number:
                self.left_over.emit(number)

        self.change(left, tell, there_only=True)

    def add(self, paths: Sequence[Path]) -> None:
        """Add files, and the photos in folders."""
        if self._model is None:
            self._pending.append(paths)
            return
        request = self.request_for(self.options)
        if request is None:
            self._say_no_model()
            return
        self.busy.emit(True)

        def done(made: Enqueued | None) -> None:
            self.busy.emit(False)
            if made is not None:
                self._found.update(made.found)
                self.filled.emit(list(paths), made)

        self.change(lambda store: enqueue(store, paths, request, self._closing), done)

    def set_options(self, options: QueueOptions) -> None:
        """Take other options for what waits; a running queue takes ``when_done`` only."""
        before = self.request_for(self.options)
        if self.state is not QueueState.RESTING:
            self.options = replace(self.options, when_done=options.when_done)
            return
        if before is None:  # names of results need the model's
            self._later = options
            return
        self.options = options
        request = self.request_for(options)
        if request is not None and request != before:
            self._file.move(before.output, request, self._found)

    # --- running ---------------------------------------------------------------------------

    def start(self, only: Collection[int] | None = None) -> None:
        """Begin a run over what waits, or ``only`` over some of it, as soon as there is a model.

        A run over some of it takes these along, or all.
        """
        if self.state is QueueState.RESTING:
            self.only = None if only is None else frozenset(only)
        elif self.only is not None:
            self.only = None if only is None else self.only.union(only)
            self._engine.claim_among(self.only)
        self._begin()

    def _begin(self) -> None:
        if self._model is None:
            self._wanted = True
        elif isinstance(self._model, ModelFailed):
            self._say_no_model()
        elif self.state is QueueState.RESTING:
            self._engine.prepare()
            self._set_state(QueueState.RUNNING)
            self._file.open(self.options.folder, self._go, self._could_not_start)

    def pause(self) -> None:
        """Begin no further photo; those in hand are finished."""
        if self.state is QueueState.RUNNING:
            self._engine.control.pause()
            self._set_state(QueueState.PAUSED)

    def resume(self) -> None:
        """Go on after a pause."""
        if self.state is QueueState.PAUSED:
            self._engine.control.resume()
            self._set_state(QueueState.RUNNING)

    def stop(self, *, now: bool = False) -> None:
        """End the run after the photos that have colours; ``now``: put those in hand back."""
        self._wanted = False
        if self.state is QueueState.RESTING:
            return
        if now:
            self._engine.control.cancel()
        else:
            self._engine.control.stop_after_current()
        self._set_state(QueueState.STOPPING)

    def close(self) -> None:
        """End the threads and close the file; returns then."""
        self._wanted = False
        self._closing.set()
        self._engine.close()
        self._file.close()

    def change(
        self,
        change: Callable[[JobStore], T],
        done: Callable[[T | None], None] = lambda _: None,
        **how: bool,
    ) -> None:
        """As `desktop.queue.queue_file.QueueFile.change`, in the folder of the results."""
        self._file.change(self.options.folder, change, done, **how)

    # --- inside ----------------------------------------------------------------------------

    def _go(self, store: JobStore) -> None:
        if self.state is QueueState.STOPPING or not isinstance(self._model, ModelReady):
            self._set_state(QueueState.RESTING)
            return
        self._run_model = self._model
        store.claim_among(self.only)
        self._engine.start(store, self._model)

    def _could_not_start(self, error: AutochromeError) -> None:
        self._set_state(QueueState.RESTING)
        self._failed(error)

    @Slot(object)
    def _hear(self, event: object) -> None:
        match event:
            case (
                JobStarted(job)
                | JobFinished(job)
                | JobFailed(job)
                | JobSetAside(job)
                | JobReleased(job)
            ):
                self._file.note(job)
            case JobSkipped(job, _):
                self._file.note(job)
            case RunEnded():
                self._ended(event)
        self.happened.emit(event)

    def _ended(self, ended: RunEnded) -> None:
        stopping = self.state is QueueState.STOPPING
        self._set_state(QueueState.RESTING)
        again = ended.error is None and ended.summary is None and not stopping
        self.only = self.only if again else None
        self.change(lambda _: None)
        if ended.error is not None:
            self._failed(ended.error)
        elif again:
            # another model is opened: go on with that, which may be there already
            self._wanted = self._model is self._run_model
            if not self._wanted:
                self._begin()

    def _set_state(self, state: QueueState) -> None:
        if state is not self.state:
            self.state = state
            self.state_changed.emit(state)

    def _say_no_model(self) -> None:
        if isinstance(self._model, ModelFailed):
            self._failed(self._model.error)

    @Slot(object)
    def _failed(self, error: AutochromeError) -> None:
        self.noticed.emit(Notice.of(error))


def _models_of(model: ModelReady | ModelFailed | None) -> JobModels:
    if isinstance(model, ModelReady) and model.choices:
        return job_models(model.choices, model.spec)
    return ()
