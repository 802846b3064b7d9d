"""Thin structures that belong to a picture: the hard negatives of a detector of damage.

Wires, masts, ropes, grass, window bars and text look like scratches. They are drawn before the
lens, so that its blur and the film's grain lie over them as over all that was in front of it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import cv2
import numpy as np

from core.color import F32
from training.data.effects import U8

Structure = Callable[[U8, np.random.Generator, float], None]


def wires(marks: U8, rng: np.random.Generator, size: float) -> None:
    """Two to six lines that sag alike."""
    height, width = marks.shape
    x = np.linspace(-10.0, width + 10.0, 24)
    top, sag, lean = rng.uniform(0, height), rng.uniform(0.0, 0.2) * height, rng.normal(0.0, 0.2)
    for number in range(int(rng.integers(2, 7))):
        y = top + number * size * rng.uniform(4, 12) + lean * x + sag * (2 * x / width - 1) ** 2
        _polyline(marks, np.stack((x, y), axis=-1), size * rng.uniform(0.6, 1.6))


def bars(marks: U8, rng: np.random.Generator, size: float) -> None:
    """Masts, court lines, bars of a window: straight, evenly apart, one way or both."""
    height, width = marks.shape
    apart, thick = size * rng.uniform(8, 50), size * rng.uniform(0.8, 3.0)
    lean = rng.normal(0.0, 0.04)
    for at in np.arange(rng.uniform(0, apart), width, apart):
        _polyline(marks, np.array(((at, -5.0), (at + lean * height, height + 5.0))), thick)
    if rng.random() < 0.5:
        for at in np.arange(rng.uniform(0, apart), height, apart):
            _polyline(marks, np.array(((-5.0, at), (width + 5.0, at - lean * width))), thick)


def blades(marks: U8, rng: np.random.Generator, size: float) -> None:
    """Grass, whiskers, strands of hair: many short curves from one region, spread like a fan."""
    height, width = marks.shape
    root = rng.uniform((0.0, 0.0), (width, height))
    reach, heading = size * rng.uniform(10, 60), rng.uniform(0.0, 2 * np.pi)
    t = np.linspace(0.0, 1.0, 8)
    for _ in range(int(rng.integers(6, 40))):
        bend, angle = rng.normal(0.0, 0.5), heading + rng.normal(0.0, 0.35)
        turn = angle + bend * t
        x, y = np.cos(turn) * t, np.sin(turn) * t
        start = root + rng.normal(0.0, reach / 2, 2)
        points = start + reach * rng.uniform(0.5, 1.2) * np.stack((x, y), axis=-1)
        _polyline(marks, points, size * rng.uniform(0.5, 1.4))


def text(marks: U8, rng: np.random.Generator, size: float) -> None:
    """One to three lines of letters: signs, captions, handwriting of a machine."""
    letters = "ABCDEFGHIKLMNOPRSTUVabcdefghiklmnoprstuv 0123456789.-"
    place = rng.uniform((-0.1, 0.1), (0.5, 1.0)) * marks.shape[::-1]
    scale = float(size * rng.uniform(0.3, 1.0))
    for number in range(int(rng.integers(1, 4))):
        word = "".join(rng.choice(list(letters), int(rng.integers(4, 16))))
        at = (int(place[0]), int(place[1] + number * 36 * scale))
        font = int(rng.choice((cv2.FONT_HERSHEY_SIMPLEX, cv2.FONT_HERSHEY_SCRIPT_SIMPLEX)))
        thick = max(1, round(size * rng.uniform(0.6, 1.6)))
        cv2.putText(marks, word, at, font, scale, 255, thick, cv2.LINE_AA)


def whiskers(marks: U8, rng: np.random.Generator, size: float) -> None:
    """Whiskers, eyelashes, fringes: a few long curves from one short line, side by side."""
    height, width = marks.shape
    root, heading = rng.uniform((0.0, 0.0), (width, height)), rng.uniform(0.0, 2 * np.pi)
    aside = size * rng.uniform(1, 8) * np.array((-np.sin(heading), np.cos(heading)))
    reach, spread, bend = size * rng.uniform(15, 90), rng.uniform(0.0, 0.12), rng.normal(0.0, 0.5)
    t, count = np.linspace(0.0, 1.0, 8), int(rng.integers(3, 10))
    for number in range(count):
        place = number - count / 2
        turn = heading + spread * place + (bend + rng.normal(0.0, 0.1)) * t
        curve = np.stack((np.cos(turn) * t, np.sin(turn) * t), axis=-1)
        points = root + place * aside + reach * rng.uniform(0.6, 1.1) * curve
        _polyline(marks, points, size * rng.uniform(0.4, 1.2))


def rims(marks: U8, rng: np.random.Generator, size: float) -> None:
    """Rims of leaves, of glasses and of cups against the light: closed curves, or parts of them."""
    angles = np.linspace(0.0, 2 * np.pi, 40)
    for _ in range(int(rng.integers(2, 9))):
        centre = rng.uniform((0.0, 0.0), marks.shape[::-1])
        radius, flat, turn = size * rng.uniform(4, 40), rng.uniform(0.15, 1.0), rng.uniform(0, 6.3)
        x, y = np.cos(angles), flat * np.sin(angles) * np.abs(np.cos(angles / 2))
        oval = np.stack((x * np.cos(turn) - y * np.sin(turn), x * np.sin(turn) + y * np.cos(turn)))
        part = oval.T[: int(rng.integers(20, 41))]
        _polyline(marks, centre + radius * part, size * rng.uniform(0.5, 1.4))


def fabric(marks: U8, rng: np.random.Generator, size: float) -> None:
    """Stripes and checks of cloth, nets, fences: narrow lines, near one another, in a part."""
    height, width = marks.shape
    apart, thick = size * rng.uniform(3, 9), size * rng.uniform(0.5, 1.2)
    reach, centre = size * rng.uniform(20, 80), rng.uniform((0.0, 0.0), (width, height))
    turn, t = rng.uniform(0.0, np.pi), np.linspace(-1.0, 1.0, 9)
    wave = apart * rng.uniform(0.0, 1.5) * np.sin(np.pi * t * rng.uniform(0.5, 2.0))
    for heading in (turn, turn + np.pi / 2)[: int(rng.integers(1, 3))]:
        ahead = np.array((np.cos(heading), np.sin(heading)))
        aside = np.array((-ahead[1], ahead[0]))
        for at in np.arange(-reach, reach, apart):
            points = centre + reach * t[:, None] * ahead + (at + wave)[:, None] * aside
            _polyline(marks, points, thick)


STRUCTURES: Final[tuple[Structure, ...]] = (
    wires, bars, blades, text, whiskers, rims, fabric,
)  # fmt: skip


def with_structure(tone: F32, structure: Structure, rng: np.random.Generator, size: float) -> F32:
    """The picture ``(H, W)`` with one of the structures in it, dark or light."""
    marks = np.zeros(tone.shape, np.uint8)
    structure(marks, rng, size)
    target = rng.choice((0.03, 0.1, 0.9, 0.97))
    cover = marks.astype(np.float32) * np.float32(rng.uniform(0.5, 1.0) / 255)
    return tone + cover * (np.float32(target) - tone)


def _polyline(
    marks: U8, points: np.ndarray[tuple[int, ...], np.dtype[np.float64]], width: float
) -> None:
    value, thick = round(255 * min(1.0, width)), max(1, round(width))
    cv2.polylines(
        marks, [np.rint(points * 16).astype(np.int32)], False, value, thick, cv2.LINE_AA, 4
    )
