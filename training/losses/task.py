"""What a step computes: networks and a batch in, a dict of losses out. No loop, no optimizer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from training.data.samples import Batch
from training.losses.adversarial import AdversarialLoss, discriminator_loss
from training.losses.term import (
    LatentDistribution,
    LossInputs,
    LossParts,
    LossTerm,
    has_hints,
)
from training.models.generator import Generator
from training.models.latent_encoder import LatentEncoder

Losses = dict[str, Tensor]


@dataclass
class ColorizationTask:
    """The conditional GAN: G = the weighed sum of a stage's terms, the adversarial one among them.

    The generator's answer is asked for once a step (`predict`); both sides are judged by it.
    """

    terms: Sequence[LossTerm]
    parts: LossParts
    generator: Generator
    latent_encoder: LatentEncoder | None
    noise_size: int

    def predict(self, batch: Batch) -> LossInputs:
        """The generator's answer to a batch, for the losses."""
        z, latent = self._noise(batch)
        prediction = self.generator(batch.L, batch.hints, z)
        return LossInputs(batch, prediction, self.parts, latent)

    def _noise(self, batch: Batch) -> tuple[Tensor | None, LatentDistribution | None]:
        """Noise z for every sample: zero for half of them, so that zero is learnt as the default.

        The other half gets that of the latent encoder where there is one, else N(0, 1). A sample
        with colour points gets zero too: a z that knows the truth would explain its colours and the
        network would learn to do without the points.
        """
        if not self.noise_size:
            return None, None
        L, ab = batch.L, batch.ab
        odd = torch.arange(len(L), device=L.device) % 2
        used = (odd * ~has_hints(batch.hints)).to(L.dtype)[:, None]  # (N, 1)
        z = torch.randn(len(L), self.noise_size, device=L.device)
        if self.latent_encoder is None:
            return z * used, None
        latent = LatentDistribution(*self.latent_encoder(L[1::2], ab[1::2]))
        sampled = latent.mean + z[1::2] * torch.exp(0.5 * latent.log_variance)
        z = torch.zeros_like(z).index_copy(0, torch.arange(1, len(L), 2, device=L.device), sampled)
        return z * used, latent

    def generator_losses(self, inputs: LossInputs) -> Losses:
        """Unweighted terms of the generator's loss; `total` weighs and adds them."""
        return {term.name: term(inputs) for term in self.terms}

    def total(self, losses: Losses) -> Tensor:
        """Sum of the terms by their weights."""
        return torch.stack([term.weight * losses[term.name] for term in self.terms]).sum()

    def discriminator_losses(self, inputs: LossInputs) -> Losses:
        """The discriminator's loss on real colours and on the generator's (detached)."""
        adversarial = [term for term in self.terms if isinstance(term, AdversarialLoss)]
        if self.parts.discriminator is None or not adversarial:
            raise RuntimeError("this stage has no discriminator")
        batch, mode = inputs.batch, adversarial[0].mode
        real = self.parts.discriminator(batch.L, batch.ab)
        fake = self.parts.discriminator(batch.L, inputs.prediction.ab.detach())
        return {
            "d_real": discriminator_loss(real, real=True, mode=mode),
            "d_fake": discriminator_loss(fake, real=False, mode=mode),
        }
