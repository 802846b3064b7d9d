"""What ``autochrome models`` was asked for, as frozen values."""

from __future__ import annotations

import argparse
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Self

from core.cli.options import ModelOptions
from core.inference.description import ModelDescription
from core.inference.fit import Fit

_AS_THEY_ARE: Final = ("model", "file", "in_place", "output", "overwrite", "device", "json")


@dataclass(frozen=True)
class DescriptionOptions:
    """What a person says of a model; None is not said.

    Attributes:
        input_range: what black and white are at its input.
        mask_range: what no colour point and one are in its mask.
    """

    name: str | None = None
    licence: str | None = None
    family: str | None = None
    size: int | None = None
    input_range: tuple[float, float] | None = None
    output_scale: float | None = None
    mask_range: tuple[float, float] | None = None
    fit: Fit | None = None
    describe: Path | None = None

    @property
    def reads_otherwise(self) -> bool:
        """Whether something is said of the numbers at its boundary."""
        return any(
            each is not None for each in (self.input_range, self.output_scale, self.mask_range)
        )

    @classmethod
    def of(cls, arguments: argparse.Namespace) -> Self:
        """The command line's arguments."""
        limits, mask = arguments.input_range, arguments.mask_range
        return cls(
            arguments.name,
            arguments.licence,
            arguments.family,
            arguments.size,
            None if limits is None else (limits[0], limits[1]),
            arguments.output_scale,
            None if mask is None else (mask[0], mask[1]),
            None if arguments.fit is None else Fit(arguments.fit),
            arguments.describe,
        )

    def base(self) -> ModelDescription:
        """As far as no model need be open. Raises: ModelContractError: the TOML file is none."""
        found = ModelDescription.of_file(self.describe) if self.describe else ModelDescription()
        return ModelDescription(
            self.name or "",
            self.family or found.family,
            found.conventions,
            size=self.size or found.size,
            fit=self.fit,
        )


@dataclass(frozen=True)
class ModelsOptions:
    """``autochrome models``.

    Attributes:
        action: ``add``, ``list`` and so on.
        model: of the library, or a file.
        file: to be added.
        photos: to be compared on; ``output`` is the sheet, or the folder of what was measured.
    """

    action: str
    model: str = ""
    file: Path = Path()
    described: DescriptionOptions = field(default_factory=DescriptionOptions)
    in_place: bool = False
    photos: tuple[Path, ...] = ()
    output: Path = Path()
    overwrite: bool = False
    models: ModelOptions = field(default_factory=ModelOptions)
    device: str = "auto"
    json: bool = False

    @classmethod
    def of(cls, arguments: argparse.Namespace) -> Self:
        """The command line's arguments."""
        found = vars(arguments)
        known: dict[str, Any] = {key: found[key] for key in _AS_THEY_ARE if key in found}
        if "photos" in found:
            known["photos"] = tuple(found["photos"])
        if "models" in found:
            known["models"] = ModelOptions.of(arguments)
        if "describe" in found:
            known["described"] = DescriptionOptions.of(arguments)
        return cls(arguments.action, **known)
