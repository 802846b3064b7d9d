"""Runs of the small networks: to their end, or stopped after some steps."""

from __future__ import annotations

from typing import Any

from training.engine.small_trainer import SmallTrainer
from training.engine.stop_signals import StopRequest


class StopAfter(StopRequest):
    """Asks to stop after so many steps."""

    def __init__(self, trainer: SmallTrainer[Any], steps: int) -> None:
        super().__init__()
        self.trainer, self.steps = trainer, steps

    def __bool__(self) -> bool:
        return self.trainer.progress.steps >= self.steps


def run(trainer: SmallTrainer[Any], stop_after: int | None = None) -> None:
    """Go on with a run, to its end or for so many steps."""
    if stop_after is not None:
        trainer.stop = StopAfter(trainer, stop_after)
    trainer.resume()
    assert trainer.fit() is (stop_after is None)
