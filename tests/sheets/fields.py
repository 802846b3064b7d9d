"""Random fields, shapes and colours that the other files draw with."""

from __future__ import annotations

import colorsys

import cv2
import numpy as np
import numpy.typing as npt

from core.color import F32

Rng = np.random.Generator


def f32(image: npt.ArrayLike) -> F32:
    """As float32."""
    return np.asarray(image, np.float32)


def field(shape: tuple[int, ...], rng: Rng, cells: int = 3) -> F32:
    """A slow random field (H, W) in 0..1, about ``cells`` hills across."""
    coarse = rng.random((cells + 1, cells + 1)).astype(np.float32)
    size = (shape[1], shape[0])
    smooth = f32(cv2.resize(coarse, size, interpolation=cv2.INTER_CUBIC))
    return f32((smooth - smooth.min()) / max(float(np.ptp(smooth)), 1e-6))


def grain(shape: tuple[int, ...], rng: Rng, size: float) -> F32:
    """Noise (H, W, ...) of deviation 1 whose grains are about ``size`` pixels wide."""
    noise = rng.standard_normal(shape).astype(np.float32)
    if size <= 0.5:
        return noise
    noise = blurred(noise, size)
    return f32(noise / noise.std())


def hue(rng: Rng, low: float, high: float, saturation: float, value: float) -> F32:
    """An RGB colour (3,) of a hue between two, in turns of the circle."""
    rgb = colorsys.hsv_to_rgb(rng.uniform(low, high) % 1, saturation, value)
    return np.array(rgb, np.float32)


def mixed(rgb: F32, other: F32, share: F32) -> F32:
    """``rgb`` where the share (H, W) is 0, ``other`` where it is 1."""
    share = share[..., None]
    return rgb * (1 - share) + other * share


def soft_blob(shape: tuple[int, int], rng: Rng, area: float, edge: float) -> F32:
    """One irregular blob (H, W) in 0..1 of about this ``area``; ``edge`` in 0..1 is softness."""
    height, width = shape
    radius = (area * height * width / np.pi) ** 0.5
    cy, cx = rng.uniform(0.1, 0.9) * height, rng.uniform(0.1, 0.9) * width
    y, x = np.mgrid[:height, :width].astype(np.float32)
    aspect = rng.uniform(0.6, 1.6)
    distance = np.hypot((x - cx) / aspect, (y - cy) * aspect) / radius
    distance += 0.35 * (field(shape, rng, 9) - 0.5)
    return f32(np.clip((1 - distance) / max(edge, 0.03) + 0.5, 0, 1))


def blurred(image: F32, sigma: float) -> F32:
    """Gaussian blur."""
    return f32(cv2.GaussianBlur(image, (0, 0), sigma))
