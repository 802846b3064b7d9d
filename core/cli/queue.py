"""``autochrome queue``: what a batch did and what is left, and changing it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from itertools import islice

from core.batch.report import report_row
from core.cli.console import display_name, display_path, note, output, output_json, printable
from core.cli.exit_status import OK, USAGE
from core.cli.queue_options import QueueOptions
from core.files.windows_paths import is_file
from core.queue.job import Job, JobState
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
        {"list": _list, "retry": _retry, "clear": _clear}[options.action](options, stores)
    return OK


def _list(options: QueueOptions, stores: list[JobStore]) -> None:
    for job in islice(_jobs(options, stores), options.limit):
        if options.json:
            output_json("job", id=job.id, **report_row(job))
        else:
            output(_line(job))
    if not options.json:
        counts = {state: sum(store.counts()[state] for store in stores) for state in JobState}
        note(", ".join(f"{number:,} {state}" for state, number in counts.items() if number) + ".")


def _jobs(options: QueueOptions, stores: list[JobStore]) -> Iterator[Job]:
    for store in stores:
        yield from store.jobs(options.states, limit=-1 if options.limit is None else options.limit)


def _line(job: Job) -> str:
    line = f"{job.state:10}{display_name(job.source)}"
    if job.error:
        return f"{line}: {printable(job.error)}"
    return f"{line} -> {display_name(job.target)}"


def _retry(options: QueueOptions, stores: list[JobStore]) -> None:
    number = sum(store.retry_failed() for store in stores)
    place = display_path(options.output) if options.output else "OUT"
    note(f"{number:,} wait again; to have them done: autochrome batch -o {place}")


def _clear(options: QueueOptions, stores: list[JobStore]) -> None:
    number = sum(store.clear(options.states or _OVER) for store in stores)
    note(f"{number:,} forgotten.")
