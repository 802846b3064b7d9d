"""A print lying on something: inside straight edges, upright or a little askew.

Horizons, door frames and table tops are straight, too. What tells a print's edges from them: they
end at its corners, and on all sides of it is the same ground.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from core.color import F32
from core.colorize.tint.boxes import LEAST_ROWS, Box
from core.resize import resize_area

#: A print's edge: its slopes against the sheet's, the step in Lab units, and the share of its
#: rows that take it.
_SLOPES: Final = tuple(number / 50 for number in range(-7, 8))
_EDGE_STEP: Final = 4.0
_EDGE_SHARE: Final = 1.04
#: The same for a whole side of the print, once its corners are known.
_SIDE_SHARE: Final = 1.1
#: Edges are looked for in this outer share of each side.
_EDGE_DEPTH: Final = 0.42
#: Share of its step that an edge still takes beyond the corners where it is none of a print's, and
#: how many such edges are one too many.
_OVERRUN: Final = 0.35
_MOST_OVERRUNS: Final = 1
#: How far the middle colours of the ground at each side may lie from their mean, in Lab units:
#: where all four sides have an edge, and where the print reaches the sheet's rim.
_ONE_GROUND: Final = {4: 12.0, 3: 7.0}
#: Rows or columns of a half-size copy that say anything of what is outside.
_FEW: Final = 4


class Edge(NamedTuple):
    """A line at ``column`` of the middle row; ``slope`` columns a row."""

    column: int
    slope: float


class _View(NamedTuple):
    """A half-size copy (H, W, 3) as seen for edges from top to bottom, and its steps."""

    lab: F32
    step: F32
    first: Edge | None
    last: Edge | None


def inside_edges(lab: F32, box: Box, *, framed: bool) -> tuple[Box, int]:
    """The box inside a print's straight edges, and how many sides have one.

    The same box where there is no print: fewer than three sides, or than four within a frame
    (``framed``), edges that go on beyond its corners, or another ground at each side.
    """
    part = box.of(lab)
    height, width = (side // 2 for side in part.shape[:2])
    if min(height, width) < LEAST_ROWS:
        return box, 0
    half = resize_area(part, height, width)
    upright, lying = _two_views(half)
    edges = [*upright[2:], *lying[2:]]
    count = sum(edge is not None for edge in edges)
    if count < (4 if framed else 3) or not _is_print(upright, lying, count):
        return box, count
    left, right, top, bottom = edges
    inner = Box(
        box.top + 2 * _cut(top, height, width), box.bottom - 2 * _cut(bottom, height, width),
        box.left + 2 * _cut(left, width, height), box.right - 2 * _cut(right, width, height),
    )  # fmt: skip
    narrow = inner.bottom - inner.top < 0.5 * height or inner.right - inner.left < 0.5 * width
    return (box if narrow or inner.shortest < LEAST_ROWS else inner), count


def _two_views(half: F32) -> tuple[_View, _View]:
    turned = np.ascontiguousarray(half.transpose(1, 0, 2))
    height, width = half.shape[:2]
    across, down = steps(half), steps(turned)
    left, right = _edges_of_two_sides(across)
    top, bottom = _edges_of_two_sides(down)
    rows, columns = _between(top, bottom, height), _between(left, right, width)
    left, right = (edge if _holds(across, edge, rows) else None for edge in (left, right))
    top, bottom = (edge if _holds(down, edge, columns) else None for edge in (top, bottom))
    return _View(half, across, left, right), _View(turned, down, top, bottom)


def _is_print(upright: _View, lying: _View, edges: int) -> bool:
    """Whether edges end at each other, and have the same ground outside of them."""
    rows, columns = _span(lying, len(upright.lab)), _span(upright, len(lying.lab))
    overruns = sum((*_overruns(upright, *rows), *_overruns(lying, *columns)))
    if overruns > _MOST_OVERRUNS:
        return False
    grounds = np.stack([*_grounds(upright, *rows), *_grounds(lying, *columns)])
    off = np.sqrt(np.square(grounds - grounds.mean(0)).sum(1))
    return bool(off.max() < _ONE_GROUND[edges])


def _span(view: _View, length: int) -> tuple[int, int]:
    """Where, across a view's edges, a print begins and ends."""
    return (
        view.first.column if view.first else 0,
        view.last.column + 1 if view.last else length,
    )


def _overruns(view: _View, start: int, end: int) -> Iterator[bool]:
    """Of each edge, whether it goes on beyond the print's rows ``start`` to ``end``."""
    height = view.step.shape[1]
    outside = np.r_[0 : max(0, start - 2), min(height, end + 2) : height]
    for edge in filter(None, (view.first, view.last)):
        if len(outside) < _FEW:
            continue
        within = _mean_steps(view.step, np.arange(start, end), edge)
        best = np.square(within).sum(0).argmax()
        beyond = _mean_steps(view.step, outside, edge)[:, best]
        yield float(within[:, best] @ beyond) > _OVERRUN * float(np.square(within[:, best]).sum())


def _mean_steps(step: F32, rows: npt.NDArray[np.intp], edge: Edge) -> F32:
    """(3, 3): of the column before an edge, at it, and behind it."""
    near = edge.column + np.arange(-1, 2)
    mean: F32 = step[:, rows[:, None], _columns_of(step, rows, edge.slope, near)].mean(1)
    return mean


def _grounds(view: _View, start: int, end: int) -> Iterator[F32]:
    """The mean colour (3,) outside of each edge, along the print."""
    for edge, outside in (
        (view.first, slice(0, max(1, (view.first or Edge(0, 0)).column - 1))),
        (view.last, slice(min(view.lab.shape[1] - 1, (view.last or Edge(0, 0)).column + 2), None)),
    ):
        if edge is not None:
            yield view.lab[start:end, outside].reshape(-1, 3).mean(0)


def steps(lab: F32) -> F32:
    """How Lab (H, W, 3) changes from left to right, over four columns: (3, H, W)."""
    step = np.zeros((3, *lab.shape[:2]), np.float32)
    planes = np.moveaxis(lab, -1, 0)
    step[:, :, 2:-2] = (
        planes[:, :, 4:] + planes[:, :, 3:-1] - planes[:, :, 1:-3] - planes[:, :, :-4]
    ) / 2
    return step


def clearness(step: F32, rows: npt.NDArray[np.intp], slopes: Sequence[float]) -> F32:
    """How clear an edge at each column is: the share of rows that take the mean step.

    Of every slope: (len(slopes), W).
    """
    columns = [_columns_of(step, rows, slope, np.arange(step.shape[2])) for slope in slopes]
    along = step[:, rows[:, None], np.stack(columns)]  # (3, S, R, W)
    mean = along.mean(2)
    size = np.sqrt(np.square(mean).sum(0))
    taken = np.einsum("csrw,csw->srw", along, mean) > 0.35 * np.square(size)[:, None]
    clear: F32 = np.where(size > _EDGE_STEP, taken.mean(1), 0) * np.minimum(size, 20) ** 0.15
    return clear


def _columns_of(
    step: F32, rows: npt.NDArray[np.intp], slope: float, at: npt.NDArray[np.intp]
) -> npt.NDArray[np.intp]:
    """Of each row, the columns of lines through ``at`` of the middle row: (R, len(at))."""
    height, width = step.shape[1:]
    shift = np.round((rows - (height - 1) / 2) * slope).astype(np.intp)
    columns: npt.NDArray[np.intp] = np.clip(at + shift[:, None], 0, width - 1)
    return columns


def _edges_of_two_sides(step: F32) -> tuple[Edge | None, Edge | None]:
    """The left and the right edge, by the rows in the middle."""
    height, width = step.shape[1:]
    rows = np.arange(int(height * 0.22), int(height * 0.78))
    clear = clearness(step, rows, _SLOPES)
    best, reach = clear.max(0), int(width * _EDGE_DEPTH)

    def edge(columns: range, inwards: int) -> Edge | None:
        column = _outermost(best, columns, inwards)
        return None if column is None else Edge(column, _SLOPES[clear[:, column].argmax()])

    return edge(range(2, reach), +1), edge(range(width - 3, width - 1 - reach, -1), -1)


def _outermost(best: F32, columns: range, inwards: int) -> int | None:
    """The first column with a clear edge, or the clearest of the few behind it."""
    first = next((column for column in columns if best[column] > _EDGE_SHARE), None)
    if first is None:
        return None
    near = [first + inwards * step for step in range(-1, 5)]
    return max((at for at in near if 0 <= at < len(best)), key=lambda at: float(best[at]))


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
    return bool(clearness(step, rows, (edge.slope,))[0, near].max() > _SIDE_SHARE)


def _cut(edge: Edge | None, length: int, height: int) -> int:
    """How many columns lie outside of an edge, with those that it leans over."""
    if edge is None:
        return 0
    outside = edge.column if edge.column < length / 2 else length - 1 - edge.column
    return outside + int(abs(edge.slope) * height / 2) + 2
