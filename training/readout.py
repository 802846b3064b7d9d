"""How the final ab is read from what a generator says: the wrapper that is exported.

Regression answers with the mean of the possible colours, and a mean is paler than any of them. The
bin head knows the distribution: the ratio of its mean chroma to the chroma of its mean says how
much was lost to averaging, and part of it is given back along the regression's own hue. The bins
can also be asked themselves: their annealed mean, mixed with the regression's answer.

How sure the answer is follows from both as well: from the error the network expects of itself, and
from how far the bins' colours lie from the answer.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass, fields
from typing import Final

import torch
from torch import Tensor, nn

from training.bins import ColorBins
from training.generator import Generator, Prediction

#: Chroma in Lab units below which a mean has no hue worth amplifying.
_NO_HUE: Final = 4.0

#: Expected error in Lab units at which confidence is one half.
_HALF_CONFIDENCE: Final = 10.0


@dataclass(frozen=True)
class ReadoutConfig:
    """How vivid the default answer is; fitted on validation, see docs/training.md."""

    restore: float = 0.0  # exponent of the chroma ratio: 0 the plain regression, 1 all of it
    max_gain: float = 2.5
    gain: float = 1.0  # on every chroma
    bins_share: float = 0.0  # of the bins' annealed mean in ab; the rest is the regression's
    temperature: float = 1.0  # of that mean: 1 the mean, towards 0 the likeliest colour


def add_readout_options(parser: argparse.ArgumentParser) -> None:
    """``--restore``, ``--max-gain`` and so on: one for each field of `ReadoutConfig`."""
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
        prediction = self.generator(L, hints, z)
        ab = self.mean(prediction) * (self.config.gain * self.chroma_gain(prediction))
        error = self.expected_error(prediction, ab)
        if prediction.points is not None:  # or the user's own colours would be made bolder too
            ab = prediction.points.correct(ab)
        return (ab,) if error is None else (ab, _HALF_CONFIDENCE / (_HALF_CONFIDENCE + error))

    def mean(self, prediction: Prediction) -> Tensor:
        """The colour (N, 2, h, w) that is neither too pale nor too bold yet."""
        share = self.config.bins_share
        if prediction.bin_logits is None or not share:
            return prediction.ab
        of_bins = self.bins.annealed_mean(prediction.bin_logits, self.config.temperature)
        return torch.lerp(prediction.ab, of_bins, share)

    def chroma_gain(self, prediction: Prediction) -> Tensor:
        """Factor (N, 1, h, w), or (1,), that gives back chroma lost to averaging."""
        if prediction.bin_logits is None or not self.config.restore:
            return prediction.ab.new_ones(1)
        mean = self._means(prediction.bin_logits, self.bins.centres.norm(dim=1, keepdim=True))
        of_mean = torch.linalg.vector_norm(mean[:, :2], dim=1, keepdim=True)
        ratio = (mean[:, 2:] + _NO_HUE) / (of_mean + _NO_HUE)
        gain: Tensor = ratio.clamp(min=1.0).pow(self.config.restore)
        return gain.clamp(max=self.config.max_gain)

    def expected_error(self, prediction: Prediction, ab: Tensor) -> Tensor | None:
        """|ab - truth| (N, 1, h, w) in Lab units: the mean of two opinions, where there are two.

        The error head's, and the root of the mean squared distance of the bins' colours from ab.
        """
        if prediction.error is None or prediction.bin_logits is None:
            return prediction.error
        chroma_squared = self.bins.centres.square().sum(dim=1, keepdim=True)
        mean = self._means(prediction.bin_logits, chroma_squared)
        squares = (ab.square() - 2 * ab * mean[:, :2]).sum(dim=1, keepdim=True) + mean[:, 2:]
        return (prediction.error + squares.clamp(min=0).sqrt()) / 2

    def _means(self, logits: Tensor, third: Tensor) -> Tensor:
        """Means (N, 3, h, w) of a*, b* and a third value (Q, 1) of the bins."""
        p = torch.softmax(logits.float(), dim=1)  # (N, Q, h, w)
        table = torch.cat((self.bins.centres, third), dim=1)
        return nn.functional.conv2d(p, table.T[..., None, None])
