"""The training of the finder of prints."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor
from torch.utils.data import DataLoader

from training.config import ScansConfig
from training.data.cache import PhotoCache
from training.data.samples import Numbers, training_loader
from training.engine.small_trainer import SmallTrainer
from training.losses.damage import damage_losses
from training.models.print_finder import PrintFinder
from training.scans.samples import PageSample, PageSamples


class ScansTrainer(SmallTrainer[PageSample]):
    """A run of the finder of prints."""

    def __init__(self, config: ScansConfig, folder: Path, cache: PhotoCache) -> None:
        torch.manual_seed(config.seed)
        self.config, self.cache, self.finder = config, cache, PrintFinder(config.channels)
        super().__init__(config, folder, self.finder)

    def batches(self) -> DataLoader[PageSample]:
        """Of what is left to train."""
        config = self.config
        samples = PageSamples(self.cache, config)
        begun = -(-self.progress.images // config.batch_size)  # batches have one size each
        numbers = Numbers(begun * config.batch_size, config.images)
        return training_loader(samples, numbers, config.batch_size, config.workers)

    def losses(self, batch: PageSample) -> dict[str, Tensor]:
        """Of a batch."""
        rgb = batch.rgb.contiguous(memory_format=torch.channels_last)
        with self.autocast():
            logits = self.finder(rgb)
        on = damage_losses(logits[:, :1], batch.target[:, :1])
        side = damage_losses(logits[:, 1:], batch.target[:, 1:])
        return {"on": on["cross_entropy"], "side": side["cross_entropy"], "dice": side["dice"]}
