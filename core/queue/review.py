"""What comes of looking through the results of a queue: marks, and results made anew."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterable
from dataclasses import replace

from core.queue.job import Job, JobSettings
from core.queue.mark import Mark
from core.queue.store import JobStore


def set_mark(store: JobStore, ids: Iterable[int], mark: Mark | None) -> int:
    """Mark results, or (None) take their marks away; how many. Without a result nothing is marked.

    Raises:
        StoreError: the queue cannot be changed.
    """
    with store.transaction():
        there = [job.id for job in filter(None, map(store.get, ids)) if job.has_result]
        statement = "UPDATE jobs SET mark = ? WHERE id = ?"
        return sum(store.db.execute(statement, (mark, i)).rowcount for i in there)


def do_again(
    store: JobStore,
    ids: Collection[int],
    mark: Mark,
    change: Callable[[JobSettings], JobSettings],
) -> int:
    """Let results be made anew, before all that waits; how many.

    They replace the files that are there: who asks for it by name is not asked again. `Mark.FIXED`
    stays when it is done, `Mark.REDO` does not; later runs leave both as they were asked for.

    Raises:
        StoreError: the queue cannot be changed.
    """
    statement = (
        "UPDATE jobs SET mark = ?, state = 'waiting', if_exists = 'overwrite',"
        " error = NULL, error_kind = NULL, attempts = 0, finished = NULL, position = ("
        "SELECT min(position) - 1 FROM jobs) WHERE id = ? AND state NOT IN ('waiting', 'running')"
    )
    number = 0
    with store.transaction():
        for job in filter(None, map(store.get, reversed(list(ids)))):
            if store.db.execute(statement, (mark, job.id)).rowcount:
                store.change_settings(job, change(job.settings))
                number += 1
    return number


def other_colors(settings: JobSettings) -> JobSettings:
    """The settings with the next seed: other plausible colours of a model that has some.

    An album would give the photo those of its neighbours once more.
    """
    return replace(settings, seed=((settings.seed or 0) + 1) % 2**32, consistent=False)


def redo_marked(store: JobStore) -> list[int]:
    """Let every result marked `Mark.REDO` be made anew, in other plausible colours; their ids.

    Raises:
        StoreError: the queue cannot be changed.
    """
    marked = [job.id for job in store.jobs() if job.mark is Mark.REDO and job.has_result]
    do_again(store, marked, Mark.REDO, other_colors)
    return marked


def by_mark(job: Job) -> tuple[int, float, str]:
    """A key that sorts jobs by what was said of them, those of which nothing was said last."""
    marks = list(Mark)
    return (len(marks) if job.mark is None else marks.index(job.mark), *doubt(job))


def doubt(job: Job) -> tuple[float, str]:
    """A key that sorts jobs by the model's doubt, most of it first; without a confidence last."""
    return (math.inf if job.confidence is None else job.confidence), str(job.source)
