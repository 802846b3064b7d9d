"""`QueueFile`: the queue's file, changed in the pool, with answers on the window's thread."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from core.errors import AutochromeError
from core.planning.plan import PlanRequest
from core.planning.source_photo import SourcePhoto
from core.queue.job import Job, JobState
from core.queue.store import JobStore
from desktop.background.pool import Tasks
from desktop.queue.enqueue import existing_store, open_store, plan_again

T = TypeVar("T")


class QueueFile(QObject):
    """Holds one `JobStore` at a time: that of the folder the results go to."""

    jobs_changed = Signal(object)  # list[Job]: all of them, in their order
    failed = Signal(object)  # AutochromeError

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # one thread: changes happen in the order they were asked for
        self._tasks = Tasks(self, threads=1)
        self._store: JobStore | None = None
        self._events = 0
        self._recent: list[tuple[int, Job]] = []

    def open(
        self,
        folder: Path,
        done: Callable[[JobStore], None],
        failed: Callable[[AutochromeError], None],
    ) -> None:
        """Hand the open `JobStore` over, after all changes asked for before."""

        def work() -> JobStore:
            store = self._opened(folder)
            assert store is not None  # noqa: S101
            return store

        self._tasks.run(work, done, failed)

    def change(
        self,
        folder: Path,
        change: Callable[[JobStore], T],
        done: Callable[[T | None], None] = lambda _: None,
        *,
        there_only: bool = False,
        reload: bool = True,
    ) -> None:
        """Change the queue, then tell how it is now.

        Args:
            folder: of the results.
            change: called in the pool.
            done: called with what ``change`` gave; with None where it failed, or was not called.
            there_only: make no file where there is none.
            reload: tell of all jobs; else ``done`` is given what a list needs to know.
        """
        since = self._events

        def work() -> tuple[T | None, list[Job]]:
            store = self._opened(folder, there_only=there_only)
            if store is None:
                return None, []
            return change(store), store.jobs() if reload else []

        def tell(answer: tuple[T | None, list[Job]]) -> None:
            if reload:
                self._loaded(answer[1], since)
            done(answer[0])

        def failed(error: AutochromeError) -> None:
            self.failed.emit(error)
            done(None)

        self._tasks.run(work, tell, failed)

    def move(self, before: Path, request: PlanRequest, found: Mapping[Path, SourcePhoto]) -> None:
        """Plan what waits anew; in another file where the folder is another."""
        since = self._events

        def work() -> list[Job]:
            store = self._moved(before, request, found)
            return store.jobs() if store else []

        self._tasks.run(work, lambda jobs: self._loaded(jobs, since), self.failed.emit)

    def note(self, job: Job) -> None:
        """Take a job as the engine has changed it; the file, where read before that, is older."""
        self._events += 1
        if self._tasks.busy:
            self._recent.append((self._events, job))

    def close(self) -> None:
        """Close the file; returns when nothing touches it any more."""
        self._tasks.close()
        if self._store is not None:
            self._store.close()
            self._store = None

    # --- in the pool -----------------------------------------------------------------------

    def _opened(self, folder: Path, *, there_only: bool = False) -> JobStore | None:
        if self._store is None and not (there_only and existing_store(folder) is None):
            self._store = open_store(folder)
        return self._store

    def _moved(
        self, before: Path, request: PlanRequest, found: Mapping[Path, SourcePhoto]
    ) -> JobStore | None:
        old = self._opened(before, there_only=True)
        waits = old is not None and old.counts()[JobState.WAITING] > 0
        if request.output == before:
            new = old
        elif waits or existing_store(request.output):
            new = open_store(request.output)
        else:
            new = None  # nothing is made in a folder before there is something to put into it
        self._store = new
        try:
            if old is not None and new is not None and waits:
                plan_again(old, new, request, found)
        finally:
            if old is not None and new is not old:
                old.close()
        return new

    # --- on the window's thread ------------------------------------------------------------

    def _loaded(self, jobs: list[Job], since: int) -> None:
        newer = {job.id: job for number, job in self._recent if number > since}
        self.jobs_changed.emit([newer.get(job.id, job) for job in jobs])
        if not self._tasks.busy:
            self._recent.clear()
