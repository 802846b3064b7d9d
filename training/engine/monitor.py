"""What a person sees of a run: progress bar, TensorBoard, ``history.jsonl``, grids."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from rich.progress import (
    BarColumn,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)
from rich.progress import (
    Progress as Bar,
)
from torch import nn
from torch.utils.tensorboard import SummaryWriter

from training.data.cache import PhotoCache
from training.engine.checkpoint import Progress
from training.evaluation.quick_evaluation import quick_evaluation, result_grid
from training.losses.task import Losses


@dataclass
class Monitor:
    """Writes only where ``active``: in the first process of several."""

    folder: Path
    validation: PhotoCache
    photos: int
    log_every: int
    active: bool = True
    _seen: int = field(default=0, init=False)
    _since: float = field(default_factory=time.monotonic, init=False)

    def __post_init__(self) -> None:
        self._writer = SummaryWriter(str(self.folder)) if self.active else None
        self._bar: Bar | None = None
        self._task: TaskID | None = None

    @contextmanager
    def stage(self, name: str, total: int, done: int) -> Iterator[None]:
        """A progress bar over the images of a stage."""
        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            TextColumn("{task.completed:.0f}/{task.total:.0f} images  {task.fields[rate]}"),
            TimeRemainingColumn(elapsed_when_finished=True),
        )
        with Bar(*columns, disable=not self.active, speed_estimate_period=300) as self._bar:
            self._task = self._bar.add_task(name, total=total, completed=done, rate="")
            self._since, self._seen = time.monotonic(), 0
            yield

    def step(self, progress: Progress, stage: str, terms: Losses, rate: float, seen: int) -> None:
        """Count a step; log its losses now and then."""
        self._seen += seen
        if not self.active or progress.steps % self.log_every:
            return
        now = time.monotonic()
        speed = self._seen / max(now - self._since, 1e-9)
        if self._bar is not None and self._task is not None:
            self._bar.update(
                self._task, completed=progress.stage_images, rate=f"{speed:.1f} images/s"
            )
        self._since, self._seen = now, 0
        losses = {name: float(value) for name, value in terms.items()}
        self._record(progress, losses | {"lr_generator": rate, "images_per_s": speed}, stage=stage)

    def evaluate(self, generator: nn.Module, progress: Progress) -> None:
        """Figures and a result grid on fixed validation photos."""
        if not self.active:
            return
        figures = quick_evaluation(generator, self.validation, self.photos)
        self._record(progress, figures, evaluation=True)
        result_grid(
            generator,
            self.validation,
            range(0, len(self.validation), max(1, len(self.validation) // 8)),
            self.folder / f"grid-{progress.images:08d}.png",
        )
        self._since, self._seen = time.monotonic(), 0

    def close(self) -> None:
        """Write what TensorBoard still has in hand."""
        if self._writer is not None:
            self._writer.close()

    def _record(self, progress: Progress, values: dict[str, float], **facts: str | bool) -> None:
        """One line of history.jsonl, and the same values for TensorBoard."""
        counters = {
            "step": progress.steps,
            "images": progress.images,
            "minutes": progress.minutes,
            "cpu_minutes": progress.cpu_minutes,
        }
        with (self.folder / "history.jsonl").open("a", encoding="utf-8") as stream:
            stream.write(json.dumps(facts | counters | values) + "\n")
        if self._writer is not None:
            for name, value in values.items():
                self._writer.add_scalar(name, value, progress.images)
