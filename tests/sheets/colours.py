"""Colour photographs: fresh, faded, under a cast, dim, or coloured by hand."""

from __future__ import annotations

from typing import Final

import numpy as np

from core.color import F32, lab_to_rgb, rgb_to_lab
from tests.sheets.fields import Rng, blurred, f32, field, grain, mixed
from tests.sheets.paper import program_sepia, toned
from tests.sheets.sources import grey_of

#: a*, b* of the casts that faded colour prints and slides have.
CASTS: Final = {
    "magenta": (22, -2),
    "red": (24, 14),
    "yellow": (4, 24),
    "orange": (14, 22),
    "blue": (-2, -18),
    "cyan": (-16, -8),
    "green": (-14, 10),
    "none": (0, 0),
}


def fresh(rgb: F32, _: Rng) -> F32:
    """As it is."""
    return rgb


def faded(rgb: F32, rng: Rng, kept: tuple[float, float] = (0.12, 0.5)) -> F32:
    """12 to 50 % of its chroma, less contrast, under a cast strongest in the middle tones."""
    lab = rgb_to_lab(rgb)
    name = rng.choice(list(CASTS), p=[0.4, *[0.1] * 4, *[0.2 / 3] * 3])
    cast = np.array(CASTS[name], np.float32) * np.float32(rng.uniform(0.4, 1.2))
    L = lab[..., :1]
    tent = 1 - np.abs(L / 100 - rng.uniform(0.3, 0.7)) * rng.uniform(0, 1.2)
    lab[..., 1:] = lab[..., 1:] * np.float32(rng.uniform(*kept)) + cast * tent
    black = rng.uniform(0, 30)
    lab[..., :1] = black + L * (rng.uniform(75, 98) - black) / 100
    return lab_to_rgb(lab)


def dye_faded(rgb: F32, rng: Rng) -> F32:
    """Dyes that have faded each by its own share, in density: the cyan of old prints most."""
    density = -np.log10(np.clip(rgb, 0.02, 1))
    mean = density.mean(-1, keepdims=True)
    density = mean + (density - mean) * np.float32(rng.uniform(0.2, 0.6))
    left = np.array([rng.uniform(0.35, 0.6), rng.uniform(0.7, 0.95), rng.uniform(0.6, 0.95)])
    fog = rng.uniform(0, 0.12, 3)
    return f32(np.clip(10 ** -(density * rng.permuted(left) + fog), 0, 1))


def autochrome(rgb: F32, rng: Rng) -> F32:
    """A dim Autochrome plate: dark, warm, pale, its starch grains coloured each for itself."""
    lab = rgb_to_lab(rgb)
    lab[..., 0] = lab[..., 0] * np.float32(rng.uniform(0.35, 0.75)) + 3
    lab[..., 1:] *= np.float32(rng.uniform(0.25, 0.7))
    warm = np.float32(rng.uniform(0.03, 0.16)) * lab[..., 0]
    lab[..., 1] += 0.4 * warm
    lab[..., 2] += warm
    dim = lab_to_rgb(lab)
    height, width = dim.shape[:2]
    y, x = np.mgrid[:height, :width]
    corner = np.hypot(y / height - 0.5, x / width - 0.5)[..., None]
    dim = dim * np.clip(1.15 - rng.uniform(0, 0.8) * corner, 0, 1).astype(np.float32)
    return f32(dim * (1 + rng.uniform(0.1, 0.4) * grain(dim.shape, rng, 0.6)))


def misty(rgb: F32, rng: Rng) -> F32:
    """Fog or snow: pale, light, towards a cool grey."""
    air = np.array([0.82, 0.84, 0.87], np.float32) * np.float32(rng.uniform(0.85, 1.1))
    share = np.float32(rng.uniform(0.4, 0.72)) * (0.7 + 0.3 * field(rgb.shape, rng, 2))
    return mixed(rgb, air, share)


def night(rgb: F32, rng: Rng) -> F32:
    """Under-exposed."""
    return rgb ** np.float32(rng.uniform(1.3, 2.2)) * np.float32(rng.uniform(0.35, 0.7))


def lamp_light(rgb: F32, rng: Rng) -> F32:
    """Full colours under a strong cast: tungsten, under water, sunset."""
    cast = rng.choice([(1.0, 0.72, 0.4), (0.45, 0.8, 1.0), (1.0, 0.6, 0.45), (0.7, 1.0, 0.7)])
    cast = 1 - (1 - cast) * rng.uniform(0.3, 1)
    return f32(rgb * cast)


def vintage_filter(rgb: F32, rng: Rng) -> F32:
    """A program's filter that mixes sepia in."""
    sepia = program_sepia(grey_of(rgb), rng)
    return mixed(rgb, sepia, np.full(rgb.shape[:2], rng.uniform(0.3, 0.75), np.float32))


def hand_tinted(rgb: F32, rng: Rng) -> F32:
    """A black-and-white print with washes of colour on some of the things it shows.

    The washes are transparent: the luminance stays, and they reach a little over the edges. Of the
    whole at least a fifteenth is plainly coloured.
    """
    lab = rgb_to_lab(toned(grey_of(rgb), rng))
    true = blurred(rgb_to_lab(rgb), 2)
    light = np.clip(np.minimum(lab[..., :1], 105 - lab[..., :1]) / 40, 0, 1)
    washes, least = np.zeros_like(lab[..., 1:]), int(rng.integers(2, 6))
    while least > 0 or (np.hypot(washes[..., 0], washes[..., 1]) > 8).mean() < 1 / 15:
        angle, strength = rng.uniform(0, 2 * np.pi), rng.uniform(12, 32)
        wash = np.array([np.cos(angle), np.sin(angle)], np.float32) * np.float32(strength)
        washes += wash * _one_thing(true, rng)[..., None] * light
        least -= 1
    lab[..., 1:] += washes
    return lab_to_rgb(lab)


def _one_thing(lab: F32, rng: Rng) -> F32:
    """(H, W) in 0..1: what is near a random pixel and coloured like it."""
    height, width = lab.shape[:2]
    cy, cx = rng.integers(height), rng.integers(width)
    y, x = np.mgrid[:height, :width].astype(np.float32)
    reach = rng.uniform(0.1, 0.35) * min(height, width)
    far = (np.square(y - cy) + np.square(x - cx)) / reach**2
    unlike = np.square(lab - lab[cy, cx]).sum(-1) / 14**2
    return blurred(np.exp(-far - unlike).astype(np.float32), 3)


def tinted_by_likeness(rgb: F32, rng: Rng) -> F32:
    """A print hand-coloured all over, thinly, in the colours that things have."""
    lab = rgb_to_lab(toned(grey_of(rgb), rng, str(rng.choice(["sepia", "cream", "selenium"]))))
    true = blurred(rgb_to_lab(rgb)[..., 1:], rng.uniform(2, 6))
    lab[..., 1:] += true * np.float32(rng.uniform(0.3, 0.8))
    return lab_to_rgb(lab)
