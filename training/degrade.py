"""Old photographs out of new ones: the network must colorize 1920, not only a desaturated 2015.

A film is drawn for every crop; about half of the crops then go through what happened to the
photograph, in its order: lens, grain, development, fading and stains, damage, scan (see
``training.effects``). Only L* changes: the colours to be learned stay those of the clean crop.

numpy and OpenCV only: this runs beside the training, in a data loader of a two-core machine.

``python -m training.degrade [PHOTO] OUT.png`` draws the contact sheet.

Sources of the films: H. W. Vogel's optical sensitising (1873), sold as orthochromatic plates from
1882 (earlyphotography.co.uk, glossary, "Colour sensitivity"); the panchromatic types A (little
red, much blue), B (balanced) and C (much red) after T. T. Baker, Photographic Emulsion Technique
(1941). Unsensitised silver halide ends at about 500 nm and orthochromatic film at about 590 nm;
the sRGB primaries lie near 464, 549 and 611 nm. The shares of R, G and B are estimates from that.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, Final

import cv2
import numpy as np

from core.color import F32, linearize, luminance_to_L, luminance_weights, mixed, rgb_to_L
from training.effects import LINEAR_EFFECTS, TONE_EFFECTS, U8, Effect, grey_codes

#: Probability, least amount, most amount.
Chance = tuple[float, float, float]


@dataclass(frozen=True)
class DegradeConfig:
    """What may happen to a crop; an effect is ``(probability, least amount, most amount)``.

    What the three film probabilities leave is plain Rec.709 luminance. The effects are drawn only
    for the share ``old`` of the crops. ``strength`` scales every amount and the distance of the
    film from Rec.709: 0 gives the clean L*.
    """

    strength: float = 1.0
    panchromatic: float = 0.25
    orthochromatic: float = 0.17
    wet_plate: float = 0.03
    old: float = 0.5
    lens_blur: Chance = (0.35, 0.1, 1.0)
    motion: Chance = (0.10, 0.2, 1.0)
    vignette: Chance = (0.30, 0.1, 1.0)
    grain: Chance = (0.65, 0.1, 1.0)
    curve: Chance = (0.60, 0.1, 1.0)
    fading: Chance = (0.60, 0.1, 1.0)
    uneven: Chance = (0.25, 0.1, 1.0)
    stains: Chance = (0.15, 0.1, 1.0)
    scratches: Chance = (0.20, 0.1, 1.0)
    dust: Chance = (0.30, 0.1, 1.0)
    hair: Chance = (0.10, 0.2, 1.0)
    scan_blur: Chance = (0.30, 0.1, 1.0)
    jpeg: Chance = (0.40, 0.1, 1.0)


def full_strength() -> DegradeConfig:
    """Orthochromatic film and every effect at once, for the evaluation."""
    certain: dict[str, Any] = {
        name: (1.0, least, most) for name, (_, least, most) in _chances(DegradeConfig()).items()
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


def _chances(config: DegradeConfig) -> dict[str, Chance]:
    values = {field.name: getattr(config, field.name) for field in fields(config)}
    return {name: value for name, value in values.items() if isinstance(value, tuple)}


_SIDE: Final = 160
_COLUMNS: Final = 6


def _pictured() -> Iterator[tuple[str, DegradeConfig]]:
    """What the contact sheet shows: films, each effect alone at its most, random draws."""
    off: dict[str, Any] = dict.fromkeys(_chances(DegradeConfig()), (0.0, 0.0, 0.0))
    clean = DegradeConfig(panchromatic=0.0, orthochromatic=0.0, wet_plate=0.0, old=0.0, **off)
    yield "Rec.709", clean
    for name in (*(film.__name__ for film in FILMS), "panchromatic"):
        film: dict[str, Any] = {name: 1.0}
        yield name, replace(clean, **film)
    for name in off:
        alone: dict[str, Any] = {name: (1.0, 1.0, 1.0)}
        yield name, replace(clean, old=1.0, **alone)
    for number in range(1, 9):
        yield f"draw {number}", replace(DegradeConfig(), old=1.0)
    for number in range(1, 4):
        yield f"full strength {number}", full_strength()


def contact_sheet(rgb_u8: U8) -> U8:
    """The photo and its old selves as labelled tiles, sRGB ``(rows, columns, 3)``."""
    side = min(rgb_u8.shape[:2])
    top, left = (rgb_u8.shape[0] - side) // 2, (rgb_u8.shape[1] - side) // 2
    square = rgb_u8[top : top + side, left : left + side]
    small = cv2.resize(square, (_SIDE, _SIDE), interpolation=cv2.INTER_AREA).astype(np.uint8)
    tiles = [_label(small, "the photo")]
    # 4: a seed whose hair, dust and stains all fall where they can be seen
    for seed, (label, config) in enumerate(_pictured(), start=4):
        tone = degrade(small, np.random.default_rng(seed), config) / np.float32(100)
        tiles.append(_label(np.repeat(grey_codes(tone)[..., None], 3, axis=-1), label))
    tiles += [np.full_like(tiles[0], 255)] * (-len(tiles) % _COLUMNS)
    rows = [np.hstack(tiles[i : i + _COLUMNS]) for i in range(0, len(tiles), _COLUMNS)]
    return np.vstack(rows)


def _label(tile: U8, text: str) -> U8:
    """The tile on white, its name below."""
    framed = cv2.copyMakeBorder(tile, 4, 22, 4, 4, cv2.BORDER_CONSTANT, value=(255, 255, 255))
    at = (6, tile.shape[0] + 19)
    cv2.putText(framed, text, at, cv2.FONT_HERSHEY_SIMPLEX, 0.45, (0, 0, 0), 1, cv2.LINE_AA)
    return framed.astype(np.uint8, copy=False)


def main() -> None:
    """Draws the contact sheet of a photo (scikit-image's astronaut where none is named)."""
    parser = argparse.ArgumentParser(prog="training.degrade", description=main.__doc__)
    parser.add_argument("photo", type=Path, nargs="?")
    parser.add_argument("out", type=Path)
    arguments = parser.parse_args()
    if arguments.photo is None:
        from skimage.data import astronaut  # noqa: PLC0415  a development extra, only for this

        rgb_u8: U8 = astronaut()  # type: ignore[no-untyped-call]
    else:
        bgr_u8 = cv2.imread(str(arguments.photo), cv2.IMREAD_COLOR)
        if bgr_u8 is None:
            parser.error(f"{arguments.photo} could not be read as a photo: name another one.")
        rgb_u8 = np.ascontiguousarray(bgr_u8[..., ::-1])
    sheet = contact_sheet(rgb_u8)
    if not cv2.imwrite(str(arguments.out), np.ascontiguousarray(sheet[..., ::-1])):
        parser.error(f"{arguments.out} could not be written: choose another folder.")


if __name__ == "__main__":
    main()
