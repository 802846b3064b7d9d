"""The training of the detector of damage."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor
from torch.utils.data import DataLoader

from training.config import RepairConfig
from training.data.cache import PhotoCache
from training.data.damage_samples import DamagePair, DamageSamples
from training.data.samples import Numbers, training_loader
from training.engine.small_trainer import SmallTrainer
from training.losses.damage import damage_losses
from training.models.damage_detector import DamageDetector


class RepairTrainer(SmallTrainer[DamagePair]):
    """A run of the detector of damage."""

    def __init__(self, config: RepairConfig, folder: Path, cache: PhotoCache) -> None:
        torch.manual_seed(config.seed)
        self.config, self.cache, self.detector = config, cache, DamageDetector(config.detector)
        super().__init__(config, folder, self.detector)

    def batches(self) -> DataLoader[DamagePair]:
        """Of what is left to train."""
        config = self.config
        samples = DamageSamples(self.cache, config.damage, config.size, config.seed)
        numbers = Numbers(self.progress.images, config.images)
        return training_loader(samples, numbers, config.batch_size, config.workers)

    def losses(self, batch: DamagePair) -> dict[str, Tensor]:
        """Of a batch."""
        with self.autocast():
            logits = self.detector(batch.L)
        return damage_losses(logits, batch.mask)
