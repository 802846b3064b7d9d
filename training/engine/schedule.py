"""Learning-rate schedules: a factor on the stage's rate, by how much of the stage is done."""

from __future__ import annotations

import math
from typing import Final

from training.config import Schedule, StageConfig
from training.config.small import SmallConfig

#: One-cycle climbs for this share of the stage (Smith & Topin, 2018; fast.ai's default is 0.25).
_CLIMB: Final = 0.25
_FLOOR: Final = 0.01


def rate_factor(
    stage: StageConfig | SmallConfig, seen: int, total: int, *, since: int = 0
) -> float:
    """Factor in 0..1 after ``seen`` of ``total`` images; the optimizer began at ``since``."""
    warm = min(1.0, (seen - since + 1) / stage.warmup_images) if stage.warmup_images else 1.0
    return warm * _shape(stage.schedule, min(1.0, seen / max(1, total)))


def _shape(schedule: Schedule, done: float) -> float:
    if schedule == "constant":
        return 1.0
    if schedule == "cosine":
        return _cosine(done)
    if done < _CLIMB:
        return 1.0 - (1.0 - 1 / 25) * _cosine(done / _CLIMB)
    return _cosine((done - _CLIMB) / (1 - _CLIMB))


def _cosine(done: float) -> float:
    """From 1 down to the floor along half a cosine."""
    return _FLOOR + (1 - _FLOOR) * 0.5 * (1 + math.cos(math.pi * done))
