"""The arguments of ``autochrome repair``, and ``--repair`` of others. Only light imports here."""

from __future__ import annotations

import argparse
import math
from pathlib import Path
from typing import Final

from core.cli.arguments import (
    Parser,
    add_salvage,
    add_speech,
    add_writing,
    number_between,
)
from core.cli.exit_status import EXPLANATION

_HELP: Final = """\
Repair photos: scratches, cracks, dust and hairs are found and filled. Each result is a new file
beside its photo, PHOTO_repaired.jpg, of the same size, depth and metadata; its history says how
much was repaired. Where nothing is found nothing changes: the result is then a copy of the file.
The photo itself is never changed.
"""

_EXAMPLES: Final = """\
examples:
  autochrome repair grandma.jpg
  autochrome repair scans/*.tif -o repaired/ --sensitivity 0.7
  autochrome repair grandma.jpg -o clean.png --mask found.png
  autochrome repair film.tif --trace 0.31,0.5 --trace 0.64,0.5
"""


def add_repair(commands: argparse._SubParsersAction[Parser]) -> None:
    """``autochrome repair``."""
    parser = commands.add_parser(
        "repair",
        help="fill scratches, cracks, dust and hairs",
        description=_HELP,
        epilog=f"{_EXAMPLES}\n{EXPLANATION}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("photos", nargs="+", metavar="PHOTO", help="a photo")
    add_salvage(parser)
    group = parser.add_argument_group("the result")
    group.add_argument(
        "-o",
        "--output",
        metavar="FILE|DIR",
        help="where to write: a file, or a folder (made if its name ends in /, and for several "
        "photos)",
    )
    add_writing(group)
    group.add_argument("--overwrite", action="store_true", help="replace an earlier result")
    group = parser.add_argument_group("the repair")
    group.add_argument(
        "--sensitivity",
        type=number_between(0, 1),
        default=0.5,
        metavar="0..1",
        help="how readily a place is taken for damage; default %(default)s",
    )
    group.add_argument(
        "--trace",
        type=_place,
        action="append",
        default=[],
        metavar="X,Y",
        help="follow the faint straight scratch at this place from edge to edge: X across and Y "
        "down the photo, 0 to 1; may be given several times",
    )
    add_auto_levels(group)
    group.add_argument(
        "--mask",
        metavar="FILE|DIR",
        help="also write the places that were repaired, white on black, as a PNG",
    )
    add_speech(parser.add_argument_group("what is said"), "photo")


def add_repair_first(group: argparse._ActionsContainer) -> None:
    """``--repair``."""
    group.add_argument(
        "--repair",
        action="store_true",
        help="fill scratches, cracks, dust and hairs first (see autochrome repair)",
    )
    add_auto_levels(group)


def add_auto_levels(group: argparse._ActionsContainer) -> None:
    """``--auto-levels``."""
    group.add_argument(
        "--auto-levels",
        action="store_true",
        help="spread the tones of a faded photo, gently; one that is not faded stays as it is",
    )


def _place(text: str) -> tuple[float, float]:
    """``0.25,0.5``: shares of a photo's width and height."""
    try:
        x, y = (float(number) for number in text.split(","))
    except ValueError:
        x = y = math.nan
    if not (0 <= x <= 1 and 0 <= y <= 1):
        raise argparse.ArgumentTypeError(
            f"{text!r} is no place: it is X,Y with both from 0 to 1, such as 0.25,0.5"
        )
    return x, y


def repair_contradiction(options: argparse.Namespace) -> str | None:
    """Why the arguments make no sense together; None where they do."""
    if options.trace and len(options.photos) > 1:
        return "--trace points at a place of one photo: give one photo"
    if "-" in options.photos:
        return "repair reads files, no standard input"
    for given in (options.output, options.mask):
        if len(options.photos) > 1 and given is not None and Path(given).is_file():
            return f"{given} is a file: more than one photo needs a folder"
    return None
