from __future__ import annotations

import argparse

import pytest
import torch
from torch import Tensor

from training.bins import ColorBins
from training.config import GeneratorConfig
from training.generator import Generator, Prediction
from training.pointing import HintField
from training.readout import Readout, ReadoutConfig, add_readout_options, readout_of


class Said(Generator):
    """Says what it was told to."""

    def __init__(self, prediction: Prediction) -> None:
        super().__init__(GeneratorConfig("lite0"))
        self.prediction = prediction

    def forward(
        self, L: Tensor, hints: Tensor | None = None, z: Tensor | None = None
    ) -> Prediction:
        return self.prediction


def ab(a: float, b: float) -> Tensor:
    return torch.tensor([float(a), float(b)])[None, :, None, None]


def read(prediction: Prediction, **config: float) -> tuple[Tensor, ...]:
    return Readout(Said(prediction), ReadoutConfig(**config))(torch.zeros(1, 1, 4, 4))


def two_bins(first: int, second: int) -> Tensor:
    """Logits (1, Q, 1, 1): half and half."""
    logits = torch.full((1, len(ColorBins()), 1, 1), -1e4)
    logits[:, [first, second]] = 0.0
    return logits


def test_plain_regression_by_default() -> None:
    (found,) = read(Prediction(ab(20, -10)))
    assert torch.equal(found, ab(20, -10))


def test_gain_is_on_every_chroma() -> None:
    (found,) = read(Prediction(ab(20, -10)), gain=1.5)
    torch.testing.assert_close(found, ab(30, -15))


@pytest.mark.parametrize(("error", "confidence"), [(0.0, 1.0), (10.0, 0.5), (30.0, 0.25)])
def test_confidence_falls_with_the_expected_error(error: float, confidence: float) -> None:
    _, found = read(Prediction(ab(0, 0), error=torch.full((1, 1, 1, 1), error)))
    assert float(found) == pytest.approx(confidence)


@pytest.mark.parametrize("told", [0.0, 12.0])
def test_bins_that_disagree_with_the_answer_make_it_less_sure(told: float) -> None:
    bins = ColorBins()
    both = two_bins(int(bins.encode(ab(50, 30))), int(bins.encode(ab(-30, 30))))
    said = Prediction(ab(10, 0), both, torch.full((1, 1, 1, 1), told))
    _, found = read(said)
    rms = ((40**2 + 30**2 + 40**2 + 30**2) / 2) ** 0.5
    assert float(found) == pytest.approx(10 / (10 + (told + rms) / 2))


def test_bins_that_agree_with_the_answer_leave_it_sure() -> None:
    one = int(ColorBins().encode(ab(40, 20)))
    _, found = read(Prediction(ab(40, 20), two_bins(one, one), torch.zeros(1, 1, 1, 1)))
    assert float(found) == pytest.approx(1.0)


def test_what_the_mean_lost_is_given_back_along_the_hue() -> None:
    bins = ColorBins()
    red = int(bins.encode(ab(50, 30)))
    green = int(bins.encode(ab(-40, 30)))
    said = Prediction(ab(5, 30), two_bins(red, green))
    (found,) = read(said, restore=1.0)
    chroma = (torch.tensor([50.0, 30]).norm() + torch.tensor([-40.0, 30]).norm()) / 2
    ratio = (chroma + 4) / (torch.tensor([5.0, 30]).norm() + 4)
    torch.testing.assert_close(found, ab(5, 30) * ratio)
    (half,) = read(said, restore=0.5)
    torch.testing.assert_close(half, ab(5, 30) * ratio.sqrt())


def test_nothing_is_given_back_where_nothing_was_lost() -> None:
    one = int(ColorBins().encode(ab(40, 20)))
    (found,) = read(Prediction(ab(35, 18), two_bins(one, one)), restore=1.0)
    torch.testing.assert_close(found, ab(35, 18))


def test_the_gain_has_a_limit() -> None:
    bins = ColorBins()
    opposite = two_bins(int(bins.encode(ab(60, 0))), int(bins.encode(ab(-60, 0))))
    (found,) = read(Prediction(ab(2, 0), opposite), restore=1.0, max_gain=1.75)
    torch.testing.assert_close(found, ab(3.5, 0))


@pytest.mark.parametrize(
    ("share", "expected"), [(0.0, (0, 0)), (1.0, (10, 30)), (0.25, (2.5, 7.5))]
)
def test_the_bins_mean_is_mixed_in(share: float, expected: tuple[float, float]) -> None:
    bins = ColorBins()
    both = two_bins(int(bins.encode(ab(50, 30))), int(bins.encode(ab(-30, 30))))
    (found,) = read(Prediction(ab(0, 0), both), bins_share=share)
    torch.testing.assert_close(found, ab(*expected))


def test_a_cold_mean_of_the_bins_is_the_likeliest_colour() -> None:
    bins = ColorBins()
    both = two_bins(red := int(bins.encode(ab(50, 30))), int(bins.encode(ab(-30, 30))))
    both[:, red] = 0.5
    (found,) = read(Prediction(ab(0, 0), both), bins_share=1.0, temperature=0.01)
    torch.testing.assert_close(found, ab(50, 30))


def test_every_setting_is_an_option() -> None:
    parser = argparse.ArgumentParser()
    add_readout_options(parser)
    assert readout_of(parser.parse_args([])) == ReadoutConfig()
    told = parser.parse_args(["--max-gain", "3", "--bins-share", "0.5", "--gain", "1.2"])
    assert readout_of(told) == ReadoutConfig(max_gain=3.0, bins_share=0.5, gain=1.2)


def test_a_colour_that_was_pointed_at_is_not_made_bolder() -> None:
    cells = torch.zeros(1, 1, dtype=torch.int64)
    field = HintField(torch.tensor([1.0, 1, 0, 0]).reshape(1, 1, 2, 2), ab(20, -10)[..., 0], cells)
    said = Prediction(ab(20, -10).expand(1, 2, 2, 2), points=field)
    (found,) = read(said, gain=2.0)
    torch.testing.assert_close(found[0, :, 0], ab(20, -10)[0, :, 0].expand(2, 2))
    torch.testing.assert_close(found[0, :, 1], ab(40, -20)[0, :, 0].expand(2, 2))
