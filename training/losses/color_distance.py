"""Distances of ab from the truth: L1, Huber, and Huber of its differences.

ab comes in Lab units and counts as ab/110 (-1..1).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from torch import Tensor
from torch.nn import functional as F

from core.color import AB_SCALE
from training.losses.term import HUBER_BETA, LossInputs, LossTerm


def l1(ab: Tensor, truth: Tensor) -> Tensor:
    """Mean absolute error: the reference's L1, as its tanh output sees it."""
    return F.l1_loss(ab, truth) / AB_SCALE


def huber(ab: Tensor, truth: Tensor, beta: float) -> Tensor:
    """Smooth L1: quadratic below ``beta`` (of ab/110), so that small errors do not rattle."""
    return F.smooth_l1_loss(ab / AB_SCALE, truth / AB_SCALE, beta=beta)


def gradient(ab: Tensor, truth: Tensor, beta: float) -> Tensor:
    """Huber on horizontal and vertical differences: colour edges where the photo has them."""
    across = huber(ab.diff(dim=3), truth.diff(dim=3), beta)
    return across + huber(ab.diff(dim=2), truth.diff(dim=2), beta)


@dataclass(frozen=True)
class L1Loss(LossTerm):
    """`l1`."""

    name: ClassVar[str] = "l1"

    def __call__(self, inputs: LossInputs) -> Tensor:
        """See `LossTerm`."""
        return l1(inputs.prediction.ab, inputs.batch.ab)


@dataclass(frozen=True)
class HuberLoss(LossTerm):
    """`huber`."""

    name: ClassVar[str] = "huber"

    beta: float = HUBER_BETA

    def __call__(self, inputs: LossInputs) -> Tensor:
        """See `LossTerm`."""
        return huber(inputs.prediction.ab, inputs.batch.ab, self.beta)


@dataclass(frozen=True)
class GradientLoss(LossTerm):
    """`gradient`."""

    name: ClassVar[str] = "gradient"

    beta: float = HUBER_BETA

    def __call__(self, inputs: LossInputs) -> Tensor:
        """See `LossTerm`."""
        return gradient(inputs.prediction.ab, inputs.batch.ab, self.beta)
