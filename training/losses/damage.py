"""The losses of the detector of damage."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F


def damage_losses(logits: Tensor, mask: Tensor) -> dict[str, Tensor]:
    """Named losses; both tensors (N, 1, H, W), the mask 0 or 1.

    ``dice`` (Milletari et al., 2016) counts a thin mark as much as a wide one.
    """
    found = torch.sigmoid(logits)
    both, either = (found * mask).sum(), (found + mask).sum()
    return {
        "cross_entropy": F.binary_cross_entropy_with_logits(logits, mask),
        "dice": 1.0 - (2.0 * both + 1.0) / (either + 1.0),
    }
