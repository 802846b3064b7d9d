"""`run_batch`: the one engine behind the window, the command line and every worker of a cluster."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from core.batch.events import JobEvent, QueueFinished, Summary
from core.batch.limits import BatchControl, Limits
from core.batch.outcomes import Outcomes
from core.batch.pipeline import Pipeline
from core.batch.protocols import ColorizerProtocol
from core.batch.run_control import RunControl
from core.files.atomic import delete_partial_files
from core.processors import usable_processors
from core.queue.store import JobStore

__all__ = ["BatchControl", "Limits", "run_batch"]


def run_batch(
    store: JobStore,
    colorizer: ColorizerProtocol,
    *,
    control: BatchControl | None = None,
    on_event: Callable[[JobEvent], None] | None = None,
    limits: Limits | None = None,
) -> Summary:
    """Work off a queue. What happens to one photo happens to that photo only.

    Args:
        store: jobs may be added, reordered and cancelled while it runs.
        colorizer: a `core.colorize.colorizer.Colorizer`; only the calling thread uses it.
        control: to pause and stop it, from any thread.
        on_event: called by the calling thread. What it raises ends the batch, as Ctrl-C does: jobs
            in flight wait again, files that are being written are finished and recorded.
        limits: memory, threads, room on the disk.

    Raises:
        StoreBusyError: another process works through this queue.
        StoreError: the queue itself cannot be used any more.
    """
    limits = limits or Limits()
    emit = on_event or (lambda _: None)
    with store.exclusive():
        jobs = [job for job in store.recover() if store.is_inside(job.target)]
        for folder in {job.target.parent for job in jobs}:
            delete_partial_files(folder)
        threads = limits.workers or min(4, max(2, usable_processors()))
        run_control = RunControl(control or BatchControl(), limits, emit)
        outcomes = Outcomes(store, run_control)
        # the pool ends with this call: core owns no thread that outlives it
        with ThreadPoolExecutor(threads, "autochrome-batch") as pool:
            pipeline = Pipeline(colorizer, outcomes, run_control, limits, pool)
            try:
                pipeline.run()
            except BaseException:
                pipeline.abort()
                raise
        summary = outcomes.summary()
    emit(QueueFinished(summary))
    return summary
