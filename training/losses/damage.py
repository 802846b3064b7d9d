"""The losses of the detector of damage."""

from __future__ import annotations

from typing import Final

import torch
from torch import Tensor
from torch.nn import functional as F

#: Pixels that both sides of the dice are moved by: less than that much is not worth a step.
_SMOOTH: Final = 8.0


def damage_losses(logits: Tensor, mask: Tensor) -> dict[str, Tensor]:
    """Named losses; both tensors (N, 1, H, W), the mask 0 or 1.

    ``dice`` (Milletari et al., 2016) counts a thin mark as much as a wide one: it is taken of each
    picture by itself. One of an undamaged picture counts whatever is found there.
    """
    found = torch.sigmoid(logits)
    both, either = (found * mask).sum((1, 2, 3)), (found + mask).sum((1, 2, 3))
    return {
        "cross_entropy": F.binary_cross_entropy_with_logits(logits, mask),
        "dice": (1.0 - (2.0 * both + _SMOOTH) / (either + _SMOOTH)).mean(),
    }
