"""Simulation of old photographs: the network must colorize 1920, not only a desaturated 2015.

A film is drawn for every crop; about half of the crops then go through what happened to the
photograph, in its order: lens, grain, development, fading and stains, damage, scan (see
``training.data.effects``). Only L* changes: the colours to be learned stay those of the clean crop.

numpy and OpenCV only: this runs beside the training, in a data loader of a two-core machine.

Sources of the films: H. W. Vogel's optical sensitising (1873), sold as orthochromatic plates from
1882 (earlyphotography.co.uk, glossary, "Colour sensitivity"); the panchromatic types A (little
red, much blue), B (balanced) and C (much red) after T. T. Baker, Photographic Emulsion Technique
(1941). Unsensitised silver halide ends at about 500 nm and orthochromatic film at about 590 nm;
the sRGB primaries lie near 464, 549 and 611 nm. The shares of R, G and B are estimates from that.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from typing import Any, Final

import numpy as np

from core.color import F32, linearize, luminance_to_L, luminance_weights, mixed, rgb_to_L
from training.config import Chance, DegradeConfig
from training.data.effects import LINEAR_EFFECTS, TONE_EFFECTS, U8, Effect


def full_strength() -> DegradeConfig:
    """Orthochromatic film and every effect at once, for the evaluation."""
    certain: dict[str, Any] = {
        name: (1.0, least, most)
        for name, (_, least, most) in effect_chances(DegradeConfig()).items()
    }
    return DegradeConfig(panchromatic=0.0, orthochromatic=1.0, wet_plate=0.0, old=1.0, **certain)


def panchromatic(rng: np.random.Generator) -> F32:
    """A random mix ``(3,)`` of all channels: types A to C, with or without a filter."""
    return rng.dirichlet((2.0, 3.0, 2.0)).astype(np.float32)


def orthochromatic(rng: np.random.Generator) -> F32:
    """Blue and green, hardly any red ``(3,)``: white skies, dark lips."""
    red, blue = rng.uniform(0.0, 0.03), rng.uniform(0.4, 0.75)
    return np.array((red, 1.0 - red - blue, blue), dtype=np.float32)


def wet_plate(rng: np.random.Generator) -> F32:
    """Blue alone ``(3,)``: collodion and other unsensitised silver halide."""
    green = rng.uniform(0.0, 0.08)
    return np.array((0.0, green, 1.0 - green), dtype=np.float32)


FILMS: Final[tuple[Callable[[np.random.Generator], F32], ...]] = (
    panchromatic,
    orthochromatic,
    wet_plate,
)


def film_weights(rng: np.random.Generator, config: DegradeConfig) -> F32:
    """Draws a film: shares ``(3,)`` of linear R, G, B, summing to one so that greys stay."""
    rec709, draw = luminance_weights(), rng.random()
    for film in FILMS:
        draw -= getattr(config, film.__name__)
        if draw < 0.0:
            return rec709 + np.float32(min(config.strength, 1.0)) * (film(rng) - rec709)
    return rec709


def degrade(rgb_u8: U8, rng: np.random.Generator, config: DegradeConfig) -> F32:
    """An sRGB crop ``(H, W, 3)`` -> the L* ``(H, W)`` in 0..100 of an old photograph of it."""
    if config.strength <= 0.0:
        return rgb_to_L(rgb_u8)
    light = mixed(linearize(rgb_u8), film_weights(rng, config))  # (H, W)
    if rng.random() < config.old:
        return _age(light, rng, config)
    return np.clip(luminance_to_L(light), 0.0, 100.0)


def _age(light: F32, rng: np.random.Generator, config: DegradeConfig) -> F32:
    """Linear light ``(H, W)`` -> L* ``(H, W)`` after the effects that are drawn."""
    light = _apply(LINEAR_EFFECTS, light, rng, config)
    tone = _apply(TONE_EFFECTS, luminance_to_L(light) / np.float32(100), rng, config)
    return np.clip(100 * tone, 0.0, 100.0)


def _apply(
    effects: tuple[Effect, ...], image: F32, rng: np.random.Generator, config: DegradeConfig
) -> F32:
    for effect in effects:
        probability, least, most = getattr(config, effect.__name__)
        if rng.random() < probability:
            amount = min(config.strength * rng.uniform(least, most), 1.0)
            image = effect(image, rng, amount)
    return image


def effect_chances(config: DegradeConfig) -> dict[str, Chance]:
    """The effects by name: probability, least amount, most amount."""
    values = {field.name: getattr(config, field.name) for field in fields(config)}
    return {name: value for name, value in values.items() if isinstance(value, tuple)}
