"""What a run of the model of prints is: its recipe is ``configs/scans.toml``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from training.config.small import SmallConfig


@dataclass(frozen=True, kw_only=True)
class ScansConfig(SmallConfig):
    """A whole run; an image is a made-up page, of which some rectangles are seen."""

    pages: str  # a folder of made-up pages
    drawn: int = 5000  # pages in the folder
    shortest: int = 740  # pixels of a page's long side, from
    longest: int = 900  # and to
    batch_size: int = 8
    images: int = 60_000
    sides_weight: float = 1.0
    scores_weight: float = 2.0
    precision: Literal["32-true", "bf16-mixed"] = "bf16-mixed"
    channels: tuple[int, int, int] = (64, 96, 24)
