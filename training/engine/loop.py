"""The training loop: stages, checkpoints, limits. What a step computes is task.py's.

Runs on one CPU, one GPU or several processes through Lightning Fabric.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import torch
from lightning_fabric import Fabric
from torch.utils.data import DataLoader

from training.config import RunConfig, StageConfig
from training.config.schema import START
from training.data.cache import PhotoCache
from training.data.samples import Batch, Numbers, Sizes, TrainingSamples, training_loader
from training.engine.checkpoint import (
    Progress,
    TrainingState,
    restore_modules,
    restore_optimizers,
    save_checkpoint,
)
from training.engine.color_prior import color_prior
from training.engine.monitor import Monitor
from training.engine.networks import build_networks
from training.engine.portable_state import expand_state
from training.engine.step import TrainingError, TrainingStep, set_up_step
from training.engine.stop_signals import StopRequest, stop_on_signals
from training.engine.weight_averaging import load_average
from training.models.color_bins import ColorBins
from training.models.loading import load_content


@contextmanager
def explained_memory(stage: StageConfig) -> Iterator[None]:
    """Say which setting to lower when memory runs out."""
    try:
        yield
    except (RuntimeError, MemoryError) as error:
        # the CPU's allocator has no error type of its own
        known = isinstance(error, torch.OutOfMemoryError | MemoryError)
        if not known and "can't allocate memory" not in str(error):
            raise
        raise TrainingError(
            f"Out of memory in stage {stage.name!r}: lower its batch_size ({stage.batch_size})"
            f" or its size ({stage.size}) in the recipe."
        ) from error


@dataclass
class Trainer:
    """One run in one folder: ``last.pt``, a checkpoint a stage, and what `Monitor` writes."""

    config: RunConfig
    folder: Path
    fabric: Fabric
    cache: PhotoCache
    monitor: Monitor
    stop: StopRequest = field(default_factory=StopRequest)

    def __post_init__(self) -> None:
        self.networks = build_networks(self.config, self.fabric.device)
        precision = self.fabric.strategy.precision
        modules, progress = self.networks.by_name(), self.networks.initial_progress
        self.state = TrainingState(modules, progress=progress, precision=precision)
        self.bins = ColorBins().to(self.fabric.device)
        self.prior = color_prior(self.cache, self.bins)
        self._content: dict[str, Any] | None = None  # of the checkpoint, until its stage is set up
        self._started = self._saved_at = time.monotonic()
        self._cpu_started = time.process_time()
        self._before = replace(self.progress)

    @property
    def checkpoint(self) -> Path:
        """The run's latest checkpoint."""
        return self.folder / "last.pt"

    @property
    def progress(self) -> Progress:
        """Where the run stands."""
        return self.state.progress

    def resume(self, state: Path | None = None) -> bool:
        """Go on from the latest checkpoint, if there is one, or else from a portable state.

        Raises:
            FileNotFoundError: there is no such state.
            CheckpointError: it is damaged, or of other networks than the recipe's.
        """
        if self.checkpoint.exists():
            self._content = load_content(self.checkpoint)
        elif state is not None:
            self._content = expand_state(load_content(state), self.state.modules)
        else:
            return False
        restore_modules(self._content, self.state)
        self._before = replace(self.progress)
        return True

    def fit(self) -> bool:
        """Train the stages that are left; False if stopped before their end.

        Raises:
            TrainingError: out of memory, or a loss that is no longer finite.
        """
        with stop_on_signals(self.stop):
            while self.progress.stage < len(self.config.stages):
                stage = self.config.stages[self.progress.stage]
                if stage.average:
                    load_average(self.state, [self._stage_end(name) for name in stage.average])
                elif not self._run_stage(stage):
                    return False
                self._finish_stage(stage)
        return True

    def save(self, path: Path | None = None) -> None:
        """Write a checkpoint, from the first process only."""
        if self.fabric.is_global_zero:
            save_checkpoint(path or self.checkpoint, self.state, self.config)
        self._saved_at = time.monotonic()

    def _run_stage(self, stage: StageConfig) -> bool:
        """Train what is left of a stage; False if stopped."""
        total = stage.length(len(self.cache))
        prior = self.prior.to(self.fabric.device)
        step = set_up_step(self.config, stage, self.networks, self.fabric, self.bins, prior)
        self.state.optimizers = step.optimizers()
        if self._content is not None and self._content["optimizers"]:
            restore_optimizers(self._content, self.state)
        self._content = None
        stopped = False
        shown = self.monitor.stage(stage.name, total, self.progress.stage_images)
        with explained_memory(stage), shown:
            for batch in self._loader(stage, total):
                self._step(step, batch.to(self.fabric.device), total)
                if stopped := self._stop_together():
                    break
        self.save()
        return not stopped

    def _count_minutes(self) -> None:
        wall = (time.monotonic() - self._started) / 60
        own = (time.process_time() - self._cpu_started) / 60  # the other processes work as much
        self.progress.minutes = self._before.minutes + wall
        self.progress.cpu_minutes = self._before.cpu_minutes + own * self.fabric.world_size

    def _stop_together(self) -> bool:
        """Whether any process is to stop: one that went on alone would wait for the others."""
        if self.fabric.world_size == 1:
            return bool(self.stop)
        asked = torch.tensor(float(bool(self.stop)), device=self.fabric.device)
        return bool(self.fabric.all_reduce(asked, reduce_op="max"))

    def _finish_stage(self, stage: StageConfig) -> None:
        self.save(self.folder / f"{self.progress.stage}-{stage.name}.pt")
        self.fabric.barrier()  # a stage that averages reads it, in every process
        self.progress.stage += 1
        self.progress.stage_images = self.progress.optimizer_since = 0
        self.state.optimizers = {}
        self.save()

    def _stage_end(self, name: str) -> Path:
        """The checkpoint that the stage of a name ends with; or what the run began with."""
        if name == START:
            return Path(self.config.start_from)
        number = [stage.name for stage in self.config.stages].index(name)
        return self.folder / f"{number}-{name}.pt"

    def _loader(self, stage: StageConfig, total: int) -> DataLoader[Batch]:
        first, left = self.progress.images, total - self.progress.stage_images
        fabric = self.fabric
        together = stage.batch_size * fabric.world_size
        sizes = (stage.size, *stage.other_sizes)
        samples = TrainingSamples(
            self.cache,
            self.config.data,
            sizes=Sizes(sizes, together, first % together, self.config.seed),
            stride=self.networks.generator.stride,
            seed=self.config.seed,
            hints=self.config.generator.hints,
            min_side=stage.min_side,
        )
        left -= left % together  # as many batches in each process
        numbers = Numbers(first + fabric.global_rank, first + left, fabric.world_size)
        return training_loader(samples, numbers, stage.batch_size, self.config.data.workers)

    def _step(self, step: TrainingStep, batch: Batch, total: int) -> None:
        """One step, and what is due after it: counting, logging, evaluation, a checkpoint."""
        terms = step(batch, self.progress, total)
        seen = len(batch.L) * self.fabric.world_size
        before = self.progress.images
        self.progress.steps += 1
        self.progress.stage_images += seen
        self.progress.images += seen
        self._count_minutes()
        rate = step.optimizer_g.param_groups[0]["lr"]
        self.monitor.step(self.progress, step.stage.name, terms, rate, seen)
        every = self.config.evaluate_every
        if self.progress.images // every > before // every:
            self.monitor.evaluate(self.networks.ema.module, self.progress)
        if time.monotonic() - self._saved_at > self.config.checkpoint_minutes * 60:
            self.save()
