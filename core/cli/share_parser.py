"""The arguments of ``autochrome share``. Only light imports here."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Final

from core.cli.arguments import Parser, number_between, whole_between

_HELP: Final = """\
Show a photo and its colour version to others, in one file. OUT's ending says how: .webp and .gif
fade from one to the other, .mp4 is a short film of that, .psd has the colours as a layer of their
own over the photo; .jpg, .png and the others have both side by side.
"""

_EXAMPLES: Final = """\
examples:
  autochrome share grandma.jpg grandma_color.jpg -o both.jpg --caption "Grandma, 1931"
  autochrome share grandma.jpg grandma_color.jpg -o both.webp --mark
"""


def add_share(commands: argparse._SubParsersAction[Parser]) -> None:
    """``autochrome share``."""
    parser = commands.add_parser(
        "share",
        help="before and after in one picture, animation or film",
        description=_HELP,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("photo", type=Path, metavar="PHOTO", help="the photo as it was")
    parser.add_argument("result", type=Path, metavar="RESULT", help="its colour version")
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="OUT", help="the file to write"
    )
    parser.add_argument("--caption", default="", metavar="TEXT", help="a line below the picture")
    parser.add_argument(
        "--mark",
        nargs="?",
        const="colorized",
        default="",
        metavar="WORD",
        help="a small word in the corner of the colour version; without WORD: %(const)s",
    )
    parser.add_argument(
        "--longest",
        type=whole_between(64, 16_384),
        default=1600,
        metavar="PIXELS",
        help="of the longer side of each picture; default %(default)s; layers keep every pixel",
    )
    parser.add_argument(
        "--seconds",
        type=number_between(0.5, 60),
        default=4.0,
        metavar="S",
        help="from one to the other and back, where it moves; default %(default)g",
    )
    parser.add_argument("--overwrite", action="store_true", help="replace an earlier file")
