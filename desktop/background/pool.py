"""`Tasks`: a thread pool for reading and writing; answers arrive on the window's thread."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar, cast

from PySide6.QtCore import QObject, Qt, Signal, Slot

from core.errors import AutochromeError

T = TypeVar("T")


class Task:
    """A function run in the pool. After `cancel` neither of its callbacks is called."""

    def __init__(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[AutochromeError], None],
    ) -> None:
        self._cancelled = threading.Event()
        self._work, self._done, self._failed = work, done, failed
        self._value: Any = None
        self._error: Exception | None = None

    def cancel(self) -> None:
        """Call neither callback; work that has not begun is never done."""
        self._cancelled.set()

    def run(self) -> None:
        """Do the work; called in the pool."""
        if self._cancelled.is_set():
            return
        try:
            self._value = self._work()
        except Exception as error:  # noqa: BLE001  (reported on the window's thread)
            self._error = error

    def answer(self) -> None:
        """Call one of the callbacks; called on the window's thread.

        An error that is no `AutochromeError` is reported to ``sys.excepthook`` too.
        """
        if self._cancelled.is_set():
            return
        if isinstance(self._error, AutochromeError):
            self._failed(self._error)
        elif self._error is not None:
            sys.excepthook(type(self._error), self._error, self._error.__traceback__)
            self._failed(AutochromeError(f"unexpected: {type(self._error).__name__}."))
        else:
            self._done(self._value)


class Tasks(QObject):
    """Thread pool with callbacks. Call ``run`` from the window's thread only."""

    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None, threads: int = 2) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="photo")
        self._running: set[Task] = set()
        self._closed = False
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[AutochromeError], None],
    ) -> Task:
        """Call ``work`` in the pool, then ``done`` with its value or ``failed`` with its error."""
        task = Task(work, cast("Callable[[Any], None]", done), failed)
        if self._closed:  # the last paint of a closing window may still ask for a thumbnail
            task.cancel()
            return task
        self._running.add(task)
        self._pool.submit(self._perform, task)
        return task

    def start(self, work: Callable[[], T]) -> Future[T]:
        """Call ``work`` in the pool; the caller waits for the future."""
        return self._pool.submit(work)

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return bool(self._running)

    def close(self) -> None:
        """Drop what waits; returns when what runs has ended."""
        self._closed = True
        for task in self._running:
            task.cancel()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _perform(self, task: Task) -> None:
        task.run()
        self._finished.emit(task)

    @Slot(object)
    def _deliver(self, task: Task) -> None:
        self._running.discard(task)
        task.answer()
