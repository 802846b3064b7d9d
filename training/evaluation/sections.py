"""Sections of an evaluation beside the main table: hints, degradation, stability, samples of z.

Every function returns figures of one photo by name, to be averaged over photos by the caller.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from core.color import F32
from training.data.samples import hints_from_truth, point_at
from training.evaluation.metrics import (
    chroma_where_neutral,
    colourfulness,
    mean_pairwise_delta_e,
    ssim,
)
from training.evaluation.photographs import Photograph, Result, shape_for
from training.evaluation.pictures import network_size, resize, seen_lightness
from training.evaluation.predictors import Predictor
from training.losses.ciede2000 import delta_e_2000

Figures = dict[str, float]

#: Short sides at which one photo's results are compared.
SIZES: Final = (192, 256, 384, 512)

#: Bins of confidence 0..1 in the reliability diagram.
CONFIDENCE_BINS: Final = 50

#: What is wrong is seen in patches: so many standard deviations of the blur make a short side.
_PATCHES: Final = 24

#: L* bounds of what counts as black, grey and white where the truth has no colour.
_TONES: Final = {"black": (0, 25), "grey": (25, 75), "white": (75, 101)}


@dataclass(frozen=True)
class Asked:
    """How the sections are measured."""

    size: int = 256
    seed: int = 0
    hints: tuple[int, ...] = (1, 5, 20)
    samples: int = 8


def fidelity(result: Result) -> Figures:
    """A result against the truth."""
    truth_u8 = result.photo.rgb_u8
    own, true = colourfulness(result.rgb_u8), colourfulness(truth_u8)
    return {
        "psnr": result.psnr,
        "ssim": ssim(result.rgb_u8, truth_u8),
        "delta_e": result.delta_e,
        "colourfulness": own,
        "colourfulness_truth": true,
        "colourfulness_difference": own - true,
    }


def neutrals(result: Result) -> Figures:
    """Chroma put on what is black, grey or white: sums and numbers of pixels, by tone."""
    truth, found = result.photo.lab, Figures()
    for tone, (low, high) in _TONES.items():
        inside = (truth[..., 0] >= low) & (truth[..., 0] < high)
        total, pixels = chroma_where_neutral(result.lab[inside], truth[inside])
        found |= {f"{tone}_chroma": total, f"{tone}_pixels": pixels}
    found["all_chroma"] = sum(found[f"{tone}_chroma"] for tone in _TONES)
    found["all_pixels"] = sum(found[f"{tone}_pixels"] for tone in _TONES)
    return found


def with_hints(predict: Predictor, photo: Photograph, asked: Asked) -> Figures:
    """Colour points from the truth at random places; gains over the automatic result in dB."""
    automatic = Result(predict, photo, asked.size)
    found = {"psnr_0": automatic.psnr}
    ab = resize(photo.lab[..., 1:], *shape_for(predict, photo, asked.size))
    for count in asked.hints:
        raster = hints_from_truth(ab, count, photo.rng(asked.seed, 1, count))
        found |= _gains(count, _hinted(predict, photo, asked, raster), automatic)
    return found


def with_chosen_hints(predict: Predictor, photo: Photograph, asked: Asked) -> Figures:
    """As `with_hints`, as a user gives them: one by one, each where the result is most wrong."""
    result = automatic = Result(predict, photo, asked.size)
    found = {"psnr_0": automatic.psnr}
    ab = resize(photo.lab[..., 1:], *shape_for(predict, photo, asked.size))
    raster = np.zeros((*ab.shape[:2], 3), np.float32)
    for count in range(1, max(asked.hints) + 1):
        point_at(raster, ab, *_worst_place(result.error, *ab.shape[:2]))
        result = _hinted(predict, photo, asked, raster)
        if count in asked.hints:
            found |= _gains(count, result, automatic)
    return found


def _worst_place(error: F32, height: int, width: int) -> tuple[int, int]:
    """(y, x) of the middle of what is most wrong in an error (H, W), on a grid of another size."""
    seen = cv2.resize(error, (width, height), interpolation=cv2.INTER_AREA)
    seen = cv2.GaussianBlur(seen, (0, 0), min(height, width) / _PATCHES)
    y, x = np.unravel_index(seen.argmax(), seen.shape)
    return int(y), int(x)


def _hinted(predict: Predictor, photo: Photograph, asked: Asked, raster: F32) -> Result:
    hints = np.ascontiguousarray(raster.transpose(2, 0, 1))
    return Result(predict, photo, asked.size, hints=hints)


def _gains(count: int, result: Result, automatic: Result) -> Figures:
    return {
        f"psnr_{count}": result.psnr,
        f"gain_{count}": result.psnr - automatic.psnr,
        f"delta_e_{count}": result.delta_e,
    }


def degraded(predict: Predictor, photo: Photograph, asked: Asked) -> Figures:
    """What an old photograph of the scene costs: ``full_strength`` L* in, clean L* in the result.

    Both results wear the photo's own luminance, so the loss is one of colour alone.
    """
    seen = resize(photo.aged(asked.seed), *shape_for(predict, photo, asked.size))
    clean, aged = Result(predict, photo, asked.size), Result(predict, photo, asked.size, L=seen)
    return {
        "psnr_clean": clean.psnr,
        "psnr_degraded": aged.psnr,
        "loss": clean.psnr - aged.psnr,
        "delta_e_clean": clean.delta_e,
        "delta_e_degraded": aged.delta_e,
        "colourfulness_degraded": colourfulness(aged.rgb_u8),
    }


def stability(predict: Predictor, photo: Photograph, asked: Asked) -> Figures:
    """Mean CIEDE2000 between results at several sizes, and between a photo and its mirror image.

    At sizes of what the network sees, and at sizes of the photo: a file may be a copy made smaller
    or larger, and what the network sees of it has the size asked for.
    """
    labs = {size: Result(predict, photo, size).lab for size in SIZES}
    found = _differences(labs)
    found["all"] = float(np.mean(list(found.values())))
    copies = {
        size: Result(predict, photo, asked.size, L=_seen(predict, photo, size, asked)).lab
        for size in SIZES
    }
    found["copies"] = float(np.mean(list(_differences(copies).values())))
    upright = labs[asked.size] if asked.size in labs else Result(predict, photo, asked.size).lab
    mirrored = Result(predict, photo.flipped(), asked.size).lab[:, ::-1]
    found["flip"] = float(delta_e_2000(upright, mirrored).mean())
    return found


def _differences(labs: dict[int, F32]) -> Figures:
    """Mean CIEDE2000 of every two results, by their sizes."""
    return {
        f"{a}_{b}": float(delta_e_2000(labs[a], labs[b]).mean()) for a, b in combinations(labs, 2)
    }


def _seen(predict: Predictor, photo: Photograph, side: int, asked: Asked) -> F32:
    """What the network sees of a copy of the photo with another short side."""
    height, width = photo.rgb_u8.shape[:2]
    copy = resize(photo.rgb_u8.astype(np.float32), *network_size(height, width, side, 1))
    rgb_u8 = copy.clip(0, 255).round().astype(np.uint8)
    return seen_lightness(rgb_u8, asked.size, predict.multiple_of)


def variety(predict: Predictor, photo: Photograph, asked: Asked) -> Figures:
    """Samples of z from N(0, 1): how far apart they are, and what the best is worth in dB.

    The distances are taken on every second pixel each way: there are 28 pairs.
    """
    rng = photo.rng(asked.seed, 3)
    draws = rng.standard_normal((asked.samples, predict.z_size)).astype(np.float32)
    results = [Result(predict, photo, asked.size, z=z) for z in draws]
    default = Result(predict, photo, asked.size).psnr
    each = [result.psnr for result in results]
    return {
        "pairwise": mean_pairwise_delta_e([result.lab[::2, ::2] for result in results]),
        "psnr_default": default,
        "psnr_sample": float(np.mean(each)),
        "psnr_best": max(each),
        "best_gain": max(each) - default,
    }


@dataclass(frozen=True, eq=False)
class Sureness:
    """Confidence and error (CIEDE2000) of one photo, and of its pixels in bins of confidence."""

    confidence: float
    error: float
    pixels: npt.NDArray[np.float64]  # (3, CONFIDENCE_BINS): number, sum of confidence, of error


def sureness(result: Result) -> Sureness | None:
    """How sure the predictor says it is, and how wrong it is; None where it does not say."""
    if result.guess.confidence is None:
        return None
    height, width = result.rgb_u8.shape[:2]
    stretched = cv2.resize(result.guess.confidence, (width, height))
    confidence, error = stretched.ravel(), result.error.ravel()
    index = np.clip((confidence * CONFIDENCE_BINS).astype(np.int64), 0, CONFIDENCE_BINS - 1)
    sums = [np.bincount(index, w, CONFIDENCE_BINS) for w in (None, confidence, error)]
    return Sureness(float(confidence.mean()), float(error.mean()), np.stack(sums).astype(float))
