"""Attention over anchors (non-local means): what is alike in a picture gets one colour.

Half a lawn green and half of it brown is worse than either.
"""

from __future__ import annotations

import math
from typing import Final, NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from training.models.hint_attention import coordinates

#: Where the attention begins: per mean squared difference of standardised features, per squared
#: short side, the weight of a pixel's own colour against an anchor's that is just like it, and the
#: power of an expected error.
_LIKENESS, _NEARNESS, _OWN, _SURENESS = 4.0, 3.0, 1.0, 3.0

#: Expected errors below this (CIEDE2000) are all as sure.
_SURE: Final = 1.0


class AnchorField(NamedTuple):
    """By how much every pixel of an answer goes by each of K anchors, and by itself."""

    weights: Tensor  # (N, h w, K + 1) in 0..1, the last one a pixel's own; over them they sum to 1
    side: int  # K is its square

    def agree(self, ab: Tensor) -> Tensor:
        """An answer (N, 2, h, w) in which what is alike has come nearer to one colour."""
        with torch.autocast(ab.device.type, enabled=False):
            anchors = F.pad(at_anchors(ab.float(), self.side), (0, 1))  # (N, 2, K + 1)
            told = self.weights @ anchors.transpose(1, 2)  # (N, h w, 2)
            own = self.weights[:, None, :, -1].reshape(ab[:, :1].shape)
            return ab * own + told.transpose(1, 2).reshape(ab.shape)


class AnchorAttention(nn.Module):
    """Which anchors a pixel goes by: the like, the near, and those that are surer than itself.

    Non-local means (Buades et al., 2005) by learnt features. The anchors are ``side`` x ``side``
    places evenly over the picture, so that its cost grows with the picture and not with its square;
    what is like none of them keeps its own colour.
    """

    def __init__(self, channels: int, side: int) -> None:
        super().__init__()
        self.side = side
        self.embed = nn.Conv2d(channels, channels, 1, bias=False)
        nn.init.dirac_(self.embed.weight)
        self.likeness = nn.Parameter(torch.tensor(math.log(_LIKENESS)))
        self.nearness = nn.Parameter(torch.tensor(math.log(_NEARNESS)))
        self.own = nn.Parameter(torch.tensor(math.log(_OWN)))
        self.sureness = nn.Parameter(torch.tensor(math.log(_SURENESS)))

    def forward(self, x: Tensor, error: Tensor) -> AnchorField:
        """Features (N, C, h, w), h and w even, and the error (N, 1, h, w) expected of them."""
        features = F.instance_norm(self.embed(x)).float()  # against what is usual in this photo
        with torch.autocast(x.device.type, enabled=False):
            like, near = self.likeness.exp() / features.shape[1], self.nearness.exp()
            # a space in which the squared distance is what speaks against one going by the other
            place = torch.cat((features * like.sqrt(), coordinates(x) * near.sqrt()), dim=1)
            anchors = at_anchors(place, self.side)  # (N, C + 2, K)
            # what is surer is heard more, but nobody grows surer by being heard
            sure = -self.sureness.exp() * torch.log(error.detach().float() + _SURE)
            # an anchor's say: its sureness - |pixel - anchor|^2; both says + |pixel|^2
            alone = at_anchors(sure, self.side) - _square(anchors)
            of_anchors = torch.baddbmm(alone, 2 * place.flatten(2).transpose(1, 2), anchors)
            own = (sure + self.own + _square(place)).flatten(2).transpose(1, 2)
            weights = torch.softmax(torch.cat((of_anchors, own), dim=2), dim=2)
        return AnchorField(weights, self.side)


def _square(vectors: Tensor) -> Tensor:
    """Squared lengths along dimension 1, which stays."""
    return vectors.square().sum(dim=1, keepdim=True)


def at_anchors(maps: Tensor, side: int) -> Tensor:
    """Values (N, C, K) of maps (N, C, h, w) about side x side places, row by row."""
    cells = F.avg_pool2d(maps, 2)
    found = F.interpolate(cells, (side, side), mode="bilinear", align_corners=False)
    return found.flatten(2)
