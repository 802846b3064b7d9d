"""What a run of the model of prints is: its recipe is ``configs/scans.toml``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from training.config.schema import Schedule


@dataclass(frozen=True)
class ScansConfig:
    """A whole run; an image is a made-up page, of which some rectangles are seen."""

    name: str
    pages: str  # a folder of made-up pages
    seed: int = 0
    drawn: int = 5000  # pages in the folder
    shortest: int = 740  # pixels of a page's long side, from
    longest: int = 900  # and to
    batch_size: int = 8
    images: int = 60_000
    lr: float = 2e-3
    weight_decay: float = 0.01
    warmup_images: int = 800
    schedule: Schedule = "cosine"
    sides_weight: float = 1.0
    scores_weight: float = 2.0
    ema_decay: float = 0.998
    precision: Literal["32-true", "bf16-mixed"] = "bf16-mixed"
    channels: tuple[int, int, int] = (64, 96, 24)
    checkpoint_minutes: float = 4.0
    log_every: int = 50  # steps
    workers: int = 1
    version: str = "0.1.0"
