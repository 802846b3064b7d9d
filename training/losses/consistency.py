"""Consistency loss across input sizes: one photograph, one answer, whatever size it is seen at.

The teacher is the moving average of the weights (Tarvainen & Valpola, Mean teachers are better role
models, 2017), and it sees the picture at one size, where it knows best. The mean of what it says at
several sizes is paler than any of them, and so would be who learns from it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import torch
from torch import Tensor
from torch.nn import functional as F

from training.config import RunConfig, StageConfig
from training.losses.color_distance import huber
from training.losses.term import HUBER_BETA, LossInputs, LossTerm, Part, has_hints
from training.models.generator import Generator


def predict_at(generator: Generator, L: Tensor, size: int) -> Tensor:
    """A generator's ab (N, 2, h, w) for square L as seen at ``size``, made to fit L's own.

    Without colour points and at z = 0; no gradient passes.
    """
    with torch.no_grad():
        ab = generator(_resized(L, size)).ab
        return _resized(ab, L.shape[-1] // generator.stride)


def _resized(maps: Tensor, side: int) -> Tensor:
    """Maps (N, C, S, S) with another side, bicubic; none of their pixels is passed over."""
    return F.interpolate(maps.float(), (side, side), mode="bicubic", antialias=True)


@dataclass(frozen=True)
class ConsistencyLoss(LossTerm):
    """Huber of the answers without noise or colour points and the teacher's to the same picture."""

    name: ClassVar[str] = "consistency"
    needs: ClassVar[frozenset[Part]] = frozenset({"teacher"})

    beta: float = HUBER_BETA

    def __call__(self, inputs: LossInputs) -> Tensor:
        """See `LossTerm`."""
        teacher, batch, ab = inputs.parts.teacher, inputs.batch, inputs.prediction.ab
        if teacher is None:
            raise RuntimeError("this stage has no teacher")
        plain = ~has_hints(batch.hints[::2])  # every second sample has z = 0
        if not plain.any():
            return ab.new_zeros(())
        return huber(ab[::2][plain], teacher(batch.L[::2][plain]), self.beta)

    def problem(self, run: RunConfig, stage: StageConfig) -> str | None:
        """See `LossTerm`."""
        del run
        return None if set(stage.other_sizes) - {stage.size} else "needs other_sizes to compare"
