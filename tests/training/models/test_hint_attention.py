from __future__ import annotations

import math

import pytest
import torch
from torch import Tensor

from training.models.hint_attention import (
    HintAttention,
    HintField,
    pick,
    places_of,
    squared_distances,
)


def two_things() -> Tensor:
    """Features (1, 4, 8, 12): one thing on the left, another on the right."""
    x = torch.zeros(1, 4, 8, 12)
    x[:, :2, :, :6] = 1
    x[:, 2:, :, 6:] = 1
    return x


def point(y: int, x: int, a: float, b: float, side: int = 4) -> Tensor:
    """Hints (1, 3, 32, 48) with one square of a colour."""
    hints = torch.zeros(1, 3, 32, 48)
    hints[0, :, y : y + side, x : x + side] = torch.tensor([a, b, 1.0])[:, None, None]
    return hints


def attention(**changes: float) -> HintAttention:
    found = HintAttention(4, points=16).eval()
    for name, value in changes.items():
        torch.nn.init.constant_(getattr(found, name), math.log(value))
    return found


@torch.inference_mode()
def test_without_points_nothing_changes() -> None:
    ab = torch.randn(2, 2, 8, 12)
    field = attention()(two_things().expand(2, -1, -1, -1), torch.zeros(2, 3, 32, 48))
    assert torch.equal(field.correct(ab), ab)


@torch.inference_mode()
def test_a_point_gets_its_colour_and_so_does_its_thing() -> None:
    sure = attention(likeness=100.0, nearness=1e-3, doubt=1e-6)
    ab = torch.full((1, 2, 8, 12), 5.0)
    found = sure(two_things(), point(8, 8, 60.0, -40.0)).correct(ab)
    expected = torch.tensor([60.0, -40.0])[:, None, None]
    torch.testing.assert_close(found[0, ..., :6], expected.expand(2, 8, 6), rtol=0.01, atol=0.1)
    assert torch.equal(found[..., 6:], ab[..., 6:])


@torch.inference_mode()
def test_the_nearer_point_counts_for_more() -> None:
    near = attention(likeness=1e-3, nearness=40.0, doubt=1e-6)
    hints = point(8, 0, 50.0, 0.0) + point(8, 44, -50.0, 0.0)
    a = near(two_things(), hints).correct(torch.zeros(1, 2, 8, 12))[0, 0, 2]
    assert a[0] > 45
    assert a[11] < -45
    assert abs(float(a[5] + a[6])) < 1  # half-way


@torch.inference_mode()
def test_in_doubt_a_pixel_keeps_its_own_colour() -> None:
    ab = torch.full((1, 2, 8, 12), 5.0)
    found = attention(doubt=1e6)(two_things(), point(8, 8, 60.0, 0.0)).correct(ab)
    torch.testing.assert_close(found, ab, atol=1e-3, rtol=0)


@torch.inference_mode()
def test_each_photo_of_a_batch_has_its_own_points() -> None:
    hints = torch.cat((point(8, 8, 60.0, 0.0), torch.zeros(1, 3, 32, 48), point(20, 40, 0.0, 30.0)))
    x = two_things().expand(3, -1, -1, -1)
    ab = torch.randn(3, 2, 8, 12)
    together = attention()(x, hints).correct(ab)
    for i in range(3):
        alone = attention()(x[i : i + 1], hints[i : i + 1]).correct(ab[i : i + 1])
        torch.testing.assert_close(together[i : i + 1], alone)


@torch.inference_mode()
@pytest.mark.parametrize(("height", "width", "kept"), [(32, 32, 12), (64, 96, 16)])
def test_weights_are_shares(height: int, width: int, kept: int) -> None:
    hints = torch.zeros(2, 3, height, width)
    hints[..., ::14, ::8] = torch.tensor([20.0, 10.0, 1.0])[:, None, None]  # or too many to hold
    weights = attention()(torch.randn(2, 4, height // 4, width // 4), hints).weights
    assert weights.shape == (2, kept, height // 4, width // 4)
    assert float(weights.min()) >= 0
    assert float(weights.sum(dim=1).max()) <= 1 + 1e-5


def test_every_parameter_learns() -> None:
    module = HintAttention(4, points=16)
    x = torch.randn(1, 4, 8, 12)
    module(x, point(8, 8, 60.0, 0.0) + point(20, 30, 0.0, 9.0)).correct(
        torch.zeros(1, 2, 8, 12)
    ).square().sum().backward()
    for name, parameter in module.named_parameters():
        assert parameter.grad is not None, name
        assert bool(parameter.grad.abs().sum() > 0), name


def test_cells_are_counted_in_rows() -> None:
    maps = torch.arange(6.0).reshape(1, 1, 2, 3)
    assert pick(maps, torch.tensor([[4, 0, 3]])).tolist() == [[[4.0, 0.0, 3.0]]]


@torch.inference_mode()
def test_only_cells_with_a_point_cost_anything() -> None:
    x = two_things().expand(2, -1, -1, -1)
    hints = torch.cat((point(8, 8, 60.0, 0.0, side=8), point(20, 40, 0.0, 30.0)))
    assert attention()(x, hints).cells.shape == (2, 1)
    assert attention()(x[:1], point(8, 8, 60.0, 0.0, side=24)).cells.shape == (1, 9)


def test_distances_are_those_of_cdist() -> None:
    keys, queries = torch.randn(3, 5, 2), torch.randn(3, 5, 7)
    expected = torch.cdist(keys.transpose(1, 2), queries.transpose(1, 2)).square()
    torch.testing.assert_close(squared_distances(keys, queries), expected, rtol=1e-3, atol=1e-3)


def test_a_field_moves_what_goes_by_it() -> None:
    weights = torch.tensor([1.0, 0.5, 0.0, 0.0]).reshape(1, 1, 2, 2)
    field = HintField(weights, torch.tensor([[[10.0], [20.0]]]), torch.tensor([[0]]))
    ab = torch.zeros(1, 2, 2, 2)
    assert field.correct(ab)[0].tolist() == [[[10, 5], [0, 0]], [[20, 10], [0, 0]]]


def test_places_are_in_short_sides() -> None:
    here, there = places_of(torch.zeros(2, 4, 8, 12), torch.tensor([[0, 23], [5, 6]]))
    assert here.shape == (2, 2, 96)
    step = here[1, :, -1] - here[1, :, 0]
    torch.testing.assert_close(step, torch.tensor([7 / 8, 11 / 8]))
    torch.testing.assert_close(there[0, :, 1] - there[0, :, 0], torch.tensor([6 / 8, 10 / 8]))
    torch.testing.assert_close(there[1, :, 1] - there[1, :, 0], torch.tensor([2 / 8, -10 / 8]))
