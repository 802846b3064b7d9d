"""The side of a Dask worker: a plugin that opens the model once, and the task of one photo."""

from __future__ import annotations

import signal
import threading
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final, cast

from distributed import Worker, WorkerPlugin, get_worker
from distributed.utils import sync

from core.batch.failure import JobFailure, describe_failure
from core.batch.limits import Limits
from core.batch.protocols import ColorizationProtocol
from core.batch.run_job import TargetTaken, run_job
from core.batch.steps import JobResult
from core.cluster.megapixel_budget import MegapixelBudget
from core.colorize.colorizer import Colorizer
from core.colorize.hints import ColorHint
from core.colorize.reference_colors import ColorReferences
from core.colorize.strokes import Stroke
from core.colorize.tint.options import TintOptions
from core.errors import AutochromeError, ClusterError, ModelHashError, WorkerLostError
from core.inference.model_choice import ModelChoice
from core.inference.model_spec import bundled_model
from core.photo.photo import Photo
from core.queue.job import Job
from core.version import __version__

#: A photo that has ended so many workers is not tried again.
MAX_DEATHS: Final = 3
#: The key, among those of a run on the scheduler, that lets no further photo be begun.
HALT: Final = "halt"
#: The scheduler remembers so many of the latest claims: more than are in hand at once.
_REMEMBERED: Final = 1 << 16


@dataclass(frozen=True)
class WorkerInfo:
    """What a worker says of itself.

    Attributes:
        provider: what ONNX Runtime said it uses; empty where it has no model.
        fallback: the sentence where that is not what was asked for.
        error: why it has no model.
    """

    address: str
    provider: str = ""
    fallback: str | None = None
    error: AutochromeError | None = None


@dataclass(frozen=True)
class NotStarted:
    """The photo was left alone: the run is halted, or the worker has no model."""


@dataclass(frozen=True)
class TaskResult:
    """What became of a job, and how many workers were lost over it."""

    worker: WorkerInfo
    result: JobResult | TargetTaken | JobFailure | NotStarted
    deaths: int = 0


class SharedColorizer:
    """A colorizer for the threads of a worker: one at a time runs the network."""

    def __init__(self, colorizer: Colorizer) -> None:
        self.spec, self.session = colorizer.spec, colorizer.session
        self._colorizer = colorizer
        self._lock = threading.Lock()

    def colorize(
        self,
        photo: Photo,
        *,
        size: int | None,
        seed: int | None,
        recolor: bool,
        tint: TintOptions,
        hints: Sequence[ColorHint] = (),
        strokes: Sequence[Stroke] = (),
        references: ColorReferences = ColorReferences(),  # noqa: B008  (frozen)
    ) -> ColorizationProtocol:
        """As `Colorizer.colorize`."""
        with self._lock:
            return self._colorizer.colorize(
                photo,
                size=size,
                seed=seed,
                recolor=recolor,
                tint=tint,
                hints=hints,
                strokes=strokes,
                references=references,
            )


class ModelPlugin(WorkerPlugin):
    """Opens the models on a worker of Dask when it joins the run.

    Args:
        models: those that work together. None in a model's place is the one that came with the
            worker's own Autochrome; its share is the number beside it.
        sha256: what they must be together.
        limits: of the run.
        albums: as in `core.batch.steps.job_steps`, under the same path for all.
        ours: the worker was started for this run: Ctrl-C, which a terminal sends to it too, is
            the driver's business alone.
    """

    def __init__(
        self,
        models: Sequence[tuple[ModelChoice | None, float]],
        sha256: str,
        device: str,
        limits: Limits,
        *,
        albums: Path | None = None,
        ours: bool,
    ) -> None:
        self._models, self._sha256, self._device = models, sha256, device
        self._version = __version__
        self._ours = ours
        self.limits = limits
        self.albums = albums

    def setup(self, worker: Worker) -> None:
        """Never raises what it expects: Dask would print it and use the worker all the same."""
        if self._ours and threading.current_thread() is threading.main_thread():
            signal.signal(signal.SIGINT, signal.SIG_IGN)
        self.budget = MegapixelBudget(self.limits.max_megapixels_in_flight)
        self.colorizer: SharedColorizer | None = None
        try:
            colorizer = self._open(worker)
        except AutochromeError as error:
            self.info = WorkerInfo(worker.address, error=error)
            return
        session = colorizer.session
        self.info = WorkerInfo(worker.address, session.provider, session.fallback_reason)
        self.colorizer = SharedColorizer(colorizer)

    def _open(self, worker: Worker) -> Colorizer:
        if __version__ != self._version:
            raise ClusterError(
                f"the worker {worker.address} has Autochrome {__version__}, and this computer "
                f"{self._version}: install the same on both."
            )
        choices = [choice or ModelChoice(bundled_model(), share) for choice, share in self._models]
        colorizer = Colorizer(choices, device=self._device, threads=worker.state.nthreads)
        if colorizer.spec.sha256 != self._sha256:
            raise ModelHashError(
                f"the worker {worker.address} has another model {colorizer.spec.path} (its SHA-256 "
                f"starts with {colorizer.spec.sha256[:12]}, this computer's with "
                f"{self._sha256[:12]}): copy the same file there.",
                colorizer.spec.path,
            )
        return colorizer

    def teardown(self, worker: Worker) -> None:  # noqa: ARG002  (Dask's signature)
        """The run is over: the model need not stay in memory."""
        self.colorizer = None


def describe_worker(run: str, dask_worker: Worker) -> WorkerInfo:
    """For `distributed.Client.run`, which fills in the worker."""
    return cast("ModelPlugin", dask_worker.plugins[run]).info


def run_task(run: str, claim: int, job: Job) -> TaskResult:
    """A Dask task: one photo, by the number of its claim, which is another when it was put back.

    The scheduler is told when a claim is begun and when it is through: one that was begun only was
    in hand when its worker died. Dask itself only knows which photos had been sent to that worker,
    and has a photo done again whose result went down with the worker that another had killed.
    """
    worker = get_worker()
    plugin = cast("ModelPlugin", worker.plugins[run])
    if plugin.colorizer is None:
        return TaskResult(plugin.info, NotStarted())
    if _call_scheduler(worker, "get_metadata", keys=[run, HALT], default=False):
        return TaskResult(plugin.info, NotStarted())
    record = [run, str(claim % _REMEMBERED)]
    recorded, begun, deaths = _call_scheduler(
        worker, "get_metadata", keys=record, default=(claim, 0, 0)
    )
    if recorded != claim:
        begun, deaths = 0, 0
    if deaths >= MAX_DEATHS:
        return TaskResult(plugin.info, _too_many_deaths(job, deaths), deaths)
    most = plugin.limits.max_megapixels_in_flight
    # alone, a photo that is innocent of its worker's death is not taken along by the next one
    with plugin.budget.share(most if deaths or job.megapixels is None else job.megapixels):
        lost = (claim, begun + 1, deaths + 1)
        _call_scheduler(worker, "set_metadata", keys=record, value=lost)
        again = replace(job, attempts=job.attempts + begun)
        result = _run_job(again, plugin.colorizer, plugin)
        through = (claim, begun + 1, deaths)
        _call_scheduler(worker, "set_metadata", keys=record, value=through)
        return TaskResult(plugin.info, result, deaths)


def _run_job(
    job: Job, colorizer: SharedColorizer, plugin: ModelPlugin
) -> JobResult | TargetTaken | JobFailure:
    most, reserve = plugin.limits.max_megapixels, plugin.limits.disk_reserve_mb
    try:
        return run_job(
            job, colorizer, max_megapixels=most, disk_reserve_mb=reserve, albums=plugin.albums
        )
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # noqa: BLE001  (one bad photo costs one photo)
        return describe_failure(job.source, error)


def _too_many_deaths(job: Job, deaths: int) -> JobFailure:
    sentence = (
        f"{job.source.name} ended its worker {deaths} times (it crashed, or was killed for its "
        "memory): try it alone, with autochrome colorize."
    )
    return JobFailure(sentence, WorkerLostError.__name__)


def _call_scheduler(worker: Worker, what: str, **arguments: Any) -> Any:  # noqa: ANN401  (Dask's)
    """Call the scheduler from a task's thread."""
    return sync(worker.loop, getattr(worker.scheduler, what), **arguments)
