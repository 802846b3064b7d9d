"""The command line's arguments: what can be asked, and which requests make no sense.

Only light imports here: ``autochrome --help`` has to answer at once.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Final

from core.cli.arguments import (
    Parser,
    add_cut_borders,
    add_ignore_edits,
    add_look,
    add_model,
    add_network,
    add_salvage,
    add_speech,
    add_writing,
)
from core.cli.batch_parser import add_batch, batch_contradiction
from core.cli.exit_status import EXPLANATION
from core.cli.models_parser import add_models
from core.cli.queue_parser import add_queue
from core.cli.repair_parser import add_repair, add_repair_first, repair_contradiction
from core.cli.share_parser import add_share
from core.cli.split_parser import add_split, split_contradiction
from core.cli.watch_parser import add_watch, watch_contradiction
from core.version import __version__

#: Standard input as a photo, standard output as a result.
STANDARD: Final = "-"

#: The second word is the version, for scripts.
_VERSION: Final = f"Autochrome {__version__} (the model has its own version: autochrome info)"

_COLORIZE_HELP: Final = """\
Colorize photos. Each result is a new file beside its photo, PHOTO_color.jpg, with every pixel,
the bit depth and the metadata of the photo; the photo itself is never changed.
The path of each result is printed.
"""

_COLORIZE_EXAMPLES: Final = """\
examples:
  autochrome colorize grandma.jpg
  autochrome colorize scans/*.tif -o colour/ --strength 0.9
  autochrome colorize street.png -o street_blue.png --hint "50%,10%,#7fb2e5" --seed 3
  cat old.jpg | autochrome colorize - > new.jpg
"""


def build_parser() -> argparse.ArgumentParser:
    """The whole command line."""
    parser = Parser(
        prog="autochrome",
        description="Colorize black-and-white photographs on this machine.",
        epilog=EXPLANATION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=_VERSION)
    parser.add_argument(
        "--self-test", action="store_true", help="check that everything works here; prints JSON"
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    _add_colorize(commands)
    add_batch(commands)
    add_queue(commands)
    add_split(commands)
    add_repair(commands)
    add_share(commands)
    add_watch(commands)
    add_models(commands)
    _add_info(commands)
    _add_completion(commands)
    return parser


def parse(argv: list[str] | None) -> argparse.Namespace:
    """The arguments, or exit status 2 and a line that says what is wrong with them."""
    parser = build_parser()
    options = parser.parse_args(argv)
    if options.command is None and not options.self_test:
        parser.error(
            "say what to do: colorize, batch, queue, split, repair, share, watch, models, info, "
            "completion or --self-test"
        )
    checks = {
        "colorize": _colorize_contradiction,
        "batch": batch_contradiction,
        "split": split_contradiction,
        "repair": repair_contradiction,
        "watch": watch_contradiction,
    }
    check = checks.get(options.command)
    if check is not None and (trouble := check(options)):
        Parser(prog=f"{parser.prog} {options.command}").error(trouble)
    return options


def _colorize_contradiction(options: argparse.Namespace) -> str | None:
    photos: list[str] = options.photos
    output: str | None = options.output
    if photos.count(STANDARD) > 1:
        return "standard input holds one photo: give - once"
    if output == STANDARD and len(photos) > 1:
        return "standard output holds one photo: use -o FOLDER for more"
    if options.before_after and (output or (photos[0] if len(photos) == 1 else None)) == STANDARD:
        return "--before-after makes a second picture: use -o FILE instead of standard output"
    if options.json and (output or (photos[0] if len(photos) == 1 else None)) == STANDARD:
        return "standard output holds the result: --json needs -o FILE"
    if len(photos) > 1 and output is not None and Path(output).is_file():
        return f"{output} is a file: more than one photo needs a folder"
    return None


def _add_colorize(commands: argparse._SubParsersAction[Parser]) -> None:
    parser = commands.add_parser(
        "colorize",
        help="make colour photos of black-and-white ones",
        description=_COLORIZE_HELP,
        epilog=f"{_COLORIZE_EXAMPLES}\n{EXPLANATION}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "photos", nargs="+", metavar="PHOTO", help="a photo; - reads standard input"
    )
    add_salvage(parser)
    add_repair_first(parser)
    add_ignore_edits(parser)
    _add_output(parser.add_argument_group("the result"))
    add_look(parser.add_argument_group("the look"))
    _add_network(parser.add_argument_group("the network"))
    add_speech(parser.add_argument_group("what is said"), "photo")


def _add_output(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "-o",
        "--output",
        metavar="FILE|DIR",
        help="where to write: a file, a folder (made if its name ends in /, and for several "
        "photos), or - for standard output",
    )
    add_writing(group)
    add_cut_borders(group)
    group.add_argument("--overwrite", action="store_true", help="replace an earlier result")
    group.add_argument(
        "--before-after",
        action="store_true",
        help="also write both side by side, as PHOTO_before_after.jpg",
    )


def _add_network(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "--hint",
        action="append",
        default=[],
        dest="hints",
        metavar="X,Y,#RRGGBB[,REACH]",
        help="this place has this colour; X and Y in pixels or per cent (50%%,20%%); REACH from 0 "
        "(the spot) over 0.3 (the thing there) to 1 (all that is like it); repeatable",
    )
    add_network(group, seed="another plausible colorization")


def _add_info(commands: argparse._SubParsersAction[Parser]) -> None:
    about = "Say which model, device and versions are in use."
    parser = commands.add_parser("info", help="model, device and versions", description=about)
    add_model(parser)
    parser.add_argument("--json", action="store_true", help="for programs")


def _add_completion(commands: argparse._SubParsersAction[Parser]) -> None:
    about = "Print a script that teaches a shell to complete this program's arguments."
    parser = commands.add_parser("completion", help="for bash or zsh", description=about)
    parser.add_argument("shell", choices=("bash", "zsh"))
