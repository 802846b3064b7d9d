"""The networks of a run: generator and its moving average, discriminator, latent encoder."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import torch
from timm.utils.model_ema import ModelEmaV3
from torch import nn

from training.config import RunConfig
from training.engine.checkpoint import Progress
from training.engine.initial_weights import start_from
from training.models.discriminator import Discriminator, build_discriminator
from training.models.generator import Generator, build_generator
from training.models.latent_encoder import LatentEncoder


@dataclass
class Networks:
    """The modules of a run, bare; Fabric's wrappers live only in the stage that trains them."""

    generator: Generator
    ema: ModelEmaV3
    discriminator: Discriminator
    posterior: LatentEncoder | None
    begun: Progress = field(default_factory=Progress)  # what the weights have behind them

    def by_name(self) -> dict[str, nn.Module]:
        """For the checkpoint."""
        named: dict[str, nn.Module | None] = {
            "generator": self.generator,
            "ema": self.ema.module,
            "discriminator": self.discriminator,
            "posterior": self.posterior,
        }
        return {name: module for name, module in named.items() if module is not None}


def build_networks(config: RunConfig, device: torch.device) -> Networks:
    """Networks with seeded or pretrained weights."""
    torch.manual_seed(config.seed)
    generator = build_generator(config.generator)
    discriminator = build_discriminator(config.discriminator, generator.stride)
    wants_posterior = any(stage.losses.kl for stage in config.stages)
    noise = config.generator.noise_size
    posterior = LatentEncoder(noise, generator.stride) if wants_posterior and noise else None
    begun = Progress()
    if config.start_from:
        begun = start_from(Path(config.start_from), generator, posterior)
    for module in (generator, discriminator, posterior):
        if module is not None:
            module.to(device).to(memory_format=torch.channels_last)
    # warm-up: without it the average of a young run is mostly the network it began as
    ema = ModelEmaV3(generator, config.ema_decay, use_warmup=True)
    return Networks(generator, ema, discriminator, posterior, begun)
