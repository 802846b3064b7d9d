"""The training loop of a small network: one stage, on the CPU, resumed where it stopped."""

from __future__ import annotations

import sys
import time
from abc import ABC, abstractmethod
from collections.abc import Mapping
from pathlib import Path
from typing import Generic, TypeVar

import torch
from timm.utils.model_ema import ModelEmaV3
from torch import Tensor, nn
from torch.utils.data import DataLoader

from training.config.small import SmallConfig
from training.engine.checkpoint import (
    Progress,
    TrainingState,
    restore_modules,
    restore_optimizers,
    save_checkpoint,
)
from training.engine.schedule import rate_factor
from training.engine.stop_signals import StopRequest, stop_on_signals
from training.models.loading import load_content

#: A named tuple of tensors (N, ...).
Batch = TypeVar("Batch", bound=tuple[Tensor, ...])


class SmallTrainer(ABC, Generic[Batch]):
    """A run: its network and moving average, optimizer and counters."""

    def __init__(self, config: SmallConfig, folder: Path, network: nn.Module) -> None:
        self.run_config, self.folder = config, folder
        self.network = network.to(memory_format=torch.channels_last)
        self.ema = ModelEmaV3(self.network, config.ema_decay, use_warmup=True)
        self.optimizer = torch.optim.AdamW(
            self.network.parameters(), config.lr, weight_decay=config.weight_decay
        )
        modules = {"generator": self.network, "ema": self.ema.module}
        self.state = TrainingState(modules, {"detector": self.optimizer})
        self.stop = StopRequest()
        self._shown: list[dict[str, float]] = []

    @abstractmethod
    def batches(self) -> DataLoader[Batch]:
        """Of what is left to train."""

    @abstractmethod
    def losses(self, batch: Batch) -> Mapping[str, Tensor]:
        """By name; ``<name>_weight`` of the recipe is the weight of each."""

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

    def fit_for(self, minutes: float | None) -> bool:
        """As `fit`, and no longer than so many minutes."""
        if minutes is not None:
            self.stop.deadline = time.monotonic() + minutes * 60
        return self.fit()

    def fit(self) -> bool:
        """Train what is left; False if stopped before the end."""
        self.folder.mkdir(parents=True, exist_ok=True)
        saved = time.monotonic()
        with stop_on_signals(self.stop):
            for batch in self.batches():
                self._step(batch)
                if time.monotonic() - saved > self.run_config.checkpoint_minutes * 60:
                    self.save()
                    saved = time.monotonic()
                if self.stop:
                    break
        self.save()
        return not self.stop

    def save(self) -> None:
        """Write a checkpoint."""
        save_checkpoint(self.checkpoint, self.state, self.run_config)

    def autocast(self) -> torch.autocast:
        """Half precision where the recipe says so."""
        half = self.run_config.precision == "bf16-mixed"
        return torch.autocast("cpu", dtype=torch.bfloat16, enabled=half)

    def _step(self, batch: Batch) -> None:
        config, started = self.run_config, time.monotonic()
        rate = config.lr * rate_factor(config, self.progress.images, config.images)
        for group in self.optimizer.param_groups:
            group["lr"] = rate
        losses = self.losses(batch)
        weights = {name: getattr(config, f"{name}_weight") for name in losses}
        total = torch.stack([weights[name] * loss for name, loss in losses.items()]).sum()
        self.optimizer.zero_grad()
        total.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimizer.step()
        self.ema.update(self.network, self.progress.steps)
        self.progress.steps += 1
        self.progress.images += len(batch[0])
        self.progress.minutes += (time.monotonic() - started) / 60
        self._log({name: float(loss.detach()) for name, loss in losses.items()})

    def _log(self, losses: dict[str, float]) -> None:
        self._shown.append(losses)
        if self.progress.steps % self.run_config.log_every:
            return
        sums = {name: sum(each[name] for each in self._shown) for name in losses}
        words = " ".join(f"{name} {value / len(self._shown):.3f}" for name, value in sums.items())
        print(f"{self.progress.images} images, {words}", file=sys.stderr)  # noqa: T201 - a log
        self._shown.clear()
