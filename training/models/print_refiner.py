"""A small network that says of a rectangle on a page whether it is a print, and where that ends."""

from __future__ import annotations

from typing import Final

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from core.inference.print_model import STEPS
from core.scans.crops import MARGIN, SIZE
from training.models.blocks import ConvNormAct, SeparableBlock

_PATCH: Final = 4
_CELLS: Final = SIZE // _PATCH
#: Rows of cells that the rectangle lies in: its first half, and its second.
_LOW, _HIGH = round(MARGIN * _CELLS), _CELLS - round(MARGIN * _CELLS)
_HALVES: Final = ((_LOW, _CELLS // 2), (_CELLS // 2, _HIGH))
#: Places of a side about the likeliest that its mean is taken of.
_NEAR: Final = 2
_NEVER: Final = -30.0


class PrintRefiner(nn.Module):
    """Crops (N, 4, SIZE, SIZE) in -1..1 -> logits of the sides (N, 4, 2, SIZE), of scores (N, 3).

    The second stage of an R-CNN (Girshick et al., 2014). A side's evidence is averaged along each
    half of it, so that its place is a question of one dimension: a softmax over the crop's columns
    or rows.
    """

    def __init__(self, channels: tuple[int, int, int] = (64, 96, 24)) -> None:
        super().__init__()
        a, b, self.lines = channels
        fine = (SeparableBlock(a, 5) for _ in range(2))
        coarse = (SeparableBlock(b, 7) for _ in range(4))
        self.stem = nn.Sequential(ConvNormAct(4 * _PATCH**2, a), *fine)
        self.down = nn.Sequential(ConvNormAct(4 * a, b, 1), *coarse)
        self.widen = nn.Conv2d(b, a, 1)
        self.up = nn.Sequential(ConvNormAct(a, a, 1), SeparableBlock(a, 5))
        self.sides = nn.Conv2d(a, 4 * self.lines, 1)
        self.line = nn.Sequential(
            nn.Conv1d(self.lines, 64, 5, padding=2),
            nn.ReLU(),
            nn.Conv1d(64, _PATCH, 5, padding=2),
        )
        self.score = nn.Sequential(nn.Linear(2 * b, 64), nn.ReLU(), nn.Linear(64, len(STEPS)))

    def forward(self, crops: Tensor) -> tuple[Tensor, Tensor]:
        """The logits of a batch of crops."""
        fine = self.stem(F.pixel_unshuffle(crops, _PATCH))
        coarse = self.down(F.pixel_unshuffle(fine, 2))
        wide = F.interpolate(self.widen(coarse), scale_factor=2.0, mode="nearest")
        seen = F.relu(self.sides(self.up(fine + wide))).float()
        return self._sides(seen), self.score(_summary(coarse.float()))

    def _sides(self, seen: Tensor) -> Tensor:
        """All sides are asked alike: lying ones turned, the right and the lower one mirrored."""
        left, top, right, bottom = seen.split(self.lines, 1)
        found = (
            self._halves(left),
            self._halves(top.transpose(2, 3)),
            self._halves(right.flip(3)).flip(-1),
            self._halves(bottom.flip(2).transpose(2, 3)).flip(-1),
        )
        return torch.stack(found, 1)

    def _halves(self, seen: Tensor) -> Tensor:
        """(N, 2, SIZE): of an upright side."""
        halves = [self.line(seen[:, :, low:high].mean(2)) for low, high in _HALVES]
        return torch.stack([half.transpose(1, 2).flatten(1) for half in halves], 1)


def _summary(seen: Tensor) -> Tensor:
    """(N, 2 C): the mean of all cells, and the most of those on the rectangle."""
    low, high = _LOW // 2, seen.shape[-1] - _LOW // 2
    return torch.cat((seen.mean((2, 3)), seen[:, :, low:high, low:high].amax((2, 3))), 1)


def own_half(sides: Tensor) -> Tensor:
    """Logits (N, 4, 2, SIZE) without places beyond the rectangle's middle."""
    second = torch.arange(SIZE, device=sides.device) >= SIZE // 2
    never = torch.stack((second, second, ~second, ~second))[:, None]
    return sides.masked_fill(never, _NEVER)


class PrintAnswers(nn.Module):
    """What `core.inference.print_model` says that a file answers: (N, 4, SIZE, SIZE) -> (N, 11)."""

    def __init__(self, refiner: PrintRefiner) -> None:
        super().__init__()
        self.refiner = refiner

    def forward(self, crops: Tensor) -> Tensor:
        """Places of the sides in pixels, and scores 0..1."""
        sides, scores = self.refiner(crops)
        chance = torch.softmax(own_half(sides), -1)
        place = torch.arange(SIZE, device=crops.device)
        near = (place - chance.argmax(-1, keepdim=True)).abs() <= _NEAR
        chance = chance * near
        mean = (chance * (place + 0.5)).sum(-1) / chance.sum(-1)
        return torch.cat((mean.flatten(1), torch.sigmoid(scores)), 1)
