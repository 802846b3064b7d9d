"""The latent encoder: what z explains, learnt from the truth (BicycleGAN, Zhu et al., 2017).

In training it reads the true colours and says which z would have asked for them, so that z comes
to mean what luminance leaves open: warm or cool, bold or pale. At use z is drawn from N(0, 1), or
zero.
"""

from __future__ import annotations

from torch import Tensor, nn

from training.models.blocks import L_beside_ab


class LatentEncoder(nn.Module):
    """(L, ab) -> mean and log-variance of z, (N, Z) each."""

    def __init__(self, noise_size: int, stride: int, channels: int = 32) -> None:
        super().__init__()
        self.stride = stride
        c = channels
        self.body = nn.Sequential(
            nn.Conv2d(stride * stride + 2, c, 3, stride=2, padding=1),
            nn.ReLU(inplace=True),
            nn.Conv2d(c, 2 * c, 3, stride=2, padding=1),
            nn.ReLU(inplace=True),
            nn.Conv2d(2 * c, 4 * c, 3, stride=2, padding=1),
            nn.ReLU(inplace=True),
        )
        self.head = nn.Linear(4 * c, 2 * noise_size)

    def forward(self, L: Tensor, ab: Tensor) -> tuple[Tensor, Tensor]:
        """L (N, 1, H, W), ab (N, 2, H/stride, W/stride) -> mean, log-variance."""
        x = self.body(L_beside_ab(L, ab, self.stride)).mean(dim=(2, 3))
        mean, log_variance = self.head(x.float()).chunk(2, dim=1)
        return mean, log_variance.clamp(-8, 4)  # beyond this exp() only makes trouble
