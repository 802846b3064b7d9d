"""The arguments of ``autochrome models``. Only light imports here."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Final

from core.cli.arguments import Parser, add_model, whole_between
from core.cli.exit_status import EXPLANATION
from core.inference.devices import DEVICES

#: `core.inference.families.FAMILIES`, which would load numpy.
FAMILIES: Final = ("autochrome", "ddcolor", "deoldify", "zhang", "plain")

_HELP: Final = """\
The library of models: other networks that colorize, brought by you as .onnx files. Nothing is ever
downloaded. What surrounds a network stays the same for all: the photo's lightness, every pixel,
16 bits, metadata. See docs/models.md.
"""
_EXAMPLES: Final = """\
examples:
  autochrome models add ddcolor_tiny.onnx --name ddcolor --licence "Apache-2.0"
  autochrome models compare old.jpg -o sheet.jpg
  autochrome colorize old.jpg --model autochrome --model ddcolor:0.5
"""


def add_models(commands: argparse._SubParsersAction[Parser]) -> None:
    """``autochrome models``."""
    parser = commands.add_parser(
        "models",
        help="the library of models: other networks that colorize",
        description=_HELP,
        epilog=f"{_EXAMPLES}\n{EXPLANATION}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    _add_add(actions)
    _add_change(actions)
    listing = actions.add_parser("list", help="all models", description="List all models.")
    listing.add_argument("--json", action="store_true", help="for programs")
    for name, words in (
        ("show", "everything that is known of a model"),
        ("test", "open a model and run it on a sample picture"),
        ("default", "use a model where none is named; autochrome is the one that came along"),
        ("remove", "take a model out of the library, and the library's own copy of it"),
    ):
        action = actions.add_parser(name, help=words, description=f"{words[0].upper()}{words[1:]}.")
        action.add_argument("model", metavar="MODEL", help="a name, or a file")
        if name == "test":
            action.add_argument("--device", choices=DEVICES, default="auto")
    _add_compare(actions)
    _add_measure(actions)


def _add_add(actions: argparse._SubParsersAction[Parser]) -> None:
    about = "Check a model, open it, and put a copy of it into the library."
    action = actions.add_parser("add", help="put a model into the library", description=about)
    action.add_argument("file", type=Path, metavar="FILE.onnx")
    _add_description(action)
    action.add_argument(
        "--in-place", action="store_true", help="no copy: refer to the file where it lies"
    )


def _add_change(actions: argparse._SubParsersAction[Parser]) -> None:
    about = "Say otherwise of a model in the library what its file leaves open."
    action = actions.add_parser("change", help="say otherwise of a model", description=about)
    action.add_argument("model", metavar="MODEL")
    _add_description(action)


def _add_description(action: Parser) -> None:
    action.add_argument("--name", help="what it is called; default: its file's name")
    action.add_argument("--licence", help="of its weights, as you want to read it here")
    action.add_argument("--family", choices=FAMILIES, help="default: by its tensors")
    action.add_argument(
        "--size", type=whole_between(16, 4096), help="short side of what it sees, where it is free"
    )
    action.add_argument(
        "--input-range",
        nargs=2,
        type=float,
        metavar=("BLACK", "WHITE"),
        help="what black and white are at its input, as in 0 255 or -0.5 0.5",
    )
    action.add_argument(
        "--output-scale",
        type=float,
        metavar="UNITS",
        help="Lab units for 1 of its a*, b*; of a picture, the code of full intensity",
    )
    action.add_argument(
        "--mask-range",
        nargs=2,
        type=float,
        metavar=("NONE", "POINT"),
        help="what the mask of colour points is without one and at one, as in 0 1 or -0.5 0.5",
    )
    action.add_argument(
        "--fit",
        choices=("auto", "squash", "pad", "tiles"),
        help="how a photo gets into a fixed square",
    )
    action.add_argument(
        "--describe", type=Path, metavar="FILE.toml", help="a description of a plain network"
    )


def _add_compare(actions: argparse._SubParsersAction[Parser]) -> None:
    about = "One sheet: each photo by each model, with time and memory; without --model, by all."
    action = actions.add_parser("compare", help="photos by several models", description=about)
    action.add_argument("photos", nargs="+", type=Path, metavar="PHOTO")
    action.add_argument("-o", "--output", type=Path, required=True, metavar="SHEET")
    action.add_argument("--overwrite", action="store_true", help="replace an earlier sheet")
    add_model(action)


def _add_measure(actions: argparse._SubParsersAction[Parser]) -> None:
    """What ``compare`` starts for each model: a process of its own, whose memory is its own."""
    action = actions.add_parser("measure")
    action.add_argument("photos", nargs="+", type=Path, metavar="PHOTO")
    action.add_argument("-o", "--output", type=Path, required=True, metavar="FOLDER")
    add_model(action)
