"""What is on prints: photographs toned as old ones were, and drawn things that mislead a finder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

import cv2
import numpy as np
import numpy.typing as npt

from training.scans.surfaces import cloud, surface

U8 = npt.NDArray[np.uint8]
_SIDE: Final = 200


def subject(rng: np.random.Generator, photos: Sequence[U8]) -> U8:
    """(H, W, 3) codes: mostly a photograph, toned; some have a plain sky, or pictures in them."""
    kind = rng.random()
    if kind < 0.14:
        rgb = _DRAWN[int(rng.integers(len(_DRAWN)))](rng)
    else:
        rgb = _cropped(rng, photos[int(rng.integers(len(photos)))])
    if rng.random() < 0.12:
        rgb = _with_sky(rng, rgb)
    if rng.random() < 0.06:
        rgb = _with_picture(rng, rgb, photos)
    return toned(rng, rgb)


def _cropped(rng: np.random.Generator, rgb: U8) -> U8:
    h, w = rgb.shape[:2]
    part = rng.uniform(0.6, 1, 2)
    y, x = (int(rng.uniform(0, 1 - p) * n) for p, n in zip(part, (h, w), strict=True))
    return rgb[y : y + int(part[0] * h), x : x + int(part[1] * w)]


def toned(rng: np.random.Generator, rgb: U8) -> U8:
    """Colour, grey, sepia, bluish or faded, of any contrast."""
    steps = (np.arange(256) / 255) ** np.exp(rng.uniform(-0.5, 0.5))
    dark, light = np.zeros(3), np.full(3, 255.0)
    if rng.random() < 0.7:
        rgb = np.repeat(cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY)[..., None], 3, 2)
        warm = rng.normal(0, 1) * (rng.random() < 0.6)
        light += np.minimum(0, np.array((0, -8, -26)) * warm) + min(0.0, warm) * np.array(
            (12, 6, 0)
        )
        dark = np.maximum(0, np.array((16, 8, 0)) * warm)
    if rng.random() < 0.35:  # faded
        dark, light = dark + rng.uniform(0, 90), light - rng.uniform(0, 60)
    table = dark + steps[:, None] * (light - dark)
    return cv2.LUT(rgb, table.clip(0, 255).round().astype(np.uint8)[None])  # type: ignore[return-value]


def _with_sky(rng: np.random.Generator, rgb: U8) -> U8:
    """Its upper part, or a side, plain: a sky or a wall without a line in it."""
    rgb = rgb.copy()
    view = np.rot90(rgb, int(rng.choice([0, 0, 0, 1, 2, 3])))
    h, w = view.shape[:2]
    edge = rng.uniform(0.15, 0.6) * h + np.cumsum(rng.normal(0, rng.uniform(0, 2), w))
    where = np.arange(h)[:, None] < edge[None]
    code = rng.uniform(215, 255) if rng.random() < 0.7 else rng.uniform(0, 255)
    view[where] = int(code)
    return rgb


def _with_picture(rng: np.random.Generator, rgb: U8, photos: Sequence[U8]) -> U8:
    """A picture on the wall of the picture, with a frame or none."""
    rgb = cv2.resize(rgb, (_SIDE, _SIDE), interpolation=cv2.INTER_AREA).copy()  # type: ignore[assignment]
    for _ in range(int(rng.choice([1, 1, 1, 2, 3]))):
        w, h = (int(n) for n in rng.uniform(30, 110, 2))
        x, y = int(rng.integers(_SIDE - w)), int(rng.integers(_SIDE - h))
        other = photos[int(rng.integers(len(photos)))]
        rgb[y : y + h, x : x + w] = cv2.resize(other, (w, h), interpolation=cv2.INTER_AREA)
        if rng.random() < 0.5:
            code = (int(rng.integers(256)),) * 3
            cv2.rectangle(rgb, (x, y), (x + w, y + h), code, int(rng.integers(1, 6)))
    return rgb


def _text(rng: np.random.Generator) -> U8:
    """A page of print or writing."""
    rgb = surface(rng, (_SIDE, _SIDE)).astype(np.uint8)
    light = rgb.mean() > 110
    ink = (int(rng.uniform(0, 70)),) * 3 if light else (int(rng.uniform(180, 250)),) * 3
    size, step = rng.uniform(0.25, 0.6), int(rng.integers(8, 22))
    for y in range(int(rng.integers(8, 30)), _SIDE, step):
        words = "".join(rng.choice(list("abcdefghiklmnorstuv   "), 40))
        face = int(rng.integers(0, 8))
        cv2.putText(rgb, words, (int(rng.integers(2, 20)), y), face, size, ink, 1, cv2.LINE_AA)
    return rgb


def _wall(rng: np.random.Generator) -> U8:
    """Bricks, tiles or windows: lines and rectangles everywhere."""
    rgb = surface(rng, (_SIDE, _SIDE)).astype(np.uint8)
    w, h = (int(n) for n in rng.integers(10, 70, 2))
    gap = int(rng.integers(1, 12))
    shift = int(w * rng.choice([0, 0.5]))
    for row, y in enumerate(range(-h, _SIDE, h + gap)):
        for x in range(-w + shift * (row % 2), _SIDE, w + gap):
            code = np.clip(rng.uniform(20, 220) + rng.uniform(-20, 20, 3), 0, 255).tolist()
            cv2.rectangle(rgb, (x, y), (x + w, y + h), code, -1)
    return rgb


def _rough(rng: np.random.Generator) -> U8:
    """Gravel, grass, water: texture alone, of one size."""
    size = rng.uniform(0.5, 5, 2)
    light = rng.uniform(60, 190) + cloud(rng, (_SIDE, _SIDE), *size) * rng.uniform(8, 55)
    tint = rng.uniform(0.8, 1.1, 3)
    return np.clip(light[..., None] * tint, 0, 255).astype(np.uint8)


def _horizon(rng: np.random.Generator) -> U8:
    """Two plain parts with a straight line between them, or a slope of light."""
    rows = np.full(_SIDE, rng.uniform(0, 255))
    at = int(rng.integers(30, 170))
    rows[at:] = rng.uniform(0, 255)
    rows += np.linspace(0, rng.uniform(-60, 60), _SIDE)
    light = rows[:, None] + cloud(rng, (_SIDE, _SIDE), 6, 1) * rng.uniform(0, 20)
    light = np.rot90(light, int(rng.integers(2)))
    return np.repeat(np.clip(light, 0, 255).astype(np.uint8)[..., None], 3, 2)


Drawn = Callable[[np.random.Generator], U8]
_DRAWN: Final[tuple[Drawn, ...]] = (_text, _wall, _rough, _horizon)


def album_page(rng: np.random.Generator, photos: Sequence[U8]) -> U8:
    """(H, W, 3): a photo of an album's page, with pictures and writing on it."""
    rgb: Any = _text(rng) if rng.random() < 0.5 else surface(rng, (_SIDE, _SIDE)).astype(np.uint8)
    rgb = _with_picture(rng, rgb, photos)
    turn = cv2.getRotationMatrix2D((_SIDE / 2, _SIDE / 2), rng.normal(0, 4), rng.uniform(0.7, 1.1))
    beyond = (int(rng.integers(256)),) * 3
    return cv2.warpAffine(rgb, turn, (_SIDE, _SIDE), borderValue=beyond)  # type: ignore[return-value]
