"""Colour where it is wanted: the network's answers with and without hints, mixed by masks.

The change that local colour points make (the answer with them less the one without) is weighed by
the mask of what they reach; strokes of the brush are laid over that (`core.colorize.painted`).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final, cast

import cv2
import numpy as np

from core.color import F32
from core.colorize.hints import ColorHint
from core.colorize.painted import Painted
from core.colorize.reach import DEFAULT_REACH, Likeness
from core.colorize.strokes import Stroke, StrokeKind
from core.colorize.told import Layer, Told
from core.colorize.upsample import ChromaField, enlarged
from core.photo.photo import Photo
from core.resize import resize_area

#: a*, b* of two points that mean one colour lie no farther apart.
_SAME_COLOR: Final = 5.0
#: Width of the border between points of different colours, as a share of the distances there.
_BORDER: Final = 0.2
#: Where a mask ends, of its 0..1: before its border is made soft, and after.
_INNER_EDGE: Final = 0.6
_SOFT_EDGE: Final = 0.83
#: A local point is told to the network at this many places of what it reaches, evenly over it: one
#: alone fades in what is large.
_PLACES: Final = 24
#: What a person says -> the network's ab (2, h, w).
Answer = Callable[[Told], F32]


@dataclass(frozen=True, eq=False)
class LocalColor:
    """The answers a local colorization is mixed from, (2, h, w) each.

    Attributes:
        L: L* (H, W) as the network saw it.
        automatic: without any hints.
        far: with the points that reach all that is like them.
        near: with all points.
        mask: (h', w') in 0..1, where ``near`` counts; finer than the answers.
        painted: with all points and strokes.
        strokes: in the order they were painted.
    """

    L: F32
    automatic: F32
    far: F32
    near: F32
    mask: F32
    painted: F32
    strokes: tuple[Stroke, ...]

    @property
    def ab(self) -> F32:
        """a*, b* (2, h, w) of the mixture, strokes at this size included."""
        _, height, width = self.far.shape
        mask = resize_area(self.mask, height, width)
        ab: F32 = self.far + mask * (self.near - self.far)
        if not self.strokes:
            return ab
        rows, columns = ((np.arange(side) + 0.5) / side for side in (height, width))
        L = resize_area(self.L, height, width)
        color, automatic = (_flat_field(each, L) for each in (self.painted, self.automatic))
        painted = Painted(self.strokes, color, automatic, (self.L.shape[0], self.L.shape[1]))
        colored = painted.at(columns, rows).over(ab, L, slice(None))
        return ab if colored is None else ab * colored

    def field(self, photo: Photo) -> ChromaField:
        """The mixture's chroma at any pixel of the photo, without strokes."""
        sides = zip(self.far.shape[1:], self.L.shape, strict=True)
        height, width = (min(2 * answer, seen) for answer, seen in sides)
        far, near = (
            enlarged(enlarged(ab, self.L, height, width), self.L, *self.L.shape)
            for ab in (self.far, self.near)
        )
        mixture = far + self._narrow_mask() * (near - far)
        return ChromaField.of(photo.pixels, mixture, refinements=0)

    def _narrow_mask(self) -> F32:
        """The mask (H, W); a soft border keeps to the inner side.

        A tenth of a strong colour is seen: what lies around a thing is not to have any.
        """
        height, width = self.L.shape
        mask = cv2.resize(self.mask, (width, height), interpolation=cv2.INTER_LINEAR)
        return _steeper(cast("F32", mask), _SOFT_EDGE, 3)

    def over(self, photo: Photo) -> Painted | None:
        """The strokes, for any pixel of the photo; None where there are none."""
        if not self.strokes:
            return None
        color, automatic = (
            ChromaField.of(photo.pixels, ab) for ab in (self.painted, self.automatic)
        )
        return Painted(self.strokes, color, automatic, (photo.height, photo.width))


def local_color(
    L: F32,
    hints: Sequence[ColorHint],
    strokes: Sequence[Stroke],
    likeness: Likeness,
    automatic: F32,
    answer: Answer,
    *,
    layered: bool = False,
) -> LocalColor:
    """Ask the network what a mixture needs: one to three answers besides the automatic one.

    ``layered``: there is a network among those that answer which takes no hints.
    """
    wide = tuple(hint for hint in hints if not hint.is_local)
    local = [hint for hint in hints if hint.is_local]
    # what all is like a place only a network says that reads hints: others stay with the thing
    things = tuple(
        Layer(likeness.reach_from(hint.x, hint.y).mask(DEFAULT_REACH), hint.ab)
        for hint in (wide if layered else ())
    )
    far = near = automatic
    if wide:
        far = near = answer(Told(wide, things))
    masks = _masks(local, likeness)
    reached = zip(local, masks, strict=True)
    spread = [place for hint, mask in reached for place in _spread(hint, mask)]
    # the mask is laid over the answer later: here it says where the colour is
    layers = tuple(
        Layer((mask > 0).astype(np.float32), hint.ab)
        for hint, mask in zip(local, masks, strict=True)
    )
    # what a person has put counts, wherever others reach
    told = Told((*wide, *spread, *hints), things + layers)
    if local:
        near = answer(told)
    painted = near
    if any(stroke.kind is StrokeKind.COLOR for stroke in strokes):
        painted = answer(replace(told, strokes=tuple(strokes)))
    borders = [likeness.feathered(_steeper(mask, _INNER_EDGE, 3)) for mask in masks]
    mask = np.max(borders, axis=0) if borders else np.zeros(likeness.L.shape, np.float32)
    return LocalColor(L, automatic, far, near, mask, painted, tuple(strokes))


def _masks(hints: Sequence[ColorHint], likeness: Likeness) -> list[F32]:
    """(h, w) of each point: what it reaches, and what is not nearer to a point of another colour.

    So a second point ends a first one that reaches too far.
    """
    reaches = [likeness.reach_from(hint.x, hint.y) for hint in hints]
    masks = [reach.mask(hint.reach) for hint, reach in zip(hints, reaches, strict=True)]
    for at, (hint, mine) in enumerate(zip(hints, reaches, strict=True)):
        others = [
            reach.near
            for other, reach in zip(hints, reaches, strict=True)
            if math.dist(hint.ab, other.ab) > _SAME_COLOR
        ]
        if others:
            theirs = np.min(others, axis=0)
            ahead = (theirs - mine.near) / (_BORDER * (theirs + mine.near) + 1e-6)
            masks[at] = (masks[at] * np.clip(ahead + 0.5, 0, 1)).astype(np.float32)
    return masks


def _steeper(mask: F32, edge: float, times: float) -> F32:
    """A mask in 0..1 that passes from 0 to 1 so many times as fast, around ``edge``."""
    steeper: F32 = np.clip((mask - edge) * times + 0.5, 0, 1).astype(np.float32)
    return steeper


def _spread(hint: ColorHint, mask: F32) -> list[ColorHint]:
    """The hint again at places evenly over what it reaches."""
    rows, columns = np.nonzero(mask >= 1)
    if not len(rows):
        return []
    chosen = np.linspace(0, len(rows) - 1, min(_PLACES, len(rows))).astype(int)
    height, width = mask.shape
    return [
        ColorHint((column + 0.5) / width, (row + 0.5) / height, hint.ab, hint.radius / 2)
        for row, column in zip(rows[chosen], columns[chosen], strict=True)
    ]


def _flat_field(ab: F32, L: F32) -> ChromaField:
    """A field that is `ab` itself at its own pixels."""
    return ChromaField(np.concatenate((ab, np.zeros_like(ab), L[None])).astype(np.float32))
