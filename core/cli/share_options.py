"""What ``autochrome share`` was asked for; see `core.cli.options`."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from core.sharing.frames import ShareOptions


@dataclass(frozen=True)
class ShareRequest:
    """What is shown, and where it is written."""

    photo: Path
    result: Path
    output: Path
    options: ShareOptions
    overwrite: bool = False

    @classmethod
    def of(cls, arguments: argparse.Namespace) -> Self:
        """The command line's arguments."""
        given = arguments
        options = ShareOptions(given.caption, given.mark, given.longest, given.seconds)
        return cls(given.photo, given.result, given.output, options, given.overwrite)
