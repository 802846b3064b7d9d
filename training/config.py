"""What a run is: frozen dataclasses, one per concern, read from a TOML file.

A key that no dataclass knows is an error: a misspelt setting must not be a silent default.
``extends = "other.toml"`` begins with another recipe, beside this one: tables are merged key by
key, everything else replaces what was there. A list of stages replaces the other's too, but a stage
that goes by the name of one of them begins with its settings.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Literal, TypeGuard

import dacite

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


GeneratorKind = Literal["unet", "resnet18", "lite0"]
GanMode = Literal["bce", "lsgan", "hinge"]
Schedule = Literal["constant", "cosine", "one-cycle"]

#: Settings of a stage that say the same thing in two ways.
_LENGTHS: Final = {"images", "epochs"}


class ConfigError(ValueError):
    """A run configuration that cannot be used; the message names the file and the setting."""


@dataclass(frozen=True)
class DataConfig:
    """Where the photographs are and what is done to them on the way."""

    cache: str
    workers: int = 1
    min_crop: float = 0.66  # the crop's side as a share of the photo's short side, from this to 1
    flip: bool = True
    kind_weights: dict[str, float] = field(default_factory=dict)  # 1 where a kind is not named
    hint_probability: float = 0.0  # share of the samples that get colour points from the truth
    max_hints: int = 20
    degrade: DegradeConfig | None = None


@dataclass(frozen=True)
class GeneratorConfig:
    """Which network predicts ab, and of what size."""

    kind: GeneratorKind
    weights: str = "imagenet"  # "imagenet", "none" or a file; unet has none
    channels: int = 64  # unet: width of its first level
    noise_size: int = 0  # length of z; 0: no noise input
    hints: bool = False
    bins: bool = False  # add the colour-bin head (lite0)
    mixing: bool = False  # let far places of a picture hear of each other (lite0)
    anchors: int = 0  # on a side: places by which what is alike agrees on one colour (lite0)


@dataclass(frozen=True)
class DiscriminatorConfig:
    """The PatchGAN on ab beside L, or the one on what a fixed Lite0 sees in both."""

    kind: Literal["patch", "projected"] = "patch"
    layers: int = 3  # patch: its receptive field follows
    channels: int = 64


@dataclass(frozen=True)
class LossConfig:
    """Weights of the loss terms; 0 leaves a term out. ab is taken as ab/110."""

    gan: float = 0.0
    gan_mode: GanMode = "bce"
    l1: float = 0.0
    huber: float = 0.0
    huber_beta: float = 0.025
    gradient: float = 0.0
    perceptual: float = 0.0  # distance of a fixed Lite0's feature maps
    semantic: float = 0.0  # distance of its summaries, which tell it what is in a picture
    consistency: float = 0.0  # of other_sizes with what the moving average says at size
    bins: float = 0.0
    bins_prior_share: float = 0.0  # rebalancing of the bins: see ColorBins.class_weights
    error: float = 0.0  # the head that predicts its own error
    kl: float = 0.0  # of the latent encoder that gives z in training; 0: z is drawn from N(0, 1)

    @property
    def sees(self) -> bool:
        """Whether a fixed network's eyes are needed."""
        return bool(self.perceptual or self.semantic)


@dataclass(frozen=True)
class StageConfig:
    """A stretch of training with its own losses, size, rates and frozen parts."""

    name: str
    losses: LossConfig
    size: int
    batch_size: int
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
    start_from: str = ""  # an exported .onnx or a checkpoint whose generator to begin with


def load_config(path: Path) -> RunConfig:
    """Read a recipe.

    Raises:
        ConfigError: the file is missing, is not TOML, extends itself, or holds a setting that does
            not exist.
    """
    rules = dacite.Config(strict=True, cast=[tuple], type_hooks={float: float})
    try:
        config = dacite.from_dict(RunConfig, _read(path), rules)
    except dacite.DaciteError as error:
        raise ConfigError(f"{path}: {error}") from error
    for complaint in complaints(config):
        raise ConfigError(f"{path}: {complaint}.")
    return config


def _read(path: Path, heirs: tuple[Path, ...] = ()) -> dict[str, Any]:
    """A recipe's settings, on top of those it extends."""
    if path in heirs:
        raise ConfigError(f"{path}: extends itself.")
    try:
        own = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read ({error.strerror}).") from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: {error}") from error
    parent = own.pop("extends", None)
    return own if parent is None else _merged(_read(path.parent / parent, (*heirs, path)), own)


def _merged(base: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    both_tables = {
        key: _merged(base[key], value)
        for key, value in over.items()
        if isinstance(value, dict) and isinstance(base.get(key), dict)
    }
    return base | over | both_tables | _merged_stages(base, over)


def _merged_stages(base: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    """The stages of ``over``, if it has any; what else stands there is dacite's to refuse."""
    known, own = base.get("stages"), over.get("stages")
    if not (_are_tables(known) and _are_tables(own)):
        return {}
    by_name = {str(stage.get("name")): stage for stage in known}
    return {"stages": [_heir(by_name.get(str(stage.get("name")), {}), stage) for stage in own]}


def _heir(stage: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """A stage with its own settings on top; a length of its own replaces either kind of length."""
    gone = _LENGTHS if _LENGTHS & own.keys() else set()
    return _merged({key: value for key, value in stage.items() if key not in gone}, own)


def _are_tables(value: object) -> TypeGuard[list[dict[str, Any]]]:
    return isinstance(value, list) and all(isinstance(item, dict) for item in value)


#: Settings of [generator] that only lite0 has, and what they are about.
_LITE0_PARTS: Final = {
    "bins": "colour-bin head",
    "mixing": "global mixing",
    "anchors": "agreement of anchors",
}


def complaints(config: RunConfig) -> Iterator[str]:
    """What does not fit together: a loss that nothing answers to would be left out unseen."""
    network = config.generator
    if not config.stages:
        yield "a run needs at least one stage"
    for part, what in _LITE0_PARTS.items():
        if getattr(network, part) and network.kind != "lite0":
            yield f"{network.kind} has no {what}: leave {part} out of [generator]"
    for stage in config.stages:
        for complaint in _about_stage(stage, network):
            yield f"stage {stage.name!r} {complaint}"


def _about_stage(stage: StageConfig, network: GeneratorConfig) -> Iterator[str]:
    losses = stage.losses
    if (stage.images is None) == (stage.epochs is None):
        yield "needs either images or epochs"
    if losses.bins and not network.bins:
        yield "has the loss bins, which needs bins = true in [generator]"
    if losses.error and network.kind != "lite0":
        yield "has the loss error, which only lite0 has a head for"
    if losses.consistency and not set(stage.other_sizes) - {stage.size}:
        yield "has the loss consistency, which needs other_sizes to compare"
    if losses.kl and not network.noise_size:
        yield "has the loss kl, which needs a noise_size in [generator]"
    if losses.kl and stage.batch_size < 2:
        yield "has the loss kl, which needs a batch_size of 2 or more"
