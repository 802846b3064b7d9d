"""Loss terms: pure functions of tensors. ab comes in Lab units and counts as ab/110 (-1..1)."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from core.color import AB_SCALE
from training.config import GanMode


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


def bins(logits: Tensor, target: Tensor, class_weights: Tensor) -> Tensor:
    """Cross-entropy (N, Q, h, w) against bin indices (N, h, w), weighed by class.

    The mean is over pixels, not over weights: rare colours count more, and a batch of them more
    than a batch of grey ones.
    """
    per_pixel = F.cross_entropy(logits.float(), target, reduction="none")
    return (per_pixel * class_weights[target]).mean()


def own_error(predicted: Tensor, actual: Tensor) -> Tensor:
    """How wrong the network is about its own error, both in units of CIEDE2000, here in tens."""
    return F.smooth_l1_loss(predicted / 10, actual / 10)


def kl_to_normal(mean: Tensor, log_variance: Tensor) -> Tensor:
    """KL(N(mean, var) || N(0, 1)) in nats per sample (Kingma & Welling, 2014, appendix B)."""
    return -0.5 * (1 + log_variance - mean.square() - log_variance.exp()).sum(dim=1).mean()


def adversarial(logits: Tensor, *, real: bool, mode: GanMode) -> Tensor:
    """What a score costs whoever wants it to say ``real`` (or fake).

    bce: Goodfellow et al., 2014 (non-saturating, with logits); lsgan: Mao et al., 2017; hinge:
    Lim & Ye, 2017, of which this is the discriminator's half, see `fool`.
    """
    sign = 1.0 if real else -1.0
    if mode == "hinge":
        return F.relu(1 - sign * logits).mean()
    target = torch.full_like(logits, 1.0 if real else 0.0)
    if mode == "lsgan":
        return F.mse_loss(logits, target)
    return F.binary_cross_entropy_with_logits(logits, target)


def fool(logits: Tensor, mode: GanMode) -> Tensor:
    """The generator's adversarial loss: its fakes are to be taken for real."""
    return -logits.mean() if mode == "hinge" else adversarial(logits, real=True, mode=mode)
