"""Which workers a cluster run uses: `ClusterConfig`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ClusterConfig:
    """The workers of a cluster.

    Attributes:
        scheduler: the address of a Dask scheduler that runs; None starts workers here, which end
            with the run.
        workers: how many to start; 0 is one for two cores, or for each share of the cards.
        gpus_per_worker: NVIDIA cards that each worker started here has to itself; 0 leaves the
            choice to ``device``.
        device: one of `core.inference.devices.DEVICES`.
    """

    scheduler: str | None = None
    workers: int = 0
    gpus_per_worker: int = 0
    device: str = "auto"
