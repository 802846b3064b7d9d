"""Loss terms: the base class of the generator's losses, and the inputs that they are given."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, Final, Literal, NamedTuple

import torch
from torch import Tensor

from training.config import RunConfig, StageConfig
from training.data.samples import Batch
from training.models.color_bins import ColorBins
from training.models.color_features import ColorFeatureMaps
from training.models.discriminator import Discriminator
from training.models.generator import Prediction

#: ab is taken as ab/110 by losses on colours; quadratic below so much of it, linear above.
HUBER_BETA: Final = 0.025

#: L (N, 1, H, W) and ab (N, 2, h, w) -> what a fixed network sees in them.
FeatureExtractor = Callable[[Tensor, Tensor], ColorFeatureMaps]

#: L (N, 1, H, W) -> ab (N, 2, h, w) of the same pictures as the teacher sees them.
Teacher = Callable[[Tensor], Tensor]

#: What a stage sets up only where a term asks for it.
Part = Literal["features", "teacher", "discriminator", "latent_encoder"]


class LatentDistribution(NamedTuple):
    """What the latent encoder says of z for every second sample."""

    mean: Tensor  # (N / 2, Z)
    log_variance: Tensor  # (N / 2, Z)


@dataclass(frozen=True, eq=False)
class LossParts:
    """What the terms of a stage share."""

    bins: ColorBins
    prior: Tensor  # (Q,): how often each bin occurs in the photographs
    features: FeatureExtractor | None = None
    teacher: Teacher | None = None
    discriminator: Discriminator | None = None


@dataclass(eq=False)
class LossInputs:
    """A batch, the generator's answers to it, and what is worked out of them once for all terms."""

    batch: Batch
    prediction: Prediction
    parts: LossParts
    latent: LatentDistribution | None = None

    @cached_property
    def features(self) -> tuple[ColorFeatureMaps, ColorFeatureMaps]:
        """What a fixed network sees in the answers and in the truth.

        Of every second sample, those without noise: it costs as much as the generator.
        """
        extract = self.parts.features
        if extract is None:
            raise RuntimeError("this stage has set up no features")
        L = self.batch.L[::2]
        with torch.no_grad():
            truth = extract(L, self.batch.ab[::2])
        return extract(L, self.prediction.ab[::2]), truth


@dataclass(frozen=True)
class LossTerm(ABC):
    """One summand; its fields are what a recipe may set, ``weight`` first."""

    name: ClassVar[str]
    needs: ClassVar[frozenset[Part]] = frozenset()

    weight: float

    @abstractmethod
    def __call__(self, inputs: LossInputs) -> Tensor:
        """The loss, a scalar, without its weight."""

    def problem(self, run: RunConfig, stage: StageConfig) -> str | None:
        """What the recipe lacks for it, as the end of "has the loss NAME, which "."""
        del run, stage
        return None


def has_hints(hints: Tensor) -> Tensor:
    """Which samples (N,) of hints (N, 3, H, W) have a colour point."""
    return hints[:, 2].amax(dim=(1, 2)) > 0


def subsample_pixels(*maps: Tensor) -> tuple[Tensor, ...]:
    """A quarter of the pixels of maps (N, ., h, w): every second row and column.

    Which ones is drawn anew for each step, so the mean over them is that of all. The softmax over
    hundreds of bins at every pixel was a quarter of a step; neighbours say much the same.
    """
    top, left = torch.randint(2, (2,)).tolist()
    return tuple(m[..., top::2, left::2] for m in maps)
