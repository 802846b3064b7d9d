"""What a network says of the same picture at another size."""

from __future__ import annotations

from typing import cast

import numpy as np
import pytest
import torch
from skimage.transform import resize
from torch import Tensor, nn
from torch.nn import functional as F

from training.config import GeneratorConfig
from training.losses.consistency import seen_at
from training.models.generator import Generator, Prediction, build_generator


class Echo(nn.Module):
    """A generator of stride 4 that answers with what it sees."""

    stride = 4

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[int] = []

    def forward(self, L: Tensor) -> Prediction:
        self.asked.append(L.shape[-1])
        return Prediction(F.avg_pool2d(L, 4).expand(-1, 2, -1, -1))


@pytest.mark.parametrize("size", [64, 128, 192])
def test_it_is_asked_at_the_size_and_its_answer_fits_the_picture(size: int) -> None:
    generator = Echo()
    rows, columns = np.mgrid[0:128, 0:128] / 128
    L = (50 + 40 * np.sin(5 * rows) * columns).astype(np.float32)
    ab = seen_at(cast("Generator", generator), torch.from_numpy(L)[None, None], size)
    assert generator.asked == [size]
    small = resize(L, (32, 32), order=1, anti_aliasing=True)
    np.testing.assert_allclose(ab[0].numpy(), np.stack((small, small)), atol=2.0)


def test_nothing_descends_through_it() -> None:
    generator = build_generator(GeneratorConfig("lite0", weights="none"))
    assert not seen_at(generator, torch.zeros(2, 1, 64, 64), 32).requires_grad
