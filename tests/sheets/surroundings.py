"""What a print lies in or on: its own border, a mount, an album's card, a table."""

from __future__ import annotations

import cv2
import numpy as np

from core.color import F32
from tests.sheets.fields import Rng, blurred, f32, field, grain, hue, mixed


def border(rgb: F32, rng: Rng) -> F32:
    """The print's own margin: white, cream, or black, a little wider below."""
    height, width = rgb.shape[:2]
    colour = [(0.97, 0.97, 0.96), (0.95, 0.91, 0.82), (0.05, 0.05, 0.05), (0.9, 0.84, 0.68)]
    thick = round(min(height, width) * rng.uniform(0.02, 0.1))
    below = round(thick * rng.choice([1, 1, 2.5]))
    return framed(rgb, rng, colour[rng.integers(4)], (thick, below, thick, thick))


def card(rgb: F32, rng: Rng) -> F32:
    """An album's page or a mount: one colour, with the fibres of card."""
    height, width = rgb.shape[:2]
    colour = [
        (0.2, 0.14, 0.1), (0.1, 0.1, 0.1), (0.2, 0.3, 0.22), (0.6, 0.58, 0.52), (0.75, 0.62, 0.42),
        (0.16, 0.2, 0.32), (0.4, 0.12, 0.14), (0.86, 0.8, 0.66),
    ][rng.integers(8)]  # fmt: skip
    thick = [round(side * rng.uniform(0.05, 0.3)) for side in (height, height, width, width)]
    return framed(rgb, rng, colour, (thick[0], thick[1], thick[2], thick[3]))


def table(rgb: F32, rng: Rng) -> F32:
    """Lying, a little askew, on wood, cloth, stone or a coloured sheet; with its shadow."""
    height, width = rgb.shape[:2]
    room = rng.uniform(0.08, 0.3)
    size = (round(height * (1 + 2 * room)), round(width * (1 + 2 * room)))
    ground = (wood, cloth, stone)[rng.integers(3)](size, rng)
    tilt = rng.normal(0, 4) if rng.random() < 0.7 else 0.0
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), tilt, 1)
    matrix[:, 2] += (size[1] - width) / 2, (size[0] - height) / 2
    matrix[:, 2] += rng.uniform(-0.5, 0.5, 2) * room * np.array([width, height])
    flat = np.ones((height, width), np.float32)
    turned = f32(cv2.warpAffine(rgb, matrix, size[::-1], borderMode=cv2.BORDER_REPLICATE))
    mask = f32(cv2.warpAffine(flat, matrix, size[::-1]))
    shadow = 1 - 0.5 * np.roll(blurred(mask, 5), (4, 4), (0, 1))[..., None]
    return mixed(ground * shadow, turned, mask)


def framed(rgb: F32, rng: Rng, colour: tuple[float, ...], sides: tuple[int, int, int, int]) -> F32:
    """With a margin of one colour: above, below, left, right, in pixels."""
    above, below, left, right = sides
    shape = (rgb.shape[0] + above + below, rgb.shape[1] + left + right, 3)
    texture = grain(shape[:2], rng, 1)[..., None] * rng.uniform(0, 0.015)
    out = np.array(colour, np.float32) * (1 + 0.1 * (field(shape, rng, 2)[..., None] - 0.5))
    out = np.broadcast_to(out + texture, shape).astype(np.float32).copy()
    out[above : above + rgb.shape[0], left : left + rgb.shape[1]] = rgb
    return out


def wood(shape: tuple[int, int], rng: Rng) -> F32:
    """Planks (H, W, 3)."""
    height, width = shape
    rings = field((height, width), rng, 4) * 3 + np.mgrid[:height, :width][0] / height * 6
    veins = 0.5 + 0.5 * np.sin(2 * np.pi * rings * rng.uniform(1, 4))
    dark, light = hue(rng, 0.04, 0.09, 0.7, 0.3), hue(rng, 0.06, 0.1, 0.5, 0.65)
    return mixed(np.broadcast_to(dark, (*shape, 3)), light, veins.astype(np.float32))


def cloth(shape: tuple[int, int], rng: Rng) -> F32:
    """A cloth (H, W, 3) of one colour or in checks."""
    colour = hue(rng, 0, 1, rng.uniform(0.3, 0.9), rng.uniform(0.25, 0.8))
    weave = (
        1 + 0.08 * grain(shape, rng, 1)[..., None] + 0.3 * (field(shape, rng, 4)[..., None] - 0.5)
    )
    if rng.random() < 0.3:
        y, x = np.mgrid[: shape[0], : shape[1]]
        check = ((y // 24 + x // 24) % 2).astype(np.float32)[..., None]
        colour = colour * (1 - check) + 0.85 * check
    return f32(np.clip(colour * weave, 0, 1))


def stone(shape: tuple[int, int], rng: Rng) -> F32:
    """A worktop or a scanner's lid (H, W, 3), nearly without a colour."""
    speckles = 0.05 * grain(shape, rng, 2)[..., None] + 0.015 * grain((*shape, 3), rng, 2)
    base = np.float32(rng.uniform(0.3, 0.95)) + speckles
    return f32(np.clip(base * hue(rng, 0, 1, 0.06, 1.0), 0, 1))
