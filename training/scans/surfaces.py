"""What prints may lie on: plain or grained surfaces in uneven light."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, Final

import cv2
import numpy as np
import numpy.typing as npt

F32 = npt.NDArray[np.float32]
Shape = tuple[int, int]

_BANK: Final = 1400


@cache
def _noise_bank() -> F32:
    return np.random.default_rng(25).standard_normal((_BANK, _BANK), np.float32)


def noise(rng: np.random.Generator, shape: Shape) -> F32:
    """White noise (H, W) of deviation 1, cut from a bank that is drawn once."""
    y, x = (int(rng.integers(_BANK - n)) for n in shape)
    return _noise_bank()[y : y + shape[0], x : x + shape[1]]


def cloud(rng: np.random.Generator, shape: Shape, across: float, down: float) -> F32:
    """Smooth noise (H, W) of deviation 1; features so many pixels across and down."""
    shrink = max(1, int(min(across, down) / 3))
    small = (max(2, shape[0] // shrink), max(2, shape[1] // shrink))
    soft: Any = cv2.GaussianBlur(
        noise(rng, small), (0, 0), max(0.3, across / shrink), sigmaY=max(0.3, down / shrink)
    )
    soft /= max(1e-6, float(soft.std()))
    return cv2.resize(soft, shape[::-1], interpolation=cv2.INTER_LINEAR)  # type: ignore[no-any-return]


def surface(rng: np.random.Generator, shape: Shape) -> F32:
    """(H, W, 3) codes: a ground under uneven light, with a lid's shadow now and then."""
    color = _color(rng)
    grain = _GRAINS[int(rng.choice(len(_GRAINS), p=_SHARES))](rng, shape)
    field = (1 + grain) * _light(rng, shape)
    codes: F32 = np.clip(field[..., None] * color, 0, 255).astype(np.float32)
    return codes


def _color(rng: np.random.Generator) -> F32:
    kind = rng.random()
    if kind < 0.35:  # a lid
        return (rng.uniform(225, 255) - rng.uniform(0, 8, 3)).astype(np.float32)
    if kind < 0.52:
        return (rng.uniform(60, 225) + rng.uniform(-5, 5, 3)).astype(np.float32)
    if kind < 0.66:
        return (rng.uniform(3, 50) + rng.uniform(-3, 3, 3)).clip(1).astype(np.float32)
    if kind < 0.87:  # brown to cream
        tint = np.array((1.0, *sorted(rng.uniform(0.5, 1, 2))[::-1]))
        return (rng.uniform(40, 235) * tint).astype(np.float32)
    return rng.uniform(15, 230, 3).astype(np.float32)


def _light(rng: np.random.Generator, shape: Shape) -> F32:
    field = np.ones(shape, np.float32)
    if rng.random() < 0.5:
        uneven = rng.uniform(-1, 1, (3, 3)).astype(np.float32) * rng.uniform(0, 0.12)
        field += cv2.resize(uneven, shape[::-1], interpolation=cv2.INTER_CUBIC)
    if rng.random() < 0.45:
        field *= lid_shadow(rng, shape)
    return field


def lid_shadow(rng: np.random.Generator, shape: Shape) -> F32:
    """Of light (H, W), what is left: less towards one side, or two."""
    field = np.ones(shape, np.float32)
    for _ in range(int(rng.integers(1, 3))):
        turn = int(rng.integers(4))
        view = np.rot90(field, turn)
        at = np.linspace(0, 1, view.shape[0], dtype=np.float32)
        reach, power = rng.uniform(0.05, 0.7), rng.uniform(0.6, 3.0)
        view *= (1 - rng.uniform(0.03, 0.6) * np.clip(1 - at / reach, 0, 1) ** power)[:, None]
    return field


def _plain(_: np.random.Generator, shape: Shape) -> F32:
    return np.zeros(shape, np.float32)


def _paper(rng: np.random.Generator, shape: Shape) -> F32:
    fine = cloud(rng, shape, 0.8, 0.8) * np.float32(rng.uniform(0.005, 0.05))
    return fine + cloud(rng, shape, *rng.uniform(8, 40, 2)) * np.float32(rng.uniform(0, 0.06))


def _wood(rng: np.random.Generator, shape: Shape) -> F32:
    """Rings that wander along the boards, fibres, gaps between boards."""
    upright = rng.random() < 0.5
    h, w = shape[::-1] if upright else shape
    y = np.arange(h, dtype=np.float32)[:, None] + np.arange(w, dtype=np.float32) * rng.normal(
        0, 0.03
    )
    bend = cloud(rng, (h, w), rng.uniform(30, 90), rng.uniform(4, 20)) * rng.uniform(1, 12)
    rings = np.sin((y + bend) * rng.uniform(0.15, 1.2)) * rng.uniform(0, 0.18)
    fibres = cloud(rng, (h, w), rng.uniform(4, 30), rng.uniform(0.4, 1.0)) * rng.uniform(0.01, 0.14)
    field = (rings + fibres).astype(np.float32)
    if rng.random() < 0.5:
        board, start = int(rng.integers(30, 160)), int(rng.integers(30))
        for top in range(start, h, board):
            field[top : top + board] += np.float32(rng.uniform(-0.12, 0.12))
            field[top : top + int(rng.integers(1, 3))] -= np.float32(rng.uniform(0.1, 0.5))
    return np.ascontiguousarray(field.T if upright else field)


def _cloth(rng: np.random.Generator, shape: Shape) -> F32:
    """A weave, or stripes, or checks."""
    y, x = np.mgrid[: shape[0], : shape[1]].astype(np.float32)
    turn, pitch = rng.uniform(0, np.pi), rng.uniform(0.2, 2.5)
    one = np.sin((x * np.cos(turn) + y * np.sin(turn)) * pitch)
    other = np.sin((y * np.cos(turn) - x * np.sin(turn)) * pitch)
    weave = (one + rng.choice([0.0, 1.0]) * other) * rng.uniform(0.01, 0.08)
    cloth: F32 = (weave + cloud(rng, shape, 0.7, 0.7) * rng.uniform(0, 0.06)).astype(np.float32)
    return cloth


def _leather(rng: np.random.Generator, shape: Shape) -> F32:
    size = rng.uniform(1, 6)
    bumps = np.abs(cloud(rng, shape, size, size)) * np.float32(rng.uniform(0.02, 0.15))
    return bumps + cloud(rng, shape, 40, 40) * np.float32(rng.uniform(0, 0.08))


Grain = Callable[[np.random.Generator, Shape], F32]
_GRAINS: Final[tuple[Grain, ...]] = (_plain, _paper, _wood, _cloth, _leather)
_SHARES: Final = (0.4, 0.22, 0.2, 0.08, 0.1)
