"""What a run of a small network is: one stage, on the CPU."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from training.config.schema import Schedule


@dataclass(frozen=True, kw_only=True)
class SmallConfig:
    """A whole run; what it learns from is its own recipe's."""

    name: str
    version: str = "0.1.0"
    seed: int = 0
    batch_size: int
    images: int
    lr: float = 2e-3
    weight_decay: float = 0.01
    warmup_images: int = 800
    schedule: Schedule = "cosine"
    ema_decay: float = 0.998
    precision: Literal["32-true", "bf16-mixed"] = "32-true"
    checkpoint_minutes: float = 4.0
    log_every: int = 50  # steps
    workers: int = 1
