"""The tensors at a model's boundary: their names, shapes and types."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

#: Floating-point types: others are no colours that a family knows.
FLOATS: Final = frozenset({"float32", "float16", "float64"})


@dataclass(frozen=True)
class Tensor:
    """An input or an output; a side of None is free."""

    name: str
    shape: tuple[int | None, ...]
    dtype: str

    @property
    def channels(self) -> int | None:
        """Of a picture (N, C, H, W); None of anything else, or where their number is free."""
        return self.shape[1] if len(self.shape) == 4 else None

    @property
    def is_float(self) -> bool:
        """Whether it holds floating-point numbers."""
        return self.dtype in FLOATS

    def __str__(self) -> str:
        sides = ", ".join("?" if side is None else str(side) for side in self.shape)
        return f"{self.name}: {self.dtype} ({sides})"


@dataclass(frozen=True)
class Signature:
    """Everything that tells one family from another without running anything."""

    inputs: tuple[Tensor, ...]
    outputs: tuple[Tensor, ...]
    metadata: Mapping[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        groups = (("in", self.inputs), ("out", self.outputs))
        return "; ".join(f"{word} {', '.join(map(str, found))}" for word, found in groups)
