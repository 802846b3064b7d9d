from __future__ import annotations

import math

import pytest
import torch

from training.losses.adversarial import GanMode, discriminator_loss, generator_loss

SCORES = torch.tensor([2.0, -1.0, 0.5])


@pytest.mark.parametrize(
    ("mode", "real", "by_hand"),
    [
        ("bce", True, sum(math.log1p(math.exp(-s)) for s in (2, -1, 0.5)) / 3),
        ("bce", False, sum(math.log1p(math.exp(s)) for s in (2, -1, 0.5)) / 3),
        ("lsgan", True, (1 + 4 + 0.25) / 3),
        ("lsgan", False, (4 + 1 + 0.25) / 3),
        ("hinge", True, (0 + 2 + 0.5) / 3),
        ("hinge", False, (3 + 0 + 1.5) / 3),
    ],
)
def test_adversarial_by_hand(mode: GanMode, real: bool, by_hand: float) -> None:
    assert float(discriminator_loss(SCORES, real=real, mode=mode)) == pytest.approx(by_hand)


@pytest.mark.parametrize("mode", ["bce", "lsgan"])
def test_fooling_is_to_be_taken_for_real(mode: GanMode) -> None:
    fooled = generator_loss(SCORES, mode)
    torch.testing.assert_close(fooled, discriminator_loss(SCORES, real=True, mode=mode))


def test_fooling_under_hinge_is_the_mean_score() -> None:
    assert float(generator_loss(SCORES, "hinge")) == pytest.approx(-0.5)


@pytest.mark.parametrize("mode", ["bce", "lsgan", "hinge"])
def test_better_fakes_cost_the_generator_less(mode: GanMode) -> None:
    # lsgan has its target at 1
    worse, better = (
        generator_loss(torch.tensor([-2.0]), mode),
        generator_loss(torch.tensor([0.9]), mode),
    )
    assert better < worse
