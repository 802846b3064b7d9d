from __future__ import annotations

import math

import pytest
import torch
from torch.distributions import Normal, kl_divergence
from torch.nn import functional as F

from training.config import GanMode
from training.losses import functional

AB = torch.tensor([[[[11.0, -22.0]], [[0.0, 110.0]]]])  # (1, 2, 1, 2)
GREY = torch.zeros(1, 2, 1, 2)


def test_l1_counts_in_shares_of_110() -> None:
    assert float(functional.l1(AB, GREY)) == pytest.approx((0.1 + 0.2 + 0 + 1) / 4)
    assert float(functional.l1(AB, AB)) == 0


def test_huber_by_hand() -> None:
    # 0.5 d^2 / beta below beta = 0.15, d - beta / 2 above
    by_hand = (0.5 * 0.1**2 / 0.15 + (0.2 - 0.075) + 0 + (1 - 0.075)) / 4
    assert float(functional.huber(AB, GREY, 0.15)) == pytest.approx(by_hand)


def test_gradient_sees_edges_and_no_level() -> None:
    truth = torch.zeros(1, 2, 4, 4)
    truth[..., 2:] = 55.0
    assert float(functional.gradient(truth + 30, truth, 0.025)) == pytest.approx(0, abs=1e-9)
    flat = torch.zeros_like(truth)
    # one of three columns of differences is 0.5 off; no difference between the rows
    assert float(functional.gradient(flat, truth, 0.025)) == pytest.approx((0.5 - 0.0125) / 3)
    turned = truth.transpose(2, 3)
    assert float(functional.gradient(flat, turned, 0.025)) == pytest.approx((0.5 - 0.0125) / 3)


def test_bins_weigh_each_pixel_by_its_class() -> None:
    logits, target = torch.randn(2, 5, 3, 4), torch.randint(0, 5, (2, 3, 4))
    even = functional.bins(logits, target, torch.ones(5))
    torch.testing.assert_close(even, F.cross_entropy(logits, target))
    weights = torch.tensor([0.0, 1.0, 2.0, 3.0, 4.0])
    logp = torch.log_softmax(logits, dim=1)
    by_hand = [
        -weights[target[n, y, x]] * logp[n, target[n, y, x], y, x]
        for n in range(2)
        for y in range(3)
        for x in range(4)
    ]
    torch.testing.assert_close(
        functional.bins(logits, target, weights), torch.stack(by_hand).mean()
    )


def test_own_error_is_right_where_it_says_the_difference() -> None:
    actual = torch.full((1, 1, 1, 1), 5.0)
    assert float(functional.own_error(torch.full((1, 1, 1, 1), 5.0), actual)) == 0
    off = torch.full((1, 1, 1, 1), 25.0, requires_grad=True)
    loss = functional.own_error(off, actual)  # |25 - 5| / 10 = 2, of which Huber takes 1.5
    assert loss.item() == pytest.approx(1.5)
    loss.backward()
    assert off.grad is not None


def test_kl_is_torchs() -> None:
    mean, log_variance = torch.randn(6, 4), torch.randn(6, 4)
    ours = functional.kl_to_normal(mean, log_variance)
    theirs = kl_divergence(Normal(mean, (0.5 * log_variance).exp()), Normal(0, 1)).sum(dim=1).mean()
    torch.testing.assert_close(ours, theirs)
    assert float(functional.kl_to_normal(torch.zeros(2, 3), torch.zeros(2, 3))) == 0


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
    assert float(functional.adversarial(SCORES, real=real, mode=mode)) == pytest.approx(by_hand)


@pytest.mark.parametrize("mode", ["bce", "lsgan"])
def test_fooling_is_to_be_taken_for_real(mode: GanMode) -> None:
    fooled = functional.fool(SCORES, mode)
    torch.testing.assert_close(fooled, functional.adversarial(SCORES, real=True, mode=mode))


def test_fooling_under_hinge_is_the_mean_score() -> None:
    assert float(functional.fool(SCORES, "hinge")) == pytest.approx(-0.5)


@pytest.mark.parametrize("mode", ["bce", "lsgan", "hinge"])
def test_better_fakes_cost_the_generator_less(mode: GanMode) -> None:
    # lsgan has its target at 1
    worse, better = (
        functional.fool(torch.tensor([-2.0]), mode),
        functional.fool(torch.tensor([0.9]), mode),
    )
    assert better < worse
