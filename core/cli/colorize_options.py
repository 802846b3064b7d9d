"""What ``autochrome colorize`` was asked for; see `core.cli.options`."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from core.cli.options import ModelOptions, absolute, look_options, save_options, tint_options
from core.colorize.look import Look
from core.colorize.tint.options import TintOptions
from core.photo.save_options import SaveOptions
from core.repair.edits import RepairEdit


@dataclass(frozen=True)
class ColorizeOptions:
    """``autochrome colorize``.

    Attributes:
        photos: paths; ``-`` is standard input.
        output: a file, a folder, ``-`` for standard output; None is beside each photo.
        hints: colours of places, as `core.colorize.hints.parse_hint` reads them.
        like: a photo whose colours they borrow, absolute.
    """

    photos: Sequence[str]
    output: str | None
    save: SaveOptions
    overwrite: bool
    before_after: bool
    look: Look
    hints: Sequence[str]
    seed: int | None
    size: int | None
    recolor: bool
    tint: TintOptions
    salvage: bool
    ignore_edits: bool
    model: ModelOptions
    copy_sidecars: bool = False
    cut_borders: bool = False
    print0: bool = False
    json: bool = False
    repair: RepairEdit = field(default_factory=RepairEdit)
    like: Path | None = None

    @classmethod
    def of(cls, arguments: argparse.Namespace) -> Self:
        """The command line's arguments."""
        return cls(
            photos=tuple(arguments.photos),
            output=arguments.output,
            save=save_options(arguments),
            overwrite=arguments.overwrite,
            before_after=arguments.before_after,
            look=look_options(arguments),
            hints=tuple(arguments.hints),
            seed=arguments.seed,
            size=arguments.size,
            recolor=arguments.recolor,
            tint=tint_options(arguments),
            salvage=arguments.salvage,
            ignore_edits=arguments.ignore_edits,
            model=ModelOptions.of(arguments),
            copy_sidecars=arguments.copy_sidecars,
            cut_borders=arguments.cut_borders,
            print0=arguments.print0,
            json=arguments.json,
            repair=RepairEdit.automatic(repair=arguments.repair, levels=arguments.auto_levels),
            like=absolute(arguments.like),
        )
