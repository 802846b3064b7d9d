"""Checkpoints: everything a run needs to go on exactly, written so that none is ever half there."""

from __future__ import annotations

import pickle
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import dacite
import torch
from lightning_fabric.plugins import Precision
from torch import Tensor, nn
from torch.optim import Optimizer

from core.atomic import new_file, sweep_parts
from training.config import GeneratorConfig, RunConfig
from training.generator import Generator, build_generator


@dataclass
class Progress:
    """Where a run stands. Randomness is a function of the counters, so they are all there is."""

    stage: int = 0
    stage_images: int = 0  # seen in this stage
    images: int = 0  # seen in all
    steps: int = 0
    minutes: float = 0.0


@dataclass
class TrainingState:
    """The parts of a run that a checkpoint holds. Modules here are the bare ones, not Fabric's."""

    modules: dict[str, nn.Module]  # generator, ema, discriminator, posterior
    optimizers: dict[str, Optimizer] = field(default_factory=dict)
    progress: Progress = field(default_factory=Progress)
    precision: Precision = field(default_factory=Precision)  # float16's gradient scale


def save_checkpoint(path: Path, state: TrainingState, config: RunConfig) -> None:
    """Write to a temporary file and rename: a kill or a power cut leaves the old one or the new."""
    content: dict[str, Any] = {name: module.state_dict() for name, module in state.modules.items()}
    content["optimizers"] = {name: opt.state_dict() for name, opt in state.optimizers.items()}
    content["precision"] = state.precision.state_dict()
    content["progress"] = asdict(state.progress)
    content["config"] = asdict(config)
    sweep_parts(path.parent)  # what a killed run left half written
    with new_file(path, overwrite=True) as stream:
        torch.save(content, stream)


class CheckpointError(ValueError):
    """Not a checkpoint, or not one of these networks; the message names the file."""


def load_content(path: Path) -> dict[str, Any]:
    """The raw content of a checkpoint, on the CPU.

    Raises:
        FileNotFoundError: there is no such file.
        CheckpointError: it is something else, or cut short.
    """
    if not path.is_file():
        raise FileNotFoundError(f"{path}: there is no such checkpoint.")
    try:
        content: dict[str, Any] = torch.load(path, map_location="cpu", weights_only=True)
    except (RuntimeError, EOFError, pickle.UnpicklingError) as error:
        raise CheckpointError(f"{path} is not a whole checkpoint of training.train.") from error
    return content


def restore_modules(content: dict[str, Any], state: TrainingState) -> None:
    """Put a checkpoint's weights and counters into a run.

    Raises:
        CheckpointError: it is of other networks than the run's.
    """
    try:
        for name, module in state.modules.items():
            module.load_state_dict(content[name])
    except (KeyError, RuntimeError) as error:
        raise CheckpointError(
            "The checkpoint is of other networks than the recipe's: take the recipe that made it,"
            " or another folder (--run)."
        ) from error
    state.precision.load_state_dict(content.get("precision", {}))
    state.progress = Progress(**content["progress"])


def restore_optimizers(content: dict[str, Any], state: TrainingState) -> None:
    """Put a checkpoint's optimizer states into the optimizers of the stage it was taken in."""
    for name, optimizer in state.optimizers.items():
        optimizer.load_state_dict(content["optimizers"][name])


def load_generator(path: Path, *, ema: bool = True) -> Generator:
    """The generator of a checkpoint, in eval mode: its moving average, or its raw weights."""
    content = load_content(path)
    config = dacite.from_dict(GeneratorConfig, content["config"]["generator"])
    generator = build_generator(_without_weights(config))
    load_weights(generator, content["ema" if ema else "generator"], path)
    return generator.eval()


def load_weights(generator: Generator, weights: dict[str, Tensor], path: Path) -> None:
    """Give a generator the weights that ``path`` held.

    Raises:
        CheckpointError: they are not of this generator; only counters and later additions may be
            missing.
    """
    try:
        missing, unexpected = generator.load_state_dict(weights, strict=False)
    except RuntimeError as error:
        raise CheckpointError(f"{path} holds another network than [generator] names.") from error
    wrong = unexpected + [name for name in missing if not _may_be_missing(name, generator)]
    if wrong:
        raise CheckpointError(
            f"{path} holds another network than [generator] names: {len(wrong)} parameters"
            f" have no counterpart, {wrong[0]} to begin with."
        )


def _may_be_missing(name: str, generator: Generator) -> bool:
    """What no export holds, and what was added to the network since."""
    return name.endswith("num_batches_tracked") or name.startswith(generator.additions)


def _without_weights(config: GeneratorConfig) -> GeneratorConfig:
    """The same network without its pretrained weights, which the checkpoint replaces."""
    return dacite.from_dict(GeneratorConfig, asdict(config) | {"weights": "none"})
