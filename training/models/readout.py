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
from torch.nn import functional as F

from training.config import ReadoutConfig
from training.models.color_bins import ColorBins
from training.models.generator import Generator, Prediction
from training.models.hint_attention import HintAttention

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
        return tuple(self.read(self.predict(L, hints, z)).values())

    def predict(
        self, L: Tensor, hints: Tensor | None = None, z: Tensor | None = None
    ) -> Prediction:
        """What the generator says, with z as far from 0 as samples are to be."""
        return self.generator(L, hints, z if z is None else z * self.config.spread)

    def read(self, prediction: Prediction) -> dict[str, Tensor]:
        """Outputs of the model contract by their names: ab and, where it is known, confidence."""
        ab = self.vivid(self.mean(prediction))
        if prediction.points is not None:  # or the user's own colours would be made bolder too
            ab = prediction.points.correct(ab)
        outputs = {"ab": ab}
        if prediction.error is not None:
            outputs["confidence"] = _HALF_CONFIDENCE / (_HALF_CONFIDENCE + prediction.error)
        return outputs

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


class ExportReadout(Readout):
    """A `Readout` that gives every output of the model contract: bins and features too.

    ``bins``: logits (N, Q, h/2, w/2) of the colour bins. The head is read after pooling, which
    gives the same as pooling its logits at a quarter of the cost. ``features``: (N, C, h, w), see
    `training.models.hint_attention.HintAttention.likeness_space`.
    """

    def forward(
        self, L: Tensor, hints: Tensor | None = None, z: Tensor | None = None
    ) -> tuple[Tensor, ...]:
        """In the order of `names`."""
        prediction = self.predict(L, hints, z)
        outputs = self.read(prediction)
        head, attention = self._heads()
        if head is not None and prediction.decoded is not None:
            outputs["bins"] = head(F.avg_pool2d(prediction.decoded, 2))
        if attention is not None and prediction.decoded is not None:
            outputs["features"] = attention.likeness_space(prediction.decoded)
        return tuple(outputs.values())

    @property
    def names(self) -> list[str]:
        """Of the outputs."""
        generator = self.generator
        head, attention = self._heads()
        has = {
            "ab": True,
            "confidence": hasattr(generator, "error_head"),
            "bins": head is not None,
            "features": attention is not None,
        }
        return [name for name, there in has.items() if there]

    def _heads(self) -> tuple[nn.Module | None, HintAttention | None]:
        generator = self.generator
        return getattr(generator, "bin_head", None), getattr(generator, "attention", None)
