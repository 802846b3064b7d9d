"""The networks of a run: generator and its moving average, discriminator, latent encoder."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import torch
from timm.utils.model_ema import ModelEmaV3
from torch import nn

from training.config import RunConfig
from training.engine.checkpoint import Progress
from training.engine.initial_weights import initialize
from training.losses.registry import loss_terms
from training.models.discriminator import Discriminator, build_discriminator
from training.models.generator import Generator, build_generator
from training.models.latent_encoder import LatentEncoder


@dataclass
class Networks:
    """The modules of a run, bare; Fabric's wrappers live only in the stage that trains them."""

    generator: Generator
    ema: ModelEmaV3
    discriminator: Discriminator
    latent_encoder: LatentEncoder | None
    initial_progress: Progress = field(default_factory=Progress)  # of the weights

    def by_name(self) -> dict[str, nn.Module]:
        """For the checkpoint."""
        named: dict[str, nn.Module | None] = {
            "generator": self.generator,
            "ema": self.ema.module,
            "discriminator": self.discriminator,
            "latent_encoder": self.latent_encoder,
        }
        return {name: module for name, module in named.items() if module is not None}


def build_networks(config: RunConfig, device: torch.device) -> Networks:
    """Networks with seeded or pretrained weights."""
    torch.manual_seed(config.seed)
    generator = build_generator(config.generator)
    discriminator = build_discriminator(config.discriminator, generator.stride)
    terms = [term for stage in config.stages for term in loss_terms(config, stage)]
    wants_encoder = any("latent_encoder" in term.needs for term in terms)
    noise = config.generator.noise_size
    latent_encoder = LatentEncoder(noise, generator.stride) if wants_encoder else None
    initial_progress = Progress()
    if config.start_from:
        initial_progress = initialize(Path(config.start_from), generator, latent_encoder)
    for module in (generator, discriminator, latent_encoder):
        if module is not None:
            module.to(device).to(memory_format=torch.channels_last)
    # warm-up: without it the average of a young run is mostly the network it began as
    ema = ModelEmaV3(generator, config.ema_decay, use_warmup=True)
    return Networks(generator, ema, discriminator, latent_encoder, initial_progress)
