"""Perceptual and semantic loss: distances of a fixed network's feature maps and pooled features."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

import torch
from torch import Tensor
from torch.nn import functional as F

from training.losses.term import LossInputs, LossTerm, Part


def perceptual_distance(features: Tensor, truth: Tensor) -> Tensor:
    """Feature maps (M, C, h, w) and (1, C, h, w) -> M squared distances of unit channel vectors.

    The mean over places of one stage of LPIPS (Zhang et al., 2018, eq. 1) with every channel's
    weight 1; 0 is equal and 2 is orthogonal everywhere.
    """
    difference = F.normalize(features, dim=1) - F.normalize(truth, dim=1)
    return difference.square().sum(dim=1).mean(dim=(1, 2))


def feature_distance(maps: Sequence[Tensor], truth: Sequence[Tensor]) -> Tensor:
    """Mean over maps and photos of `perceptual_distance`: 0 is equal, 2 is opposite everywhere."""
    pairs = zip(maps, truth, strict=True)
    distances = [perceptual_distance(own.float(), true.float()).mean() for own, true in pairs]
    return torch.stack(distances).mean()


def semantic_distance(summary: Tensor, truth: Tensor) -> Tensor:
    """Mean over photos of the squared distance of unit vectors (N, C): 0 is equal, 4 opposite."""
    return feature_distance([summary[..., None, None]], [truth[..., None, None]])


@dataclass(frozen=True)
class PerceptualLoss(LossTerm):
    """`feature_distance` of a fixed Lite0's feature maps (Johnson et al., 2016)."""

    name: ClassVar[str] = "perceptual"
    needs: ClassVar[frozenset[Part]] = frozenset({"features"})

    def __call__(self, inputs: LossInputs) -> Tensor:
        """See `LossTerm`."""
        own, truth = inputs.features
        return feature_distance(own.maps, truth.maps)


@dataclass(frozen=True)
class SemanticLoss(LossTerm):
    """`semantic_distance` of a fixed Lite0's pooled features, by which it tells what is there."""

    name: ClassVar[str] = "semantic"
    needs: ClassVar[frozenset[Part]] = frozenset({"features"})

    def __call__(self, inputs: LossInputs) -> Tensor:
        """See `LossTerm`."""
        own, truth = inputs.features
        return semantic_distance(own.summary, truth.summary)
