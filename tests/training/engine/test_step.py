"""What a step changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
import torch

from training.config import GeneratorConfig, RunConfig, StageConfig
from training.data.samples import Batch
from training.engine.loop import Trainer
from training.engine.step import TrainingStep, set_up_step, step_seed


def batch(count: int = 5, side: int = 64, stride: int = 4) -> Batch:
    draw = torch.Generator().manual_seed(1)
    L = torch.rand(count, 1, side, side, generator=draw) * 100
    ab = torch.randn(count, 2, side // stride, side // stride, generator=draw) * 20
    return Batch(L, ab, torch.zeros(count, 3, side, side))


@pytest.fixture
def step(
    recipe: Callable[..., RunConfig], stage: StageConfig, trainer: Callable[..., Trainer]
) -> Callable[..., tuple[TrainingStep, Trainer]]:
    """``step(l1=1.0)``: one stage, set up."""

    def build(**losses: object) -> tuple[TrainingStep, Trainer]:
        only = replace(stage, losses=losses)
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
    step: Callable[..., tuple[TrainingStep, Trainer]], monkeypatch: pytest.MonkeyPatch, mode: str
) -> None:
    gan, run = step(gan={"weight": 1.0, "mode": mode}, l1=1.0)
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
    plain, run = step(l1=1.0)
    before = parameters(run.networks.discriminator)
    terms = plain(batch(2, 256, 1), run.progress, 8)
    assert not moved(before, run.networks.discriminator)
    assert set(terms) == {"l1", "total"}
    assert set(plain.optimizers()) == {"generator"}


def test_a_step_improves_what_it_is_told_to(
    step: Callable[..., tuple[TrainingStep, Trainer]],
) -> None:
    plain, run = step(l1=1.0)
    data = batch(2, 256, 1)
    data = data._replace(ab=torch.full_like(data.ab, 30.0))
    found = [float(plain(data, run.progress, 10_000)["l1"]) for _ in range(30)]
    assert found[-1] < 0.8 * found[0]


def test_the_backbone_learns_at_its_share_of_the_rate(
    recipe: Callable[..., RunConfig], stage: StageConfig, trainer: Callable[..., Trainer]
) -> None:
    slow = replace(stage, lr_generator=1e-3, backbone_rate=0.25, losses={"l1": 1.0})
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
