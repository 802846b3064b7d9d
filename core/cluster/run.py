"""The jobs of `core.batch.run` on Dask distributed: `run_on_cluster`, beside `run_batch`.

::

    this process (core.cluster.driver)                a worker (core.cluster.worker)
    queue ──> window of futures ──> scheduler ──> look, read, colorize, write
    queue <── outcomes         <── result     <──

Paths travel, not pixels: workers see photos and results under the same paths as this process.
Nothing of Dask is imported before it is needed: it is an optional extra.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path

from core.batch.events import JobEvent, QueueFinished, Summary
from core.batch.limits import BatchControl, Limits
from core.batch.outcomes import Outcomes
from core.batch.run_control import RunControl
from core.cluster.config import ClusterConfig
from core.errors import ClusterError
from core.extras import how_to_install, is_packed
from core.files.atomic import delete_partial_files
from core.inference.model_choice import ModelChoice
from core.inference.model_spec import ModelSpec
from core.queue.locations import album_folder
from core.queue.store import JobStore


def check_installed() -> None:
    """Raises: ClusterError: the extra is not installed."""
    if find_spec("distributed") is None:
        raise ClusterError(
            "the packed program works on this computer alone: leave --engine dask away."
            if is_packed()
            else f"the Dask engine is an optional extra: {how_to_install('cluster')}."
        )


def run_on_cluster(
    store: JobStore,
    spec: ModelSpec,
    config: ClusterConfig | None = None,
    *,
    models: Sequence[ModelChoice] = (),
    control: BatchControl | None = None,
    on_event: Callable[[JobEvent], None] | None = None,
    limits: Limits | None = None,
) -> Summary:
    """As `core.batch.run.run_batch`, with the photos done by the workers of a cluster.

    Only this process writes the store. Each worker opens its own copies of the ``models``, or of
    the one that ``spec`` is of, which must be the same files by SHA-256: the bundled one is each
    worker's own, others are looked for under the same paths.

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

    config, limits = config or ClusterConfig(), limits or Limits()
    choices = models or [ModelChoice(spec.path)]
    albums = album_folder(store.path.absolute())
    emit = on_event or (lambda _: None)
    with store.exclusive():
        jobs = [job for job in store.recover() if store.is_inside(job.target)]
        folders: set[Path] = {job.target.parent for job in jobs}
        run_control = RunControl(control or BatchControl(), limits, emit)
        outcomes = Outcomes(store, run_control)
        try:
            with connected(config, spec, choices, limits, albums) as connection:
                driver = Driver(connection, outcomes, run_control, folders)
                try:
                    driver.run()
                except BaseException:
                    run_control.abort()
                    raise
                finally:
                    driver.release_all()
        finally:
            # of workers that died; what a living one is writing is locked, and stays
            for folder in folders:
                delete_partial_files(folder)
        summary = outcomes.summary()
    emit(QueueFinished(summary))
    return summary
