"""A photograph's way to a network and back, as the product goes it: resize, run, join ab and L*."""

from __future__ import annotations

import cv2
import numpy as np
import torch
from torch import Tensor

from core.color import F32, lab_to_rgb, quantize
from training.cache import U8
from training.data import channels_first
from training.generator import Generator, Prediction


def network_size(height: int, width: int, size: int, multiple_of: int) -> tuple[int, int]:
    """(H, W) of about the photo's shape with ``size`` as its short side, in steps of a multiple."""
    scale = size / min(height, width)
    steps = (round(side * scale / multiple_of) for side in (height, width))
    tall, wide = (max(1, count) * multiple_of for count in steps)
    return tall, wide


def resize(image: F32, height: int, width: int) -> F32:
    """``(H, W)`` or ``(H, W, C)``: area means when shrinking, bicubic when growing."""
    if image.shape[:2] == (height, width):
        return image
    shrinks = height * width < image.shape[0] * image.shape[1]
    method = cv2.INTER_AREA if shrinks else cv2.INTER_CUBIC
    return cv2.resize(image, (width, height), interpolation=method).astype(np.float32, copy=False)


def run_generator(
    generator: Generator, L: F32, hints: F32 | None = None, z: F32 | None = None
) -> Prediction:
    """L* ``(H, W)`` and hints ``(H, W, 3)`` of the network's size, z ``(Z,)`` -> its prediction."""
    device = next(generator.parameters()).device

    def batch(t: Tensor) -> Tensor:
        return t[None].to(device)

    with torch.inference_mode():
        return generator(
            batch(torch.from_numpy(np.ascontiguousarray(L))[None]),
            None if hints is None else batch(channels_first(hints)),
            None if z is None else batch(torch.from_numpy(z)),
        )


def render(L: F32, ab: F32) -> U8:
    """L* ``(H, W)`` of the photo and ab ``(h, w, 2)`` of any size -> sRGB ``(H, W, 3)``."""
    ab = resize(ab, *L.shape)
    return quantize(lab_to_rgb(np.dstack((L, ab))), np.uint8)
