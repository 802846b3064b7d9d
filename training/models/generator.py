"""The generators: L*, colour hints and noise in, ab out. One interface, three networks.

All take ``L`` (N, 1, H, W) in 0..100, optional ``hints`` (N, 3, H, W) and ``z`` (N, Z), and return
a `Prediction` in Lab units at 1/``stride`` of the input's size. z modulates every decoder level;
z = 0 is the default colorization.
"""

from __future__ import annotations

from typing import NamedTuple, cast

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from core.color import AB_SCALE
from training.config import GeneratorConfig, LiteKind
from training.models.anchor_attention import AnchorAttention, AnchorField
from training.models.backbones import LiteEncoder, ResNet18Encoder
from training.models.blocks import (
    ConvNormAct,
    GlobalMixing,
    HintEmbedding,
    HintSpread,
    NoiseModulation,
    doubled,
    scaled_L,
)
from training.models.color_bins import ColorBins
from training.models.hint_attention import HintAttention, HintField


class Prediction(NamedTuple):
    """What a generator says of a photograph, at 1/stride of its size."""

    ab: Tensor  # (N, 2, h, w) in Lab units
    bin_logits: Tensor | None = None  # (N, Q, h, w)
    error: Tensor | None = None  # (N, 1, h, w): the CIEDE2000 the network expects of itself
    points: HintField | None = None  # how far the user's colours reach; ab is corrected by it
    anchors: AnchorField | None = None  # what is alike in the picture; ab agrees by it
    decoded: Tensor | None = None  # (N, C, h, w): what the heads read


class Generator(nn.Module):
    """What the three have in common."""

    stride: int = 1
    multiple_of: int = 32
    #: Parts that files of an earlier generator lack; they begin as they are made.
    additions: tuple[str, ...] = ()

    def __init__(self, config: GeneratorConfig) -> None:
        super().__init__()
        self.config = config

    def __call__(
        self, L: Tensor, hints: Tensor | None = None, z: Tensor | None = None
    ) -> Prediction:
        """Typed front of ``forward``."""
        return cast("Prediction", super().__call__(L, hints, z))

    def backbone_stages(self) -> list[nn.Module]:
        """Pretrained parts that a stage may freeze, from the input on."""
        return []


class DecoderLevel(nn.Module):
    """One step up: double the size, join the skip, add hints, modulate by z, convolve."""

    def __init__(
        self, c_in: int, c_skip: int, c_out: int, config: GeneratorConfig, depth: int
    ) -> None:
        super().__init__()
        self.join = ConvNormAct(c_in + c_skip, c_out)
        self.hint = HintEmbedding(c_out) if config.hints else None
        self.noise = NoiseModulation(config.noise_size, c_out) if config.noise_size else None
        self.more = nn.Sequential(*(ConvNormAct(c_out, c_out) for _ in range(depth - 1)))

    def forward(self, x: Tensor, skip: Tensor, hints: Tensor | None, z: Tensor | None) -> Tensor:
        """(N, c_in, h, w) and (N, c_skip, 2h, 2w) -> (N, c_out, 2h, 2w)."""
        x = self.join(torch.cat((doubled(x), skip), dim=1))
        return cast("Tensor", self.more(inject(x, self.hint, self.noise, hints, z)))


def inject(
    x: Tensor,
    hint: HintEmbedding | None,
    noise: NoiseModulation | None,
    hints: Tensor | None,
    z: Tensor | None,
) -> Tensor:
    """Features with the user's colours added and the noise's modulation applied."""
    if hint is not None and hints is not None:
        x = x + hint(hints, hints.shape[-1] // x.shape[-1])
    if noise is not None and z is not None:
        x = noise(x, z)
    return x


def spread_over(x: Tensor, spread: HintSpread | None, hints: Tensor | None) -> Tensor:
    """Features with the user's colours added wherever the picture looks like their place."""
    return x if spread is None or hints is None else x + spread(x, hints)


class LiteGenerator(Generator):
    """U-Net on EfficientNet-Lite with a slim decoder that ends at quarter resolution.

    5.5 M parameters with Lite0, 6.3 with Lite1, 7.0 with Lite2.

    The eye resolves colour far less sharply than light (JPEG's 4:2:0 rests on it), and the edges
    come back in ``core.colorize.render`` from the full-size luminance.
    """

    stride = 4
    additions = ("spread16.", "spread8.", "attention.", "mixing.", "anchors.")
    widths = (192, 192, 128, 96, 64)  # bottom, 1/16, 1/8, 1/4, heads

    def __init__(self, config: GeneratorConfig) -> None:
        super().__init__(config)
        self.encoder = LiteEncoder(cast("LiteKind", config.kind), config.weights)
        c = self.encoder.channels
        w = [round(width * config.decoder_width / 8) * 8 for width in self.widths]
        self.bottom = nn.Conv2d(c[4], w[0], 1)
        self.context = nn.Linear(self.encoder.head_channels, w[0])  # what the picture is of
        self.bottom_hint = HintEmbedding(w[0]) if config.hints else None
        self.bottom_noise = NoiseModulation(config.noise_size, w[0]) if config.noise_size else None
        self.up16 = DecoderLevel(w[0], c[3], w[1], config, depth=2)
        self.mixing = GlobalMixing(w[1]) if config.mixing else nn.Identity()
        self.spread16 = HintSpread(w[1]) if config.hints else None
        self.up8 = DecoderLevel(w[1], c[2], w[2], config, depth=2)
        self.spread8 = HintSpread(w[2]) if config.hints else None
        self.up4 = DecoderLevel(w[2], c[1], w[3], config, depth=1)
        self.last = ConvNormAct(w[3], w[4])
        self.ab_head = nn.Conv2d(w[4], 2, 1)
        self.error_head = nn.Conv2d(w[4], 1, 1)
        self.bin_head = nn.Conv2d(w[4], len(ColorBins()), 1) if config.bins else None
        self.anchors = AnchorAttention(w[4], config.anchors) if config.anchors else None
        self.attention = HintAttention(w[4]) if config.hints else None
        nn.init.zeros_(cast("Tensor", self.ab_head.bias))
        nn.init.normal_(self.ab_head.weight, std=0.01)  # begins near grey: no early purple

    def forward(
        self, L: Tensor, hints: Tensor | None = None, z: Tensor | None = None
    ) -> Prediction:
        """See the module's docstring; h = H/4, w = W/4."""
        features, pooled = self.encoder(L)
        x = self.bottom(features[4]) + self.context(pooled)[..., None, None]  # (N, 192, H/32, W/32)
        x = inject(x, self.bottom_hint, self.bottom_noise, hints, z)
        x = self.mixing(self.up16(x, features[3], hints, z))  # (N, 192, H/16, W/16)
        x = spread_over(x, self.spread16, hints)
        x = self.up8(x, features[2], hints, z)  # (N, 128, H/8, W/8)
        x = spread_over(x, self.spread8, hints)
        x = self.last(self.up4(x, features[1], hints, z))  # (N, 64, H/4, W/4)
        logits = None if self.bin_head is None else self.bin_head(x)
        # x10: an error of ten is ordinary; the heads then start at the right size
        error = F.softplus(self.error_head(x).float()) * 10
        ab = self.ab_head(x).float() * AB_SCALE
        anchors = None if self.anchors is None else self.anchors(x, error)
        points = None if self.attention is None or hints is None else self.attention(x, hints)
        ab = ab if anchors is None else anchors.agree(ab)
        ab = ab if points is None else points.correct(ab)
        return Prediction(ab, logits, error, points, anchors, x)

    def backbone_stages(self) -> list[nn.Module]:
        """Stem, stages 0-6, head."""
        return self.encoder.stages()


class ResNet18Generator(Generator):
    """U-Net on torchvision's ResNet18, up to full resolution: the reference's second recipe."""

    widths = (256, 128, 64, 64, 32)

    def __init__(self, config: GeneratorConfig) -> None:
        super().__init__(config)
        self.encoder = ResNet18Encoder(config.weights)
        c, w = self.encoder.channels, self.widths
        self.levels = nn.ModuleList(
            DecoderLevel(c_in, c_skip, c_out, config, depth=2)
            for c_in, c_skip, c_out in zip((c[4], *w[:3]), reversed(c[:4]), w[:4], strict=True)
        )
        self.full = DecoderLevel(w[3], 1, w[4], config, depth=1)
        self.ab_head = nn.Conv2d(w[4], 2, 1)

    def forward(
        self, L: Tensor, hints: Tensor | None = None, z: Tensor | None = None
    ) -> Prediction:
        """See the module's docstring; h = H, w = W."""
        *skips, x = self.encoder(L)
        for level, skip in zip(self.levels, reversed(skips), strict=True):
            x = level(x, skip, hints, z)
        x = self.full(x, scaled_L(L), hints, z)
        return Prediction(torch.tanh(self.ab_head(x).float()) * AB_SCALE)

    def backbone_stages(self) -> list[nn.Module]:
        """Stem and the four layers."""
        return self.encoder.stages()


class UNetGenerator(Generator):
    """pix2pix's U-Net (Isola et al., 2017): 8 levels down to 1x1, skips joined, 54 M.

    z is laid beside the 1x1 bottleneck. Hints, where used, come in beside L.
    """

    multiple_of = 256
    growth = (1, 2, 4, 8, 8, 8, 8, 8)

    def __init__(self, config: GeneratorConfig) -> None:
        super().__init__(config)
        widths = [config.channels * g for g in self.growth]
        c_in = 4 if config.hints else 1
        self.down = nn.ModuleList(
            self._down(a, b, i)
            for i, (a, b) in enumerate(zip((c_in, *widths), widths, strict=False))
        )
        ups = []
        c = widths[-1] + config.noise_size
        for i, skip in enumerate(reversed(widths[:-1])):
            # z has a sign to keep, so forward() applies the first ReLU before z comes in
            activation = nn.ReLU() if i else nn.Identity()
            ups.append(self._up(c, skip, activation, dropout=i < 3))  # three drop out in pix2pix
            c = 2 * skip
        self.up = nn.ModuleList(ups)
        self.ab_head = nn.ConvTranspose2d(c, 2, 4, stride=2, padding=1)
        self.apply(pix2pix_init)

    @staticmethod
    def _down(c_in: int, c_out: int, level: int) -> nn.Sequential:
        parts: list[nn.Module] = [] if level == 0 else [nn.LeakyReLU(0.2)]
        parts.append(nn.Conv2d(c_in, c_out, 4, stride=2, padding=1, bias=level in {0, 7}))
        if level not in {0, 7}:  # neither the first nor the 1x1 level has statistics to normalise
            parts.append(nn.BatchNorm2d(c_out))
        return nn.Sequential(*parts)

    @staticmethod
    def _up(c_in: int, c_out: int, activation: nn.Module, *, dropout: bool) -> nn.Sequential:
        parts: list[nn.Module] = [
            activation,
            nn.ConvTranspose2d(c_in, c_out, 4, stride=2, padding=1, bias=False),
            nn.BatchNorm2d(c_out),
        ]
        return nn.Sequential(*parts, *([nn.Dropout(0.5)] if dropout else []))

    def forward(
        self, L: Tensor, hints: Tensor | None = None, z: Tensor | None = None
    ) -> Prediction:
        """See the module's docstring; h = H, w = W, both multiples of 256."""
        x = scaled_L(L)
        if self.config.hints:
            hints = L.new_zeros(len(L), 3, *L.shape[-2:]) if hints is None else hints
            x = torch.cat((x, hints[:, :2] / AB_SCALE, hints[:, 2:]), dim=1)
        skips: list[Tensor] = []
        for down in self.down:
            x = down(x)
            skips.append(x)
        x = F.relu(skips.pop())
        if self.config.noise_size:
            z = L.new_zeros(len(L), self.config.noise_size) if z is None else z
            x = torch.cat((x, z[..., None, None].expand(-1, -1, *x.shape[-2:])), dim=1)
        for up in self.up:
            x = torch.cat((up(x), skips.pop()), dim=1)
        return Prediction(torch.tanh(self.ab_head(F.relu(x)).float()) * AB_SCALE)


def pix2pix_init(module: nn.Module) -> None:
    """N(0, 0.02) for convolutions, N(1, 0.02) for BatchNorm: pix2pix, appendix 6.2."""
    if isinstance(module, nn.Conv2d | nn.ConvTranspose2d):
        nn.init.normal_(module.weight, 0.0, 0.02)
    elif isinstance(module, nn.BatchNorm2d):
        nn.init.normal_(module.weight, 1.0, 0.02)


def build_generator(config: GeneratorConfig) -> Generator:
    """The generator a recipe names."""
    kinds = {"unet": UNetGenerator, "resnet18": ResNet18Generator}
    return kinds.get(config.kind, LiteGenerator)(config)
