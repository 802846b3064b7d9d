"""What a run is: frozen dataclasses, one per concern."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final, Literal

#: Probability, least amount, most amount.
Chance = tuple[float, float, float]


@dataclass(frozen=True)
class DegradeConfig:
    """What may happen to a crop; an effect is ``(probability, least amount, most amount)``.

    What the three film probabilities leave is plain Rec.709 luminance. The effects are drawn only
    for the share ``old`` of the crops. ``strength`` scales every amount and the distance of the
    film from Rec.709: 0 gives the clean L*.
    """

    strength: float = 1.0
    panchromatic: float = 0.25
    orthochromatic: float = 0.17
    wet_plate: float = 0.03
    old: float = 0.5
    lens_blur: Chance = (0.35, 0.1, 1.0)
    motion: Chance = (0.10, 0.2, 1.0)
    vignette: Chance = (0.30, 0.1, 1.0)
    grain: Chance = (0.65, 0.1, 1.0)
    curve: Chance = (0.60, 0.1, 1.0)
    fading: Chance = (0.60, 0.1, 1.0)
    uneven: Chance = (0.25, 0.1, 1.0)
    stains: Chance = (0.15, 0.1, 1.0)
    scratches: Chance = (0.20, 0.1, 1.0)
    dust: Chance = (0.30, 0.1, 1.0)
    hair: Chance = (0.10, 0.2, 1.0)
    scan_blur: Chance = (0.30, 0.1, 1.0)
    jpeg: Chance = (0.40, 0.1, 1.0)


LiteKind = Literal["lite0", "lite1", "lite2"]
GeneratorKind = Literal["unet", "resnet18", "lite0", "lite1", "lite2"]
Schedule = Literal["constant", "cosine", "one-cycle"]


class ConfigError(ValueError):
    """A run configuration that cannot be used; the message names the file and the setting."""


@dataclass(frozen=True)
class DataConfig:
    """Where the photographs are and what is done to them on the way."""

    cache: str
    sources: str = ""  # beside the recipe: SHA-256 of the files that the cache is made of
    size: int = 192  # largest short side of the photos to train on
    val_size: int = 256  # short side of those to evaluate on
    workers: int = 1
    min_crop: float = 0.66  # the crop's side as a share of the photo's short side, from this to 1
    flip: bool = True
    kind_weights: dict[str, float] = field(default_factory=dict)  # 1 where a kind is not named
    chroma_power: float = 0.0  # photos come as often as this power of their mean chroma
    grey_share: float | None = None  # of the samples, photos of a mean chroma below 5 (as many)
    hint_probability: float = 0.0  # share of the samples that get colour points from the truth
    max_hints: int = 20
    degrade: DegradeConfig | None = None


@dataclass(frozen=True)
class GeneratorConfig:
    """Which network predicts ab, and of what size."""

    kind: GeneratorKind
    weights: str = "imagenet"  # "imagenet", "none" or a file; unet has none
    channels: int = 64  # unet: width of its first level
    decoder_width: float = 1.0  # lite: of the decoder's channels, as a share of those written down
    noise_size: int = 0  # length of z; 0: no noise input
    hints: bool = False
    bins: bool = False  # add the colour-bin head (lite)
    mixing: bool = False  # let far places of a picture hear of each other (lite)
    anchors: int = 0  # on a side: places by which what is alike agrees on one colour (lite)

    @property
    def is_lite(self) -> bool:
        """Whether it is a U-Net on EfficientNet-Lite, with all its heads."""
        return self.kind.startswith("lite")


@dataclass(frozen=True)
class DiscriminatorConfig:
    """The PatchGAN on ab beside L, or the one on what a fixed Lite0 sees in both."""

    kind: Literal["patch", "projected"] = "patch"
    layers: int = 3  # patch: its receptive field follows
    channels: int = 64


#: What a run began with, `RunConfig.start_from`, among the stages that one averages.
START: Final = "start"


@dataclass(frozen=True)
class StageConfig:
    """A stretch of training with its own losses, size, rates and frozen parts.

    Or, with ``average``, the mean of the weights that earlier stages ended with; `START` among
    them stands for those that the run began with.
    """

    name: str
    # weights by name, or tables of a weight and more: see losses.registry
    losses: dict[str, Any] = field(default_factory=dict)
    size: int = 0
    batch_size: int = 0
    average: tuple[str, ...] = ()
    min_side: int = 0  # photos of at least so many pixels on their shorter side
    other_sizes: tuple[int, ...] = ()  # with these, every batch is of one size, drawn anew
    images: int | None = None
    epochs: float | None = None
    lr_generator: float = 2e-4
    lr_discriminator: float = 2e-4
    backbone_rate: float = 1.0  # of the pretrained parts, as a share of lr_generator
    betas: tuple[float, float] = (0.9, 0.999)
    weight_decay: float = 0.0
    schedule: Schedule = "constant"
    warmup_images: int = 0
    clip_norm: float = 0.0
    frozen_stages: int = 0  # parts of the backbone, from the input on; -1: all of it

    def length(self, photos: int) -> int:
        """Images this stage sees."""
        return self.images if self.images is not None else round((self.epochs or 0) * photos)


@dataclass(frozen=True)
class ReadoutConfig:
    """How vivid the answers are, and how different; fitted on validation, see docs/training.md."""

    threshold: float = 0.0  # chroma in Lab units that is taken away: less than that is grey
    gain: float = 1.0  # on the chroma that is left
    bins_share: float = 0.0  # of the bins' annealed mean in ab; the rest is the regression's
    temperature: float = 1.0  # of that mean: 1 the mean, towards 0 the likeliest colour
    spread: float = 1.0  # on z: how far its samples go from the default


@dataclass(frozen=True)
class ExportConfig:
    """What the exported file says of itself."""

    name: str = "autochrome"
    version: str = "0.0.0"
    trained_on: str = "unnamed photographs"
    size: int = 256  # default short side at use
    max_size: int = 1024
    started_from: str = ""  # what start_from is, in words, for the card


@dataclass(frozen=True)
class RunConfig:
    """A whole run."""

    name: str
    data: DataConfig
    generator: GeneratorConfig
    stages: tuple[StageConfig, ...]
    discriminator: DiscriminatorConfig = field(default_factory=DiscriminatorConfig)
    seed: int = 0
    precision: Literal["32-true", "bf16-mixed", "16-mixed"] = "32-true"
    ema_decay: float = 0.999
    checkpoint_minutes: float = 5.0
    log_every: int = 20  # steps
    evaluate_every: int = 50_000  # images
    evaluate_photos: int = 200
    readout: ReadoutConfig = field(default_factory=ReadoutConfig)
    export: ExportConfig = field(default_factory=ExportConfig)
    start_from: str = ""  # an exported .onnx or a checkpoint whose generator to begin with
