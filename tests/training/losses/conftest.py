"""A batch, answers to it, and the parts that loss terms share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import torch

from training.data.samples import Batch
from training.losses.term import LossInputs, LossParts
from training.models.color_bins import ColorBins
from training.models.generator import Prediction


@pytest.fixture
def batch() -> Batch:
    """Five samples of 64 pixels, answered at a quarter of the size."""
    draw = torch.Generator().manual_seed(1)
    L = torch.rand(5, 1, 64, 64, generator=draw) * 100
    ab = torch.randn(5, 2, 16, 16, generator=draw) * 20
    return Batch(L, ab, torch.zeros(5, 3, 64, 64))


@pytest.fixture
def prediction() -> Prediction:
    """Random answers to `batch`."""
    draw = torch.Generator().manual_seed(2)
    return Prediction(
        torch.randn(5, 2, 16, 16, generator=draw) * 10,
        torch.randn(5, len(ColorBins()), 16, 16, generator=draw),
        torch.rand(5, 1, 16, 16, generator=draw) * 10,
    )


@pytest.fixture
def inputs(batch: Batch, prediction: Prediction) -> Callable[..., LossInputs]:
    """``inputs(**parts)``: what a term is given."""

    def build(**parts: Any) -> LossInputs:
        bins = ColorBins()
        prior = torch.full((len(bins),), 1 / len(bins))
        return LossInputs(batch, prediction, LossParts(bins, prior, **parts))

    return build
