"""What lies under the prints: the lid, card, wood, each with its grain, and the lid's shadow."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from tests.scan_pages.plan import Ground

U8 = npt.NDArray[np.uint8]
F32 = npt.NDArray[np.float32]


def choose(rng: np.random.Generator, kind: str) -> Ground:
    """A ground of a kind, its colour by chance."""
    if kind == "white":
        tint = rng.uniform(238, 254) - rng.uniform(0, 6, 3)
    elif kind == "grey":
        tint = rng.uniform(90, 215) + rng.uniform(-3, 3, 3)
    elif kind == "black":
        tint = rng.uniform(5, 42) + rng.uniform(-2, 2, 3)
    elif kind == "wood":
        tint = np.array((150, 105, 66)) * rng.uniform(0.5, 1.25) + rng.uniform(-10, 10, 3)
    elif kind == "card":
        cards = (
            (34, 32, 33),
            (92, 88, 84),
            (70, 52, 40),
            (214, 200, 168),
            (52, 66, 56),
            (98, 44, 46),
        )
        tint = np.array(cards[rng.integers(len(cards))]) + rng.uniform(-8, 8, 3)
    else:
        tint = rng.uniform(170, 250) - rng.uniform(0, 5, 3)
    side = str(rng.choice(["left", "right", "top", "bottom"]))
    weak = (side, float(rng.uniform(0.02, 0.1)), float(rng.uniform(0.3, 0.9)))
    strong = (side, float(rng.uniform(0.25, 0.65)), float(rng.uniform(0.15, 0.5)))
    red, green, blue = np.clip(tint, 3, 254)
    soft = float(rng.uniform(0.05, 0.35)) if rng.random() < 0.4 else 0.0
    return Ground(
        kind, (float(red), float(green), float(blue)), strong if kind == "shadow" else weak, soft
    )


def draw(ground: Ground, width: int, height: int, dpi: float, seed: int, *, grey: bool) -> U8:
    """(height, width, 3), or (height, width) if grey; textures are drawn at 75 dpi and enlarged."""
    rng = np.random.default_rng(seed)
    small = (max(8, round(height * 75 / dpi)), max(8, round(width * 75 / dpi)))
    field = np.ones(small, np.float32)
    if ground.kind == "wood":
        field *= wood(rng, small)
    if ground.kind == "card":
        field *= 1 + card(rng, small)
    field *= lid_shadow(small, *ground.shadow)
    color = np.array(ground.color, np.float32)
    if grey:
        color = np.array([color @ np.array((0.299, 0.587, 0.114), np.float32)], np.float32)
    codes = np.clip(field[..., None] * color, 0, 255)
    size = (width, height)
    small_codes = np.round(codes).astype(np.uint8)
    grown: U8 = cv2.resize(small_codes, size, interpolation=cv2.INTER_CUBIC).astype(np.uint8)
    return grown


def wood(rng: np.random.Generator, shape: tuple[int, int]) -> F32:
    """Bands that wander along the boards, fibres, and the gaps between boards."""
    height, width = shape
    along = rng.random() < 0.5
    rows, columns = (height, width) if along else (width, height)
    y = np.arange(rows, dtype=np.float32)[:, None]
    x = np.arange(columns, dtype=np.float32)[None]
    wander = cv2.GaussianBlur(
        rng.normal(0, 1, (rows, columns)).astype(np.float32), (0, 0), 60, sigmaY=8
    )
    wander = wander * np.float32(rng.uniform(4, 12) / max(1e-6, float(wander.std())))
    rings = np.sin((y + wander + 0.02 * x) * rng.uniform(0.15, 0.5))
    fibres = cv2.GaussianBlur(
        rng.normal(0, 1, (rows, columns)).astype(np.float32), (0, 0), 14, sigmaY=0.6
    )
    field = 1 + rng.uniform(0.04, 0.13) * rings + rng.uniform(0.1, 0.5) * fibres
    if rng.random() < 0.4:
        board = int(rng.integers(120, 300))
        for start in range(int(rng.integers(20, board)), rows, board):
            field[start : start + 2] *= 0.55
            field[start : start + board] *= rng.uniform(0.9, 1.1)
    return np.ascontiguousarray(field if along else field.T).astype(np.float32)


def card(rng: np.random.Generator, shape: tuple[int, int]) -> F32:
    """Paper's grain, fine and cloudy."""
    fine = cv2.GaussianBlur(rng.normal(0, 1, shape).astype(np.float32), (0, 0), 0.8)
    cloud = cv2.GaussianBlur(rng.normal(0, 1, shape).astype(np.float32), (0, 0), 25)
    return (fine * rng.uniform(0.02, 0.12) + cloud * rng.uniform(0.2, 1.2)).astype(np.float32)


def lid_shadow(shape: tuple[int, int], side: str, depth: float, reach: float) -> F32:
    """1 where there is light, down to 1 - depth at a side."""
    across = np.linspace(0, 1, shape[1], dtype=np.float32)[None]
    down = np.linspace(0, 1, shape[0], dtype=np.float32)[:, None]
    distance = {"left": across, "right": 1 - across, "top": down, "bottom": 1 - down}.get(side)
    if distance is None:
        return np.ones(shape, np.float32)
    fall = np.clip(1 - distance / reach, 0, 1)
    return np.broadcast_to(1 - depth * fall * fall * (3 - 2 * fall), shape).astype(np.float32)
