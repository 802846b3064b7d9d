"""Figures and pictures for the training loop: light enough to be made every few thousand steps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, cast

import cv2
import numpy as np
from torch import nn

from core.color import AB_SCALE, F32, rgb_to_L, rgb_to_lab
from training.cache import U8, PhotoCache
from training.generator import Generator
from training.metrics import colourfulness, delta_e_2000, psnr
from training.pictures import network_size, render, resize, run_generator

#: Short side the network sees, as in the product's default.
SIZE: Final = 256
_THUMBNAIL: Final = 160  # short side in a grid


def quick_evaluation(
    generator: nn.Module, cache: PhotoCache, photos: int, *, size: int = SIZE
) -> dict[str, float]:
    """Means over ``photos`` photos, taken evenly from the cache: always the same ones.

    ``l1`` is of ab/110, as in the losses, but at the photo's size.
    """
    chosen = np.linspace(0, len(cache) - 1, min(photos, len(cache)), dtype=int)
    with _evaluating(generator) as network:
        rows = [_figures(network, cache[i], size) for i in chosen]
    return {name: float(np.mean([row[name] for row in rows])) for name in rows[0]}


def _figures(generator: Generator, rgb_u8: U8, size: int) -> dict[str, float]:
    truth = rgb_to_lab(rgb_u8)
    ab = resize(predicted_ab(generator, truth[..., 0], size), *truth.shape[:2])
    colored = render(truth[..., 0], ab)
    return {
        "psnr": psnr(colored, rgb_u8),
        "delta_e": float(delta_e_2000(rgb_to_lab(colored), truth).mean()),
        "colourfulness": colourfulness(colored),
        "colourfulness_truth": colourfulness(rgb_u8),
        "l1": float(np.abs(ab - truth[..., 1:]).mean()) / AB_SCALE,
    }


def predicted_ab(generator: Generator, L: F32, size: int) -> F32:
    """L* ``(H, W)`` of a photo -> the default colorization's ab ``(h, w, 2)``."""
    height, width = L.shape
    seen = resize(L, *network_size(height, width, size, generator.multiple_of))
    return run_generator(generator, seen).ab[0].permute(1, 2, 0).cpu().numpy()


@contextmanager
def _evaluating(generator: nn.Module) -> Iterator[Generator]:
    """The network in eval mode, and every module back in its own mode afterwards."""
    modes = {module: module.training for module in generator.modules()}
    generator.eval()
    try:
        yield cast("Generator", generator)
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
    with _evaluating(generator) as network:
        columns = [_column(network, cache[i], size) for i in indices]
    write_png(path, np.hstack(columns))


def _column(generator: Generator, rgb_u8: U8, size: int) -> U8:
    L = rgb_to_L(rgb_u8)
    pictures = (render(L, grey_ab()), render(L, predicted_ab(generator, L, size)), rgb_u8)
    return np.vstack([thumbnail(picture) for picture in pictures])


def grey_ab() -> F32:
    """No colour, as an ab picture of one pixel."""
    return np.zeros((1, 1, 2), np.float32)


def thumbnail(rgb_u8: U8, side: int = _THUMBNAIL) -> U8:
    """The middle square of a picture, framed in white."""
    inner = min(rgb_u8.shape[:2])
    top, left = (rgb_u8.shape[0] - inner) // 2, (rgb_u8.shape[1] - inner) // 2
    square = np.ascontiguousarray(rgb_u8[top : top + inner, left : left + inner])
    small = cv2.resize(square, (side, side), interpolation=cv2.INTER_AREA)
    return cv2.copyMakeBorder(small, 2, 2, 2, 2, cv2.BORDER_CONSTANT, value=(255,) * 3).astype(
        np.uint8, copy=False
    )


def write_png(path: Path, rgb_u8: U8) -> None:
    """Write a picture of sRGB ``(H, W, 3)``.

    Raises:
        OSError: the file cannot be written.
    """
    done, encoded = cv2.imencode(".png", np.ascontiguousarray(rgb_u8[..., ::-1]))
    if not done:
        raise OSError(f"{path} could not be encoded as PNG.")
    path.write_bytes(encoded.tobytes())
