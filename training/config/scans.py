"""What a run of the finder of prints is: its recipe is ``configs/scans.toml``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from training.config.schema import Schedule


@dataclass(frozen=True)
class ScansConfig:
    """A whole run."""

    name: str
    cache: str
    seed: int = 0
    side: int = 384  # pixels of a page's long side
    batch_size: int = 8
    images: int = 100_000
    lr: float = 2e-3
    weight_decay: float = 0.01
    warmup_images: int = 800
    schedule: Schedule = "cosine"
    parts: bool = True  # parts of larger pages, too
    on_weight: float = 1.0
    side_weight: float = 1.0
    dice_weight: float = 0.5
    ema_decay: float = 0.998
    precision: Literal["32-true", "bf16-mixed"] = "bf16-mixed"
    channels: tuple[int, int, int, int] = (40, 64, 96, 96)
    checkpoint_minutes: float = 4.0
    log_every: int = 50  # steps
    workers: int = 1
    version: str = "0.1.0"
