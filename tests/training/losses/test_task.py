"""What a step computes, and what a step changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
import torch
from skimage.color import deltaE_ciede2000

from training.config import (
    DiscriminatorConfig,
    GanMode,
    GeneratorConfig,
    LossConfig,
    RunConfig,
    StageConfig,
)
from training.data.samples import Batch
from training.engine.loop import Trainer
from training.engine.step import TrainingStep, set_up_step, step_seed
from training.losses import functional
from training.losses.feature_distance import feature_distance, semantic_distance
from training.losses.task import ColorizationTask, color_difference, sparse
from training.models.color_bins import ColorBins
from training.models.color_features import Seen
from training.models.discriminator import PatchDiscriminator
from training.models.generator import Prediction, build_generator
from training.models.latent_encoder import LatentEncoder


def batch(count: int = 5, side: int = 64, stride: int = 4) -> Batch:
    draw = torch.Generator().manual_seed(1)
    L = torch.rand(count, 1, side, side, generator=draw) * 100
    ab = torch.randn(count, 2, side // stride, side // stride, generator=draw) * 20
    return Batch(L, ab, torch.zeros(count, 3, side, side))


def task(weights: LossConfig, **changes: Any) -> ColorizationTask:
    torch.manual_seed(0)
    bins = ColorBins()
    parts: dict[str, Any] = {
        "generator": build_generator(
            GeneratorConfig("lite0", weights="none", noise_size=3, bins=True)
        ),
        "discriminator": PatchDiscriminator(DiscriminatorConfig(layers=1, channels=4), 4),
        "posterior": None,
        "bins": bins,
        "class_weights": torch.ones(len(bins)),
        "noise_size": 3,
    }
    return ColorizationTask(weights, **parts | changes)


def prediction() -> Prediction:
    draw = torch.Generator().manual_seed(2)
    return Prediction(
        torch.randn(5, 2, 16, 16, generator=draw) * 10,
        torch.randn(5, len(ColorBins()), 16, 16, generator=draw),
        torch.rand(5, 1, 16, 16, generator=draw) * 10,
    )


ALL = LossConfig(gan=0.5, l1=10.0, huber=4.0, gradient=2.0, bins=0.3, error=0.1, kl=0.02)


def test_terms_are_the_losses_of_the_batch() -> None:
    whole, data, said = task(ALL), batch(), prediction()
    terms = whole.generator_losses(data, said)
    assert set(terms) == {"l1", "huber", "gradient", "bins", "error", "gan"}
    assert terms["l1"] == functional.l1(said.ab, data.ab)
    assert terms["gradient"] == functional.gradient(said.ab, data.ab, ALL.huber_beta)
    target = whole.bins.encode(data.ab)
    assert said.bin_logits is not None
    by_pixel = torch.nn.functional.cross_entropy(said.bin_logits, target, reduction="none")
    quarters = [by_pixel[:, top::2, left::2].mean() for top in (0, 1) for left in (0, 1)]
    assert any(torch.isclose(terms["bins"], quarter) for quarter in quarters)
    assert whole.discriminator is not None
    scores = whole.discriminator(data.L, said.ab)
    torch.testing.assert_close(terms["gan"], functional.fool(scores, "bce"))


def test_the_expected_error_is_judged_in_ciede2000_and_buys_nothing() -> None:
    draw = torch.Generator().manual_seed(3)
    ab, truth = (torch.randn(2, 2, 3, 5, generator=draw) * 30 for _ in range(2))
    ab.requires_grad_()
    found = color_difference(ab, truth)
    assert found.shape == (2, 1, 3, 5)
    assert not found.requires_grad

    def lab(colors: torch.Tensor, L: float) -> npt.NDArray[np.float32]:
        bright = np.full((2, 3, 5, 1), L, np.float32)
        return np.concatenate((bright, colors.detach().permute(0, 2, 3, 1).numpy()), axis=-1)

    for L in (20.0, 90.0):  # the same whatever the lightness
        theirs = deltaE_ciede2000(lab(ab, L), lab(truth, L))
        np.testing.assert_allclose(found[:, 0], theirs, atol=1e-3)


def test_each_quarter_of_the_pixels_is_drawn_and_the_maps_stay_together() -> None:
    places = torch.arange(24.0).view(1, 1, 4, 6)
    drawn = set()
    for _ in range(60):
        some, same = sparse(places, -places)
        assert torch.equal(some, -same)
        drawn.add(tuple(some.flatten().tolist()))
    assert {len(quarter) for quarter in drawn} == {6}
    assert sorted(place for quarter in drawn for place in quarter) == places.flatten().tolist()


def features(L: torch.Tensor, ab: torch.Tensor) -> Seen:
    both = torch.cat((L[..., ::4, ::4], ab), dim=1)
    return Seen([both], both.mean(dim=(2, 3)))


@pytest.mark.parametrize("name", ["perceptual", "semantic"])
def test_what_is_seen_in_the_answers_is_to_be_what_is_seen_in_the_truth(name: str) -> None:
    data, said = batch(), prediction()
    losses = LossConfig(**dict[str, Any]({name: 1.0}))
    terms = task(losses, features=features).generator_losses(data, said)
    assert set(terms) == {"l1", name}
    L, some, true = data.L[::2], said.ab[::2], data.ab[::2]  # those whose z is zero
    own, wanted = features(L, some), features(L, true)
    expected = {
        "perceptual": feature_distance(own.maps, wanted.maps),
        "semantic": semantic_distance(own.summary, wanted.summary),
    }
    torch.testing.assert_close(terms[name], expected[name])


def test_answers_agree_with_those_at_other_sizes_where_noise_and_points_have_no_say() -> None:
    data, said = batch(), prediction()
    data.hints[2, 2, 5, 5] = 1.0

    def elsewhere(L: torch.Tensor) -> torch.Tensor:
        assert torch.equal(L, data.L[[0, 4]])  # 1 and 3 have a z, and 2 has a point
        return torch.zeros(2, 2, 16, 16)

    weights = LossConfig(consistency=1.0)
    terms = task(weights, elsewhere=elsewhere).generator_losses(data, said)
    expected = functional.huber(said.ab[[0, 4]], torch.zeros(2, 2, 16, 16), weights.huber_beta)
    torch.testing.assert_close(terms["consistency"], expected)


def test_a_batch_full_of_points_has_nothing_to_agree_on() -> None:
    data = batch()
    data.hints[:, 2] = 1.0
    whole = task(LossConfig(consistency=1.0), elsewhere=lambda L: L / 0)
    assert whole.generator_losses(data, prediction())["consistency"] == 0


def test_a_weight_of_zero_leaves_a_term_out_but_l1_is_always_shown() -> None:
    terms = task(LossConfig(huber=1.0)).generator_losses(batch(), prediction())
    assert set(terms) == {"l1", "huber"}


def test_the_total_weighs_each_term() -> None:
    terms = {"l1": torch.tensor(1.0), "gan": torch.tensor(2.0), "kl": torch.tensor(3.0)}
    assert float(task(ALL).total(terms)) == pytest.approx(10 * 1 + 0.5 * 2 + 0.02 * 3)


def test_the_reference_is_gan_plus_hundred_l1() -> None:
    reference = task(LossConfig(gan=1.0, l1=100.0))
    terms = reference.generator_losses(batch(), prediction())
    expected = terms["gan"] + 100 * terms["l1"]
    torch.testing.assert_close(reference.total(terms), expected)


def seen_noise(
    whole: ColorizationTask, data: Batch
) -> tuple[torch.Tensor, dict[str, torch.Tensor]]:
    seen: list[torch.Tensor] = []
    vars(whole)["generator"] = lambda _L, _hints, z: seen.append(z)
    _, terms = whole.predict(data)
    return seen[0], terms


def test_half_of_the_samples_learn_the_default() -> None:
    z, terms = seen_noise(task(LossConfig(l1=1.0)), batch())
    assert not z[0::2].any()
    assert z[1::2].all()
    assert terms == {}


def test_the_other_half_gets_the_posteriors_noise() -> None:
    posterior = LatentEncoder(3, 4)
    with torch.no_grad():
        posterior.head.weight.zero_()
        posterior.head.bias[:] = torch.tensor([1.0, -2.0, 3.0, -8.0, -8.0, -8.0])
    z, terms = seen_noise(task(ALL, posterior=posterior), batch())
    assert not z[0::2].any()
    torch.testing.assert_close(
        z[1::2], torch.tensor([[1.0, -2.0, 3.0]]).expand(2, 3), atol=0.1, rtol=0
    )
    assert terms["kl"].item() > 1


def test_a_sample_with_colour_points_gets_no_noise() -> None:
    data = batch()
    data.hints[1, 2, 5, 5] = 1
    z, _ = seen_noise(task(LossConfig(l1=1.0)), data)
    assert not z[1].any()
    assert z[3::2].all()


def test_without_noise_there_is_none() -> None:
    z, terms = seen_noise(task(ALL, noise_size=0), batch())
    assert z is None
    assert terms == {}


def test_the_discriminators_loss_does_not_reach_the_generator() -> None:
    whole = task(LossConfig(gan=1.0))
    ab = prediction().ab.requires_grad_()
    terms = whole.discriminator_losses(batch(), ab)
    assert set(terms) == {"d_real", "d_fake"}
    (terms["d_real"] + terms["d_fake"]).backward()
    assert ab.grad is None


def test_a_stage_without_a_discriminator_has_no_loss_of_it() -> None:
    with pytest.raises(RuntimeError, match="no discriminator"):
        task(ALL, discriminator=None).discriminator_losses(batch(), prediction().ab)


@pytest.fixture
def step(
    recipe: Callable[..., RunConfig], stage: StageConfig, trainer: Callable[..., Trainer]
) -> Callable[..., tuple[TrainingStep, Trainer]]:
    """``step(losses)``: one stage, set up."""

    def build(weights: LossConfig) -> tuple[TrainingStep, Trainer]:
        only = replace(stage, losses=weights)
        run = trainer(recipe(only))
        args = (run.networks, run.fabric, run.bins, run.prior)
        return set_up_step(run.config, only, *args), run

    return build


def parameters(module: torch.nn.Module) -> list[torch.Tensor]:
    return [p.detach().clone() for p in module.parameters()]


def moved(before: list[torch.Tensor], module: torch.nn.Module) -> bool:
    return any(not torch.equal(a, b) for a, b in zip(before, module.parameters(), strict=True))


@pytest.mark.parametrize("mode", ["bce", "lsgan", "hinge"])
def test_the_networks_are_changed_in_turn(
    step: Callable[..., tuple[TrainingStep, Trainer]],
    monkeypatch: pytest.MonkeyPatch,
    mode: GanMode,
) -> None:
    gan, run = step(LossConfig(gan=1.0, l1=1.0, gan_mode=mode))
    generator, discriminator = run.networks.generator, run.networks.discriminator
    turns: list[tuple[bool, bool, bool]] = []
    descend = TrainingStep._descend

    def watch(self: TrainingStep, loss: torch.Tensor, optimizer: Any) -> None:
        before = parameters(generator), parameters(discriminator)
        grads = [p.grad.clone() for p in discriminator.parameters() if p.grad is not None]
        descend(self, loss, optimizer)
        moves = moved(before[0], generator), moved(before[1], discriminator)
        turns.append((optimizer is self.optimizer_d, *moves))
        if optimizer is self.optimizer_g:  # nothing of its loss is left in the discriminator
            after = [p.grad for p in discriminator.parameters() if p.grad is not None]
            assert all(torch.equal(a, b) for a, b in zip(grads, after, strict=True))

    monkeypatch.setattr(TrainingStep, "_descend", watch)
    terms = gan(batch(2, 256, 1), run.progress, 8)
    assert turns == [(True, False, True), (False, True, False)]
    assert set(terms) == {"l1", "gan", "d_real", "d_fake", "total"}
    assert not any(term.requires_grad for term in terms.values())


def test_without_the_adversary_the_discriminator_rests(
    step: Callable[..., tuple[TrainingStep, Trainer]],
) -> None:
    plain, run = step(LossConfig(l1=1.0))
    before = parameters(run.networks.discriminator)
    terms = plain(batch(2, 256, 1), run.progress, 8)
    assert not moved(before, run.networks.discriminator)
    assert set(terms) == {"l1", "total"}
    assert set(plain.optimizers()) == {"generator"}


def test_a_step_improves_what_it_is_told_to(
    step: Callable[..., tuple[TrainingStep, Trainer]],
) -> None:
    plain, run = step(LossConfig(l1=1.0))
    data = batch(2, 256, 1)
    data = data._replace(ab=torch.full_like(data.ab, 30.0))
    found = [float(plain(data, run.progress, 10_000)["l1"]) for _ in range(30)]
    assert found[-1] < 0.8 * found[0]


def test_the_backbone_learns_at_its_share_of_the_rate(
    recipe: Callable[..., RunConfig], stage: StageConfig, trainer: Callable[..., Trainer]
) -> None:
    slow = replace(stage, lr_generator=1e-3, backbone_rate=0.25, losses=LossConfig(l1=1.0))
    network = GeneratorConfig("lite0", weights="none")
    run = trainer(replace(recipe(slow), generator=network))
    step = set_up_step(run.config, slow, run.networks, run.fabric, run.bins, run.prior)
    step(batch(2, 64, 4), run.progress, 8)
    of = {p: group["lr"] for group in step.optimizer_g.param_groups for p in group["params"]}
    generator = run.networks.generator
    assert of.keys() == set(generator.parameters())
    encoder = set(generator.get_submodule("encoder").parameters())
    assert {of[p] / 1e-3 for p in of} == {1.0, 0.25}
    assert all(of[p] / 1e-3 == (0.25 if p in encoder else 1.0) for p in of)


def test_seeds_of_steps_and_processes_differ() -> None:
    seeds = {step_seed(s, n, r) for s in range(3) for n in range(500) for r in range(8)}
    assert len(seeds) == 3 * 500 * 8
