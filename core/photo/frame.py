"""`Frame`: where a print lies on a page."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

F64 = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Frame:
    """A rectangle on a page, in the page's pixels; (0, 0) is the page's upper left corner.

    Attributes:
        x: of its centre.
        y: of its centre.
        width: along its upper side.
        height: along its left side.
        angle: degrees, clockwise as seen, from the page's rows to the frame's upper side; -45..45
            as found, any where a person says which side is up.
    """

    x: float
    y: float
    width: float
    height: float
    angle: float = 0.0

    def corners(self) -> F64:
        """(4, 2) x, y: upper left, then clockwise as seen."""
        half = np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)]) * (self.width / 2, self.height / 2)
        return half @ axes(self.angle) + (self.x, self.y)

    def scaled(self, factor: float) -> Frame:
        """The same on a page of another resolution."""
        x, y, width, height = (
            factor * value for value in (self.x, self.y, self.width, self.height)
        )
        return Frame(x, y, width, height, self.angle)

    def grown(self, left: float, top: float, right: float, bottom: float) -> Frame:
        """The frame with its sides moved outwards."""
        shift = np.array((right - left, bottom - top)) / 2 @ axes(self.angle)
        return replace(
            self,
            x=self.x + float(shift[0]),
            y=self.y + float(shift[1]),
            width=self.width + left + right,
            height=self.height + top + bottom,
        )

    @property
    def area(self) -> float:
        """Square pixels."""
        return self.width * self.height

    @property
    def aspect(self) -> float:
        """Long side over short side."""
        return max(self.width, self.height) / max(1e-9, min(self.width, self.height))


def axes(angle: float) -> F64:
    """(2, 2): the unit vectors of a frame's own x and y axes on the page, one a row."""
    cos, sin = np.cos(np.radians(angle)), np.sin(np.radians(angle))
    return np.array([(cos, sin), (-sin, cos)])


def folded(angle: float) -> float:
    """An angle modulo 90 degrees: -45..45."""
    return (angle + 45.0) % 90.0 - 45.0
