"""What a network says of the same picture at another size."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

import numpy as np
import pytest
import torch
from skimage.transform import resize
from torch import Tensor, nn
from torch.nn import functional as F

from training.config import GeneratorConfig
from training.data.samples import Batch
from training.losses.color_distance import huber
from training.losses.consistency import ConsistencyLoss, predict_at
from training.losses.term import LossInputs
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
    ab = predict_at(cast("Generator", generator), torch.from_numpy(L)[None, None], size)
    assert generator.asked == [size]
    small = resize(L, (32, 32), order=1, anti_aliasing=True)
    np.testing.assert_allclose(ab[0].numpy(), np.stack((small, small)), atol=2.0)


def test_no_gradient_passes() -> None:
    generator = build_generator(GeneratorConfig("lite0", weights="none"))
    assert not predict_at(generator, torch.zeros(2, 1, 64, 64), 32).requires_grad


def test_answers_agree_with_the_teachers_where_noise_and_points_have_no_say(
    batch: Batch, prediction: Prediction, inputs: Callable[..., LossInputs]
) -> None:
    batch.hints[2, 2, 5, 5] = 1.0

    def teacher(L: Tensor) -> Tensor:
        assert torch.equal(L, batch.L[[0, 4]])  # 1 and 3 have a z, and 2 has a point
        return torch.zeros(2, 2, 16, 16)

    expected = huber(prediction.ab[[0, 4]], torch.zeros(2, 2, 16, 16), 0.025)
    assert ConsistencyLoss(1.0)(inputs(teacher=teacher)) == expected


def test_a_batch_full_of_points_has_nothing_to_agree_on(
    batch: Batch, inputs: Callable[..., LossInputs]
) -> None:
    batch.hints[:, 2] = 1.0
    assert ConsistencyLoss(1.0)(inputs(teacher=lambda L: L / 0)) == 0
