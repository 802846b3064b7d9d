"""The arguments of ``autochrome queue``. Only light imports here."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Final

from core.cli.arguments import Parser, whole_between
from core.cli.batch_parser import add_store

#: The values of `core.queue.job.JobState`, which would load numpy, and of `core.queue.mark.Mark`,
#: with one for results that have none.
MARKS: Final = ("good", "redo", "reject", "fixed", "none")
STATES: Final = ("waiting", "running", "done", "failed", "skipped", "unsure", "cancelled")

_QUEUE_HELP: Final = """\
Look at what `autochrome batch` remembers of a folder of results, and change it.
"""


def add_queue(commands: argparse._SubParsersAction[Parser]) -> None:
    """``autochrome queue list|retry|clear``."""
    parser = commands.add_parser(
        "queue", help="what a batch did, and what is left", description=_QUEUE_HELP
    )
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    _add_list(actions)
    about = "Let failed photos wait again; `autochrome batch -o OUT` then does them."
    retry = actions.add_parser("retry", help="try failed photos again", description=about)
    _add_place(retry)
    retry.add_argument(
        "--redo",
        action="store_true",
        help="instead those marked redo: their results are replaced by others, in other colours "
        "where the model has variants",
    )
    _add_mark(actions)
    about = "Forget jobs; photos and results stay. Later runs know results by their own words."
    clear = actions.add_parser("clear", help="forget jobs", description=about)
    _add_place(clear)
    _add_states(clear, "which to forget; default done, skipped and cancelled; repeatable")


def _add_list(actions: argparse._SubParsersAction[Parser]) -> None:
    about = "One line for each job, in their order."
    parser = actions.add_parser("list", help="the jobs", description=about)
    _add_place(parser)
    _add_states(parser, "only these; repeatable")
    parser.add_argument(
        "--mark",
        action="append",
        choices=MARKS,
        dest="marks",
        help="only results marked so; repeatable",
    )
    parser.add_argument(
        "--unsure-first", action="store_true", help="those the model doubted most come first"
    )
    parser.add_argument(
        "--by-mark",
        action="store_true",
        help="those marked good, then redo, reject, fixed, and those without a mark",
    )
    parser.add_argument(
        "--limit", type=whole_between(0, 10**9), metavar="N", help="at most so many"
    )
    parser.add_argument("--json", action="store_true", help="a line of JSON for each job")


def _add_mark(actions: argparse._SubParsersAction[Parser]) -> None:
    about = """\
Say of results what you think of them. `autochrome batch` never makes those marked good or fixed
anew by itself (--if-exists changed); `autochrome queue retry --redo` does those marked redo again.
"""
    parser = actions.add_parser("mark", help="say what results are like", description=about)
    parser.add_argument("mark", choices=MARKS, help="what they are; none takes marks away")
    _add_place(parser)
    parser.add_argument(
        "--photo",
        action="append",
        required=True,
        dest="photos",
        metavar="PATTERN",
        help="which: names or paths of photos or results, with * and ?; repeatable",
    )
    parser.add_argument(
        "--xmp",
        action="store_true",
        help="write it into the results too, as rating and label (xmp:Rating, xmp:Label), for "
        "other programs",
    )


def _add_place(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("output", type=Path, nargs="?", metavar="OUT", help="the results' folder")
    add_store(parser)


def _add_states(parser: argparse.ArgumentParser, what: str) -> None:
    parser.add_argument(
        "--state", action="append", choices=STATES, dest="states", metavar="STATE", help=what
    )
