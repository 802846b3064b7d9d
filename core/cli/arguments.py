"""Arguments that several commands share, and their types."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from core.cli.console import note
from core.cli.exit_status import USAGE
from core.inference.devices import DEVICES
from core.photo.formats import WRITABLE


class Parser(argparse.ArgumentParser):
    """argparse with this program's one-line way to say that a command makes no sense."""

    def error(self, message: str) -> NoReturn:
        """Exit status 2 and one line."""
        note(f"{message} (see {self.prog} --help)")
        self.exit(USAGE)


def add_quality(group: argparse._ArgumentGroup) -> None:
    """``--quality``."""
    group.add_argument(
        "--quality",
        type=whole_between(1, 100),
        default=92,
        metavar="1..100",
        help="of JPEG, WebP and AVIF; default %(default)s",
    )


def add_look(group: argparse._ArgumentGroup) -> None:
    """`core.colorize.look.Look`, by the names of its fields."""
    group.add_argument(
        "--strength",
        type=number_between(0, 1.5),
        default=1.0,
        metavar="0..1.5",
        help="how much colour: 0 is grey; default %(default)s",
    )
    group.add_argument(
        "--saturation",
        type=number_between(0, 3),
        default=1.0,
        metavar="0..3",
        help="how vivid; default %(default)s",
    )
    group.add_argument(
        "--warmth",
        type=number_between(-1, 1),
        default=0.0,
        metavar="-1..1",
        help="cooler or warmer; default %(default)s",
    )
    for name, words in (("brightness", "darker or lighter"), ("contrast", "softer or harder")):
        group.add_argument(
            f"--{name}",
            type=number_between(-1, 1),
            default=0.0,
            metavar="-1..1",
            help=f"{words}; 0, the default, keeps the photo's own",
        )


def add_size(group: argparse._ArgumentGroup) -> None:
    """``--size`` and ``--recolor``."""
    group.add_argument(
        "--size",
        type=whole_between(1, 65_536),
        metavar="PIXELS",
        help="the short side of what the network sees; default: the model's own",
    )
    group.add_argument(
        "--recolor", action="store_true", help="colorize a photo that has colours already"
    )


def add_tint(group: argparse._ArgumentGroup) -> None:
    """`core.colorize.tint.options.TintOptions`; its values, which would load numpy."""
    group.add_argument(
        "--tinted",
        choices=("ask", "colorize", "skip"),
        default="ask",
        help="photos that may be black-and-white with a tone, or colour photos that "
        "have faded, where that is not certain; default %(default)s",
    )
    group.add_argument(
        "--tone",
        choices=("remove", "keep"),
        default="remove",
        help="the brown or other tone of a black-and-white photo; keep lays it under the colours; "
        "default %(default)s",
    )
    group.add_argument(
        "--keep-ink",
        action=argparse.BooleanOptionalAction,
        default=True,
        help="ink, stamps and seals on a black-and-white photo keep their own colour, which is the "
        "default",
    )


def add_ignore_edits(group: argparse._ActionsContainer) -> None:
    """``--ignore-edits``."""
    group.add_argument(
        "--ignore-edits",
        action="store_true",
        help="as if nothing had been chosen for a photo in the window (PHOTO.autochrome.json)",
    )


def add_salvage(group: argparse._ActionsContainer) -> None:
    """``--salvage``."""
    group.add_argument(
        "--salvage",
        action="store_true",
        help="of a damaged photo take what can be decoded; the rest is grey",
    )


def add_cut_borders(group: argparse._ActionsContainer) -> None:
    """``--cut-borders``."""
    group.add_argument(
        "--cut-borders", action="store_true", help="cut off the white borders of prints too"
    )


def add_keeping(group: argparse._ActionsContainer) -> None:
    """``--keep-time`` and ``--copy-sidecars``."""
    group.add_argument(
        "--keep-time",
        action="store_true",
        help="the result's file says it was changed when the photo's was",
    )
    group.add_argument(
        "--copy-sidecars",
        action="store_true",
        help="copy what other programs wrote beside the photo: .xmp, Google Takeout's .json",
    )


def add_writing(group: argparse._ArgumentGroup) -> None:
    """The format, where the name of a file may say it, the quality, and what a result keeps."""
    group.add_argument(
        "--format", choices=tuple(WRITABLE), help="default: by the name of FILE, or the photo's own"
    )
    add_quality(group)
    add_keeping(group)


def add_network(group: argparse._ArgumentGroup, seed: str) -> None:
    """``--seed``, of which is said what it draws, and what else the network is asked for."""
    group.add_argument("--seed", type=whole_between(0, 2**32 - 1), help=seed)
    group.add_argument(
        "--like",
        type=Path,
        metavar="PHOTO",
        help="a photo with colours: what is alike has them too; where nothing is, its palette as a "
        "whole",
    )
    add_size(group)
    add_tint(group)
    add_model(group)


def add_speech(group: argparse._ArgumentGroup, each: str) -> argparse._MutuallyExclusiveGroup:
    """``--json``, a line for `each`, and ``--print0``, of which one at most may be given."""
    how = group.add_mutually_exclusive_group()
    how.add_argument(
        "--json", action="store_true", help=f"a line of JSON on standard output for each {each}"
    )
    how.add_argument(
        "--print0",
        action="store_true",
        help="the paths of results end in a null instead of a line's end: for xargs -0",
    )
    return how


def add_model(group: argparse._ActionsContainer) -> None:
    """``--device`` and ``--model``."""
    group.add_argument("--device", choices=DEVICES, default="auto", help="default: %(default)s")
    group.add_argument(
        "--model",
        action="append",
        default=[],
        dest="models",
        metavar="MODEL[:SHARE]",
        help="another model: a name that `autochrome models list` shows, or an .onnx file; named "
        "again, their colours are averaged by their shares (A B:0.5)",
    )


def number_between(low: float, high: float) -> Callable[[str], float]:
    """A type for argparse, which calls it by its name in messages."""

    def number(text: str) -> float:
        value = float(text)
        if not low <= value <= high:
            raise argparse.ArgumentTypeError(f"{text} is not between {low:g} and {high:g}")
        return value

    return number


def whole_between(low: int, high: int) -> Callable[[str], int]:
    """A type for argparse, which calls it by its name in messages."""

    def whole_number(text: str) -> int:
        value = int(text)
        if not low <= value <= high:
            raise argparse.ArgumentTypeError(f"{text} is not between {low} and {high}")
        return value

    return whole_number
