"""What ``autochrome queue`` was asked for; see `core.cli.options`."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from core.cli.batch_parser import USER
from core.queue.job import JobState
from core.queue.locations import existing_queues, in_user_data


@dataclass(frozen=True)
class QueueOptions:
    """``autochrome queue``.

    Attributes:
        action: ``list``, ``retry`` or ``clear``.
        output: the folder of the results, as it was named.
        stores: where its queues would be.
        states: of the jobs that are meant; None where none was named.
        limit: so many lines at most.
    """

    action: str
    output: Path | None
    stores: Sequence[Path]
    states: Sequence[JobState] | None = None
    limit: int | None = None
    json: bool = False

    @classmethod
    def of(cls, arguments: argparse.Namespace) -> Self:
        """The command line's arguments; what an action has not, is as it begins."""
        given = vars(arguments)
        states = given.get("states")
        return cls(
            action=arguments.action,
            output=arguments.output,
            stores=_stores(arguments),
            states=None if states is None else tuple(map(JobState, states)),
            limit=given.get("limit"),
            json=given.get("json", False),
        )


def _stores(arguments: argparse.Namespace) -> tuple[Path, ...]:
    output = arguments.output and Path(os.path.realpath(arguments.output))
    if arguments.store and arguments.store != USER:
        return (Path(arguments.store),)
    if output is None:
        return ()
    if arguments.store == USER:
        return (in_user_data(output),)
    return tuple(existing_queues(output))
