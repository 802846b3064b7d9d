"""Loss of the error head: how well the network predicts its own CIEDE2000."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import torch
from torch import Tensor
from torch.nn import functional as F

from training.config import RunConfig, StageConfig
from training.losses.ciede2000 import delta_e_2000
from training.losses.term import LossInputs, LossTerm, subsample_pixels


def error_estimate_loss(predicted: Tensor, actual: Tensor) -> Tensor:
    """Smooth L1 of the error that is expected and the one there is: both CIEDE2000, in tens."""
    return F.smooth_l1_loss(predicted / 10, actual / 10)


def color_difference(ab: Tensor, truth: Tensor) -> Tensor:
    """CIEDE2000 (N, 1, h, w) of two ab (N, 2, h, w) at the same L*, which then does not matter.

    No gradient passes: the network learns to know its error, it cannot buy a small one.
    """
    colors = (F.pad(c.detach().float(), (0, 0, 0, 0, 1, 0)).movedim(1, -1) for c in (ab, truth))
    found = delta_e_2000(*(lab.cpu().numpy() for lab in colors))
    return torch.from_numpy(found).to(ab.device)[:, None]


@dataclass(frozen=True)
class ErrorEstimateLoss(LossTerm):
    """`error_estimate_loss` on a quarter of the pixels."""

    name: ClassVar[str] = "error"

    def __call__(self, inputs: LossInputs) -> Tensor:
        """See `LossTerm`."""
        error = inputs.prediction.error
        if error is None:
            raise RuntimeError("the generator has no error head")
        expected, *both = subsample_pixels(error, inputs.prediction.ab, inputs.batch.ab)
        return error_estimate_loss(expected, color_difference(*both))

    def problem(self, run: RunConfig, stage: StageConfig) -> str | None:
        """See `LossTerm`."""
        del stage
        return None if run.generator.is_lite else "only the Lites have a head for"
