"""What ``autochrome repair`` was asked for, as frozen values."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from core.cli.options import save_options
from core.photo.save_options import SaveOptions


@dataclass(frozen=True)
class RepairOptions:
    """``autochrome repair``.

    Attributes:
        photos: paths.
        output: a file or a folder; None is beside each photo.
        save: a format of None keeps each photo's own.
        sensitivity: how readily a place is taken for damage, 0..1; 0.5 is the model's own measure.
        levels: faded tones are spread.
        trace: x and y of places at which straight scratches are followed, shares of the photo.
        mask: a file or a folder for what was repaired; None is nowhere.
    """

    photos: Sequence[str]
    output: str | None
    save: SaveOptions
    overwrite: bool
    sensitivity: float
    levels: bool
    trace: Sequence[tuple[float, float]]
    mask: str | None
    salvage: bool
    copy_sidecars: bool
    print0: bool
    json: bool

    @classmethod
    def of(cls, arguments: argparse.Namespace) -> Self:
        """The command line's arguments."""
        return cls(
            photos=tuple(arguments.photos),
            output=arguments.output,
            save=save_options(arguments),
            overwrite=arguments.overwrite,
            sensitivity=arguments.sensitivity,
            levels=arguments.auto_levels,
            trace=tuple(arguments.trace),
            mask=arguments.mask,
            salvage=arguments.salvage,
            copy_sidecars=arguments.copy_sidecars,
            print0=arguments.print0,
            json=arguments.json,
        )
