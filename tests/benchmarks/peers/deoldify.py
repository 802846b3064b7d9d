"""DeOldify's generators: U-Nets of fastai on a ResNet, with one layer of self-attention (SAGAN).

From the project's own description: "artistic" has a ResNet34 and five blocks 1.5 times as wide,
"stable" and "video" a ResNet101 and blocks twice as wide of one convolution.
"""

from __future__ import annotations

from typing import Final

import torch
from torch import Tensor, nn
from torch.nn import functional
from torchvision.models import ResNet, resnet34, resnet101


def _conv(channels: int, out: int, side: int = 3) -> nn.Sequential:
    return nn.Sequential(
        nn.Conv2d(channels, out, side, padding=side // 2), nn.ReLU(), nn.BatchNorm2d(out)
    )


class _Attention(nn.Module):
    """Self-attention over all places (Zhang et al., arXiv:1805.08318)."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.query = nn.Conv1d(channels, channels // 8, 1, bias=False)
        self.key = nn.Conv1d(channels, channels // 8, 1, bias=False)
        self.value = nn.Conv1d(channels, channels, 1, bias=False)
        self.gamma = nn.Parameter(torch.zeros(1))

    def forward(self, x: Tensor) -> Tensor:
        flat = x.flatten(2)
        weights = torch.softmax(self.query(flat).transpose(1, 2) @ self.key(flat), dim=1)
        mixed: Tensor = self.gamma * (self.value(flat) @ weights) + flat
        return mixed.reshape(x.shape)


class _Up(nn.Module):
    """Twice the size, join the skip, convolve; ``deep`` with two convolutions."""

    def __init__(self, channels: int, skip: int, out: int, *, deep: bool, attends: bool) -> None:
        super().__init__()
        between = channels // 2 if deep else out
        self.shuffle = nn.Conv2d(channels, 4 * between, 1)
        self.norm = nn.BatchNorm2d(skip)
        layers: list[nn.Module] = [_conv(between + skip, out)]
        if deep:
            layers.append(_conv(out, out))
        if attends:
            layers.append(_Attention(out))
        self.convolve = nn.Sequential(*layers)

    def forward(self, x: Tensor, skip: Tensor) -> Tensor:
        x = functional.pixel_shuffle(functional.relu(self.shuffle(x)), 2)
        x = functional.avg_pool2d(functional.pad(x, (1, 0, 1, 0), mode="replicate"), 2, 1)
        joined: Tensor = self.convolve(functional.relu(torch.cat((x, self.norm(skip)), dim=1)))
        return joined


class DeOldify(nn.Module):
    """RGB of the grey picture -> RGB."""

    CHANNELS: Final = (3,)

    def __init__(self, *, artistic: bool) -> None:
        super().__init__()
        self.body: ResNet = (resnet34 if artistic else resnet101)(weights=None)
        skips = (256, 128, 64, 64) if artistic else (1024, 512, 256, 64)
        deepest = 512 if artistic else 2048
        outs = (768, 768, 672, 300) if artistic else (512, 512, 512, 256)
        self.middle = nn.Sequential(
            nn.BatchNorm2d(deepest),
            nn.ReLU(),
            _conv(deepest, 2 * deepest),
            _conv(2 * deepest, deepest),
        )
        sources = (deepest, *outs[:3])
        self.up = nn.ModuleList(
            _Up(a, s, o, deep=artistic, attends=number == 1)
            for number, (a, s, o) in enumerate(zip(sources, skips, outs, strict=True))
        )
        self.shuffle = nn.Conv2d(outs[3], 4 * outs[3], 1)
        last = outs[3] + 3
        self.last = nn.Sequential(_conv(last, last), _conv(last, last), nn.Conv2d(last, 3, 1))

    def forward(self, rgb: Tensor) -> Tensor:
        """RGB (N, 3, H, W) -> RGB (N, 3, H, W)."""
        body = self.body
        x = body.relu(body.bn1(body.conv1(rgb)))
        skips = [x]
        x = body.maxpool(x)
        for stage in (body.layer1, body.layer2, body.layer3, body.layer4):
            x = stage(x)
            skips.append(x)
        x = self.middle(skips.pop())
        for up, skip in zip(self.up, reversed(skips), strict=True):
            x = up(x, skip)
        x = functional.pixel_shuffle(functional.relu(self.shuffle(x)), 2)
        return torch.sigmoid(self.last(torch.cat((x, rgb), dim=1)))
