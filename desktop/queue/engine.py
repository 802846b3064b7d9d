"""`BatchEngine`: runs the batch in a thread of its own, with events on the window's thread."""

from __future__ import annotations

import sys
import threading
from collections.abc import Collection

from PySide6.QtCore import QObject, Signal

from core.batch.events import Summary, added_up
from core.batch.limits import BatchControl, Limits
from core.errors import AutochromeError
from core.photo.photo import Photo
from core.processors import usable_processors
from core.queue.job import JobSettings
from core.queue.store import JobStore
from desktop.background.inference_thread import InferenceWorker
from desktop.background.requests import ModelReady
from desktop.queue.events import RunEnded, RunStarted, Stage, StageReached
from desktop.queue.model_groups import ModelGroup, ModelGroups
from desktop.queue.worker_colorizer import ModelWithdrawn


class BatchEngine(QObject):
    """Runs `core.batch.run.run_batch`; one run at a time."""

    happened = Signal(object)  # JobEvent | StageReached | RunStarted | RunEnded

    def __init__(self, worker: InferenceWorker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._thread: threading.Thread | None = None
        self._store: JobStore | None = None
        self.control = BatchControl()

    def prepare(self) -> None:
        """Let pause, stop and cancel be meant for the next run from now on."""
        self.control = BatchControl()

    def start(self, store: JobStore, model: ModelReady) -> None:
        """Begin a run over a queue."""
        self._store = store
        run = (store, ModelGroups(self._worker, model, self._reached), self.control)
        self._thread = threading.Thread(target=self._run, args=run, name="queue", daemon=True)
        self._thread.start()

    def claim_among(self, ids: Collection[int] | None) -> None:
        """Let the run take these jobs alone from now on; None: all that wait."""
        if self._store is not None:
            self._store.claim_among(ids)

    def close(self) -> None:
        """Cancel the run; returns when its thread has ended."""
        self.control.cancel()
        if self._thread is not None:
            self._thread.join()

    def _run(self, store: JobStore, groups: ModelGroups, control: BatchControl) -> None:
        ended = RunEnded()
        try:
            self.happened.emit(RunStarted(groups.settled(store)))
            summary = self._work_off(store, groups, control)
            ended = RunEnded(summary, missing=tuple(groups.missing))
        except ModelWithdrawn:
            pass
        except AutochromeError as error:
            ended = RunEnded(error=error)
        except Exception as error:  # noqa: BLE001  (reported; the window lives on)
            sys.excepthook(type(error), error, error.__traceback__)
            ended = RunEnded(error=AutochromeError(f"unexpected: {type(error).__name__}: {error}"))
        self.happened.emit(ended)

    def _work_off(self, store: JobStore, groups: ModelGroups, control: BatchControl) -> Summary:
        """One group of photos after the other, each by its own models."""
        # ONNX Runtime, which comes with it, takes its time: the window is on the screen by now
        from core.batch.run import run_batch  # noqa: PLC0415

        done = list[Summary]()
        group: ModelGroup | None = groups.next(store) or groups.open_group()
        while group is not None:
            store.claim_only(JobSettings(models=group.models))
            done.append(
                run_batch(
                    store,
                    group.colorizer,
                    control=control,
                    on_event=self.happened.emit,
                    limits=_limits(),
                )
            )
            group = groups.next(store) if done[-1].stopped is None else None
        return added_up(done)

    def _reached(self, photo: Photo, painted: bool) -> None:
        if photo.source is not None:
            stage = Stage.WRITING if painted else Stage.COLORS
            self.happened.emit(StageReached(photo.source, stage))


def _limits() -> Limits:
    """One core stays the window's; few photos in hand are soon finished or put back."""
    workers = min(4, max(1, usable_processors() - 1))
    return Limits(workers=workers, max_photos_in_flight=workers + 2)
