"""Cross-entropy of the colour bins (Zhang, Isola & Efros, Colorful image colorization, 2016)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from torch import Tensor
from torch.nn import functional as F

from training.config import RunConfig, StageConfig
from training.losses.term import LossInputs, LossTerm, subsample_pixels


def bin_cross_entropy(logits: Tensor, target: Tensor, class_weights: Tensor) -> Tensor:
    """Cross-entropy (N, Q, h, w) against bin indices (N, h, w), weighed by class.

    The mean is over pixels, not over weights: rare colours count more, and a batch of them more
    than a batch of grey ones.
    """
    per_pixel = F.cross_entropy(logits.float(), target, reduction="none")
    return (per_pixel * class_weights[target]).mean()


@dataclass(frozen=True)
class BinLoss(LossTerm):
    """`bin_cross_entropy` on a quarter of the pixels."""

    name: ClassVar[str] = "bins"

    prior_share: float = 0.0  # rebalancing of the bins: see ColorBins.class_weights

    def __call__(self, inputs: LossInputs) -> Tensor:
        """See `LossTerm`."""
        logits = inputs.prediction.bin_logits
        if logits is None:
            raise RuntimeError("the generator has no colour-bin head")
        bins = inputs.parts.bins
        logits, colors = subsample_pixels(logits, inputs.batch.ab)
        class_weights = bins.class_weights(inputs.parts.prior, self.prior_share)
        return bin_cross_entropy(logits, bins.encode(colors), class_weights)

    def problem(self, run: RunConfig, stage: StageConfig) -> str | None:
        """See `LossTerm`."""
        del stage
        return None if run.generator.bins else "needs bins = true in [generator]"
