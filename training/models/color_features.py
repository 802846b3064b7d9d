"""Deep features of coloured pictures, by a fixed EfficientNet-Lite0.

It stays as ImageNet left it: its features of L* with ab
put to it are a distance to learn by (Johnson et al., 2016), and the eyes of a projected
discriminator (Sauer et al., Projected GANs converge faster, 2021).
"""

from __future__ import annotations

from typing import Final, NamedTuple, Self

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from core.color import CIE_DELTA, xyz_to_linear
from training.models.backbones import LiteEncoder

#: Least linear light of a channel: the slope of sRGB's curve stays finite for what is out of gamut.
_LEAST_LIGHT: Final = 1e-4


def lab_to_rgb(L: Tensor, ab: Tensor) -> Tensor:
    """L* (N, 1, H, W) and ab (N, 2, H, W) in Lab units -> sRGB (N, 3, H, W) in 0..1.

    ``core.color.lab_to_rgb`` for tensors that want gradients; what is out of gamut is clipped.
    """
    fy = (L + 16) / 116
    f = torch.cat((fy + ab[:, :1] / 500, fy, fy - ab[:, 1:] / 200), dim=1)
    xyz = torch.where(f > CIE_DELTA, f**3, (f - 4 / 29) * (3 * CIE_DELTA**2))
    to_linear = torch.from_numpy(xyz_to_linear()).to(xyz)
    linear = torch.einsum("ij,njhw->nihw", to_linear, xyz).clamp(_LEAST_LIGHT, 1.0)
    return torch.where(linear <= 0.0031308, linear * 12.92, 1.055 * linear ** (1 / 2.4) - 0.055)


class ColorFeatureMaps(NamedTuple):
    """What Lite0 makes of N pictures."""

    maps: list[Tensor]  # (N, C, H/stride, W/stride), from stride 4 on
    summary: Tensor  # (N, 1280): its head's mean, from which it tells classes


class ColorFeatures(nn.Module):
    """(L, ab) -> what Lite0 sees in the picture; nothing in it learns."""

    strides: Final = (4, 8, 16, 32)

    def __init__(self, weights: str = "imagenet") -> None:
        super().__init__()
        self.network = LiteEncoder("lite0", weights)
        self.channels = self.network.channels[1:]
        self.requires_grad_(requires_grad=False)
        self.eval()

    def train(self, mode: bool = True) -> Self:
        """It stays in eval mode, whatever is asked of the networks around it."""
        del mode
        return super().train(mode=False)

    def forward(self, L: Tensor, ab: Tensor) -> ColorFeatureMaps:
        """L (N, 1, H, W), ab (N, 2, h, w), Lab units -> what is seen, in the precision around."""
        maps = self.maps(L, ab)
        return ColorFeatureMaps(maps, self.network.summary(maps[-1]))

    def maps(self, L: Tensor, ab: Tensor) -> list[Tensor]:
        """`ColorFeatureMaps.maps` alone."""
        with torch.autocast(L.device.type, enabled=False):  # 8 bits of mantissa are no picture
            L, ab = L.float(), ab.float()
            grown = F.interpolate(ab, size=L.shape[-2:], mode="bilinear", align_corners=False)
            rgb = lab_to_rgb(L, grown).to(memory_format=torch.channels_last)
        return self.network.maps(rgb * 2 - 1)[1:]
