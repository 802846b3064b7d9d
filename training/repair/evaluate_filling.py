"""Measures how damage is filled: how near to the photograph, how like it, with which colours."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, cast

import cv2
import numpy as np

from core.color import F32, lab_to_rgb, quantize, rgb_to_lab
from core.colorize.colorizer import Colorizer
from core.inference.damage_model import DamageModel
from core.photo.photo import Photo
from core.repair.fill import filled, inpainted
from core.repair.find import Mask
from core.repair.grain import with_grain
from core.repair.repair import Repairer
from training.data.cache import U8, PhotoCache
from training.evaluation.judge_features import Lite2Features
from training.losses.ciede2000 import delta_e_2000
from training.repair.drawn import LEVELS, drawn, header

#: Neighbourhood in pixels of OpenCV's inpainting; 3 is what its own example takes.
_RADIUS: Final = 3

Filling = Callable[[F32, Mask], F32]


def _inpainted(flag: int) -> Filling:
    return lambda L, mask: cast("F32", cv2.inpaint(L, mask.astype(np.uint8), _RADIUS, flag))


def _with_grain_of_film(L: F32, mask: Mask) -> F32:
    return with_grain(inpainted(L, mask), mask, np.random.default_rng(0))


FILLINGS: Final[dict[str, Filling]] = {
    "left as it is": lambda L, _: L,
    "Telea": _inpainted(cv2.INPAINT_TELEA),
    "Navier-Stokes": _inpainted(cv2.INPAINT_NS),
    "as the program fills": inpainted,
    "and with grain": _with_grain_of_film,
}


def filling_tables(cache: PhotoCache, photos: int) -> str:
    """PSNR inside the true mask, and how far the pictures are for a network that sees them."""
    nearness = header("PSNR, dB", *FILLINGS)
    likeness = header("Lite2-PD, thousandths", *FILLINGS)
    judge = Lite2Features()
    for level, config in LEVELS.items():
        pairs = (pair for pair in drawn(cache, config, photos) if pair[2].any())
        psnr, distances = zip(*(_filled_scores(judge, *pair) for pair in pairs), strict=True)
        for rows, scores, digits in ((nearness, psnr, 2), (likeness, distances, 1)):
            means = np.mean(scores, axis=0)
            rows.append(f"| {level} | {' | '.join(f'{mean:.{digits}f}' for mean in means)} |")
    return "\n".join([*nearness, "", *likeness])


def _filled_scores(
    judge: Lite2Features, L: F32, truth: F32, mask: Mask
) -> tuple[list[float], list[float]]:
    """Of each of `FILLINGS`: PSNR of L* in dB of the range of 100, and the perceptual distance."""
    fillings = [fill(L, mask) for fill in FILLINGS.values()]
    errors = [float(((filled - truth)[mask] ** 2).mean()) for filled in fillings]
    pictures = [grey(np.where(mask, filled, truth)) for filled in fillings]
    _, distances = judge.compare(grey(truth), pictures)
    return [10 * np.log10(100**2 / error) for error in errors], [1000 * d for d in distances]


def color_table(model: DamageModel, cache: PhotoCache, photos: int) -> str:
    """How far the colours are from those of the undamaged photograph, with and without repair."""
    rows = header("CIEDE2000", "damaged", "repaired", "damaged, in the places", "repaired, there")
    colorizer, repairer = Colorizer(), Repairer(model)
    for level, config in LEVELS.items():
        scores = []
        for L, truth, mask in drawn(cache, config, photos):
            wanted = _colors(colorizer, truth)
            repaired = filled(L, repairer.find(L))
            errors = [delta_e_2000(_colors(colorizer, seen), wanted) for seen in (L, repaired)]
            scores.append(
                [e.mean() for e in errors] + [e[mask].mean() for e in errors if mask.any()]
            )
        means = np.mean([each for each in scores if len(each) == 4], axis=0)
        rows.append(f"| {level} | {' | '.join(f'{mean:.2f}' for mean in means)} |")
    return "\n".join(rows)


def _colors(colorizer: Colorizer, L: F32) -> F32:
    """CIE Lab (h, w, 3) of L* (h, w) colorized."""
    photo = Photo(grey(L)[..., 0])
    return rgb_to_lab(colorizer.colorize(photo, recolor=True).render().pixels)


def grey(L: F32) -> U8:
    """L* (h, w) as an sRGB picture (h, w, 3)."""
    lab = np.stack((L, np.zeros_like(L), np.zeros_like(L)), axis=-1)
    return quantize(lab_to_rgb(lab), np.uint8)
