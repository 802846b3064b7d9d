"""The arguments of ``autochrome watch``. Only light imports here."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Final

from core.cli.arguments import Parser
from core.cli.batch_parser import add_batch_options, add_loudness, batch_contradiction
from core.cli.engine_parser import LOCAL
from core.cli.exit_status import EXPLANATION
from core.files.windows_paths import is_file

_HELP: Final = """\
Colorize each scan as it comes: what lies in SCANS already is done first, then every file that a
scanner adds, once it is whole. Ctrl-C ends it; the same command goes on where it was, with what
came meanwhile. Nothing in SCANS is ever changed.
"""

_EXAMPLES: Final = """\
examples:
  autochrome watch scans -o colour
  autochrome watch /mnt/scanner -o colour --new-only --format jpeg
  autochrome watch scans -o colour --split
"""


def add_watch(commands: argparse._SubParsersAction[Parser]) -> None:
    """``autochrome watch``."""
    parser = commands.add_parser(
        "watch",
        help="colorize each scan as it comes into a folder",
        description=_HELP,
        epilog=f"{_EXAMPLES}\n{EXPLANATION}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("sources", nargs="+", metavar="SCANS", help="folders to watch")
    watching = parser.add_argument_group("watching")
    watching.add_argument(
        "--new-only",
        action="store_true",
        help="leave alone what was there when this was first started",
    )
    watching.add_argument(
        "--split",
        action="store_true",
        help="cut scanned pages into their prints first, into OUT/prints",
    )
    add_batch_options(parser)
    add_loudness(parser.add_argument_group("what is said"))
    parser.set_defaults(
        dry_run=False, engine=LOCAL, scheduler=None, workers=None, gpus_per_worker=None,
        report=None, contact_sheet=None,
    )  # fmt: skip


def watch_contradiction(options: argparse.Namespace) -> str | None:
    """Why the arguments make no sense together; None where they do."""
    if file := next((source for source in options.sources if is_file(Path(source))), None):
        return f"{file} is a file: watch looks at folders (batch colorizes files)"
    if "-" in options.sources:
        return "watch looks at folders: use colorize for standard input"
    return batch_contradiction(options)
