"""What happens on a worker of a cluster: a model, opened once, and photo after photo."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final, cast

from distributed import Worker, WorkerPlugin, get_worker
from distributed.utils import sync

from core.batch.limits import Limits
from core.batch.outcomes import described
from core.batch.run_job import Moved, do_job
from core.batch.steps import Painted, Progress, Settled
from core.colorize.colorizer import Colorizer
from core.errors import (
    AutochromeError,
    ClusterError,
    DiskFullError,
    ModelHashError,
    OutOfMemoryError,
    SessionError,
    WorkerLostError,
)
from core.photo.photo import Photo
from core.queue.job import Job
from core.version import __version__

__all__ = ["Failure", "ModelPlugin", "Moved", "Outcome", "Unbegun", "WorkerFacts", "do", "facts_of"]

#: A photo that has ended so many workers is not tried again.
MOST_DEATHS: Final = 3
#: The key, among those of a run on the scheduler, that lets no further photo be begun.
HALT: Final = "halt"
#: The scheduler remembers so many of the latest claims: more than are in hand at once.
_REMEMBERED: Final = 1 << 16


@dataclass(frozen=True)
class WorkerFacts:
    """What a worker says of itself.

    Attributes:
        provider: what ONNX Runtime said it uses; empty where there is trouble.
        fallback: the sentence where that is not what was asked for.
        trouble: why it cannot do anything.
    """

    address: str
    provider: str = ""
    fallback: str | None = None
    trouble: AutochromeError | None = None


@dataclass(frozen=True)
class Unbegun:
    """The photo was left alone: the run is halted, or the worker cannot do anything."""


@dataclass(frozen=True)
class Failure:
    """It could not be done, in words that travel better than exceptions.

    Attributes:
        disk: there was no room for the result.
        device: it may be the device's fault.
    """

    sentence: str
    kind: str
    disk: bool = False
    device: bool = False


@dataclass(frozen=True)
class Outcome:
    """What became of a job, and how many workers were lost over it."""

    worker: WorkerFacts
    result: Progress | Settled | Moved | Failure | Unbegun
    deaths: int = 0


class Budget:
    """Megapixels in hand at once; more than all of them goes alone, as does what is suspect.

    They are counted in pixels: sums of fractions would not come back to zero.
    """

    def __init__(self, megapixels: float) -> None:
        self._limit = round(megapixels * 1e6)
        self._held = 0
        self._changed = threading.Condition()
        self._turn = threading.Lock()

    @contextmanager
    def share(self, megapixels: float) -> Iterator[None]:
        """Wait for room, and keep it while the block runs."""
        pixels = round(min(megapixels * 1e6, self._limit))
        with self._turn, self._changed:  # in turn, or a large photo would wait for ever
            self._changed.wait_for(lambda: self._held + pixels <= self._limit)
            self._held += pixels
        try:
            yield
        finally:
            with self._changed:
                self._held -= pixels
                self._changed.notify_all()


class SharedColorizer:
    """A colorizer for the threads of a worker: one at a time runs the network."""

    def __init__(self, colorizer: Colorizer) -> None:
        self.spec, self.session = colorizer.spec, colorizer.session
        self._colorizer = colorizer
        self._lock = threading.Lock()

    def colorize(
        self, photo: Photo, *, size: int | None, seed: int | None, recolor: bool
    ) -> Painted:
        """As `Colorizer.colorize`."""
        with self._lock:
            return self._colorizer.colorize(photo, size=size, seed=seed, recolor=recolor)


class ModelPlugin(WorkerPlugin):
    """Opens the model on a worker when it joins the run.

    Args:
        model: its path; None for the one that came with the worker's own Autochrome.
        sha256: what it must be.
        limits: of the run.
        ours: the worker was started for this run: Ctrl-C, which a terminal sends to it too, is
            the driver's business alone.
    """

    def __init__(
        self, model: Path | None, sha256: str, device: str, limits: Limits, *, ours: bool
    ) -> None:
        self._model, self._sha256, self._device = model, sha256, device
        self._version = __version__
        self._ours = ours
        self.limits = limits

    def setup(self, worker: Worker) -> None:
        """Never raises what it expects: Dask would print it and use the worker all the same."""
        if self._ours and threading.current_thread() is threading.main_thread():
            signal.signal(signal.SIGINT, signal.SIG_IGN)
        self.budget = Budget(self.limits.max_megapixels_in_flight)
        self.colorizer: SharedColorizer | None = None
        try:
            colorizer = self._open(worker)
        except AutochromeError as error:
            self.facts = WorkerFacts(worker.address, trouble=error)
            return
        session = colorizer.session
        self.facts = WorkerFacts(worker.address, session.provider, session.fallback_reason)
        self.colorizer = SharedColorizer(colorizer)

    def _open(self, worker: Worker) -> Colorizer:
        if __version__ != self._version:
            raise ClusterError(
                f"the worker {worker.address} has Autochrome {__version__}, and this computer "
                f"{self._version}: install the same on both."
            )
        colorizer = Colorizer(self._model, device=self._device, threads=worker.state.nthreads)
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


def facts_of(run: str, dask_worker: Worker) -> WorkerFacts:
    """For `distributed.Client.run`, which fills in the worker."""
    return cast("ModelPlugin", dask_worker.plugins[run]).facts


def do(run: str, claim: int, job: Job) -> Outcome:
    """A task: one photo, by the number of its claim, which is another when it was put back.

    The scheduler is told when a claim is begun and when it is through: one that was begun only was
    in hand when its worker died. Dask itself only knows which photos had been sent to that worker,
    and has a photo done again whose result went down with the worker that another had killed.
    """
    worker = get_worker()
    plugin = cast("ModelPlugin", worker.plugins[run])
    if plugin.colorizer is None:
        return Outcome(plugin.facts, Unbegun())
    if _ask(worker, "get_metadata", keys=[run, HALT], default=False):
        return Outcome(plugin.facts, Unbegun())
    note = [run, str(claim % _REMEMBERED)]
    noted, begun, deaths = _ask(worker, "get_metadata", keys=note, default=(claim, 0, 0))
    if noted != claim:
        begun, deaths = 0, 0
    if deaths >= MOST_DEATHS:
        return Outcome(plugin.facts, _killer(job, deaths), deaths)
    most = plugin.limits.max_megapixels_in_flight
    # alone, a photo that is innocent of its worker's death is not taken along by the next one
    with plugin.budget.share(most if deaths or job.megapixels is None else job.megapixels):
        _ask(worker, "set_metadata", keys=note, value=(claim, begun + 1, deaths + 1))
        again = replace(job, attempts=job.attempts + begun)
        result = _result(again, plugin.colorizer, plugin.limits)
        _ask(worker, "set_metadata", keys=note, value=(claim, begun + 1, deaths))
        return Outcome(plugin.facts, result, deaths)


def _result(
    job: Job, colorizer: SharedColorizer, limits: Limits
) -> Progress | Settled | Moved | Failure:
    try:
        return do_job(
            job,
            colorizer,
            max_megapixels=limits.max_megapixels,
            disk_reserve_mb=limits.disk_reserve_mb,
        )
    except Exception as error:  # noqa: BLE001  (one bad photo costs one photo)
        sentence, kind = described(job, error)
        device = isinstance(error, SessionError) and not isinstance(error, OutOfMemoryError)
        return Failure(sentence, kind, isinstance(error, DiskFullError), device)


def _killer(job: Job, deaths: int) -> Failure:
    sentence = (
        f"{job.source.name} ended its worker {deaths} times (it crashed, or was killed for its "
        "memory): try it alone, with autochrome colorize."
    )
    return Failure(sentence, WorkerLostError.__name__)


def _ask(worker: Worker, what: str, **arguments: Any) -> Any:  # noqa: ANN401  (Dask's own)
    """Call the scheduler from a task's thread."""
    return sync(worker.loop, getattr(worker.scheduler, what), **arguments)
