"""Damage of a print's surface: water, fingers, mould and the silver that comes to the surface.

Of what lies over an area as a veil the picture is still seen: it is drawn, and is no mark to be
filled (docs/repair.md has what filling it would cost).
"""

from __future__ import annotations

import cv2
import numpy as np

from core.color import F32
from training.data.damage_shapes import Mark, anywhere, blot, blurred, flat, unit


def stain(tone: F32, rng: np.random.Generator, size: float) -> Mark:
    """Dried water: a veil over an area, with a darker tide line around it."""
    area = np.zeros(tone.shape, np.uint8)
    radius = max(tone.shape) * rng.uniform(0.05, 0.25)
    blot(area, anywhere(tone, rng), radius, rng)
    inside = blurred(unit(area), 0.5 * size)
    rim = np.clip(4 * inside * (1 - blurred(unit(area), 3 * size)), 0.0, 1.0)
    veil = np.float32(rng.uniform(0.08, 0.3)) * inside
    line = np.float32(rng.uniform(0.2, 0.6)) * rim
    return Mark(np.maximum(veil, line), flat(tone, rng, 0.25), veil)


def fingerprint(tone: F32, rng: np.random.Generator, size: float) -> Mark:
    """The ridges of a finger's end, pressed unevenly: an oval whorl of lines, light or dark."""
    height, width = tone.shape
    (x0, y0), turn = anywhere(tone, rng), rng.uniform(0.0, np.pi)
    y, x = np.mgrid[:height, :width].astype(np.float32)
    u = (x - x0) * np.cos(turn) + (y - y0) * np.sin(turn)
    v = (y - y0) * np.cos(turn) - (x - x0) * np.sin(turn)
    period = size * rng.uniform(3.0, 6.0)
    reach = period * rng.uniform(7.0, 13.0)
    distance = np.hypot(u / 1.4, v)
    # the core of a whorl lies beside the middle of the oval, and its lines are no circles
    whorl = np.hypot(u / 1.4 + 0.2 * reach, v) + period * _noise(tone.shape, rng, 5)
    ridges = np.clip(0.5 + 1.5 * np.cos(2 * np.pi * whorl / period), 0.0, 1.0)
    oval = np.clip(3.0 * (1.0 - distance / reach), 0.0, 1.0)
    pressed = np.clip(0.3 + 1.4 * _noise(tone.shape, rng, 6), 0.0, 1.0)
    cover = np.float32(rng.uniform(0.15, 0.7)) * ridges * oval * pressed
    return Mark(cover.astype(np.float32), flat(tone, rng))


def mould(tone: F32, rng: np.random.Generator, size: float) -> Mark:
    """Colonies of mould: specks that crowd about a few places, with threads between them."""
    speckle = blurred(rng.standard_normal(tone.shape, dtype=np.float32), size * rng.uniform(0.6, 2))
    speckle /= np.float32(speckle.std() + 1e-6)
    colonies = np.zeros(tone.shape, np.uint8)
    for _ in range(int(rng.integers(1, 5))):
        blot(colonies, anywhere(tone, rng), size * rng.uniform(6.0, 30.0), rng)
    crowd = blurred(unit(colonies), size * rng.uniform(2.0, 6.0))
    cover = np.clip(2.0 * (speckle - np.float32(rng.uniform(0.6, 1.6))), 0.0, 1.0) * crowd
    return Mark(cover * np.float32(rng.uniform(0.4, 1.0)), flat(tone, rng))


def silver_mirroring(tone: F32, rng: np.random.Generator, size: float) -> Mark:  # noqa: ARG001
    """Silver that came to the surface: a bright sheen over the shadows, along the edges."""
    height, width = tone.shape
    y, x = np.mgrid[:height, :width].astype(np.float32)
    inward = np.minimum.reduce((x, y, width - 1 - x, height - 1 - y)) / min(height, width)
    edge = np.clip(1.0 - inward / np.float32(rng.uniform(0.05, 0.3)) + 0.5 * _noise(
        tone.shape, rng, 6
    ), 0.0, 1.0)  # fmt: skip
    sheen = np.float32(rng.uniform(0.2, 0.7)) * edge * np.clip(1.0 - 1.4 * tone, 0.0, 1.0)
    sheen = sheen.astype(np.float32)
    return Mark(sheen, np.full(tone.shape, rng.uniform(0.55, 0.85), np.float32), sheen)


def _noise(shape: tuple[int, ...], rng: np.random.Generator, cells: int) -> F32:
    """A smooth field about 0, of one half at most nearly everywhere."""
    coarse = rng.uniform(-0.5, 0.5, (cells, cells)).astype(np.float32)
    field: F32 = cv2.resize(coarse, (shape[1], shape[0]), interpolation=cv2.INTER_CUBIC).astype(
        np.float32
    )
    return field
