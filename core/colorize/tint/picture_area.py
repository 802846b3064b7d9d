"""Where on a sheet the photograph is: inside its border, the card or the table it lies on.

Two things are peeled off. Margins: the sheet's rim is of one colour, so what is of that colour goes
(three times: card, border, key line). Surroundings of any pattern: where at least three sides have
a straight edge, upright or a little askew, the photograph is what is inside of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt

from core.color import F32
from core.resize import resize_area

#: How far from the rim's middle colour a margin's pixels may be, in L* and in C*ab: card has
#: fibres, and lamps do not light it evenly.
_MARGIN_L: Final = 12.0
_MARGIN_AB: Final = 6.0
#: Share of the rim that has to be of one colour: captions and corners of prints break it.
_RIM_SHARE: Final = 0.6
#: A row or column belongs to the picture from this share of what a full one holds.
_ROW_SHARE: Final = 0.35
#: Rows and columns that a picture has at least: fewer are no places to compare.
LEAST_ROWS: Final = 24
#: A frame's clear edge: the slopes it may have, and the share of rows that take the step.
_UPRIGHT: Final = (-0.02, 0.0, 0.02)
_MARGIN_EDGE: Final = 0.75
#: A band's edge, over the whole side; and how deep it may be.
_BAND_EDGE: Final = 1.25
_BAND_DEPTH: Final = 0.28
#: Smallest picture: share of the side that a margin may leave, and of the area inside edges.
_LEAST_SIDE: Final = 0.2
_LEAST_AREA: Final = 0.3
#: A print's edge: its slopes against the sheet's, the step in Lab units, and the share of its
#: rows that take it.
_SLOPES: Final = np.arange(-0.14, 0.141, 0.02)
_EDGE_STEP: Final = 4.0
_EDGE_SHARE: Final = 1.04
#: The same for a whole side of the print, once its corners are known.
_SIDE_SHARE: Final = 1.1
#: Edges are looked for in this outer share of each side.
_EDGE_DEPTH: Final = 0.42


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


@dataclass(frozen=True, eq=False)
class PictureArea:
    """Where the photograph is on a sheet.

    Attributes:
        box: of the photograph.
        margins: peeled off the sheet, from the outermost in.
        surroundings: what is left then, where the print lies in it with straight edges of its own.
        borders: peeled off that print, from the outermost in.
        edges: how many of the four sides have a straight edge.
    """

    box: Box
    margins: tuple[Margin, ...]
    surroundings: Box | None
    borders: tuple[Margin, ...]
    edges: int


def picture_area(lab: F32) -> PictureArea:
    """Of a sheet's small copy (H, W, 3)."""
    whole = Box(0, lab.shape[0], 0, lab.shape[1])
    margins = _peeled(lab, whole, times=3)
    sheet = margins[-1].inner if margins else whole
    inside, edges = _inside_edges(lab, sheet)
    if inside == sheet:
        return PictureArea(sheet, margins, None, (), edges)
    borders = _peeled(lab, inside, times=2)
    box = borders[-1].inner if borders else inside
    if box.area < _LEAST_AREA * sheet.area:
        return PictureArea(sheet, margins, None, (), edges)
    return PictureArea(box, margins, sheet, borders, edges)


def _peeled(lab: F32, box: Box, times: int) -> tuple[Margin, ...]:
    margins: list[Margin] = []
    for _ in range(times):
        margin = _margin(lab, box) or _band(lab, box)
        if margin is None:
            break
        margins.append(margin)
        box = margin.inner
    return tuple(margins)


def _margin(lab: F32, box: Box) -> Margin | None:
    """A frame of the rim's colour, where it ends in straight edges: a plain sky does not."""
    part = box.of(lab)
    height, width = part.shape[:2]
    if min(height, width) < LEAST_ROWS:
        return None
    rim = np.concatenate([
        side.reshape(-1, 3)
        for side in (part[:2], part[-2:], part[2:-2, :2], part[2:-2, -2:])
    ])  # fmt: skip
    middle: F32 = np.median(rim, axis=0)
    if _near(rim, middle).mean() < _RIM_SHARE:
        return None
    other = ~_near(part, middle)
    rows, columns = _filled(other.mean(1)), _filled(other.mean(0))
    if len(rows) < height * _LEAST_SIDE or len(columns) < width * _LEAST_SIDE:
        return None
    inner = Box(int(rows[0]), int(rows[-1]) + 1, int(columns[0]), int(columns[-1]) + 1)
    if inner.shortest < LEAST_ROWS or not _ends_straight(part, inner):
        return None
    placed = Box(
        box.top + inner.top, box.top + inner.bottom, box.left + inner.left, box.left + inner.right
    )  # fmt: skip
    return None if placed == box else Margin(box, placed, middle)


def _ends_straight(lab: F32, inner: Box) -> bool:
    """Whether at most one of the sides that a box cuts off has no clear edge."""
    height, width = lab.shape[:2]
    rows, columns = np.arange(inner.top, inner.bottom), np.arange(inner.left, inner.right)
    across, down = _steps(lab), _steps(lab.transpose(1, 0, 2))
    sides = [
        (across, inner.left, width, rows), (across, inner.right, width, rows),
        (down, inner.top, height, columns), (down, inner.bottom, height, columns),
    ]  # fmt: skip
    vague = 0
    for step, at, length, along in sides:
        if 2 < at < length - 2:
            near = slice(max(0, at - 3), at + 3)
            clear = max(float(_clearness(step, along, slope)[near].max()) for slope in _UPRIGHT)
            vague += clear < _MARGIN_EDGE
    return vague <= 1


def _band(lab: F32, box: Box) -> Margin | None:
    """Something along one whole side, as wide as the sheet: a scanner's strip or its lid."""
    part = box.of(lab)
    height, width = part.shape[:2]
    if min(height, width) < 2 * LEAST_ROWS:
        return None
    across, down = _steps(part), _steps(part.transpose(1, 0, 2))
    left, right = _bands_of_two_sides(across)
    top, bottom = _bands_of_two_sides(down)
    inner = Box(box.top + top, box.bottom - bottom, box.left + left, box.right - right)
    if inner == box or inner.shortest < LEAST_ROWS:
        return None
    outside = np.ones(part.shape[:2], bool)
    outside[top : height - bottom, left : width - right] = False
    return Margin(box, inner, np.median(part[outside], axis=0))


def _bands_of_two_sides(step: F32) -> tuple[int, int]:
    """Columns of a band at the left and at the right; 0 where there is none."""
    height, width = step.shape[:2]
    clear = _clearness(step, np.arange(height), 0.0)
    reach = int(width * _BAND_DEPTH)
    left = int(clear[:reach].argmax())
    right = int(clear[::-1][:reach].argmax())
    return (
        left + 2 if clear[left] > _BAND_EDGE else 0,
        right + 2 if clear[::-1][right] > _BAND_EDGE else 0,
    )


def _near(lab: F32, middle: F32) -> npt.NDArray[np.bool_]:
    off = np.abs(lab - middle)
    near: npt.NDArray[np.bool_] = (off[..., 0] < _MARGIN_L) & (
        np.hypot(off[..., 1], off[..., 2]) < _MARGIN_AB
    )
    return near


def _filled(shares: npt.NDArray[np.floating]) -> npt.NDArray[np.intp]:
    return np.flatnonzero(shares > _ROW_SHARE * np.percentile(shares, 90))


def _inside_edges(lab: F32, box: Box) -> tuple[Box, int]:
    """The box inside straight edges; the same where fewer than three sides have one."""
    part = box.of(lab)
    height, width = (side // 2 for side in part.shape[:2])
    if min(height, width) < LEAST_ROWS:
        return box, 0
    half = resize_area(part, height, width)
    steps = _steps(half), _steps(half.transpose(1, 0, 2))
    left, right = _edges_of_two_sides(steps[0])
    top, bottom = _edges_of_two_sides(steps[1])
    rows, columns = _between(top, bottom, height), _between(left, right, width)
    left, right = (edge if _holds(steps[0], edge, rows) else None for edge in (left, right))
    top, bottom = (edge if _holds(steps[1], edge, columns) else None for edge in (top, bottom))
    edges = sum(edge is not None for edge in (left, right, top, bottom))
    if edges < 3:
        return box, edges
    inner = Box(
        box.top + 2 * _cut(top, height, width), box.bottom - 2 * _cut(bottom, height, width),
        box.left + 2 * _cut(left, width, height), box.right - 2 * _cut(right, width, height),
    )  # fmt: skip
    narrow = inner.bottom - inner.top < 0.5 * height or inner.right - inner.left < 0.5 * width
    return (box if narrow or inner.shortest < LEAST_ROWS else inner), edges


class Edge(NamedTuple):
    """A line at ``column`` of the middle row; ``slope`` columns a row."""

    column: int
    slope: float


def _steps(lab: F32) -> F32:
    """How Lab changes (H, W, 3) from left to right, over four columns."""
    step = np.zeros_like(lab)
    step[:, 2:-2] = (lab[:, 4:] + lab[:, 3:-1] - lab[:, 1:-3] - lab[:, :-4]) / 2
    return step


def _edges_of_two_sides(step: F32) -> tuple[Edge | None, Edge | None]:
    """The left and the right edge, by the rows in the middle."""
    height, width = step.shape[:2]
    rows = np.arange(int(height * 0.22), int(height * 0.78))
    clear = np.stack([_clearness(step, rows, slope) for slope in _SLOPES])  # (slopes, W)
    best, reach = clear.max(0), int(width * _EDGE_DEPTH)

    def edge(columns: range, inwards: int) -> Edge | None:
        column = _outermost(best, columns, inwards)
        return None if column is None else Edge(column, float(_SLOPES[clear[:, column].argmax()]))

    return edge(range(2, reach), +1), edge(range(width - 3, width - 1 - reach, -1), -1)


def _between(first: Edge | None, last: Edge | None, length: int) -> npt.NDArray[np.intp]:
    """The rows that lie well between an upper and a lower edge."""
    start = first.column if first else 0
    end = last.column if last else length
    room = max(2, (end - start) // 12)
    return np.arange(start + room, max(start + room + 4, end - room)).clip(0, length - 1)


def _holds(step: F32, edge: Edge | None, rows: npt.NDArray[np.intp]) -> bool:
    """Whether a print's whole side takes the step: what the picture shows hardly does that."""
    if edge is None:
        return False
    near = slice(max(0, edge.column - 1), edge.column + 2)
    return bool(_clearness(step, rows, edge.slope)[near].max() > _SIDE_SHARE)


def _cut(edge: Edge | None, length: int, height: int) -> int:
    """How many columns lie outside of an edge, with those that it leans over."""
    if edge is None:
        return 0
    outside = edge.column if edge.column < length / 2 else length - 1 - edge.column
    return outside + int(abs(edge.slope) * height / 2) + 2


def _outermost(best: F32, columns: range, inwards: int) -> int | None:
    """The first column with a clear edge, or the clearest of the few behind it."""
    first = next((column for column in columns if best[column] > _EDGE_SHARE), None)
    if first is None:
        return None
    near = [first + inwards * step for step in range(-1, 5)]
    return max((at for at in near if 0 <= at < len(best)), key=lambda at: float(best[at]))


def _clearness(step: F32, rows: npt.NDArray[np.intp], slope: float) -> F32:
    """How clear an edge at each column (W,) is: the share of rows that take the mean step."""
    height, width = step.shape[:2]
    shift = np.round((rows - (height - 1) / 2) * slope).astype(np.intp)
    columns = np.clip(np.arange(width) + shift[:, None], 0, width - 1)
    along = step[rows[:, None], columns]  # (R, W, 3)
    mean = along.mean(0)
    size = np.sqrt(np.square(mean).sum(-1))
    taken = (along * mean).sum(-1) > 0.35 * np.square(size)
    clear: F32 = np.where(size > _EDGE_STEP, taken.mean(0), 0) * np.minimum(size, 20) ** 0.15
    return clear
