"""What a run of the detector of damage is: its recipe is ``configs/repair.toml``."""

from __future__ import annotations

from dataclasses import dataclass, field

from training.config.small import SmallConfig


@dataclass(frozen=True)
class DamageConfig:
    """What may have happened to a picture; pairs are (least, most), drawn on a logarithmic scale.

    Attributes:
        damaged: share of the pictures with any damage.
        amount: factor on how often each kind is drawn.
        kinds: how often a kind is drawn, by its name; else as `training.data.damage.DAMAGES` says.
        enlarged: how many times a photo is enlarged.
        sharp: share of the photos that are not enlarged at all.
        mark_size: width of the thinnest marks in pixels.
        structures: share of the pictures with thin structures that are no damage.
    """

    damaged: float = 0.8
    amount: float = 1.0
    kinds: dict[str, float] = field(default_factory=dict)
    enlarged: tuple[float, float] = (1.0, 6.0)
    sharp: float = 0.0
    mark_size: tuple[float, float] = (0.8, 3.0)
    structures: float = 0.35


@dataclass(frozen=True)
class DetectorConfig:
    """The network: channels at 1/2, 1/4, 1/8, ... of the picture's size."""

    channels: tuple[int, ...] = (24, 40, 64, 96)
    blocks: int = 2  # at each size, on the way down


@dataclass(frozen=True, kw_only=True)
class RepairConfig(SmallConfig):
    """A whole run; an image is a damaged picture."""

    cache: str
    size: int = 160  # side of the samples in pixels
    batch_size: int = 16
    images: int = 100_000
    cross_entropy_weight: float = 1.0
    dice_weight: float = 1.0
    damage: DamageConfig = field(default_factory=DamageConfig)
    detector: DetectorConfig = field(default_factory=DetectorConfig)
