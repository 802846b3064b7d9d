"""Zhang's two networks.

"Colorful Image Colorization" (ECCV 2016, arXiv:1603.08511) and "Real-Time User-Guided Image
Colorization with Learned Deep Priors" (SIGGRAPH 2017, arXiv:1705.02999).
"""

from __future__ import annotations

from typing import Final

import torch
from torch import Tensor, nn
from torch.nn import functional


def _block(
    channels: int, out: int, convolutions: int, *, stride: int = 1, dilation: int = 1
) -> nn.Sequential:
    """Convolutions of 3 x 3 with ReLU, the last with ``stride``, and batch normalisation."""
    layers: list[nn.Module] = []
    for number in range(convolutions):
        last = stride if number == convolutions - 1 else 1
        layers += [nn.Conv2d(channels, out, 3, last, dilation, dilation), nn.ReLU()]
        channels = out
    return nn.Sequential(*layers, nn.BatchNorm2d(out))


class Eccv16(nn.Module):
    """L -> the probabilities of 313 colours at a quarter of the size -> their mean a*, b*."""

    CHANNELS: Final = (1,)

    def __init__(self) -> None:
        super().__init__()
        self.features = nn.Sequential(
            _block(1, 64, 2, stride=2),
            _block(64, 128, 2, stride=2),
            _block(128, 256, 3, stride=2),
            _block(256, 512, 3),
            _block(512, 512, 3, dilation=2),
            _block(512, 512, 3, dilation=2),
            _block(512, 512, 3),
        )
        self.colors = nn.Sequential(
            nn.ConvTranspose2d(512, 256, 4, 2, 1),
            nn.ReLU(),
            nn.Conv2d(256, 256, 3, padding=1),
            nn.ReLU(),
            nn.Conv2d(256, 256, 3, padding=1),
            nn.ReLU(),
            nn.Conv2d(256, 313, 1),
            nn.Softmax(dim=1),
            nn.Conv2d(313, 2, 1, bias=False),
        )

    def forward(self, L: Tensor) -> Tensor:
        """L* (N, 1, H, W) -> a*, b* (N, 2, H, W)."""
        ab: Tensor = self.colors(self.features(L))
        return functional.interpolate(ab, scale_factor=4, mode="bilinear")


class Siggraph17(nn.Module):
    """L and hints -> a*, b*: a U-Net whose skips are convolutions that are added.

    Without the head of colour classes, which only its training needs.
    """

    CHANNELS: Final = (1, 3)

    def __init__(self) -> None:
        super().__init__()
        self.down = nn.ModuleList(
            [_block(4, 64, 2), _block(64, 128, 2), _block(128, 256, 3), _block(256, 512, 3)]
        )
        self.middle = nn.Sequential(
            _block(512, 512, 3, dilation=2), _block(512, 512, 3, dilation=2), _block(512, 512, 3)
        )
        widths = ((512, 256, 256), (256, 128, 128), (128, 128, 64))
        self.up = nn.ModuleList(nn.ConvTranspose2d(a, b, 4, 2, 1) for a, b, _ in widths)
        self.short = nn.ModuleList(nn.Conv2d(skip, b, 3, padding=1) for _, b, skip in widths)
        self.after = nn.ModuleList([_block(256, 256, 2), _block(128, 128, 1), _block(128, 128, 1)])
        self.out = nn.Conv2d(128, 2, 1)

    def forward(self, L: Tensor, hints: Tensor) -> Tensor:
        """L* (N, 1, H, W) and hints (N, 3, H, W) -> a*, b* (N, 2, H, W)."""
        x, skips = torch.cat((L, hints), dim=1), []
        for number, block in enumerate(self.down):
            x = block(x if number == 0 else x[:, :, ::2, ::2])
            skips.append(x)
        x = self.middle(x)
        steps = zip(self.up, self.short, self.after, reversed(skips[:3]), strict=True)
        for up, short, after, skip in steps:
            x = after(functional.relu(up(x) + short(skip)))
        return torch.tanh(self.out(x))
