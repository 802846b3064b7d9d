"""The arguments of ``autochrome split``. Only light imports here."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Final

from core.cli.arguments import Parser, add_cut_borders, add_quality
from core.cli.exit_status import EXPLANATION
from core.files.windows_paths import is_file
from core.photo.formats import WRITABLE

_HELP: Final = """\
Cut scanned pages into their prints. Each print is found, straightened and cut at the scan's own
resolution and depth, with its metadata; white borders stay. A scan that is one photo gives one
picture, an empty glass none. Pictures are numbered in reading order, SCAN_01.jpg, and
OUT/split.json says where on its scan each lay. No scan is ever changed.
"""

_EXAMPLES: Final = """\
examples:
  autochrome split album/page-07.tif -o prints
  autochrome split scans -o prints --recursive --format tiff
  autochrome split scans -o prints && autochrome batch prints -o colour
"""


def add_split(commands: argparse._SubParsersAction[Parser]) -> None:
    """``autochrome split``."""
    parser = commands.add_parser(
        "split",
        help="cut scanned pages into their prints",
        description=_HELP,
        epilog=f"{_EXAMPLES}\n{EXPLANATION}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "scans", nargs="+", metavar="SCANS", help='files, folders and globs ("scans/**/*.tif")'
    )
    parser.add_argument("-r", "--recursive", action="store_true", help="walk sub-folders too")
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="OUT", help="the folder of the prints"
    )
    parser.add_argument(
        "--format", choices=("keep", *WRITABLE), default="keep", help="default: each scan's own"
    )
    add_quality(parser)  # type: ignore[arg-type]
    add_cut_borders(parser)
    parser.add_argument("--overwrite", action="store_true", help="replace earlier pictures")


def split_contradiction(options: argparse.Namespace) -> str | None:
    """Why the arguments make no sense together; None where they do."""
    if is_file(options.output):
        return f"{options.output} is a file: the pictures need a folder"
    if "-" in options.scans:
        return "split reads files and folders, no standard input"
    return None
