"""Weights out of checkpoints and exports, into a generator that they fit."""

from __future__ import annotations

import pickle
from dataclasses import asdict
from pathlib import Path
from typing import Any

import dacite
import torch
from torch import Tensor

from training.config import GeneratorConfig
from training.models.generator import Generator, build_generator


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
