"""The weights a run begins with: another run's, or a shipped model's."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import onnx
import torch
from google.protobuf.message import DecodeError
from onnx import numpy_helper
from torch import Tensor

from training.engine.checkpoint import Progress
from training.models.generator import Generator
from training.models.latent_encoder import LatentEncoder
from training.models.loading import CheckpointError, load_content, load_weights

#: Before the names of the generator's parameters in an export and beside it.
GENERATOR: Final = "generator."

#: Counters that a run goes on counting; its stages and steps are its own.
_CARRIED: Final = {"images", "minutes", "cpu_minutes"}


def latent_file(model: Path) -> Path:
    """Where the rest of an exported model lies, for which only training has a use.

    The latent encoder, and under `GENERATOR` what the read-out of the generator passes over.
    """
    return model.with_suffix(".latent.pt")


@dataclass(frozen=True, eq=False)
class InitialWeights:
    """Weights to begin with, and what they have behind them."""

    generator: dict[str, Tensor]
    latent_encoder: dict[str, Tensor]  # empty where there is none
    progress: Progress


def load_initial_weights(path: Path) -> InitialWeights:
    """A checkpoint's moving average, or an exported .onnx.

    Raises:
        FileNotFoundError: there is no such file.
        CheckpointError: it, or the file beside it, is something else or cut short.
    """
    if path.suffix == ".onnx":
        return _from_onnx(path)
    content = load_content(path)
    encoder = content.get("latent_encoder", {})
    return InitialWeights(content["ema"], encoder, _carried(content["progress"]))


def _carried(progress: dict[str, Any]) -> Progress:
    return Progress(**{name: value for name, value in progress.items() if name in _CARRIED})


def _from_onnx(path: Path) -> InitialWeights:
    """The export keeps the parameters under their own names: the shipped file is a starting point.

    What training counts and use does not (BatchNorm's ``num_batches_tracked``) is not in it.
    """
    if not path.is_file():
        raise FileNotFoundError(f"{path}: there is no such model.")
    try:
        model = onnx.load(path)
    except DecodeError as error:
        raise CheckpointError(f"{path} is not a whole ONNX model.") from error
    beside = latent_file(path)
    rest = load_content(beside) if beside.exists() else {}
    weights = exported_weights(model) | _of_generator(rest)
    encoder = {name: t for name, t in rest.items() if not name.startswith(GENERATOR)}
    metadata = {entry.key: entry.value for entry in model.metadata_props}
    progress = json.loads(metadata.get("config", "{}")).get("progress", {})
    return InitialWeights(weights, encoder, _carried(progress))


def exported_weights(model: onnx.ModelProto) -> dict[str, Tensor]:
    """The generator's parameters in an exported model: those that its read-out has a use for."""
    graph = model.graph
    state = {t.name: torch.from_numpy(numpy_helper.to_array(t).copy()) for t in graph.initializer}
    for node in graph.node:  # of equal tensors the exporter keeps one, and names the others' copies
        if node.op_type == "Identity" and node.input[0] in state:
            state[node.output[0]] = state[node.input[0]].clone()
    return _of_generator(state)  # the exported network is a Readout around it


def _of_generator(state: dict[str, Tensor]) -> dict[str, Tensor]:
    """What goes by the generator's name, without it."""
    return {n.removeprefix(GENERATOR): t for n, t in state.items() if n.startswith(GENERATOR)}


def initialize(
    path: Path, generator: Generator, latent_encoder: LatentEncoder | None = None
) -> Progress:
    """Give networks the weights of a checkpoint or of an exported .onnx; returns their counters.

    Raises:
        FileNotFoundError: there is no such file.
        CheckpointError: it is not of this generator; only counters and later additions may be
            missing.
    """
    initial = load_initial_weights(path)
    load_weights(generator, initial.generator, path)
    if latent_encoder is not None and initial.latent_encoder:
        latent_encoder.load_state_dict(initial.latent_encoder)
    return initial.progress
