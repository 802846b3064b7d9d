"""Adversarial losses of both sides: binary cross-entropy, least squares, hinge."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

import torch
from torch import Tensor
from torch.nn import functional as F

from training.losses.term import LossInputs, LossTerm, Part

GanMode = Literal["bce", "lsgan", "hinge"]


def discriminator_loss(logits: Tensor, *, real: bool, mode: GanMode) -> Tensor:
    """What scores cost a discriminator that should say ``real`` (or fake).

    bce: Goodfellow et al., 2014 (non-saturating, with logits); lsgan: Mao et al., 2017; hinge:
    Lim & Ye, 2017.
    """
    sign = 1.0 if real else -1.0
    if mode == "hinge":
        return F.relu(1 - sign * logits).mean()
    target = torch.full_like(logits, 1.0 if real else 0.0)
    if mode == "lsgan":
        return F.mse_loss(logits, target)
    return F.binary_cross_entropy_with_logits(logits, target)


def generator_loss(logits: Tensor, mode: GanMode) -> Tensor:
    """The generator's adversarial loss: its fakes are to be taken for real."""
    return -logits.mean() if mode == "hinge" else discriminator_loss(logits, real=True, mode=mode)


@dataclass(frozen=True)
class AdversarialLoss(LossTerm):
    """`generator_loss`."""

    name: ClassVar[str] = "gan"
    needs: ClassVar[frozenset[Part]] = frozenset({"discriminator"})

    mode: GanMode = "bce"

    def __call__(self, inputs: LossInputs) -> Tensor:
        """See `LossTerm`."""
        discriminator = inputs.parts.discriminator
        if discriminator is None:
            raise RuntimeError("this stage has no discriminator")
        return generator_loss(discriminator(inputs.batch.L, inputs.prediction.ab), self.mode)
