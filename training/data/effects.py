"""Degradations of old photographs, from the lens to the scanner: one pure function for each.

Every effect is ``(image, rng, amount) -> image`` on float32 ``(H, W)``, amount 0 = nothing and
1 = the most that is still plausible. The first group works in linear light 0..1, the second on
``tone`` = L*/100. Sizes in pixels are meant for the network's own size, about 128 to 256.
The amounts are judged by eye on the contact sheet of ``training.data.degrade``, not measured.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from typing import Final, cast

import cv2
import numpy as np
import numpy.typing as npt

from core.color import F32, rgb_to_L

U8 = npt.NDArray[np.uint8]
Effect = Callable[[F32, np.random.Generator, float], F32]

_TILE: Final = 512
_GRAIN_SIGMAS: Final = (0.0, 0.5, 0.8, 1.2)
_CODES_PER_L: Final = 20


def lens_blur(linear: F32, rng: np.random.Generator, amount: float) -> F32:  # noqa: ARG001
    """A soft lens or missed focus: a Gaussian of up to 1.8 px."""
    return _gaussian(linear, 1.8 * amount)


def motion(linear: F32, rng: np.random.Generator, amount: float) -> F32:
    """A moved subject or camera: a straight smear of up to 5 px."""
    angle, half = rng.uniform(0.0, np.pi), 2.5 * amount
    y, x = np.mgrid[-3:4, -3:4].astype(np.float32)
    along, across = x * np.cos(angle) + y * np.sin(angle), y * np.cos(angle) - x * np.sin(angle)
    smear = np.exp(-8.0 * across**2) * np.clip(half + 0.5 - np.abs(along), 0.0, 1.0)
    return cast("F32", cv2.filter2D(linear, -1, smear / smear.sum()))


def vignette(linear: F32, rng: np.random.Generator, amount: float) -> F32:
    """Light falling off towards the corners, down to a fifth, around a centre near the middle."""
    x, y = _grid(*linear.shape)
    cx, cy = rng.uniform(-0.25, 0.25, 2).astype(np.float32)
    radius2 = (x - cx) ** 2 + (y - cy) ** 2
    falloff = np.float32(0.8 * amount) * np.minimum(radius2 * np.float32(0.5), np.float32(1.0))
    return cast("F32", linear * (np.float32(1.0) - falloff))


def grain(tone: F32, rng: np.random.Generator, amount: float) -> F32:
    """Correlated noise of random size, up to 5 L* in the mid-tones, a fifth of it at the ends."""
    tile = _grain_tiles()[rng.integers(len(_GRAIN_SIGMAS))]
    top, left = rng.integers(0, _TILE, 2)
    rows = np.arange(top, top + tone.shape[0]) % _TILE
    columns = np.arange(left, left + tone.shape[1]) % _TILE
    noise = tile.take(rows, axis=0).take(columns, axis=1)
    sigma = np.float32(0.05 * amount) * (0.2 + 3.2 * tone * (1.0 - tone))
    return np.clip(tone + sigma * noise, 0.0, 1.0)


def curve(tone: F32, rng: np.random.Generator, amount: float) -> F32:
    """Development: a gamma of up to e^0.5 either way, then contrast around a pivot, clipped."""
    gamma = np.exp(amount * rng.uniform(-0.5, 0.5))
    pivot, contrast = rng.uniform(0.3, 0.7), amount * rng.uniform(0.0, 0.6)
    bent = cv2.pow(tone, gamma)
    return cast("F32", np.clip(bent + np.float32(contrast) * (bent - pivot), 0.0, 1.0))


def fading(tone: F32, rng: np.random.Generator, amount: float) -> F32:
    """Raised blacks and lowered whites, each by up to 0.35 of the range."""
    black, white = amount * rng.uniform(0.1, 0.35, 2)
    return cast("F32", tone * np.float32(1.0 - black - white) + np.float32(black))


def uneven(tone: F32, rng: np.random.Generator, amount: float) -> F32:
    """Bleached in places: up to half of the way to white, over wide soft areas."""
    veil = _clouds(tone.shape, rng, 3)
    return tone + np.float32(0.5 * amount) * veil * (0.9 - tone)


def stains(tone: F32, rng: np.random.Generator, amount: float) -> F32:
    """Dark blots with a soft edge, taking up to 0.35 of the tone."""
    blots = np.clip(4.0 * _clouds(tone.shape, rng, 5) - 2.5, 0.0, 1.0)
    return cast("F32", tone * (np.float32(1.0) - np.float32(0.35 * amount) * blots))


def scratches(tone: F32, rng: np.random.Generator, amount: float) -> F32:
    """One to six long thin lines, mostly along one direction, light or dark."""
    height, width = tone.shape
    marks = np.zeros(tone.shape, np.uint8)
    angle = rng.choice((0.0, np.pi / 2)) + rng.normal(0.0, 0.1)
    for _ in range(1 + int(rng.uniform(0.0, 5.0) * amount)):
        x, y = rng.uniform((0.0, 0.0), (width, height))
        lean, length = angle + rng.normal(0.0, 0.05), rng.uniform(0.1, 1.0) * max(height, width)
        step = length * np.array((np.cos(lean), np.sin(lean)))
        _line(marks, np.array(((x, y) - step / 2, (x, y) + step / 2)), int(rng.integers(90, 256)))
    return _stamp(tone, marks, rng, amount)


def dust(tone: F32, rng: np.random.Generator, amount: float) -> F32:
    """Specks of up to 1.5 px radius, light or dark."""
    marks = np.zeros(tone.shape, np.uint8)
    count = 2 + int(rng.uniform(0.0, 28.0) * amount)
    centres = rng.integers(0, 16 * np.array(tone.shape[::-1]), (count, 2)).tolist()
    radii = (4 + 20 * rng.random(count) ** 3).astype(int).tolist()
    for centre, radius in zip(centres, radii, strict=True):
        cv2.circle(marks, centre, radius, 255, -1, cv2.LINE_AA, 4)
    return _stamp(tone, marks, rng, amount)


def hair(tone: F32, rng: np.random.Generator, amount: float) -> F32:
    """One curled fibre on the negative or on the scanner's glass."""
    marks = np.zeros(tone.shape, np.uint8)
    side = min(tone.shape)
    start = rng.uniform((0.0, 0.0), tone.shape[::-1])
    turn = np.cumsum(rng.normal(0.0, 0.35, 12)) + rng.uniform(0.0, 2 * np.pi)
    steps = side * rng.uniform(0.01, 0.05) * np.stack((np.cos(turn), np.sin(turn)), axis=-1)
    _line(marks, start + np.cumsum(steps, axis=0), 255)
    return _stamp(tone, marks, rng, amount)


def scan_blur(tone: F32, rng: np.random.Generator, amount: float) -> F32:  # noqa: ARG001
    """The scanner's own softness: a Gaussian of up to 0.8 px."""
    return _gaussian(tone, 0.8 * amount)


def jpeg(tone: F32, rng: np.random.Generator, amount: float) -> F32:
    """A JPEG round trip of the grey, quality 95 down to 25."""
    quality = round(95 - 70 * amount * rng.uniform(0.3, 1.0))
    _, packed = cv2.imencode(".jpg", grey_codes(tone), (cv2.IMWRITE_JPEG_QUALITY, quality))
    return _code_tables()[1][cv2.imdecode(packed, cv2.IMREAD_GRAYSCALE)]


def grey_codes(tone: F32) -> U8:
    """Tone L*/100 (clipped to 0..1) -> the nearest sRGB grey code."""
    step = (np.clip(tone, 0.0, 1.0) * np.float32(100 * _CODES_PER_L) + np.float32(0.5)).astype(
        np.int32
    )
    return _code_tables()[0][step]


def _gaussian(image: F32, sigma: float) -> F32:
    return cast("F32", cv2.GaussianBlur(image, (0, 0), max(sigma, 0.05)))


@lru_cache(maxsize=16)
def _grid(height: int, width: int) -> tuple[F32, F32]:
    """Columns ``(1, W)`` and rows ``(H, 1)`` in -1..1."""
    x = np.linspace(-1.0, 1.0, width, dtype=np.float32)[None, :]
    return x, np.linspace(-1.0, 1.0, height, dtype=np.float32)[:, None]


@cache
def _grain_tiles() -> tuple[F32, ...]:
    """Unit-variance noise ``(512, 512)`` that wraps around, one tile for each grain size."""
    noise = np.random.default_rng(1839).standard_normal((_TILE, _TILE), dtype=np.float32)
    wrapped = np.pad(noise, 16, mode="wrap")
    tiles = [_gaussian(wrapped, sigma)[16:-16, 16:-16] for sigma in _GRAIN_SIGMAS]
    return tuple(np.ascontiguousarray(tile / tile.std()) for tile in tiles)


@cache
def _code_tables() -> tuple[U8, F32]:
    """The grey code of L* in steps of 1/20, and the tone of each code."""
    codes = np.arange(256, dtype=np.uint8)
    L_of_code = rgb_to_L(codes[None])[0]
    steps = np.arange(100 * _CODES_PER_L + 1) / _CODES_PER_L
    return np.rint(np.interp(steps, L_of_code, codes)).astype(np.uint8), L_of_code / 100


def _clouds(shape: tuple[int, ...], rng: np.random.Generator, cells: int) -> F32:
    """A smooth random field ``(H, W)`` in 0..1."""
    coarse = rng.random((cells, cells), dtype=np.float32)
    field = cv2.resize(coarse, (shape[1], shape[0]), interpolation=cv2.INTER_CUBIC)
    return cast("F32", np.clip(field, 0.0, 1.0))


def _line(marks: U8, points: npt.NDArray[np.float64], value: int) -> None:
    cv2.polylines(marks, [np.rint(points * 16).astype(np.int32)], False, value, 1, cv2.LINE_AA, 4)


def _stamp(tone: F32, marks: U8, rng: np.random.Generator, amount: float) -> F32:
    """Blends the marks in, towards near-white or near-black."""
    target = rng.choice((0.05, 0.95))
    opacity = np.float32(amount**0.5 * rng.uniform(0.4, 1.0) / 255)
    return tone + opacity * marks * (np.float32(target) - tone)


#: In the order in which they happen to a photograph.
LINEAR_EFFECTS: Final[tuple[Effect, ...]] = (lens_blur, motion, vignette)
TONE_EFFECTS: Final[tuple[Effect, ...]] = (
    grain, curve, fading, uneven, stains, scratches, dust, hair, scan_blur, jpeg,
)  # fmt: skip
