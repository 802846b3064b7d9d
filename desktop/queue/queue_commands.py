"""`QueueCommands`: changes of the queue by a person; who holds its file says how it is changed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import TypeVar

from PySide6.QtCore import QObject

from core.queue.job import JobSettings, JobState
from core.queue.store import JobStore

T = TypeVar("T")
_ENDED = (JobState.DONE, JobState.SKIPPED, JobState.CANCELLED)
_OPEN = (JobState.WAITING, JobState.RUNNING)


class QueueCommands(QObject):
    """What is done to jobs by hand."""

    def change(
        self,
        change: Callable[[JobStore], T],
        done: Callable[[T | None], None] = lambda _: None,
        **how: bool,
    ) -> None:
        """As `desktop.queue.queue_file.QueueFile.change`."""
        raise NotImplementedError

    def cancel(self, ids: Collection[int] | None = None) -> None:
        """Cancel these jobs, or all that are not done."""

        def work(store: JobStore) -> int:
            return store.cancel([j.id for j in store.jobs(_OPEN)] if ids is None else ids)

        self.change(work)

    def retry(self, ids: Collection[int] | None = None) -> None:
        """Let these jobs, or all that failed, wait again."""
        self.change(lambda store: store.retry_failed(ids))

    def retry_with(
        self, ids: Collection[int], change: Callable[[JobSettings], JobSettings]
    ) -> None:
        """Let these jobs wait again, with other settings."""
        self.change(lambda store: store.retry_with(ids, change))

    def remove(self, ids: Collection[int]) -> None:
        """Remove jobs from the queue; their results stay."""
        self.change(lambda store: store.remove(ids))

    def clear_ended(self) -> None:
        """Remove the jobs that are done; what failed stays, for it wants looking at."""
        self.change(lambda store: store.clear(_ENDED))

    def reorder(self, ids: Sequence[int], before: int | None) -> None:
        """Move jobs before another one, or to the end."""

        def work(store: JobStore) -> None:
            for job_id in ids:
                store.reorder(job_id, before)

        self.change(work)
