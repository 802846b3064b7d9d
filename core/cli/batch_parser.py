"""The arguments of ``autochrome batch``. Only light imports here."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeVar

from core.cli.arguments import (
    Parser,
    add_cut_borders,
    add_ignore_edits,
    add_keeping,
    add_look,
    add_network,
    add_quality,
    add_salvage,
    add_speech,
    number_between,
    whole_between,
)
from core.cli.engine_parser import add_engine, engine_contradiction
from core.cli.exit_status import EXPLANATION
from core.cli.repair_parser import add_repair_first
from core.errors import UnwritableTargetError
from core.files.windows_paths import is_file
from core.photo.formats import WRITABLE, target_format
from core.planning.name_template import DEFAULT_TEMPLATE, TEMPLATE_FIELDS, NameTemplate
from core.queue.shard import Shard

#: The values of `core.queue.job.IfExists` and `Pages`, which would load numpy.
IF_EXISTS: Final = ("changed", "update", "skip", "rename", "overwrite")
PAGES: Final = ("together", "split")
#: ``--store user``: in the user's data folder.
USER: Final = "user"

Value = TypeVar("Value")

_BATCH_HELP: Final = """\
Colorize folders of photos. The tree of folders is mirrored under OUT, no original is ever
changed, and one bad photo costs one photo. What has been done is remembered: after a stop, a
power cut or a full disk the same command continues, and later it does only what is new or
changed. Without SRC it continues what OUT's queue still holds.
"""

_BATCH_EXAMPLES: Final = """\
examples:
  autochrome batch scans -o colour --recursive
  autochrome batch scans "albums/**/*.tif" -o colour --format jpeg --report colour/report.csv
  autochrome batch scans -o colour --recursive --exclude proofs --dry-run
  autochrome queue list colour --state failed
"""


def add_batch(commands: argparse._SubParsersAction[Parser]) -> None:
    """``autochrome batch``."""
    parser = commands.add_parser(
        "batch",
        help="colorize folders: an album, an archive",
        description=_BATCH_HELP,
        epilog=f"{_BATCH_EXAMPLES}\n{EXPLANATION}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "sources", nargs="*", metavar="SRC", help='files, folders and globs ("scans/**/*.tif")'
    )
    running = add_batch_options(parser)
    running.add_argument(
        "--dry-run", action="store_true", help="say what would be done, do nothing"
    )
    add_engine(parser.add_argument_group("the engine"))
    telling = parser.add_argument_group("what is said")
    add_loudness(telling)
    _add_papers(telling)


def add_batch_options(parser: argparse.ArgumentParser) -> argparse._ArgumentGroup:
    """What a batch and a watch are asked for; the group of what is about the run."""
    _add_finding(parser.add_argument_group("finding photos"))
    _add_results(parser.add_argument_group("the results"))
    add_look(parser.add_argument_group("the look"))
    _add_network(parser.add_argument_group("the network"))
    running = parser.add_argument_group("the run")
    _add_running(running)
    return running


def batch_contradiction(options: argparse.Namespace) -> str | None:
    """Why the arguments make no sense together; None where they do."""
    template: NameTemplate = options.name
    chosen = None if options.format == "keep" else options.format
    if template.format and chosen and template.format != chosen:
        return f"--name asks for {template.format} and --format for {chosen}: give one of them"
    if options.update_model and options.if_exists not in IF_EXISTS[:2]:
        return "--update-model is --if-exists update: give one of them"
    if is_file(options.output):
        return f"{options.output} is a file: the results need a folder"
    if "-" in options.sources:
        return "batch reads files and folders: use colorize for standard input"
    return engine_contradiction(options)


def _add_finding(group: argparse._ArgumentGroup) -> None:
    add_salvage(group)
    add_repair_first(group)
    add_ignore_edits(group)
    group.add_argument("-r", "--recursive", action="store_true", help="walk sub-folders too")
    for name, what in (("include", "only photos"), ("exclude", "no photos and folders")):
        group.add_argument(
            f"--{name}",
            action="append",
            default=[],
            metavar="PATTERN",
            help=f"{what} whose name (with a / in it: relative path) matches, in any case; "
            "repeatable",
        )
    group.add_argument(
        "--shard",
        type=_typed(Shard.parse, "share"),
        default=Shard(),
        metavar="3/16",
        help="only this share of the photos: for several computers on one list",
    )


def _add_results(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "-o", "--output", type=Path, required=True, metavar="OUT", help="the folder of the results"
    )
    group.add_argument(
        "--name",
        type=_typed(NameTemplate, "name"),
        default=NameTemplate(),
        metavar="TEMPLATE",
        help=f"of each result, from {', '.join(f'{{{name}}}' for name in TEMPLATE_FIELDS)}; "
        f"default {DEFAULT_TEMPLATE}",
    )
    group.add_argument(
        "--format",
        choices=("keep", *WRITABLE),
        default="keep",
        help="default: each photo's own",
    )
    add_quality(group)
    add_keeping(group)
    add_cut_borders(group)
    group.add_argument(
        "--pages",
        choices=PAGES,
        default=PAGES[0],
        help="of a file of several photos: one TIFF of all, or a file for each; default "
        "%(default)s",
    )
    group.add_argument(
        "--if-exists",
        choices=IF_EXISTS,
        default=IF_EXISTS[0],
        help="what to do where a result is there; changed: do it again only if the content of the "
        "photo, the choice of models or the settings are others; update: or if an earlier version "
        "of this program's model made it; default %(default)s",
    )
    group.add_argument(
        "--update-model",
        action="store_true",
        help="the same as --if-exists update",
    )


def _add_network(group: argparse._ArgumentGroup) -> None:
    add_network(group, seed="other plausible colours, drawn anew for each photo")
    group.add_argument(
        "--consistent",
        action="store_true",
        help="photos of one folder that are alike have the same colours; with --seed: and the same "
        "variant",
    )


def _add_running(group: argparse._ArgumentGroup) -> None:
    add_store(group)
    group.add_argument(
        "--disk-reserve",
        type=whole_between(0, 10**9),
        default=500,
        metavar="MB",
        help="stop before the disk has less room than this; default %(default)s",
    )
    group.add_argument(
        "--max-megapixels",
        type=number_between(0.001, 100_000),
        default=400.0,
        metavar="MP",
        help="of one photo; larger ones fail; default %(default)g",
    )


def add_loudness(group: argparse._ArgumentGroup) -> None:
    """``--json``, ``--print0`` and ``--quiet``."""
    loudness = add_speech(group, "event")
    loudness.add_argument("-q", "--quiet", action="store_true", help="say only what went wrong")


def _add_papers(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "--report",
        type=_typed(_report_path, "report"),
        metavar="FILE",
        help="write a line for each photo: FILE.jsonl or FILE.csv",
    )
    group.add_argument(
        "--contact-sheet",
        type=_typed(_sheet_path, "picture"),
        metavar="FILE",
        help="a picture of everything before and after, the least certain first",
    )


def add_store(group: argparse._ActionsContainer) -> None:
    """``--store``."""
    group.add_argument(
        "--store",
        metavar=f"FILE|{USER}",
        help=f"where the queue is kept; {USER}: in your data folder; default: in OUT/.autochrome",
    )


def _report_path(text: str) -> Path:
    if Path(text).suffix.lower() not in (".jsonl", ".csv"):
        raise ValueError(f"{text} must end in .jsonl or .csv")
    return Path(text)


def _sheet_path(text: str) -> Path:
    try:
        target_format(Path(text))
    except UnwritableTargetError as error:
        raise ValueError(str(error)) from error
    return Path(text)


def _typed(make: Callable[[str], Value], what: str) -> Callable[[str], Value]:
    """A type whose own sentence is said; argparse would say only that the value is invalid."""

    def typed(text: str) -> Value:
        try:
            return make(text)
        except ValueError as error:
            raise argparse.ArgumentTypeError(str(error)) from error

    typed.__name__ = what
    return typed
