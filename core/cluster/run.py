"""The jobs of `core.batch.run` on Dask distributed: `run_on_cluster`, beside `run_batch`.

::

    this process (core.cluster.driver)                a worker (core.cluster.worker)
    queue ──> window of futures ──> scheduler ──> look, read, colorize, write
    queue <── ledger           <── outcome    <──

Paths travel, not pixels: workers see photos and results under the same paths as this process.
Nothing of Dask is imported before it is needed: it is an optional extra.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from core.batch.events import JobEvent, QueueFinished, Summary
from core.batch.limits import BatchControl, Limits
from core.batch.run_control import Brakes
from core.cluster.config import Fleet
from core.errors import ClusterError
from core.files.atomic import sweep_parts
from core.inference.model_spec import ModelSpec
from core.queue.store import JobStore


def check_installed() -> None:
    """Raises: ClusterError: the extra is not installed."""
    if find_spec("distributed") is None:
        raise ClusterError(
            "the Dask engine comes with an optional extra: pip install 'autochrome[cluster]'."
        )


def run_on_cluster(
    store: JobStore,
    spec: ModelSpec,
    fleet: Fleet | None = None,
    *,
    control: BatchControl | None = None,
    on_event: Callable[[JobEvent], None] | None = None,
    limits: Limits | None = None,
) -> Summary:
    """As `core.batch.run.run_batch`, with the photos done by the workers of a cluster.

    Only this process writes the store. Each worker opens its own copy of the model, which must be
    the same file by SHA-256: the bundled one is each worker's own, another is looked for under the
    same path.

    ``control`` and ``on_event`` are as there. After an exception and after `BatchControl.cancel`
    photos in hand wait again; workers that were not started here may still finish theirs, and the
    next run finds those results. Of the ``limits`` that of megapixels in flight counts for each
    worker, and the workers' threads are what bounds the photos. Workers started here import the
    main module once more: a script that calls this needs its ``if __name__ == "__main__":``.

    Raises:
        ClusterError: the extra is missing, or there is no scheduler.
        ModelError, SessionError: a worker has another model, or cannot open it.
        StoreBusyError, StoreError: as there.
    """
    check_installed()
    from core.cluster.connect import connected  # noqa: PLC0415
    from core.cluster.driver import Driver  # noqa: PLC0415  (an optional extra, slow to import)

    fleet, limits = fleet or Fleet(), limits or Limits()
    tell = on_event or (lambda _: None)
    with store.claimed_by_me():
        folders: set[Path] = {job.target.parent for job in store.recover()}
        brakes = Brakes(store, tell, control or BatchControl(), limits)
        try:
            with connected(fleet, spec, limits) as link:
                driver = Driver(link, brakes, limits, folders)
                try:
                    driver.to_the_end()
                except BaseException:
                    brakes.let_go()
                    raise
                finally:
                    driver.let_go()
        finally:
            # of workers that died; what a living one is writing is locked, and stays
            for folder in folders:
                sweep_parts(folder)
        summary = brakes.summary()
    tell(QueueFinished(summary))
    return summary
