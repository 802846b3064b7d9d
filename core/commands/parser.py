"""The command line's arguments: what can be asked, and which requests make no sense.

Only light imports here: ``autochrome --help`` has to answer at once.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Final, NoReturn

from core import __version__
from core.commands.status import EXPLANATION, USAGE
from core.devices import DEVICES
from core.formats import WRITABLE

#: Standard input as a photo, standard output as a result.
STANDARD: Final = "-"

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


class _Parser(argparse.ArgumentParser):
    """argparse with this program's one-line way to say that a command makes no sense."""

    def error(self, message: str) -> NoReturn:
        self.exit(USAGE, f"autochrome: {message} (see {self.prog} --help)\n")


def build_parser() -> argparse.ArgumentParser:
    """The whole command line."""
    parser = _Parser(
        prog="autochrome",
        description="Colorize black-and-white photographs on this machine.",
        epilog=EXPLANATION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"Autochrome {__version__}")
    parser.add_argument(
        "--self-test", action="store_true", help="check that everything works here; prints JSON"
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    _add_colorize(commands)
    _add_info(commands)
    _add_completion(commands)
    return parser


def parse(argv: list[str] | None) -> argparse.Namespace:
    """The arguments, or exit status 2 and a line that says what is wrong with them."""
    parser = build_parser()
    options = parser.parse_args(argv)
    if options.command is None and not options.self_test:
        parser.error("say what to do: colorize, info, completion or --self-test")
    if options.command == "colorize" and (trouble := _contradiction(options)):
        parser.error(trouble)
    return options


def _contradiction(options: argparse.Namespace) -> str | None:
    photos: list[str] = options.photos
    output: str | None = options.output
    if photos.count(STANDARD) > 1:
        return "standard input holds one photo: give - once"
    if output == STANDARD and len(photos) > 1:
        return "standard output holds one photo: use -o FOLDER for more"
    if options.before_after and (output or (photos[0] if len(photos) == 1 else None)) == STANDARD:
        return "--before-after makes a second picture: use -o FILE instead of standard output"
    if len(photos) > 1 and output is not None and Path(output).is_file():
        return f"{output} is a file: more than one photo needs a folder"
    return None


def _add_colorize(commands: argparse._SubParsersAction[_Parser]) -> None:
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
    _add_output(parser.add_argument_group("the result"))
    _add_look(parser.add_argument_group("the look"))
    _add_network(parser.add_argument_group("the network"))


def _add_output(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "-o",
        "--output",
        metavar="FILE|DIR",
        help="where to write: a file, a folder (made if its name ends in /, and for several "
        "photos), or - for standard output",
    )
    group.add_argument(
        "--format", choices=tuple(WRITABLE), help="default: by the name of FILE, or the photo's own"
    )
    group.add_argument(
        "--quality",
        type=_whole(1, 100),
        default=92,
        metavar="1..100",
        help="of JPEG, WebP and AVIF; default %(default)s",
    )
    group.add_argument("--overwrite", action="store_true", help="replace an earlier result")
    group.add_argument(
        "--before-after",
        action="store_true",
        help="also write both side by side, as PHOTO_before_after.jpg",
    )


def _add_look(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "--strength",
        type=_number(0, 1.5),
        default=1.0,
        metavar="0..1.5",
        help="how much colour: 0 is grey; default %(default)s",
    )
    group.add_argument(
        "--saturation",
        type=_number(0, 3),
        default=1.0,
        metavar="0..3",
        help="how vivid; default %(default)s",
    )
    group.add_argument(
        "--warmth",
        type=_number(-1, 1),
        default=0.0,
        metavar="-1..1",
        help="cooler or warmer; default %(default)s",
    )


def _add_network(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "--hint",
        action="append",
        default=[],
        dest="hints",
        metavar="X,Y,#RRGGBB",
        help="this place has this colour; X and Y in pixels or per cent (50%%,20%%); repeatable",
    )
    group.add_argument("--seed", type=_whole(0, 2**32 - 1), help="another plausible colorization")
    group.add_argument(
        "--size",
        type=_whole(1, 65_536),
        metavar="PIXELS",
        help="the short side of what the network sees; default: the model's own",
    )
    group.add_argument(
        "--recolor", action="store_true", help="colorize a photo that has colours already"
    )
    _add_model(group)


def _add_model(group: argparse._ActionsContainer) -> None:
    group.add_argument("--device", choices=DEVICES, default="auto", help="default: %(default)s")
    group.add_argument("--model", type=Path, metavar="FILE", help="another .onnx file")


def _add_info(commands: argparse._SubParsersAction[_Parser]) -> None:
    about = "Say which model, device and versions are in use."
    parser = commands.add_parser("info", help="model, device and versions", description=about)
    _add_model(parser)
    parser.add_argument("--json", action="store_true", help="for programs")


def _add_completion(commands: argparse._SubParsersAction[_Parser]) -> None:
    about = "Print a script that teaches a shell to complete this program's arguments."
    parser = commands.add_parser("completion", help="for bash or zsh", description=about)
    parser.add_argument("shell", choices=("bash", "zsh"))


def _number(low: float, high: float) -> Callable[[str], float]:
    def number(text: str) -> float:
        value = float(text)
        if not low <= value <= high:
            raise argparse.ArgumentTypeError(f"{text} is not between {low:g} and {high:g}")
        return value

    return number


def _whole(low: int, high: int) -> Callable[[str], int]:
    def whole_number(text: str) -> int:
        value = int(text)
        if not low <= value <= high:
            raise argparse.ArgumentTypeError(f"{text} is not between {low} and {high}")
        return value

    return whole_number
