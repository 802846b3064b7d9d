"""What damage is drawn with: lines, blots and their tones, and `Mark`, what a kind of it leaves."""

from __future__ import annotations

from typing import Final, NamedTuple, cast

import cv2
import numpy as np
import numpy.typing as npt

from core.color import F32
from training.data.effects import U8

Points = npt.NDArray[np.float64]
#: OpenCV draws in fractions of a pixel, of so many bits.
SHIFT: Final = 4
PAPER: Final = (0.82, 1.0)
BLACK: Final = (0.0, 0.12)


class Mark(NamedTuple):
    """What one kind of damage does to a picture."""

    cover: F32  # (H, W), 0..1: how much of the picture is hidden
    tone: F32  # (H, W), 0..1: what is seen instead
    #: of the cover, what the picture is still seen through: filling it would lose the picture
    veil: F32 | None = None


def laid_over(tone: F32, mark: Mark) -> F32:
    """The picture with a mark on it, ``(H, W)``."""
    return tone + mark.cover * (mark.tone - tone)


def veiled(tone: F32, mark: Mark) -> F32:
    """The picture with no more than the veil of a mark on it, ``(H, W)``."""
    return tone if mark.veil is None else tone + mark.veil * (mark.tone - tone)


def unit(marks: U8) -> F32:
    """Codes 0..255 as 0..1."""
    return marks.astype(np.float32) / np.float32(255)


def flat(tone: F32, rng: np.random.Generator, bright: float = 0.5) -> F32:
    """Near-white, or near-black, for all of a mark."""
    span = (0.75, 1.0) if rng.random() < bright else (0.0, 0.2)
    return np.full(tone.shape, rng.uniform(*span), np.float32)


def textured(tone: F32, rng: np.random.Generator, span: tuple[float, float]) -> F32:
    """A tone of ``span`` with the fibre of paper."""
    fibre = rng.standard_normal(tone.shape, dtype=np.float32)
    fibre = blurred(fibre, rng.uniform(0.4, 1.5))
    textured: F32 = np.float32(rng.uniform(*span)) + np.float32(0.04) * fibre
    return np.clip(textured, 0.0, 1.0)


def along(shape: tuple[int, ...], rng: np.random.Generator) -> F32:
    """A field 0..1 with gaps: how deep a line is from place to place."""
    cells = int(rng.integers(4, 14))
    coarse = rng.random((cells, cells), dtype=np.float32) * np.float32(1.6)
    field = cv2.resize(coarse, (shape[1], shape[0]), interpolation=cv2.INTER_CUBIC)
    return cast("F32", np.clip(field, 0.0, 1.0))


def anywhere(tone: F32, rng: np.random.Generator) -> Points:
    """A place x, y in the picture."""
    return rng.uniform((0.0, 0.0), tone.shape[::-1])


def bent_line(
    centre: Points, angle: float, length: float, rng: np.random.Generator, bend: float = 0.02
) -> Points:
    """A nearly straight line about a centre, bent and uneven by a share of its length."""
    t = np.linspace(-0.5, 0.5, 12)
    aside = rng.normal(0.0, bend) * (t * 2) ** 2 + rng.normal(0.0, bend / 4, 12)
    x, y = length * t, length * aside
    turned = (x * np.cos(angle) - y * np.sin(angle), x * np.sin(angle) + y * np.cos(angle))
    return cast("Points", centre + np.stack(turned, axis=-1))


def walk(start: Points, heading: float, length: float, rng: np.random.Generator) -> Points:
    """A jagged line from a place on, turning as it goes."""
    count = int(rng.integers(10, 40))
    turn = heading + np.cumsum(rng.normal(0.0, 0.15, count)) + rng.normal(0.0, 0.4, count)
    steps = length / count * np.stack((np.cos(turn), np.sin(turn)), axis=-1)
    return cast("Points", np.concatenate((start[None], start + np.cumsum(steps, axis=0))))


def jagged(
    start: tuple[float, float], end: tuple[float, float], rng: np.random.Generator, size: float
) -> list[tuple[float, float]]:
    """Corners of a torn line between two places."""
    t = np.linspace(0.0, 1.0, 8)[:, None]
    points = np.array(start) * (1 - t) + np.array(end) * t + rng.normal(0.0, size, (8, 2))
    return [(float(x), float(y)) for x, y in points]


def blot(cover: U8, centre: Points, radius: float, rng: np.random.Generator) -> None:
    """An irregular round place."""
    angles = np.linspace(0.0, 2 * np.pi, 12, endpoint=False)
    reach = radius * rng.uniform(0.6, 1.3, 12)
    stretch = np.exp(rng.normal(0.0, 0.3))
    x, y = reach * np.cos(angles) * stretch, reach * np.sin(angles) / stretch
    outline = centre + np.stack((x, y), axis=-1)
    cv2.fillPoly(cover, [fixed(outline)], 255, cv2.LINE_AA, SHIFT)


def line(cover: U8, points: Points, width: float) -> None:
    """A polyline; thinner than a pixel it is fainter instead."""
    value = round(255 * min(1.0, width))
    layer = np.zeros_like(cover) if value < 255 else cover
    cv2.polylines(layer, [fixed(points)], False, value, max(1, round(width)), cv2.LINE_AA, SHIFT)
    if layer is not cover:
        np.maximum(cover, layer, out=cover)


def fixed(points: Points) -> npt.NDArray[np.int32]:
    """Points in OpenCV's fractions of a pixel."""
    return np.rint(points * (1 << SHIFT)).astype(np.int32)


def blurred(image: F32, sigma: float) -> F32:
    """A Gaussian blur of so many pixels."""
    return cast("F32", cv2.GaussianBlur(image, (0, 0), max(sigma, 0.05)))
