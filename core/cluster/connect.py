"""Connects to a Dask scheduler, or starts one with workers here, and opens the model on them."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final
from uuid import uuid4

from distributed import Client, Nanny, Scheduler
from distributed.comm.addressing import resolve_address
from distributed.deploy.spec import SpecCluster
from distributed.utils import silence_logging_cmgr

from core.batch.limits import Limits
from core.cluster.config import ClusterConfig
from core.cluster.worker import ModelPlugin, WorkerInfo, describe_worker
from core.errors import ClusterError
from core.inference.model_choice import ModelChoice
from core.inference.model_spec import ModelSpec, bundled_model
from core.inference.providers import cuda_cards
from core.processors import usable_processors

#: What Dask raises where the other side is not there: it has a name of its own for few of them.
CONNECTION_ERRORS: Final = (OSError, RuntimeError, ValueError)
#: Dask's own count blames every photo that was sent to a worker that died; ours is exact.
_ALLOWED_FAILURES: Final = 10
#: Nothing is reachable from another machine. Dask starts its web server in any case.
_LOCAL_ONLY: Final = {"host": "127.0.0.1", "dashboard": False, "dashboard_address": "127.0.0.1:0"}
#: Seconds to wait for a scheduler.
_CONNECT_S: Final = 15


@dataclass(frozen=True)
class Connection:
    """A connection to a scheduler.

    Attributes:
        run: the name of this run there: of its plugin, and of what the scheduler remembers.
        workers: those that had joined when it began.
    """

    client: Client
    run: str
    workers: list[WorkerInfo]

    @property
    def is_open(self) -> bool:
        """Whether the scheduler answers; where it does not, whatever is asked waits for it."""
        return bool(self.client.status == "running")


@contextmanager
def connected(
    config: ClusterConfig,
    spec: ModelSpec,
    models: Sequence[ModelChoice],
    limits: Limits,
    albums: Path | None = None,
) -> Iterator[Connection]:
    """Connect, and have every worker open the models; ``albums`` as in `core.batch.steps`.

    ``spec`` is what is said of the models together.

    Raises:
        ClusterError: no scheduler, no cards, or workers without Autochrome.
        ModelError, SessionError: a worker has another model, or cannot open it.
    """
    ours = config.scheduler is None
    asked = [(_as_asked(choice), choice.weight) for choice in models]
    plugin = ModelPlugin(asked, spec.sha256, config.device, limits, albums=albums, ours=ours)
    with ExitStack() as stack:
        # what it has to say is said by the driver, in sentences
        stack.enter_context(silence_logging_cmgr(logging.CRITICAL))
        client = stack.enter_context(_client(config))
        run = f"autochrome-{uuid4().hex}"
        connection = Connection(client, run, _open_models(client, run, plugin))
        try:
            yield connection
        finally:
            if connection.is_open:
                with suppress(*CONNECTION_ERRORS):
                    client.unregister_worker_plugin(run)
                    client.set_metadata([run], None)


def _as_asked(choice: ModelChoice) -> ModelChoice | None:
    """A model as every computer finds it; None: its own copy of the bundled one."""
    bundled = choice.path == bundled_model()
    return None if bundled else replace(choice, path=choice.path.resolve())


def _open_models(client: Client, run: str, plugin: ModelPlugin) -> list[WorkerInfo]:
    try:
        client.register_plugin(plugin, run)
        workers = list(client.run(describe_worker, run).values())
    except Exception as error:
        raise ClusterError(
            f"the workers cannot load Autochrome ({type(error).__name__}: {error}): install the "
            "same version there."
        ) from error
    for worker in workers:
        if worker.error is not None:
            raise worker.error
    return workers


@contextmanager
def _client(config: ClusterConfig) -> Iterator[Client]:
    with ExitStack() as stack:
        try:
            address = config.scheduler or stack.enter_context(_started(config)).scheduler_address
            resolve_address(address)  # what is none would leave a client half open
            client = Client(address, timeout=_CONNECT_S, set_as_default=False)
        except CONNECTION_ERRORS as error:
            where = f"to the Dask scheduler {config.scheduler}" if config.scheduler else "here"
            raise ClusterError(
                f"no connection {where} ({error}): check that it runs, and its address."
                if config.scheduler
                else f"workers cannot be started {where}: {error}."
            ) from error
        yield stack.enter_context(client)


def _started(config: ClusterConfig) -> SpecCluster:
    """A scheduler in this process and workers in their own, reachable from this machine only."""
    options = {**_LOCAL_ONLY, "port": 0, "allowed_failures": _ALLOWED_FAILURES}
    return SpecCluster(
        dict(enumerate(_workers(config))),
        {"cls": Scheduler, "options": options},
        silence_logs=logging.CRITICAL,
    )


def _workers(config: ClusterConfig) -> list[dict[str, Any]]:
    """What each worker is started with."""
    cards = _gpu_shares(config)
    cores = usable_processors()
    number = config.workers or len(cards) or max(1, cores // 2)
    options = {
        **_LOCAL_ONLY,
        "silence_logs": logging.CRITICAL,
        # two threads at least: one reads and writes while the other waits for the network
        "nthreads": max(2, min(4, cores // number)),
        "memory_limit": 0,  # else Dask kills a worker at a large photo
    }
    own = [{"CUDA_VISIBLE_DEVICES": share} for share in cards] or [{}] * number
    # a nanny starts its worker again when it dies
    return [{"cls": Nanny, "options": {**options, "env": own[index]}} for index in range(number)]


def _gpu_shares(config: ClusterConfig) -> list[str]:
    """The cards of each worker, as ``CUDA_VISIBLE_DEVICES`` wants them; none: not asked for."""
    share = config.gpus_per_worker
    if not share:
        return []
    cards = cuda_cards()
    shares = [",".join(cards[at : at + share]) for at in range(0, len(cards) - share + 1, share)]
    if len(shares) < max(1, config.workers):
        wanted = share * max(1, config.workers)
        raise ClusterError(
            f"the workers would need {wanted} NVIDIA cards, and there are {len(cards)}: start "
            "fewer, or leave --gpus-per-worker away."
        )
    return shares
