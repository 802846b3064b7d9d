"""`ModelDescription`: what a person says of a model file, where the file does not say it itself."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from core.inference.families.conventions import Conventions
from core.inference.families.plain import read_description
from core.inference.fit import Fit

#: `ModelDescription.family` of a model that a TOML file describes.
PLAIN = "plain"


@dataclass(frozen=True)
class ModelDescription:
    """What is known of a foreign model; None is: find out.

    Attributes:
        name: what it is called; empty is its file's name.
        family: one of `core.inference.families.FAMILIES`.
        conventions: what its numbers mean.
        guessed: whether a sample spoke for the conventions.
        size: short side of what it sees, where that is free.
        fit: how a photo is brought into a fixed picture.
    """

    name: str = ""
    family: str | None = None
    conventions: Conventions | None = None
    guessed: bool = False
    size: int | None = None
    fit: Fit | None = None

    @classmethod
    def of_file(cls, path: Path) -> ModelDescription:
        """What a TOML file says. Raises: ModelContractError."""
        conventions, size = read_description(path)
        return cls(family=PLAIN, conventions=conventions, size=size)


def description_beside(model: Path) -> ModelDescription | None:
    """What ``MODEL.toml`` says beside ``MODEL.onnx``; None where there is no such file.

    Raises:
        ModelContractError: it describes no model.
    """
    path = model.with_suffix(".toml")
    return ModelDescription.of_file(path) if path.is_file() else None
