"""Damage of old prints and negatives, drawn with the mask that it leaves.

Every kind is ``(tone, rng, size) -> Mark`` on ``tone`` = L*/100, float32 ``(H, W)``; ``size`` is
how many pixels the thinnest marks are wide: 1 for a picture of a few hundred pixels, more for an
enlarged one. The shapes are judged by eye, not measured.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple, cast

import cv2
import numpy as np
import numpy.typing as npt

from core.color import F32
from training.data.effects import U8

Points = npt.NDArray[np.float64]
_SHIFT: Final = 4
_UNIT: Final = 1 << _SHIFT
_PAPER: Final = (0.82, 1.0)
_BLACK: Final = (0.0, 0.12)


class Mark(NamedTuple):
    """What one kind of damage does to a picture."""

    cover: F32  # (H, W), 0..1: how much of the picture is hidden
    tone: F32  # (H, W), 0..1: what is seen instead


Damage = Callable[[F32, np.random.Generator, float], Mark]


def scratches(tone: F32, rng: np.random.Generator, size: float) -> Mark:
    """One to five nearly straight lines along one direction, as faint as their depth."""
    cover = np.zeros(tone.shape, np.uint8)
    side, angle = max(tone.shape), rng.choice((0.0, np.pi / 2)) + rng.normal(0.0, 0.25)
    for _ in range(int(rng.integers(1, 6))):
        length = side * rng.uniform(0.15, 1.4)
        points = _bent_line(_anywhere(tone, rng), angle + rng.normal(0.0, 0.08), length, rng)
        _line(cover, points, size * rng.uniform(0.6, 2.2))
    depth = _along(tone.shape, rng) * np.float32(rng.uniform(0.35, 1.0))
    return Mark(_unit(cover) * depth, _flat(tone, rng))


def transport_scratch(tone: F32, rng: np.random.Generator, size: float) -> Mark:
    """A camera's or a laboratory's rollers: one straight, faint line through the whole frame."""
    cover = np.zeros(tone.shape, np.uint8)
    side = 2.0 * max(tone.shape)
    angle = rng.choice((0.0, np.pi / 2)) + rng.normal(0.0, 0.01)
    step = side * np.array((np.cos(angle), np.sin(angle)))
    centre = _anywhere(tone, rng)
    _line(cover, np.array((centre - step, centre + step)), size * rng.uniform(0.6, 1.6))
    return Mark(_unit(cover) * np.float32(rng.uniform(0.12, 0.6)), _flat(tone, rng))


def cracks(tone: F32, rng: np.random.Generator, size: float) -> Mark:
    """Broken emulsion with the paper showing: a jagged line of uneven width, with branches."""
    cover = np.zeros(tone.shape, np.uint8)
    start, heading = _anywhere(tone, rng), rng.uniform(0.0, 2 * np.pi)
    length = max(tone.shape) * rng.uniform(0.2, 1.2)
    for _ in range(int(rng.integers(1, 4))):
        points = _walk(start, heading, length, rng)
        widths = size * rng.uniform(0.6, 4.0) * (0.3 + rng.random(len(points)))
        for a, b, width in zip(points[:-1], points[1:], widths, strict=False):
            _line(cover, np.array((a, b)), width)
        start = points[int(rng.integers(0, len(points)))]
        heading, length = heading + rng.choice((-1, 1)) * rng.uniform(0.5, 1.4), length * 0.6
    return Mark(_unit(cover), _textured(tone, rng, _PAPER))


def crease(tone: F32, rng: np.random.Generator, size: float) -> Mark:
    """A fold across the picture: a worn light line, and a soft shadow on one side of it."""
    shadow, core = np.zeros(tone.shape, np.uint8), np.zeros(tone.shape, np.uint8)
    angle, width = rng.uniform(0.0, np.pi), size * rng.uniform(0.8, 2.5)
    points = _bent_line(_anywhere(tone, rng), angle, 2.0 * max(tone.shape), rng, bend=0.004)
    aside = 1.2 * width * np.array((-np.sin(angle), np.cos(angle)))
    _line(shadow, points + aside, 2.5 * width)
    _line(core, points, width)
    soft = np.float32(rng.uniform(0.15, 0.45)) * _blurred(_unit(shadow), 0.8 * width)
    worn = _unit(core) * _along(tone.shape, rng)
    cover = np.maximum(soft, worn)
    return Mark(cover, np.where(worn >= soft, _textured(tone, rng, _PAPER), np.float32(0.05)))


def dust(tone: F32, rng: np.random.Generator, size: float) -> Mark:
    """Specks and lint: up to forty small irregular spots."""
    cover = np.zeros(tone.shape, np.uint8)
    for _ in range(int(1 + 40 * rng.random() ** 2)):
        radius = size * (0.5 + 3.5 * rng.random() ** 3)
        _blot(cover, _anywhere(tone, rng), radius, rng)
    return Mark(_unit(cover) * np.float32(rng.uniform(0.5, 1.0)), _flat(tone, rng))


def hair(tone: F32, rng: np.random.Generator, size: float) -> Mark:
    """A curled fibre on the negative or the glass, or two."""
    cover = np.zeros(tone.shape, np.uint8)
    for _ in range(int(rng.integers(1, 3))):
        turn = np.cumsum(rng.normal(rng.normal(0.0, 0.12), 0.25, 24)) + rng.uniform(0, 2 * np.pi)
        stride = max(tone.shape) * rng.uniform(0.006, 0.03)
        steps = stride * np.stack((np.cos(turn), np.sin(turn)), axis=-1)
        _line(cover, _anywhere(tone, rng) + np.cumsum(steps, axis=0), size * rng.uniform(0.7, 1.8))
    return Mark(_unit(cover) * np.float32(rng.uniform(0.5, 1.0)), _flat(tone, rng))


def edge_tear(tone: F32, rng: np.random.Generator, size: float) -> Mark:
    """A wedge torn out of an edge or a corner, with paper or the scanner's glass behind."""
    height, width = tone.shape
    along, deep = rng.uniform(0.0, 1.0), rng.uniform(0.03, 0.3) * min(tone.shape)
    wide = deep * rng.uniform(0.2, 1.2)
    outline = [(-wide, -4.0), *_jagged((-wide, 0.0), (0.0, deep), rng, size)]
    outline += [*_jagged((0.0, deep), (wide, 0.0), rng, size), (wide, -4.0)]
    place = {0: (1, 0, 0, 0), 1: (-1, 0, 0, height), 2: (0, 1, 0, 0), 3: (0, -1, width, 0)}
    upright, sideways, x0, y0 = place[int(rng.integers(0, 4))]
    points = [
        (x0 + (along * width + t if upright else sideways * d),
         y0 + (upright * d if upright else along * height + t))
        for t, d in outline
    ]  # fmt: skip
    cover = np.zeros(tone.shape, np.uint8)
    cv2.fillPoly(cover, [_fixed(np.array(points))], 255, cv2.LINE_AA, _SHIFT)
    return Mark(_unit(cover), _textured(tone, rng, _PAPER if rng.random() < 0.7 else _BLACK))


def spots(tone: F32, rng: np.random.Generator, size: float) -> Mark:
    """Mould, foxing, drops: a cluster of blots, sharp or soft at the edge."""
    cover = np.zeros(tone.shape, np.uint8)
    centre, spread = _anywhere(tone, rng), max(tone.shape) * rng.uniform(0.02, 0.3)
    for _ in range(int(rng.integers(1, 14))):
        radius = size * rng.uniform(1.0, 5.0)
        _blot(cover, centre + rng.normal(0.0, spread, 2), radius, rng)
    soft = _blurred(_unit(cover), size * rng.uniform(0.1, 1.0))
    return Mark(soft * np.float32(rng.uniform(0.4, 1.0)), _flat(tone, rng))


def stain(tone: F32, rng: np.random.Generator, size: float) -> Mark:
    """Dried water: a veil over an area, with a darker tide line around it."""
    area = np.zeros(tone.shape, np.uint8)
    radius = max(tone.shape) * rng.uniform(0.05, 0.25)
    _blot(area, _anywhere(tone, rng), radius, rng)
    inside = _blurred(_unit(area), 0.5 * size)
    rim = np.clip(4 * inside * (1 - _blurred(_unit(area), 3 * size)), 0.0, 1.0)
    veil, line = rng.uniform(0.08, 0.3), rng.uniform(0.2, 0.6)
    return Mark(
        np.maximum(np.float32(veil) * inside, np.float32(line) * rim), _flat(tone, rng, 0.25)
    )


#: How often each kind is drawn in a damaged picture.
DAMAGES: Final[dict[Damage, float]] = {
    scratches: 0.45, transport_scratch: 0.15, cracks: 0.4, crease: 0.2, dust: 0.5, hair: 0.25,
    edge_tear: 0.1, spots: 0.25, stain: 0.08,
}  # fmt: skip


def laid_over(tone: F32, mark: Mark) -> F32:
    """The picture with a mark on it, ``(H, W)``."""
    return tone + mark.cover * (mark.tone - tone)


def _unit(marks: U8) -> F32:
    return marks.astype(np.float32) / np.float32(255)


def _flat(tone: F32, rng: np.random.Generator, bright: float = 0.5) -> F32:
    """Near-white, or near-black, for all of a mark."""
    span = (0.75, 1.0) if rng.random() < bright else (0.0, 0.2)
    return np.full(tone.shape, rng.uniform(*span), np.float32)


def _textured(tone: F32, rng: np.random.Generator, span: tuple[float, float]) -> F32:
    """A tone of ``span`` with the fibre of paper."""
    fibre = rng.standard_normal(tone.shape, dtype=np.float32)
    fibre = _blurred(fibre, rng.uniform(0.4, 1.5))
    textured: F32 = np.float32(rng.uniform(*span)) + np.float32(0.04) * fibre
    return np.clip(textured, 0.0, 1.0)


def _along(shape: tuple[int, ...], rng: np.random.Generator) -> F32:
    """A field 0..1 with gaps: how deep a line is from place to place."""
    cells = int(rng.integers(4, 14))
    coarse = rng.random((cells, cells), dtype=np.float32) * np.float32(1.6)
    field = cv2.resize(coarse, (shape[1], shape[0]), interpolation=cv2.INTER_CUBIC)
    return cast("F32", np.clip(field, 0.0, 1.0))


def _anywhere(tone: F32, rng: np.random.Generator) -> Points:
    return rng.uniform((0.0, 0.0), tone.shape[::-1])


def _bent_line(
    centre: Points, angle: float, length: float, rng: np.random.Generator, bend: float = 0.02
) -> Points:
    t = np.linspace(-0.5, 0.5, 12)
    aside = rng.normal(0.0, bend) * (t * 2) ** 2 + rng.normal(0.0, bend / 4, 12)
    x, y = length * t, length * aside
    turned = (x * np.cos(angle) - y * np.sin(angle), x * np.sin(angle) + y * np.cos(angle))
    return cast("Points", centre + np.stack(turned, axis=-1))


def _walk(start: Points, heading: float, length: float, rng: np.random.Generator) -> Points:
    count = int(rng.integers(10, 40))
    turn = heading + np.cumsum(rng.normal(0.0, 0.15, count)) + rng.normal(0.0, 0.4, count)
    steps = length / count * np.stack((np.cos(turn), np.sin(turn)), axis=-1)
    return cast("Points", np.concatenate((start[None], start + np.cumsum(steps, axis=0))))


def _jagged(
    start: tuple[float, float], end: tuple[float, float], rng: np.random.Generator, size: float
) -> list[tuple[float, float]]:
    t = np.linspace(0.0, 1.0, 8)[:, None]
    points = np.array(start) * (1 - t) + np.array(end) * t + rng.normal(0.0, size, (8, 2))
    return [(float(x), float(y)) for x, y in points]


def _blot(cover: U8, centre: Points, radius: float, rng: np.random.Generator) -> None:
    angles = np.linspace(0.0, 2 * np.pi, 12, endpoint=False)
    reach = radius * rng.uniform(0.6, 1.3, 12)
    stretch = np.exp(rng.normal(0.0, 0.3))
    x, y = reach * np.cos(angles) * stretch, reach * np.sin(angles) / stretch
    outline = centre + np.stack((x, y), axis=-1)
    cv2.fillPoly(cover, [_fixed(outline)], 255, cv2.LINE_AA, _SHIFT)


def _line(cover: U8, points: Points, width: float) -> None:
    """A polyline; thinner than a pixel it is fainter instead."""
    value = round(255 * min(1.0, width))
    layer = np.zeros_like(cover) if value < 255 else cover
    cv2.polylines(layer, [_fixed(points)], False, value, max(1, round(width)), cv2.LINE_AA, _SHIFT)
    if layer is not cover:
        np.maximum(cover, layer, out=cover)


def _fixed(points: Points) -> npt.NDArray[np.int32]:
    return np.rint(points * _UNIT).astype(np.int32)


def _blurred(image: F32, sigma: float) -> F32:
    return cast("F32", cv2.GaussianBlur(image, (0, 0), max(sigma, 0.05)))
