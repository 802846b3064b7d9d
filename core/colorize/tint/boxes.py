"""`Box` and `Margin`: parts of a sheet's small copy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt

from core.color import F32

#: Rows and columns that a picture has at least: fewer are no places to compare.
LEAST_ROWS: Final = 24

Scalar = TypeVar("Scalar", bound=np.generic)


class Box(NamedTuple):
    """Rows top..bottom and columns left..right of a small copy, the ends not included."""

    top: int
    bottom: int
    left: int
    right: int

    def of(self, image: npt.NDArray[Scalar]) -> npt.NDArray[Scalar]:
        """The part of an image (H, W[, C]); what is written to it is written to the image."""
        return image[self.top : self.bottom, self.left : self.right]

    @property
    def shortest(self) -> int:
        """The shorter side, in pixels."""
        return min(self.bottom - self.top, self.right - self.left)

    @property
    def area(self) -> int:
        """Pixels."""
        return (self.bottom - self.top) * (self.right - self.left)


@dataclass(frozen=True, eq=False)
class Margin:
    """A frame of one colour: what lies between two boxes; ``lab`` (3,) is its middle colour."""

    outer: Box
    inner: Box
    lab: F32

    @property
    def is_frame(self) -> bool:
        """Whether it lies at three sides at least."""
        return sum(a != b for a, b in zip(self.outer, self.inner, strict=True)) >= 3
