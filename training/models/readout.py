"""Read-out: from a generator's prediction to the final ab; the wrapper that is exported.

Regression answers with the mean of the possible colours, and a mean is paler than any of them. The
bin head knows the distribution: its annealed mean is bolder, and is mixed with the regression's
answer. A little chroma is more often chance than colour, so some is taken away from all of it
(soft thresholding, Donoho, 1995) before what is left is made bolder.
"""

from __future__ import annotations

import argparse
from dataclasses import fields
from typing import Final

import torch
from torch import Tensor, nn

from training.config import ReadoutConfig
from training.models.color_bins import ColorBins
from training.models.generator import Generator, Prediction

#: Expected error (CIEDE2000) at which confidence is one half.
_HALF_CONFIDENCE: Final = 10.0


def add_readout_options(parser: argparse.ArgumentParser) -> None:
    """``--threshold``, ``--gain`` and so on: one for each field of `ReadoutConfig`."""
    for setting in fields(ReadoutConfig):
        option = f"--{setting.name.replace('_', '-')}"
        parser.add_argument(option, type=float, default=setting.default, help="see readout.py")


def readout_of(args: argparse.Namespace) -> ReadoutConfig:
    """What those options say."""
    return ReadoutConfig(**{s.name: getattr(args, s.name) for s in fields(ReadoutConfig)})


class Readout(nn.Module):
    """L, hints, z -> ab (N, 2, h, w) and confidence (N, 1, h, w) in 0..1."""

    def __init__(self, generator: Generator, config: ReadoutConfig) -> None:
        super().__init__()
        self.generator = generator
        self.config = config
        self.bins = ColorBins()

    def forward(
        self, L: Tensor, hints: Tensor | None = None, z: Tensor | None = None
    ) -> tuple[Tensor, ...]:
        """(ab,) or, where the generator knows its error, (ab, confidence)."""
        prediction = self.generator(L, hints, z if z is None else z * self.config.spread)
        ab = self.vivid(self.mean(prediction))
        error = prediction.error
        if prediction.points is not None:  # or the user's own colours would be made bolder too
            ab = prediction.points.correct(ab)
        return (ab,) if error is None else (ab, _HALF_CONFIDENCE / (_HALF_CONFIDENCE + error))

    def mean(self, prediction: Prediction) -> Tensor:
        """The colour (N, 2, h, w) that is neither too pale nor too bold yet."""
        share = self.config.bins_share
        if prediction.bin_logits is None or not share:
            return prediction.ab
        of_bins = self.bins.annealed_mean(prediction.bin_logits, self.config.temperature)
        if prediction.anchors is not None:
            of_bins = prediction.anchors.agree(of_bins)
        return torch.lerp(prediction.ab, of_bins, share)

    def vivid(self, ab: Tensor) -> Tensor:
        """The same hues (N, 2, h, w), in natural strength."""
        threshold = self.config.threshold
        if threshold:
            chroma = torch.linalg.vector_norm(ab, dim=1, keepdim=True)
            ab = ab * (1 - threshold / chroma.clamp(min=threshold))
        return ab * self.config.gain
