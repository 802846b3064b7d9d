"""The training loop of the detector of damage: one stage, on the CPU, resumed where it stopped."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import torch
from timm.utils.model_ema import ModelEmaV3
from torch import Tensor
from torch.utils.data import DataLoader

from training.config import RepairConfig
from training.data.cache import PhotoCache
from training.data.damage_samples import DamagePair, DamageSamples
from training.data.samples import Numbers, training_loader
from training.engine.checkpoint import (
    Progress,
    TrainingState,
    restore_modules,
    restore_optimizers,
    save_checkpoint,
)
from training.engine.schedule import rate_factor
from training.engine.stop_signals import StopRequest, stop_on_signals
from training.losses.damage import damage_losses
from training.models.damage_detector import DamageDetector
from training.models.loading import load_content


@dataclass
class RepairTrainer:
    """A run: its network and moving average, optimizer and counters."""

    config: RepairConfig
    folder: Path
    cache: PhotoCache
    stop: StopRequest = field(default_factory=StopRequest)

    def __post_init__(self) -> None:
        torch.manual_seed(self.config.seed)
        self.detector = DamageDetector(self.config.detector).to(memory_format=torch.channels_last)
        self.ema = ModelEmaV3(self.detector, self.config.ema_decay, use_warmup=True)
        self.optimizer = torch.optim.AdamW(
            self.detector.parameters(), self.config.lr, weight_decay=self.config.weight_decay
        )
        modules = {"generator": self.detector, "ema": self.ema.module}
        self.state = TrainingState(modules, {"detector": self.optimizer})
        self._shown: list[dict[str, float]] = []

    @property
    def checkpoint(self) -> Path:
        """The run's latest checkpoint."""
        return self.folder / "last.pt"

    @property
    def progress(self) -> Progress:
        """Where the run stands."""
        return self.state.progress

    def resume(self) -> bool:
        """Go on from the latest checkpoint, if there is one. Raises: CheckpointError."""
        if not self.checkpoint.exists():
            return False
        content = load_content(self.checkpoint)
        restore_modules(content, self.state)
        restore_optimizers(content, self.state)
        return True

    def fit(self) -> bool:
        """Train what is left; False if stopped before the end."""
        self.folder.mkdir(parents=True, exist_ok=True)
        saved = time.monotonic()
        with stop_on_signals(self.stop):
            for pair in self._loader():
                self._step(pair)
                if time.monotonic() - saved > self.config.checkpoint_minutes * 60:
                    self.save()
                    saved = time.monotonic()
                if self.stop:
                    break
        self.save()
        return not self.stop

    def save(self) -> None:
        """Write a checkpoint."""
        save_checkpoint(self.checkpoint, self.state, self.config)

    def _loader(self) -> DataLoader[DamagePair]:
        config = self.config
        samples = DamageSamples(self.cache, config.damage, config.size, config.seed)
        numbers = Numbers(self.progress.images, config.images)
        return training_loader(samples, numbers, config.batch_size, config.workers)

    def _step(self, pair: DamagePair) -> None:
        config, started = self.config, time.monotonic()
        rate = config.lr * rate_factor(config, self.progress.images, config.images)
        for group in self.optimizer.param_groups:
            group["lr"] = rate
        losses = self._losses(pair)
        weights = {name: getattr(config, f"{name}_weight") for name in losses}
        total = torch.stack([weights[name] * loss for name, loss in losses.items()]).sum()
        self.optimizer.zero_grad()
        total.backward()
        torch.nn.utils.clip_grad_norm_(self.detector.parameters(), 1.0)
        self.optimizer.step()
        self.ema.update(self.detector, self.progress.steps)
        self.progress.steps += 1
        self.progress.images += len(pair.L)
        self.progress.minutes += (time.monotonic() - started) / 60
        self._log({name: float(loss.detach()) for name, loss in losses.items()})

    def _losses(self, pair: DamagePair) -> dict[str, Tensor]:
        half = self.config.precision == "bf16-mixed"
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=half):
            logits = self.detector(pair.L)
        return damage_losses(logits, pair.mask)

    def _log(self, losses: dict[str, float]) -> None:
        self._shown.append(losses)
        if self.progress.steps % self.config.log_every:
            return
        sums = {name: sum(each[name] for each in self._shown) for name in losses}
        words = " ".join(f"{name} {value / len(self._shown):.3f}" for name, value in sums.items())
        print(f"{self.progress.images} images, {words}", file=sys.stderr)  # noqa: T201 - a log
        self._shown.clear()
