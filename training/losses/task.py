"""What a step computes: networks and a batch in, a dict of losses out. No loop, no optimizer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional as F

from training.config import LossConfig
from training.data.samples import Batch
from training.losses import functional
from training.losses.ciede2000 import delta_e_2000
from training.losses.consistency import Elsewhere
from training.losses.feature_distance import feature_distance, semantic_distance
from training.models.color_bins import ColorBins
from training.models.color_features import Seen
from training.models.discriminator import Discriminator
from training.models.generator import Generator, Prediction
from training.models.latent_encoder import LatentEncoder

Losses = dict[str, Tensor]

#: L and ab -> what a fixed network sees in them, as `ColorFeatures` does.
Features = Callable[[Tensor, Tensor], Seen]


@dataclass
class ColorizationTask:
    """The conditional GAN: G = gan * cGAN + l1 * L1 + what else a stage's config weighs in."""

    weights: LossConfig
    generator: Generator
    discriminator: Discriminator | None
    posterior: LatentEncoder | None
    bins: ColorBins
    class_weights: Tensor  # (Q,)
    noise_size: int
    features: Features | None = None  # for the losses perceptual and semantic
    elsewhere: Elsewhere | None = None  # for the loss consistency

    def predict(self, batch: Batch) -> tuple[Prediction, Losses]:
        """The generator's answer, and what its noise cost."""
        z, noise_losses = self._noise(batch)
        return self.generator(batch.L, batch.hints, z), noise_losses

    def _noise(self, batch: Batch) -> tuple[Tensor | None, Losses]:
        """Noise z for every sample: zero for half of them, so that zero is learnt as the default.

        The other half gets the posterior's z where there is a latent encoder, else N(0, 1). A
        sample with colour points gets zero too: a z that knows the truth would explain its colours
        and the network would learn to do without the points.
        """
        if not self.noise_size:
            return None, {}
        L, ab = batch.L, batch.ab
        odd = torch.arange(len(L), device=L.device) % 2
        used = (odd * ~hinted(batch.hints)).to(L.dtype)[:, None]  # (N, 1)
        z = torch.randn(len(L), self.noise_size, device=L.device)
        if self.posterior is None:
            return z * used, {}
        mean, log_variance = self.posterior(L[1::2], ab[1::2])
        sampled = mean + z[1::2] * torch.exp(0.5 * log_variance)
        z = torch.zeros_like(z).index_copy(0, torch.arange(1, len(L), 2, device=L.device), sampled)
        return z * used, {"kl": functional.kl_to_normal(mean, log_variance)}

    def generator_losses(self, batch: Batch, prediction: Prediction) -> Losses:
        """Unweighted terms of the generator's loss; `total` weighs and adds them."""
        w, ab, truth = self.weights, prediction.ab, batch.ab
        terms: Losses = {"l1": functional.l1(ab, truth)}  # always there: every plot shows it
        if w.huber:
            terms["huber"] = functional.huber(ab, truth, w.huber_beta)
        if w.gradient:
            terms["gradient"] = functional.gradient(ab, truth, w.huber_beta)
        if w.sees and self.features is not None:
            terms |= self._seen(batch, ab, self.features)
        if w.consistency and self.elsewhere is not None:
            terms["consistency"] = self._consistency(batch, ab, self.elsewhere)
        if w.bins and prediction.bin_logits is not None:
            logits, colors = sparse(prediction.bin_logits, truth)
            target = self.bins.encode(colors)
            terms["bins"] = functional.bins(logits, target, self.class_weights)
        if w.error and prediction.error is not None:
            expected, *both = sparse(prediction.error, ab, truth)
            terms["error"] = functional.own_error(expected, color_difference(*both))
        if w.gan and self.discriminator is not None:
            terms["gan"] = functional.fool(self.discriminator(batch.L, ab), w.gan_mode)
        return terms

    def _seen(self, batch: Batch, ab: Tensor, features: Features) -> Losses:
        """Distances of what a fixed network sees in the answers and in the truth.

        Every second sample, those without noise, will do: it costs as much as the generator.
        """
        L, w = batch.L[::2], self.weights
        with torch.no_grad():
            true = features(L, batch.ab[::2])
        own = features(L, ab[::2])
        terms: Losses = {}
        if w.perceptual:
            terms["perceptual"] = feature_distance(own.maps, true.maps)
        if w.semantic:
            terms["semantic"] = semantic_distance(own.summary, true.summary)
        return terms

    def _consistency(self, batch: Batch, ab: Tensor, elsewhere: Elsewhere) -> Tensor:
        """Huber of the answers without noise or colour points and those given elsewhere."""
        plain = ~hinted(batch.hints[::2])  # every second sample: see `_noise`
        if not plain.any():
            return ab.new_zeros(())
        told = elsewhere(batch.L[::2][plain])
        return functional.huber(ab[::2][plain], told, self.weights.huber_beta)

    def total(self, terms: Losses) -> Tensor:
        """Sum of the terms by the config's weights."""
        weighted = [getattr(self.weights, name) * term for name, term in terms.items()]
        return torch.stack(weighted).sum()

    def discriminator_losses(self, batch: Batch, ab: Tensor) -> Losses:
        """The discriminator's loss on real colours and on the generator's (detached)."""
        if self.discriminator is None:
            raise RuntimeError("this stage has no discriminator")
        mode = self.weights.gan_mode
        real = self.discriminator(batch.L, batch.ab)
        fake = self.discriminator(batch.L, ab.detach())
        return {
            "d_real": functional.adversarial(real, real=True, mode=mode),
            "d_fake": functional.adversarial(fake, real=False, mode=mode),
        }


def sparse(*maps: Tensor) -> tuple[Tensor, ...]:
    """A quarter of the pixels of maps (N, ., h, w): every second row and column.

    Which ones is drawn anew for each step, so the mean over them is that of all. The softmax over
    hundreds of bins at every pixel was a quarter of a step; neighbours say much the same.
    """
    top, left = torch.randint(2, (2,)).tolist()
    return tuple(m[..., top::2, left::2] for m in maps)


def color_difference(ab: Tensor, truth: Tensor) -> Tensor:
    """CIEDE2000 (N, 1, h, w) of two ab (N, 2, h, w) at the same L*, which then does not matter.

    Nothing descends through it: the network learns to know its error, it cannot buy a small one.
    """
    colors = (F.pad(c.detach().float(), (0, 0, 0, 0, 1, 0)).movedim(1, -1) for c in (ab, truth))
    found = delta_e_2000(*(lab.cpu().numpy() for lab in colors))
    return torch.from_numpy(found).to(ab.device)[:, None]


def hinted(hints: Tensor) -> Tensor:
    """Which samples (N,) of hints (N, 3, H, W) have a colour point."""
    return hints[:, 2].amax(dim=(1, 2)) > 0
