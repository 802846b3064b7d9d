"""Points and strokes with a model that reads no hints: their colour, flat, over what they reach."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from core.color import F32
from core.colorize.hints import ColorHint
from core.colorize.local_color import LocalColor
from core.colorize.reach import DEFAULT_REACH, Likeness
from core.colorize.stroke_cover import StrokeCover
from core.colorize.strokes import Stroke, StrokeKind
from core.resize import resize_area


def flat_color(
    L: F32,
    hints: Sequence[ColorHint],
    strokes: Sequence[Stroke],
    likeness: Likeness,
    automatic: F32,
) -> LocalColor:
    """The mixture of the network's one answer ``automatic`` (2, h, w) and the person's colours.

    What all is like a place only a network says that reads hints: a point that reaches it reaches
    the thing at its place.
    """
    _, height, width = automatic.shape
    near, mask = automatic.copy(), np.zeros(likeness.L.shape, np.float32)
    for hint in map(_local, hints):
        reached = likeness.reach_from(hint.x, hint.y).mask(hint.reach)
        _lay(near, resize_area(reached, height, width) > 0, hint.ab)
        mask = np.maximum(mask, reached)
    painted = near.copy()
    for stroke in strokes:
        if stroke.kind is StrokeKind.COLOR:
            _lay(painted, _covered(stroke, height, width), stroke.ab)
    return LocalColor(L, automatic, automatic, near, mask, painted, tuple(strokes))


def _local(hint: ColorHint) -> ColorHint:
    return hint if hint.is_local else replace(hint, reach=DEFAULT_REACH)


def _lay(ab: F32, where: npt.NDArray[np.bool_], color: tuple[float, float]) -> None:
    ab[:, where] = np.array([color], np.float32).T


def _covered(stroke: Stroke, height: int, width: int) -> npt.NDArray[np.bool_]:
    """Pixels (h, w) that a stroke touches."""
    rows, columns = ((np.arange(side) + 0.5) / side for side in (height, width))
    touched = np.zeros((height, width), np.bool_)
    cover = StrokeCover.of(stroke, rows, columns, (height, width)).at(slice(None))
    if cover is not None:
        touched[:, cover.columns] = cover.values > 0
    return touched
