"""What ``autochrome split`` was asked for; see `core.cli.options`."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from core.photo.save_options import SaveOptions
from core.queue.job import KEEP


@dataclass(frozen=True)
class SplitOptions:
    """``autochrome split``.

    Attributes:
        scans: files, folders, globs.
        output: the folder of the pictures.
        save: a format of None keeps each scan's own.
        cut_borders: white borders are cut off too.
    """

    scans: Sequence[str]
    recursive: bool
    output: Path
    save: SaveOptions
    cut_borders: bool
    overwrite: bool

    @classmethod
    def of(cls, arguments: argparse.Namespace) -> Self:
        """The command line's arguments."""
        return cls(
            scans=tuple(arguments.scans),
            recursive=arguments.recursive,
            output=arguments.output,
            save=SaveOptions(
                None if arguments.format == KEEP else arguments.format, arguments.quality
            ),
            cut_borders=arguments.cut_borders,
            overwrite=arguments.overwrite,
        )
