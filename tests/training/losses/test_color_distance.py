from __future__ import annotations

import pytest
import torch

from training.losses.color_distance import gradient, huber, l1

AB = torch.tensor([[[[11.0, -22.0]], [[0.0, 110.0]]]])  # (1, 2, 1, 2)
GREY = torch.zeros(1, 2, 1, 2)


def test_l1_counts_in_shares_of_110() -> None:
    assert float(l1(AB, GREY)) == pytest.approx((0.1 + 0.2 + 0 + 1) / 4)
    assert float(l1(AB, AB)) == 0


def test_huber_by_hand() -> None:
    # 0.5 d^2 / beta below beta = 0.15, d - beta / 2 above
    by_hand = (0.5 * 0.1**2 / 0.15 + (0.2 - 0.075) + 0 + (1 - 0.075)) / 4
    assert float(huber(AB, GREY, 0.15)) == pytest.approx(by_hand)


def test_gradient_sees_edges_and_no_level() -> None:
    truth = torch.zeros(1, 2, 4, 4)
    truth[..., 2:] = 55.0
    assert float(gradient(truth + 30, truth, 0.025)) == pytest.approx(0, abs=1e-9)
    flat = torch.zeros_like(truth)
    # one of three columns of differences is 0.5 off; no difference between the rows
    assert float(gradient(flat, truth, 0.025)) == pytest.approx((0.5 - 0.0125) / 3)
    turned = truth.transpose(2, 3)
    assert float(gradient(flat, turned, 0.025)) == pytest.approx((0.5 - 0.0125) / 3)
