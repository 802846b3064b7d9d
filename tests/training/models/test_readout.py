from __future__ import annotations

import argparse

import pytest
import torch
from torch import Tensor

from training.config import GeneratorConfig, ReadoutConfig
from training.models.anchor_attention import AnchorField
from training.models.color_bins import ColorBins
from training.models.generator import Generator, Prediction, build_generator
from training.models.hint_attention import HintField
from training.models.readout import Readout, add_readout_options, readout_of


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
    readout = Readout(Said(prediction), ReadoutConfig(**config))
    answers: tuple[Tensor, ...] = readout(torch.zeros(1, 1, 4, 4))
    return answers


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


def test_spread_takes_samples_further_and_leaves_the_default() -> None:
    generator = build_generator(GeneratorConfig("lite0", weights="none", noise_size=3)).eval()
    wide = Readout(generator, ReadoutConfig(spread=1.5))
    L, z = torch.rand(1, 1, 64, 64) * 100, torch.randn(1, 3)
    with torch.inference_mode():
        assert torch.equal(wide(L, None, z)[0], generator(L, None, z * 1.5).ab)
        assert torch.equal(wide(L, None, z * 0)[0], generator(L).ab)
        assert torch.equal(wide(L)[0], generator(L).ab)


@pytest.mark.parametrize(("error", "confidence"), [(0.0, 1.0), (10.0, 0.5), (30.0, 0.25)])
def test_confidence_falls_with_the_expected_error(error: float, confidence: float) -> None:
    _, found = read(Prediction(ab(0, 0), error=torch.full((1, 1, 1, 1), error)))
    assert float(found) == pytest.approx(confidence)


def test_a_little_chroma_is_grey_and_the_rest_keeps_its_hue() -> None:
    (found,) = read(Prediction(ab(6, -8)), threshold=2.5, gain=2.0)
    torch.testing.assert_close(found, ab(9, -12))  # 2 (10 - 2.5) of chroma 10
    for pale in (ab(0, 0), ab(1.5, 2)):
        (found,) = read(Prediction(pale), threshold=2.5, gain=2.0)
        assert torch.equal(found, ab(0, 0))


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


def test_what_is_alike_agrees_on_the_bins_mean_too() -> None:
    bins = ColorBins()
    logits = two_bins(0, 0).repeat(1, 1, 4, 4)
    logits[..., :2] = two_bins(red := int(bins.encode(ab(50, 30))), red)
    logits[..., 2:] = two_bins(grey := int(bins.encode(ab(0, 0))), grey)
    everyone = AnchorField(torch.tensor([0.25] * 4 + [0.0]).expand(1, 16, 5), 2)
    said = Prediction(torch.zeros(1, 2, 4, 4), logits, anchors=everyone)
    (found,) = read(said, bins_share=0.5)
    torch.testing.assert_close(found, ab(12.5, 7.5).expand(1, 2, 4, 4))


def test_every_setting_is_an_option() -> None:
    parser = argparse.ArgumentParser()
    add_readout_options(parser)
    assert readout_of(parser.parse_args([])) == ReadoutConfig()
    told = parser.parse_args(["--threshold", "3", "--bins-share", "0.5", "--gain", "1.2"])
    assert readout_of(told) == ReadoutConfig(threshold=3.0, bins_share=0.5, gain=1.2)


def test_a_colour_that_was_pointed_at_is_not_made_bolder() -> None:
    cells = torch.zeros(1, 1, dtype=torch.int64)
    field = HintField(torch.tensor([1.0, 1, 0, 0]).reshape(1, 1, 2, 2), ab(20, -10)[..., 0], cells)
    said = Prediction(ab(20, -10).expand(1, 2, 2, 2), points=field)
    (found,) = read(said, gain=2.0)
    torch.testing.assert_close(found[0, :, 0], ab(20, -10)[0, :, 0].expand(2, 2))
    torch.testing.assert_close(found[0, :, 1], ab(40, -20)[0, :, 0].expand(2, 2))
