"""Quantised ab: the classes of the colour-bin head (Zhang, Isola & Efros, 2016).

A square grid of 10 Lab units over the ab plane, kept where sRGB has a colour: 262 bins or so.
"""

from __future__ import annotations

from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from core.color import F32, rgb_to_lab

STEP: Final = 10.0
HALF: Final = 11  # the grid spans -110..110, in which all of sRGB lies
SIDE: Final = 2 * HALF + 1


@cache
def gamut_cells() -> npt.NDArray[np.bool_]:
    """(23, 23) grid over a*, b*: true where some sRGB colour falls into the cell."""
    axis = np.linspace(0, 1, 64, dtype=np.float32)
    rgb = np.stack(np.meshgrid(axis, axis, axis, indexing="ij"), axis=-1).reshape(-1, 3)
    cells = cell_indices(rgb_to_lab(rgb)[:, 1:])
    inside = np.zeros(SIDE * SIDE, dtype=bool)
    inside[np.unique(cells)] = True
    return inside.reshape(SIDE, SIDE)


def cell_indices(ab: F32) -> npt.NDArray[np.int64]:
    """Index 0..528 of the grid cell of each ab ``(..., 2)``."""
    steps = np.clip(np.rint(ab / STEP).astype(np.int64) + HALF, 0, SIDE - 1)
    flat: npt.NDArray[np.int64] = steps[..., 0] * SIDE + steps[..., 1]
    return flat


class ColorBins(nn.Module):
    """Lookups between ab and bins, and how bins are weighted and read."""

    centres: Tensor  # (Q, 2): a*, b*
    bin_of_cell: Tensor  # (529,): nearest bin of every grid cell, in gamut or not

    def __init__(self) -> None:
        super().__init__()
        inside = np.flatnonzero(gamut_cells())
        grid = np.stack(np.divmod(np.arange(SIDE * SIDE), SIDE), axis=-1)
        distance = np.square(grid[:, None] - grid[inside][None]).sum(axis=-1)  # (529, Q)
        centres = (grid[inside] - HALF) * STEP
        self.register_buffer("centres", torch.tensor(centres, dtype=torch.float32), False)
        self.register_buffer("bin_of_cell", torch.tensor(distance.argmin(axis=1)), False)

    def __len__(self) -> int:
        return len(self.centres)

    def encode(self, ab: Tensor) -> Tensor:
        """Colours ab (N, 2, h, w) -> index of the nearest bin (N, h, w), int64."""
        steps = torch.clamp(torch.round(ab / STEP).long() + HALF, 0, SIDE - 1)
        return self.bin_of_cell[steps[:, 0] * SIDE + steps[:, 1]]

    def annealed_mean(self, logits: Tensor, temperature: float) -> Tensor:
        """Logits (N, Q, h, w) -> ab (N, 2, h, w); the colder, the stronger (Zhang, eq. 5)."""
        # a softmax across maps is slow on a CPU: a convolution sums the weights beside the colours
        cold = logits.float() / temperature
        weights = torch.exp(cold - cold.amax(dim=1, keepdim=True))
        summands = torch.cat((self.centres, torch.ones_like(self.centres[:, :1])), dim=1)
        sums = F.conv2d(weights, summands.T[..., None, None])  # of a*, of b*, of the weights
        return sums[:, :2] / sums[:, 2:]

    def class_weights(self, prior: Tensor, prior_share: float) -> Tensor:
        """Weights (Q,) of the classes: 1 / (s p + (1 - s) / Q), mean 1 under p (Zhang, eq. 4).

        ``prior_share`` s = 1 would weigh each class by its rarity alone; 0 leaves all alike.
        """
        mixed = prior_share * prior + (1 - prior_share) / len(prior)
        weights = 1 / mixed
        return weights / (weights * prior).sum()


def bin_prior(ab: F32, bins: ColorBins) -> Tensor:
    """Share (Q,) of each bin among colours ``(M, 2)``."""
    index = bins.bin_of_cell[torch.from_numpy(cell_indices(ab))]
    counts = torch.bincount(index, minlength=len(bins)).float()
    return counts / counts.sum()
