"""``autochrome queue``: what a batch did and what is left, and changing it."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import islice
from pathlib import Path

from core.batch.report import row_of
from core.cli.batch_parser import USER
from core.cli.console import say, say_json, shown, tell
from core.cli.exit_status import OK, USAGE
from core.files.windows_paths import is_file
from core.queue.job import Job, JobState
from core.queue.locations import existing_queues, in_user_data
from core.queue.store import JobStore

#: What `clear` forgets when it is not told.
_OVER = (JobState.DONE, JobState.SKIPPED, JobState.CANCELLED)


def run(options: argparse.Namespace) -> int:
    """Do what is asked of the queues of a folder; returns the exit status.

    Raises:
        StoreError: one cannot be used.
    """
    paths = [path for path in _paths(options) if is_file(path)]
    if not paths:
        say("there is no queue: name the folder of the results, or --store FILE.")
        return USAGE
    with ExitStack() as stack:
        stores = [stack.enter_context(JobStore(path)) for path in paths]
        {"list": _list, "retry": _retry, "clear": _clear}[options.action](options, stores)
    return OK


def _paths(options: argparse.Namespace) -> list[Path]:
    output = options.output and Path(os.path.realpath(options.output))
    if options.store and options.store != USER:
        return [Path(options.store)]
    if output is None:
        return []
    return [in_user_data(output)] if options.store == USER else existing_queues(output)


def _list(options: argparse.Namespace, stores: list[JobStore]) -> None:
    for job in islice(_jobs(options, stores), options.limit):
        if options.json:
            say_json("job", id=job.id, **row_of(job))
        else:
            tell(_line(job))
    if not options.json:
        counts = {state: sum(store.counts()[state] for store in stores) for state in JobState}
        say(", ".join(f"{number:,} {state}" for state, number in counts.items() if number) + ".")


def _jobs(options: argparse.Namespace, stores: list[JobStore]) -> Iterator[Job]:
    states = options.states and [JobState(state) for state in options.states]
    for store in stores:
        yield from store.jobs(states, limit=-1 if options.limit is None else options.limit)


def _line(job: Job) -> str:
    line = f"{job.state:10}{shown(job.source)}"
    if job.error:
        return f"{line}: {job.error}"
    return f"{line} -> {shown(job.target)}"


def _retry(options: argparse.Namespace, stores: list[JobStore]) -> None:
    number = sum(store.retry_failed() for store in stores)
    place = shown(options.output) if options.output else "OUT"
    say(f"{number:,} wait again; to have them done: autochrome batch -o {place}")


def _clear(options: argparse.Namespace, stores: list[JobStore]) -> None:
    states = [JobState(state) for state in options.states] if options.states else _OVER
    number = sum(store.clear(states) for store in stores)
    say(f"{number:,} forgotten.")
