"""Damage of old prints and negatives, drawn with the mask that it leaves.

Every kind is ``(tone, rng, size) -> Mark`` on ``tone`` = L*/100, float32 ``(H, W)``; ``size`` is
how many pixels the thinnest marks are wide: 1 for a picture of a few hundred pixels, more for an
enlarged one. The shapes are judged by eye, not measured.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import cv2
import numpy as np

from core.color import F32
from training.data.damage_shapes import (
    BLACK,
    PAPER,
    SHIFT,
    Mark,
    along,
    anywhere,
    bent_line,
    blot,
    blurred,
    fixed,
    flat,
    jagged,
    line,
    textured,
    unit,
    walk,
)
from training.data.surface_damage import fingerprint, mould, silver_mirroring, stain

Damage = Callable[[F32, np.random.Generator, float], Mark]


def scratches(tone: F32, rng: np.random.Generator, size: float) -> Mark:
    """One to five nearly straight lines along one direction, as faint as their depth."""
    cover = np.zeros(tone.shape, np.uint8)
    side, angle = max(tone.shape), rng.choice((0.0, np.pi / 2)) + rng.normal(0.0, 0.25)
    for _ in range(int(rng.integers(1, 6))):
        length = side * rng.uniform(0.15, 1.4)
        points = bent_line(anywhere(tone, rng), angle + rng.normal(0.0, 0.08), length, rng)
        line(cover, points, size * rng.uniform(0.6, 2.2))
    depth = along(tone.shape, rng) * np.float32(rng.uniform(0.35, 1.0))
    return Mark(unit(cover) * depth, flat(tone, rng))


def transport_scratch(tone: F32, rng: np.random.Generator, size: float) -> Mark:
    """A camera's or a laboratory's rollers: one straight, faint line through the whole frame."""
    cover = np.zeros(tone.shape, np.uint8)
    side = 2.0 * max(tone.shape)
    angle = rng.choice((0.0, np.pi / 2)) + rng.normal(0.0, 0.01)
    step = side * np.array((np.cos(angle), np.sin(angle)))
    centre = anywhere(tone, rng)
    line(cover, np.array((centre - step, centre + step)), size * rng.uniform(0.6, 1.6))
    return Mark(unit(cover) * np.float32(rng.uniform(0.12, 0.6)), flat(tone, rng))


def cracks(tone: F32, rng: np.random.Generator, size: float) -> Mark:
    """Broken emulsion with the paper showing: a jagged line of uneven width, with branches."""
    cover = np.zeros(tone.shape, np.uint8)
    start, heading = anywhere(tone, rng), rng.uniform(0.0, 2 * np.pi)
    length = max(tone.shape) * rng.uniform(0.2, 1.2)
    for _ in range(int(rng.integers(1, 4))):
        points = walk(start, heading, length, rng)
        widths = size * rng.uniform(0.6, 4.0) * (0.3 + rng.random(len(points)))
        for a, b, width in zip(points[:-1], points[1:], widths, strict=False):
            line(cover, np.array((a, b)), width)
        start = points[int(rng.integers(0, len(points)))]
        heading, length = heading + rng.choice((-1, 1)) * rng.uniform(0.5, 1.4), length * 0.6
    return Mark(unit(cover), textured(tone, rng, PAPER))


def crease(tone: F32, rng: np.random.Generator, size: float) -> Mark:
    """A fold across the picture: a worn light line, and a soft shadow on one side of it."""
    shadow, core = np.zeros(tone.shape, np.uint8), np.zeros(tone.shape, np.uint8)
    angle, width = rng.uniform(0.0, np.pi), size * rng.uniform(0.8, 2.5)
    points = bent_line(anywhere(tone, rng), angle, 2.0 * max(tone.shape), rng, bend=0.004)
    aside = 1.2 * width * np.array((-np.sin(angle), np.cos(angle)))
    line(shadow, points + aside, 2.5 * width)
    line(core, points, width)
    soft = np.float32(rng.uniform(0.15, 0.45)) * blurred(unit(shadow), 0.8 * width)
    worn = unit(core) * along(tone.shape, rng)
    cover = np.maximum(soft, worn)
    return Mark(cover, np.where(worn >= soft, textured(tone, rng, PAPER), np.float32(0.05)))


def dust(tone: F32, rng: np.random.Generator, size: float) -> Mark:
    """Specks and lint: up to forty small irregular spots."""
    cover = np.zeros(tone.shape, np.uint8)
    for _ in range(int(1 + 40 * rng.random() ** 2)):
        radius = size * (0.5 + 3.5 * rng.random() ** 3)
        blot(cover, anywhere(tone, rng), radius, rng)
    return Mark(unit(cover) * np.float32(rng.uniform(0.5, 1.0)), flat(tone, rng))


def hair(tone: F32, rng: np.random.Generator, size: float) -> Mark:
    """A curled fibre on the negative or the glass, or two."""
    cover = np.zeros(tone.shape, np.uint8)
    for _ in range(int(rng.integers(1, 3))):
        turn = np.cumsum(rng.normal(rng.normal(0.0, 0.12), 0.25, 24)) + rng.uniform(0, 2 * np.pi)
        stride = max(tone.shape) * rng.uniform(0.006, 0.03)
        steps = stride * np.stack((np.cos(turn), np.sin(turn)), axis=-1)
        line(cover, anywhere(tone, rng) + np.cumsum(steps, axis=0), size * rng.uniform(0.7, 1.8))
    return Mark(unit(cover) * np.float32(rng.uniform(0.5, 1.0)), flat(tone, rng))


def edge_tear(tone: F32, rng: np.random.Generator, size: float) -> Mark:
    """A wedge torn out of an edge or a corner, with paper or the scanner's glass behind."""
    height, width = tone.shape
    along, deep = rng.uniform(0.0, 1.0), rng.uniform(0.03, 0.3) * min(tone.shape)
    wide = deep * rng.uniform(0.2, 1.2)
    outline = [(-wide, -4.0), *jagged((-wide, 0.0), (0.0, deep), rng, size)]
    outline += [*jagged((0.0, deep), (wide, 0.0), rng, size), (wide, -4.0)]
    place = {0: (1, 0, 0, 0), 1: (-1, 0, 0, height), 2: (0, 1, 0, 0), 3: (0, -1, width, 0)}
    upright, sideways, x0, y0 = place[int(rng.integers(0, 4))]
    points = [
        (x0 + (along * width + t if upright else sideways * d),
         y0 + (upright * d if upright else along * height + t))
        for t, d in outline
    ]  # fmt: skip
    cover = np.zeros(tone.shape, np.uint8)
    cv2.fillPoly(cover, [fixed(np.array(points))], 255, cv2.LINE_AA, SHIFT)
    return Mark(unit(cover), textured(tone, rng, PAPER if rng.random() < 0.7 else BLACK))


def spots(tone: F32, rng: np.random.Generator, size: float) -> Mark:
    """Mould, foxing, drops: a cluster of blots, sharp or soft at the edge."""
    cover = np.zeros(tone.shape, np.uint8)
    centre, spread = anywhere(tone, rng), max(tone.shape) * rng.uniform(0.02, 0.3)
    for _ in range(int(rng.integers(1, 14))):
        radius = size * rng.uniform(1.0, 5.0)
        blot(cover, centre + rng.normal(0.0, spread, 2), radius, rng)
    soft = blurred(unit(cover), size * rng.uniform(0.1, 1.0))
    return Mark(soft * np.float32(rng.uniform(0.4, 1.0)), flat(tone, rng))


#: How often each kind is drawn in a damaged picture.
DAMAGES: Final[dict[Damage, float]] = {
    scratches: 0.45, transport_scratch: 0.15, cracks: 0.4, crease: 0.2, dust: 0.5, hair: 0.25,
    edge_tear: 0.1, spots: 0.25, stain: 0.08, fingerprint: 0.08, mould: 0.1, silver_mirroring: 0.08,
}  # fmt: skip
