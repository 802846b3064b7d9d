"""Any other network of one picture in and one out, as a person describes it in a TOML file.

::

input = "rgb"              # what it sees of the grey picture: rgb, grey (its code) or L
range = [0.0, 1.0]         # what black and white are there
normalisation = "none"     # or "imagenet"
output = "ab"              # or "rgb", of which a*, b* alone are used
scale = 1.0                # ab: Lab units for 1; rgb: the code of full intensity
size = 256                 # short side of what it sees, where the file leaves that free
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from core.errors import ModelContractError
from core.inference.families.conventions import Conventions, InputKind, OutputKind
from core.inference.families.family import Layout, simple_layout
from core.inference.signature import Signature

_KEYS: Final = ("input", "range", "normalisation", "output", "scale", "size")
_LARGEST: Final = 1e6


@dataclass(frozen=True)
class Plain:
    """A `core.inference.families.family.Family` of what a person says of a model."""

    conventions: Conventions
    name: str = "plain"

    def layout(self, signature: Signature) -> Layout | None:
        """One picture in and one out, of the channels that the description asks for."""
        out = 2 if self.conventions.output is OutputKind.AB else 3
        return simple_layout(signature, self.conventions.channels, out)

    def candidates(self, signature: Signature) -> tuple[Conventions, ...]:  # noqa: ARG002
        """What was described."""
        return (self.conventions,)


def read_description(path: Path) -> tuple[Conventions, int | None]:
    """Conventions and size of a TOML file; keys that are left away have the values above.

    Raises:
        ModelContractError: it cannot be read, or says what makes no sense.
    """
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
        return _conventions(found), _size(found.get("size"))
    except (OSError, ValueError, TypeError) as error:
        message = f"{path.name} does not describe a model: {str(error).rstrip('.')}."
        raise ModelContractError(message, path) from error


def _conventions(found: dict[str, Any]) -> Conventions:
    if unknown := sorted(found.keys() - set(_KEYS)):
        raise ValueError(f"{unknown[0]} is none of {', '.join(_KEYS)}")
    normalisation = found.get("normalisation", "none")
    if normalisation not in ("none", "imagenet"):
        raise ValueError("normalisation is none or imagenet")
    output = OutputKind(found.get("output", OutputKind.AB))
    low, high = map(_number, found.get("range", (0.0, 1.0)))
    scale = _number(found.get("scale", 1.0))
    if low == high or scale == 0:
        raise ValueError("black and white are the same, or the scale is 0")
    imagenet = normalisation == "imagenet"
    picture = InputKind(found.get("input", InputKind.RGB))
    if imagenet and picture is not InputKind.RGB:
        raise ValueError("ImageNet's normalisation is one of rgb")
    return Conventions(
        picture,
        low,
        high,
        imagenet,
        output,
        scale,
        imagenet and output is OutputKind.RGB,
    )


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) <= _LARGEST:
        raise ValueError(f"{value} is not a number from -{_LARGEST:g} to {_LARGEST:g}")
    return float(value)


def _size(value: object) -> int | None:
    if value is not None and (not isinstance(value, int) or not 16 <= value <= 4096):
        raise ValueError("size is not a whole number from 16 to 4096")
    return value
