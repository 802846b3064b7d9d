"""Checkpoints: everything a run needs to go on exactly, written so that none is ever half there."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import torch
from lightning_fabric.plugins import Precision
from torch import nn
from torch.optim import Optimizer

from core.files.atomic import atomic_file, delete_partial_files
from training.config import RunConfig
from training.config.small import SmallConfig
from training.models.loading import CheckpointError


@dataclass
class Progress:
    """Where a run stands. Randomness is a function of the counters, so they are all there is."""

    stage: int = 0
    stage_images: int = 0  # seen in this stage
    images: int = 0  # seen in all
    steps: int = 0
    minutes: float = 0.0
    cpu_minutes: float = 0.0  # of the processors, in all processes
    optimizer_since: int = 0  # stage_images at which the optimizer began, to warm up from there


@dataclass
class TrainingState:
    """The parts of a run that a checkpoint holds. Modules here are the bare ones, not Fabric's."""

    modules: dict[str, nn.Module]  # generator, ema, discriminator, latent_encoder
    optimizers: dict[str, Optimizer] = field(default_factory=dict)
    progress: Progress = field(default_factory=Progress)
    precision: Precision = field(default_factory=Precision)  # float16's gradient scale


def save_checkpoint(path: Path, state: TrainingState, config: RunConfig | SmallConfig) -> None:
    """Write to a temporary file and rename: a kill or a power cut leaves the old one or the new."""
    content: dict[str, Any] = {name: module.state_dict() for name, module in state.modules.items()}
    content["optimizers"] = {name: opt.state_dict() for name, opt in state.optimizers.items()}
    content["precision"] = state.precision.state_dict()
    content["progress"] = asdict(state.progress)
    content["config"] = asdict(config)
    delete_partial_files(path.parent)  # what a killed run left half written
    with atomic_file(path, overwrite=True) as stream:
        torch.save(content, stream)


def without_paths(run: dict[str, Any]) -> dict[str, Any]:
    """A recipe for strangers: where its files lay on this machine is nobody's business."""
    cache = Path(run["data"]["cache"]).name
    return run | {
        "data": run["data"] | {"cache": cache},
        "start_from": Path(run["start_from"]).name,
    }


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
