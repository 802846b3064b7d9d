"""The arguments that say what does the work of ``autochrome batch``. Only light imports here."""

from __future__ import annotations

import argparse
from typing import Final

from core.cli.arguments import whole_between
from core.extras import is_packed

#: ``--engine``: threads of this process, or workers of a Dask cluster.
LOCAL: Final = "local"
DASK: Final = "dask"


def _needs() -> str:
    extra = "with an optional extra: pip install 'autochrome[cluster]'"
    return f" ({'not in the packed program' if is_packed() else extra})"


def add_engine(group: argparse._ArgumentGroup) -> None:
    """``--engine`` and what belongs to it."""
    group.add_argument(
        "--engine",
        choices=(LOCAL, DASK),
        default=LOCAL,
        help=f"who does the work: this process, or workers of a Dask cluster{_needs()}; default "
        "%(default)s",
    )
    group.add_argument(
        "--scheduler",
        metavar="ADDRESS",
        help="of a cluster that runs, such as tcp://host:8786; default: workers are started here",
    )
    group.add_argument(
        "--workers",
        type=whole_between(1, 1024),
        metavar="N",
        help="how many to start; default: one for two cores, or for each share of the cards",
    )
    group.add_argument(
        "--gpus-per-worker",
        type=whole_between(1, 64),
        nargs="?",
        const=1,
        metavar="N",
        help="start workers with N NVIDIA cards of their own; without a number, one",
    )


def engine_contradiction(options: argparse.Namespace) -> str | None:
    """Why these arguments make no sense together; None where they do."""
    names = {
        "--scheduler": options.scheduler,
        "--workers": options.workers,
        "--gpus-per-worker": options.gpus_per_worker,
    }
    given = [name for name, value in names.items() if value]
    if options.engine != DASK and given:
        return f"{given[0]} needs --engine {DASK}"
    if options.scheduler and len(given) > 1:
        return (
            f"{given[1]} is for workers started here: those of a running cluster are started with "
            "what they need"
        )
    if options.gpus_per_worker and options.device not in ("auto", "cuda"):
        return f"--gpus-per-worker is for --device cuda, not {options.device}"
    return None
