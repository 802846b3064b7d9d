"""The networks of a run: generator and its moving average, discriminator, latent encoder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import torch
from timm.utils.model_ema import ModelEmaV3
from torch import nn

from training.checkpoint import CheckpointError, initial_weights
from training.config import RunConfig
from training.discriminator import PatchDiscriminator
from training.generator import Generator, build_generator
from training.posterior import LatentEncoder


@dataclass
class Networks:
    """The modules of a run, bare; Fabric's wrappers live only in the stage that trains them."""

    generator: Generator
    ema: ModelEmaV3
    discriminator: PatchDiscriminator
    posterior: LatentEncoder | None

    def by_name(self) -> dict[str, nn.Module]:
        """For the checkpoint."""
        named: dict[str, nn.Module | None] = {
            "generator": self.generator,
            "ema": self.ema.module,
            "discriminator": self.discriminator,
            "posterior": self.posterior,
        }
        return {name: module for name, module in named.items() if module is not None}


def start_from(path: Path, generator: Generator) -> None:
    """Give a generator the weights of a checkpoint or of an exported .onnx.

    Raises:
        FileNotFoundError: there is no such file.
        CheckpointError: it is not of this generator; nothing but counters may be missing.
    """
    missing, unexpected = [], []
    try:
        missing, unexpected = generator.load_state_dict(initial_weights(path), strict=False)
    except RuntimeError as error:
        raise CheckpointError(f"{path} holds another network than [generator] names.") from error
    wrong = unexpected + [name for name in missing if not name.endswith("num_batches_tracked")]
    if wrong:
        raise CheckpointError(
            f"{path} holds another network than [generator] names: {len(wrong)} parameters"
            f" have no counterpart, {wrong[0]} to begin with."
        )


def build_networks(config: RunConfig, device: torch.device) -> Networks:
    """Networks with seeded or pretrained weights."""
    torch.manual_seed(config.seed)
    generator = build_generator(config.generator)
    if config.start_from:
        start_from(Path(config.start_from), generator)
    discriminator = PatchDiscriminator(config.discriminator, generator.stride)
    wants_posterior = any(stage.losses.kl for stage in config.stages)
    noise = config.generator.noise_size
    posterior = LatentEncoder(noise, generator.stride) if wants_posterior and noise else None
    for module in (generator, discriminator, posterior):
        if module is not None:
            module.to(device).to(memory_format=torch.channels_last)
    # warm-up: without it the average of a young run is mostly the network it began as
    ema = ModelEmaV3(generator, config.ema_decay, use_warmup=True)
    return Networks(generator, ema, discriminator, posterior)
