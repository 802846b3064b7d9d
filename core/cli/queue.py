"""``autochrome queue``: what a batch did and what is left, and changing it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from fnmatch import fnmatch
from itertools import chain, islice
from pathlib import Path

from core.batch.rate_results import rate_results
from core.batch.report import report_row
from core.cli.console import (
    display_name,
    display_path,
    note,
    output,
    output_json,
    print_error,
    printable,
)
from core.cli.exit_status import FAILED, OK, USAGE
from core.cli.queue_options import QueueOptions
from core.errors import WriteError
from core.files.windows_paths import is_file
from core.queue.job import Job, JobState
from core.queue.review import by_mark, doubt, redo_marked, set_mark
from core.queue.store import JobStore

#: What `clear` forgets when it is not told.
_OVER = (JobState.DONE, JobState.SKIPPED, JobState.CANCELLED)


def run(options: QueueOptions) -> int:
    """Do what is asked of the queues of a folder; returns the exit status.

    Raises:
        StoreError: one cannot be used.
    """
    paths = [path for path in options.stores if is_file(path)]
    if not paths:
        note("there is no queue: name the folder of the results, or --store FILE.")
        return USAGE
    with ExitStack() as stack:
        stores = [stack.enter_context(JobStore(path)) for path in paths]
        actions = {"list": _list, "retry": _retry, "mark": _mark, "clear": _clear}
        return actions[options.action](options, stores)


def _list(options: QueueOptions, stores: list[JobStore]) -> int:
    for job in islice(_jobs(options, stores), options.limit):
        if options.json:
            output_json("job", id=job.id, **report_row(job))
        else:
            output(_line(job))
    if not options.json:
        counts = {state: sum(store.counts()[state] for store in stores) for state in JobState}
        note(", ".join(f"{number:,} {state}" for state, number in counts.items() if number) + ".")
    return OK


def _jobs(options: QueueOptions, stores: list[JobStore]) -> Iterable[Job]:
    jobs = chain.from_iterable(store.jobs(options.states) for store in stores)
    wanted = (job for job in jobs if _is_meant(job, options))
    if options.by_mark:
        return sorted(wanted, key=by_mark)
    return sorted(wanted, key=doubt) if options.unsure_first else wanted


def _is_meant(job: Job, options: QueueOptions) -> bool:
    return options.marks is None or (job.has_result and job.mark in options.marks)


def _line(job: Job) -> str:
    line = f"{job.state:10}{display_name(job.source)}"
    if job.mark:
        line += f" [{job.mark}]"
    if job.error:
        return f"{line}: {printable(job.error)}"
    return f"{line} -> {display_name(job.target)}"


def _retry(options: QueueOptions, stores: list[JobStore]) -> int:
    number = sum(
        len(redo_marked(store)) if options.redo else store.retry_failed() for store in stores
    )
    place = display_path(options.output) if options.output else "OUT"
    note(f"{number:,} wait again; to have them done: autochrome batch -o {place}")
    return OK


def _mark(options: QueueOptions, stores: list[JobStore]) -> int:
    number, errors = 0, list[WriteError]()
    for store in stores:
        ids = [job.id for job in store.jobs() if _is_named(job, options.photos)]
        number += set_mark(store, ids, options.mark)
        if options.xmp:
            errors += rate_results(filter(None, map(store.get, ids)))[1]
    note(f"{number:,} marked {options.mark or 'none'}.")
    for error in errors:
        print_error(error)
    return FAILED if errors or not number else OK


def _is_named(job: Job, patterns: Sequence[str]) -> bool:
    names = {str(path) for each in (job.source, job.target) for path in (each, each.name)}
    here = [str(Path.cwd() / pattern) for pattern in patterns if os.sep in pattern]
    return any(fnmatch(name, pattern) for name in names for pattern in (*patterns, *here))


def _clear(options: QueueOptions, stores: list[JobStore]) -> int:
    number = sum(store.clear(options.states or _OVER) for store in stores)
    note(f"{number:,} forgotten.")
    return OK
