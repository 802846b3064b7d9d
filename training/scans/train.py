"""The training of the model of prints."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor
from torch.utils.data import DataLoader

from training.config import ScansConfig
from training.data.samples import Numbers, training_loader
from training.engine.small_trainer import SmallTrainer
from training.losses.prints import print_losses
from training.models.print_refiner import PrintRefiner
from training.scans.export import load_refiner
from training.scans.samples import RectangleSample, RectangleSamples


class ScansTrainer(SmallTrainer[RectangleSample]):
    """A run of the model of prints; an image is a page, of which some rectangles are seen."""

    def __init__(self, config: ScansConfig, folder: Path, pages: Path) -> None:
        torch.manual_seed(config.seed)
        self.config, self.refiner = config, PrintRefiner(config.channels)
        self.samples = RectangleSamples(pages, config.seed)
        super().__init__(config, folder, self.refiner)

    def start_from(self, checkpoint: Path) -> None:
        """Begin with the averaged weights of another run. Raises: as `load_refiner`."""
        weights = load_refiner(checkpoint)[1].state_dict()
        self.refiner.load_state_dict(weights)
        self.ema.module.load_state_dict(weights)

    def batches(self) -> DataLoader[RectangleSample]:
        """Of what is left to train."""
        config = self.config
        numbers = Numbers(self.progress.images, config.images)
        return training_loader(self.samples, numbers, config.batch_size, config.workers)

    def losses(self, batch: RectangleSample) -> dict[str, Tensor]:
        """Of a batch."""
        crops, places, asked, scores = (each.flatten(0, 1) for each in batch)
        with self.autocast():
            sides, judged = self.refiner(crops.contiguous(memory_format=torch.channels_last))
        return print_losses(sides.float(), judged.float(), places, asked, scores)
