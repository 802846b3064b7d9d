"""The discriminator: a PatchGAN on (L, ab), Conv-BatchNorm-LeakyReLU (Isola et al., 2017).

It scores patches, not the picture: whether the colours of each neighbourhood fit its luminance.
"""

from __future__ import annotations

from torch import Tensor, nn

from training.blocks import L_beside_ab
from training.config import DiscriminatorConfig
from training.generator import pix2pix_init

_KERNEL = 4


class PatchDiscriminator(nn.Module):
    """(L, ab) -> logits (N, 1, h, w), one for each patch of `receptive_field` pixels.

    Where the generator answers at 1/stride, L comes in by pixel-unshuffle: stride^2 channels at the
    size of ab, so that no luminance detail is lost to the judge and it stays cheap.
    """

    def __init__(self, config: DiscriminatorConfig, stride: int = 1) -> None:
        super().__init__()
        self.stride = stride
        self.layers = config.layers
        c = config.channels
        parts: list[nn.Module] = [_conv(stride * stride + 2, c, 2), nn.LeakyReLU(0.2, inplace=True)]
        for i in range(1, config.layers + 1):
            c_out = config.channels * min(2**i, 8)
            parts += [
                _conv(c, c_out, 2 if i < config.layers else 1, bias=False),
                nn.BatchNorm2d(c_out),
                nn.LeakyReLU(0.2, inplace=True),
            ]
            c = c_out
        self.model = nn.Sequential(*parts, _conv(c, 1, 1))
        self.apply(pix2pix_init)

    def forward(self, L: Tensor, ab: Tensor) -> Tensor:
        """L (N, 1, H, W), ab (N, 2, H/stride, W/stride) -> logits (N, 1, h, w)."""
        scores: Tensor = self.model(L_beside_ab(L, ab, self.stride))
        return scores

    @property
    def receptive_field(self) -> int:
        """Side in pixels of L that one score sees: 70 for three layers at full resolution."""
        field = 1
        for step in reversed([2] * self.layers + [1, 1]):
            field = (field - 1) * step + _KERNEL
        return field * self.stride


def _conv(c_in: int, c_out: int, step: int, *, bias: bool = True) -> nn.Conv2d:
    return nn.Conv2d(c_in, c_out, _KERNEL, stride=step, padding=1, bias=bias)
