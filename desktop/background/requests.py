"""What the inference thread is asked for, in which order, and the events it answers with."""

from __future__ import annotations

from collections.abc import Hashable
from concurrent.futures import Future
from dataclasses import dataclass, field
from enum import IntEnum
from pathlib import Path
from typing import ClassVar

from core.colorize.colorization import Colorization
from core.colorize.edits import Edit
from core.colorize.reference_colors import ColorReferences
from core.colorize.tint import TintOptions
from core.errors import AutochromeError
from core.inference.model_choice import ModelChoice
from core.inference.model_spec import ModelSpec
from core.photo.photo import Photo


class Rank(IntEnum):
    """The order of what waits: the lowest first, what a person looks at before everything else."""

    MODEL = 0
    SHOWN = 1
    LATER = 2
    QUEUE = 3
    IDLE = 4


@dataclass(frozen=True)
class LoadModel:
    """Open a model on this device.

    Attributes:
        model: its file; None is the one that the library of models has for its default.
        models: several that work together, as `core.inference.model_choice.chosen_model` reads
            them; where there are some, ``model`` is none of them.
    """

    model: Path | None = None
    device: str = "auto"
    memory_limit_mb: int | None = None
    models: tuple[str, ...] = ()

    slot: ClassVar[Hashable] = "model"
    rank: ClassVar[Rank] = Rank.MODEL


@dataclass(frozen=True, eq=False)
class Colorize:
    """Colours for a photo. A newer request of the same ``slot`` replaces one that waits.

    Attributes:
        size: short side of what the network sees; held within what the model can use.
        rank: `Rank.LATER` lets every request go first that a person waits for.
        model: another one than the open one, as `core.inference.model_choice.chosen_model` reads
            it; empty is the open one.
    """

    slot: Hashable
    photo: Photo
    edit: Edit
    size: int | None = None
    rank: Rank = Rank.SHOWN
    model: str = ""


@dataclass(frozen=True, eq=False)
class ColorizeJob:
    """A photo of the queue; ``answer`` is cancelled where ``spec`` is not the open model's.

    With ``models`` those colour it, and ``spec`` is theirs.
    """

    spec: ModelSpec
    photo: Photo
    edit: Edit
    tint: TintOptions
    answer: Future[Colorization]
    references: ColorReferences = field(default_factory=ColorReferences)
    models: tuple[ModelChoice, ...] = ()

    rank: ClassVar[Rank] = Rank.QUEUE

    @property
    def slot(self) -> Hashable:
        """A slot of its own: no photo of the queue replaces another."""
        return self


@dataclass(frozen=True)
class TimeDevices:
    """Time every device, unless those of ``known`` are all there are."""

    spec: ModelSpec
    known: frozenset[str]
    memory_limit_mb: int | None

    slot: ClassVar[Hashable] = "timing"
    rank: ClassVar[Rank] = Rank.IDLE


Request = LoadModel | Colorize | ColorizeJob | TimeDevices


@dataclass(frozen=True)
class ModelReady:
    """The model is open. ``reason`` says why ``device`` is not the one asked for.

    ``choices`` are the files behind it.
    """

    spec: ModelSpec
    requested: str
    device: str
    provider: str
    reason: str | None
    choices: tuple[ModelChoice, ...] = ()


@dataclass(frozen=True)
class ModelFailed:
    """There is no model; requests are answered with the same error."""

    error: AutochromeError


@dataclass(frozen=True, eq=False)
class Colorized:
    """The network's answer to a `Colorize`."""

    request: Colorize
    colorization: Colorization


@dataclass(frozen=True, eq=False)
class ColorizeFailed:
    """Why a `Colorize` has no answer."""

    request: Colorize
    error: AutochromeError


@dataclass(frozen=True)
class DevicesTimed:
    """Device -> seconds for one picture; only where there are several devices."""

    request: TimeDevices
    seconds: dict[str, float]


Event = ModelReady | ModelFailed | Colorized | ColorizeFailed | DevicesTimed
