"""What a step computes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
import torch

from training.config import DiscriminatorConfig, GeneratorConfig
from training.data.samples import Batch
from training.losses.adversarial import AdversarialLoss, generator_loss
from training.losses.bin_cross_entropy import BinLoss
from training.losses.color_distance import GradientLoss, HuberLoss, L1Loss, gradient, l1
from training.losses.error_estimate import ErrorEstimateLoss
from training.losses.latent_divergence import LatentDivergence, kl_to_normal
from training.losses.task import ColorizationTask
from training.losses.term import LatentDistribution, LossInputs, LossParts, LossTerm
from training.models.color_bins import ColorBins
from training.models.discriminator import PatchDiscriminator
from training.models.generator import Prediction, build_generator
from training.models.latent_encoder import LatentEncoder

ALL = (
    L1Loss(10.0),
    HuberLoss(4.0),
    GradientLoss(2.0),
    BinLoss(0.3),
    ErrorEstimateLoss(0.1),
    AdversarialLoss(0.5),
)


def task(terms: Sequence[LossTerm] = ALL, **changes: Any) -> ColorizationTask:
    torch.manual_seed(0)
    bins = ColorBins()
    discriminator = PatchDiscriminator(DiscriminatorConfig(layers=1, channels=4), 4)
    prior = torch.full((len(bins),), 1 / len(bins))
    made: dict[str, Any] = {
        "parts": LossParts(bins, prior, discriminator=discriminator),
        "generator": build_generator(
            GeneratorConfig("lite0", weights="none", noise_size=3, bins=True)
        ),
        "latent_encoder": None,
        "noise_size": 3,
    }
    return ColorizationTask(terms, **made | changes)


def test_terms_are_the_losses_of_the_batch(batch: Batch, prediction: Prediction) -> None:
    whole = task()
    losses = whole.generator_losses(LossInputs(batch, prediction, whole.parts))
    assert list(losses) == ["l1", "huber", "gradient", "bins", "error", "gan"]
    assert losses["l1"] == l1(prediction.ab, batch.ab)
    assert losses["gradient"] == gradient(prediction.ab, batch.ab, 0.025)
    assert prediction.bin_logits is not None
    target = whole.parts.bins.encode(batch.ab)
    by_pixel = torch.nn.functional.cross_entropy(prediction.bin_logits, target, reduction="none")
    quarters = [by_pixel[:, top::2, left::2].mean() for top in (0, 1) for left in (0, 1)]
    assert any(torch.isclose(losses["bins"], quarter) for quarter in quarters)
    assert whole.parts.discriminator is not None
    scores = whole.parts.discriminator(batch.L, prediction.ab)
    torch.testing.assert_close(losses["gan"], generator_loss(scores, "bce"))


def test_the_total_weighs_each_term() -> None:
    losses = {term.name: torch.tensor(i + 1.0) for i, term in enumerate(ALL)}
    expected = 10 * 1 + 4 * 2 + 2 * 3 + 0.3 * 4 + 0.1 * 5 + 0.5 * 6
    assert float(task().total(losses)) == pytest.approx(expected)


def noise(whole: ColorizationTask, data: Batch) -> tuple[Any, LatentDistribution | None]:
    """The z that the generator is given, and what the latent encoder says."""
    seen: list[torch.Tensor] = []
    vars(whole)["generator"] = lambda _L, _hints, z: seen.append(z)
    inputs = whole.predict(data)
    return seen[0], inputs.latent


def test_half_of_the_samples_learn_the_default(batch: Batch) -> None:
    z, latent = noise(task(), batch)
    assert not z[0::2].any()
    assert z[1::2].all()
    assert latent is None


def test_the_other_half_gets_the_latent_encoders_noise(batch: Batch) -> None:
    encoder = LatentEncoder(3, 4)
    with torch.no_grad():
        encoder.head.weight.zero_()
        encoder.head.bias[:] = torch.tensor([1.0, -2.0, 3.0, -8.0, -8.0, -8.0])
    whole = task(latent_encoder=encoder)
    z, latent = noise(whole, batch)
    assert not z[0::2].any()
    told = torch.tensor([[1.0, -2.0, 3.0]]).expand(2, 3)
    torch.testing.assert_close(z[1::2], told, atol=0.1, rtol=0)
    assert latent is not None
    inputs = LossInputs(batch, Prediction(batch.ab), whole.parts, latent)
    assert LatentDivergence(1.0)(inputs) == kl_to_normal(told, torch.full((2, 3), -8.0))


def test_a_sample_with_colour_points_gets_no_noise(batch: Batch) -> None:
    batch.hints[1, 2, 5, 5] = 1
    z, _ = noise(task(), batch)
    assert not z[1].any()
    assert z[3::2].all()


def test_without_noise_there_is_none(batch: Batch) -> None:
    assert noise(task(noise_size=0), batch) == (None, None)


def test_the_discriminators_loss_does_not_reach_the_generator(
    batch: Batch, prediction: Prediction
) -> None:
    whole = task()
    ab = prediction.ab.requires_grad_()
    losses = whole.discriminator_losses(LossInputs(batch, prediction, whole.parts))
    assert set(losses) == {"d_real", "d_fake"}
    (losses["d_real"] + losses["d_fake"]).backward()
    assert ab.grad is None


@pytest.mark.parametrize("terms", [ALL, ALL[:-1]])
def test_a_stage_without_a_discriminator_has_no_loss_of_it(
    terms: Sequence[LossTerm], batch: Batch, prediction: Prediction
) -> None:
    whole = task(terms)
    if terms is ALL:
        whole.parts = LossParts(whole.parts.bins, whole.parts.prior)
    with pytest.raises(RuntimeError, match="no discriminator"):
        whole.discriminator_losses(LossInputs(batch, prediction, whole.parts))
