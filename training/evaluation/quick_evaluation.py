"""Figures and pictures for the training loop: light enough to be made every few thousand steps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import numpy as np
from threadpoolctl import threadpool_limits
from torch import nn

from core.color import AB_SCALE, F32, rgb_to_lab
from training.data.cache import U8, PhotoCache
from training.evaluation.metrics import colourfulness, psnr
from training.evaluation.pictures import (
    even_ab,
    render,
    resize,
    seen_lightness,
    thumbnail,
    write_picture,
)
from training.evaluation.predictors import Predictor, evenly, from_generator
from training.losses.ciede2000 import delta_e_2000

#: Short side the network sees, as in the product's default.
SIZE: Final = 256
_THUMBNAIL: Final = 160


def quick_evaluation(
    generator: nn.Module, cache: PhotoCache, photos: int, *, size: int = SIZE
) -> dict[str, float]:
    """Means over ``photos`` photos, taken evenly from the cache: always the same ones.

    ``l1`` is of ab/110, as in the losses, but at the photo's size.
    """
    with _evaluating(generator) as predict:
        rows = [_figures(predict, cache[i], size) for i in evenly(len(cache), photos)]
    return {name: float(np.mean([row[name] for row in rows])) for name in rows[0]}


def _figures(predict: Predictor, rgb_u8: U8, size: int) -> dict[str, float]:
    truth = rgb_to_lab(rgb_u8)
    ab = predict(seen_lightness(rgb_u8, size, predict.multiple_of)).ab
    colored = render(rgb_u8, ab)
    return {
        "psnr": psnr(colored, rgb_u8),
        "delta_e": float(delta_e_2000(rgb_to_lab(colored), truth).mean()),
        "colourfulness": colourfulness(colored),
        "colourfulness_truth": colourfulness(rgb_u8),
        "l1": _l1(ab, truth[..., 1:]),
    }


def _l1(ab: F32, truth: F32) -> float:
    """Mean |difference| / 110 of ab (2, h, w) from (H, W, 2)."""
    grown = resize(np.ascontiguousarray(ab.transpose(1, 2, 0)), *truth.shape[:2])
    return float(np.abs(grown - truth).mean()) / AB_SCALE


@contextmanager
def _evaluating(generator: nn.Module) -> Iterator[Predictor]:
    """The network in eval mode, and every module back in its own mode afterwards."""
    modes = {module: module.training for module in generator.modules()}
    generator.eval()
    try:
        # a busy machine's BLAS threads wait for each other: ten times as long for small products
        with threadpool_limits(1, user_api="blas"):
            yield from_generator("training", generator)
    finally:
        for module, training in modes.items():
            module.training = training


def result_grid(
    generator: nn.Module,
    cache: PhotoCache,
    indices: Iterable[int],
    path: Path,
    *,
    size: int = SIZE,
) -> None:
    """PNG of small squares: a column a photo; grey, predicted and true one below the other."""
    with _evaluating(generator) as predict:
        columns = [_column(predict, cache[i], size) for i in indices]
    write_picture(path, np.hstack(columns))


def _column(predict: Predictor, rgb_u8: U8, size: int) -> U8:
    ab = predict(seen_lightness(rgb_u8, size, predict.multiple_of)).ab
    pictures = (render(rgb_u8, even_ab()), render(rgb_u8, ab), rgb_u8)
    return np.vstack([thumbnail(picture, _THUMBNAIL) for picture in pictures])
