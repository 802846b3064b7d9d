"""What commands were asked for, as frozen values: nothing below the parser sees argparse.

Here is what several share. Each command's own stand in a module of its own, made by
`core.cli.program` where the command begins; `core.cli.parser` alone must stay light.
"""

from __future__ import annotations

import argparse
import os
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Self

from core.colorize.look import Look
from core.colorize.tint.options import TintOptions, ToneOption, WhenUnsure
from core.inference.model_choice import ModelChoice, chosen_models
from core.photo.save_options import SaveOptions


@dataclass(frozen=True)
class ModelOptions:
    """Which models, and on what.

    Attributes:
        names: of models, or their files, each with its share; none is the default one.
        device: one of `core.inference.devices.DEVICES`.
    """

    names: tuple[str, ...] = ()
    device: str = "auto"

    @classmethod
    def of(cls, arguments: argparse.Namespace) -> Self:
        """``--model`` and ``--device``."""
        return cls(tuple(arguments.models), arguments.device)

    def choices(self) -> list[ModelChoice]:
        """The models. Raises: ModelError: one of them is not there."""
        return chosen_models(self.names)


@dataclass(frozen=True)
class InfoOptions:
    """``autochrome info``."""

    model: ModelOptions
    json: bool

    @classmethod
    def of(cls, arguments: argparse.Namespace) -> Self:
        """The command line's arguments."""
        return cls(ModelOptions.of(arguments), arguments.json)


def save_options(arguments: argparse.Namespace) -> SaveOptions:
    """``--format``, ``--quality`` and ``--keep-time`` of a command that writes photos."""
    return SaveOptions(arguments.format, arguments.quality, keep_time=arguments.keep_time)


def tint_options(arguments: argparse.Namespace) -> TintOptions:
    """``--tinted``, ``--tone`` and ``--no-keep-ink``."""
    return TintOptions(WhenUnsure(arguments.tinted), ToneOption(arguments.tone), arguments.keep_ink)


def look_options(arguments: argparse.Namespace) -> Look:
    """``--strength`` and its like."""
    return Look(**{field.name: getattr(arguments, field.name) for field in fields(Look)})


def absolute(path: Path | None) -> Path | None:
    """The path from the root; None stays.

    Links stay too: a queue outlives the folder it was started in, not the names of its photos.
    """
    return None if path is None else Path(os.path.abspath(path))  # noqa: PTH100  (links stay)
