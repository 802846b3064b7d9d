"""Losses of the finder of prints."""

from __future__ import annotations

from typing import Final

import torch
from torch import Tensor
from torch.nn import functional as F

#: Degrees from which on a print may as well be said to lie turned by a quarter.
_EITHER: Final = 37.0
#: Sides as they are called by one who turns the page by a quarter, one way and the other.
_TURNED: Final = ((3, 0, 1, 2), (1, 2, 3, 0))
#: Of an angle's error: pixels by which a side's end is off, at most.
_MOST: Final = 20.0


def print_losses(maps: Tensor, target: Tensor) -> dict[str, Tensor]:
    """Maps (N, 10, h, w) of `PrintFinder` and targets (N, 7, h, w) -> ``on``, ``frame``.

    ``on`` is the cross-entropy of lying on a print; ``frame`` the likelihood of the sides by a
    Laplace distribution of the predicted width, weighted as by Seitzer et al. (2022, beta 0.5),
    and of the angle in pixels at the sides' ends.
    """
    truth = target[:, 0]
    known = truth >= 0
    on = F.binary_cross_entropy_with_logits(maps[:, 0][known], truth[known])
    cells = truth > 0
    weight = target[:, 6][cells]
    guess = maps.permute(0, 2, 3, 1)[cells]
    wanted = target.permute(0, 2, 3, 1)[cells]
    loss = _frame_loss(guess, wanted[:, 1:5], wanted[:, 5])
    for way, order in zip((-90.0, 90.0), _TURNED, strict=True):
        turned = wanted[:, 1:5][:, list(order)]
        other = _frame_loss(guess, turned, wanted[:, 5] + way)
        allowed = (wanted[:, 5] * -way / 90) > _EITHER
        loss = torch.where(allowed, torch.minimum(loss, other), loss)
    frame = (loss * weight).sum() / weight.sum().clamp(min=1e-6)
    return {"on": on, "frame": frame}


def _frame_loss(guess: Tensor, sides: Tensor, angle: Tensor) -> Tensor:
    """Of each cell (M, 10), from sides (M, 4) and angle (M)."""
    error, spread = (guess[:, 1:5] - sides).abs(), guess[:, 5:9]
    likelihood = (error * torch.exp(-spread) + spread) * torch.exp(0.5 * spread.detach())
    size = (sides[:, :2] + sides[:, 2:]).amax(1) / 2
    off = (guess[:, 9] - angle).abs().deg2rad() * size
    return likelihood.mean(1) + 0.5 * off.clamp(max=_MOST) + 0.01 * off
