"""KL divergence of the latent encoder's z from the N(0, 1) that it is drawn from at use."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from torch import Tensor

from training.config import RunConfig, StageConfig
from training.losses.term import LossInputs, LossTerm, Part


def kl_to_normal(mean: Tensor, log_variance: Tensor) -> Tensor:
    """KL(N(mean, var) || N(0, 1)) in nats per sample (Kingma & Welling, 2014, appendix B)."""
    return -0.5 * (1 + log_variance - mean.square() - log_variance.exp()).sum(dim=1).mean()


@dataclass(frozen=True)
class LatentDivergence(LossTerm):
    """`kl_to_normal` of the z that the latent encoder gives; without it z is drawn from N(0, 1)."""

    name: ClassVar[str] = "kl"
    needs: ClassVar[frozenset[Part]] = frozenset({"latent_encoder"})

    def __call__(self, inputs: LossInputs) -> Tensor:
        """See `LossTerm`."""
        if inputs.latent is None:
            raise RuntimeError("this stage has no latent encoder")
        return kl_to_normal(*inputs.latent)

    def problem(self, run: RunConfig, stage: StageConfig) -> str | None:
        """See `LossTerm`."""
        if not run.generator.noise_size:
            return "needs a noise_size in [generator]"
        return "needs a batch_size of 2 or more" if stage.batch_size < 2 else None
