"""What the network sees of a photo: its L*, at a size the model can use."""

from __future__ import annotations

from typing import Final, cast

import cv2
import numpy as np

from core.color import F32, rgb_to_L
from core.colorize.render import Pixels
from core.inference.model_spec import ModelSpec
from core.resize import resize_area_cached

#: A panorama is reduced until it has no more pixels than this many squares of the model's
#: max_size: the network's memory grows with the pixels, whatever their shape.
_MAX_SQUARES: Final = 2


def network_shape(height: int, width: int, size: int, spec: ModelSpec) -> tuple[int, int]:
    """Height and width of what the network sees of a photo.

    The short side is ``size``, the shape is kept, both sides are multiples of the model's
    ``multiple_of``. A long panorama gets a smaller short side, so that the pixels stay within
    two squares of the model's ``max_size``. Of a model that takes one picture alone ``fit`` says
    how the photo gets into it.
    """
    if spec.fixed is not None:
        return spec.fit.shape(height, width, spec.fixed)
    multiple = spec.multiple_of
    limit = _MAX_SQUARES * spec.max_size**2
    shortest = min(height, width)
    short = min(size, (limit * shortest / max(height, width)) ** 0.5)
    # multiplied first: side * (size / shortest) falls a hair short of a tie, 112 of 128 say
    h, w = (
        max(multiple, round(short * side / shortest / multiple) * multiple)
        for side in (height, width)
    )
    # only a strip more than limit / multiple^2 times as long as high is squashed
    longest = limit // min(h, w) // multiple * multiple
    return min(h, longest), min(w, longest)


def network_L(pixels: Pixels, height: int, width: int) -> F32:
    """L* (height, width) of a photo, resized.

    The codes are resized and L* is taken of the result. sRGB codes are nearly proportional to
    L*, so both orders agree; the network's training photographs were reduced so; and no float
    copy of a 50-megapixel photo is made.
    """
    if height * width < pixels.shape[0] * pixels.shape[1]:
        resized = resize_area_cached(pixels, height, width)
    else:
        grown = cv2.resize(pixels, (width, height), interpolation=cv2.INTER_CUBIC)
        resized = cast("Pixels", grown)
    return np.clip(rgb_to_L(resized), 0, 100)
