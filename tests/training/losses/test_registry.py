from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from training.config import ConfigError, GeneratorConfig, RunConfig, StageConfig
from training.losses.adversarial import AdversarialLoss
from training.losses.color_distance import HuberLoss, L1Loss
from training.losses.registry import TERMS, loss_terms

Recipe = Callable[..., RunConfig]
LITE = GeneratorConfig("lite0", weights="none", noise_size=3, bins=True)


def test_terms_go_by_their_own_names() -> None:
    assert {name: term.name for name, term in TERMS.items()} == dict(zip(TERMS, TERMS, strict=True))


def test_a_term_is_a_weight_or_a_table(recipe: Recipe, stage: StageConfig) -> None:
    losses = {"huber": 4, "gan": {"weight": 0.1, "mode": "hinge"}}
    terms = loss_terms(recipe(), replace(stage, losses=losses))
    assert terms == [L1Loss(0.0), HuberLoss(4.0), AdversarialLoss(0.1, mode="hinge")]


def test_a_weight_of_zero_leaves_a_term_out_but_l1_is_always_shown(
    recipe: Recipe, stage: StageConfig
) -> None:
    assert loss_terms(recipe(), replace(stage, losses={"huber": 0.0})) == [L1Loss(0.0)]
    assert loss_terms(recipe(), replace(stage, losses={"l1": 100})) == [L1Loss(100.0)]


def test_every_term_can_be_had(recipe: Recipe, stage: StageConfig) -> None:
    whole = replace(stage, losses=dict.fromkeys(TERMS, 1.0), size=64, other_sizes=(96,))
    assert [term.name for term in loss_terms(recipe(generator=LITE), whole)] == list(TERMS)


@pytest.mark.parametrize(
    ("generator", "losses", "words"),
    [
        ({}, {"l2": 1.0}, "has the loss l2: there are l1, huber"),
        ({}, {"huber": {"weight": 1.0, "delta": 2.0}}, "has the loss huber: .*delta"),
        ({}, {"huber": {"beta": 1.0}}, "has the loss huber: .*weight"),
        ({}, {"huber": "much"}, "has the loss huber: .*much"),
        ({}, {"gan": {"weight": 1.0, "mode": "wgan"}}, "has the loss gan: .*mode"),
        ({"bins": False}, {"bins": 1.0}, "bins = true"),
        ({"noise_size": 0}, {"kl": 1.0}, "noise_size"),
        ({}, {"consistency": 1.0}, "other_sizes"),
        ({"kind": "unet"}, {"error": 1.0}, "only the Lites"),
    ],
)
def test_a_loss_that_nothing_answers_to_is_an_error(
    recipe: Recipe,
    stage: StageConfig,
    generator: dict[str, object],
    losses: dict[str, object],
    words: str,
) -> None:
    run = recipe(generator=replace(LITE, **generator))  # type: ignore[arg-type]
    with pytest.raises(ConfigError, match=words) as caught:
        loss_terms(run, replace(stage, losses=losses))
    assert "stage 'one' of 'test'" in str(caught.value)


def test_one_sample_has_no_other_half_for_a_latent_encoder(
    recipe: Recipe, stage: StageConfig
) -> None:
    alone = replace(stage, losses={"kl": 1.0}, batch_size=1)
    with pytest.raises(ConfigError, match="batch_size of 2"):
        loss_terms(recipe(generator=LITE), alone)
