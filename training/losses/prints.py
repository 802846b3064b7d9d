"""The losses of the model of prints."""

from __future__ import annotations

from typing import Final

import torch
from torch import Tensor
from torch.nn import functional as F

from training.models.print_refiner import own_half

#: Deviation, in pixels of the crop, of the place that is wanted.
_SPREAD: Final = 0.8


def print_losses(
    sides: Tensor, scores: Tensor, places: Tensor, asked: Tensor, wanted: Tensor
) -> dict[str, Tensor]:
    """Named losses of logits (N, 4, 2, S) and (N, 3).

    ``places`` (N, 4, 2) are in pixels of the crop, counted where ``asked`` is 1; ``wanted`` (N, 3)
    is 0 or 1.
    """
    at = torch.arange(sides.shape[-1], device=sides.device) + 0.5
    near = torch.softmax(-((at - places[..., None]) ** 2) / (2 * _SPREAD**2), -1)
    entropy = -(near * torch.log_softmax(own_half(sides), -1)).sum(-1)
    return {
        "sides": (entropy * asked).sum() / asked.sum().clamp(min=1),
        "scores": F.binary_cross_entropy_with_logits(scores, wanted),
    }
