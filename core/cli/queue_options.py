"""What ``autochrome queue`` was asked for; see `core.cli.options`."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

from core.cli.batch_parser import USER
from core.queue.job import JobState
from core.queue.locations import existing_queues, in_user_data
from core.queue.mark import Mark

#: The word for a result without a mark.
_NONE: Final = "none"


@dataclass(frozen=True)
class QueueOptions:
    """``autochrome queue``.

    Attributes:
        action: ``list``, ``retry``, ``mark`` or ``clear``.
        output: the folder of the results, as it was named.
        stores: where its queues would be.
        states: of the jobs that are meant; None where none was named.
        limit: so many lines at most.
        marks: of the results that are meant, None among them for those without one; None where
            none was named.
        unsure_first: those the model doubted most come first.
        by_mark: those marked alike stand together.
        redo: results marked so are done again, instead of what failed.
        mark: what is said of results.
        photos: which ones, names or paths with ``*`` and ``?``.
        xmp: it is written into the results too.
    """

    action: str
    output: Path | None
    stores: Sequence[Path]
    states: Sequence[JobState] | None = None
    limit: int | None = None
    json: bool = False
    marks: Sequence[Mark | None] | None = None
    unsure_first: bool = False
    by_mark: bool = False
    redo: bool = False
    mark: Mark | None = None
    photos: Sequence[str] = ()
    xmp: bool = False

    @classmethod
    def of(cls, arguments: argparse.Namespace) -> Self:
        """The command line's arguments; what an action has not, is as it begins."""
        given = vars(arguments)
        states, marks = given.get("states"), given.get("marks")
        return cls(
            action=arguments.action,
            output=arguments.output,
            stores=_stores(arguments),
            states=None if states is None else tuple(map(JobState, states)),
            limit=given.get("limit"),
            json=given.get("json", False),
            marks=None if marks is None else tuple(map(_mark, marks)),
            unsure_first=given.get("unsure_first", False),
            by_mark=given.get("by_mark", False),
            redo=given.get("redo", False),
            mark=_mark(given.get("mark", _NONE)),
            photos=tuple(given.get("photos", ())),
            xmp=given.get("xmp", False),
        )


def _mark(word: str) -> Mark | None:
    return None if word == _NONE else Mark(word)


def _stores(arguments: argparse.Namespace) -> tuple[Path, ...]:
    output = arguments.output and Path(os.path.realpath(arguments.output))
    if arguments.store and arguments.store != USER:
        return (Path(arguments.store),)
    if output is None:
        return ()
    if arguments.store == USER:
        return (in_user_data(output),)
    return tuple(existing_queues(output))
