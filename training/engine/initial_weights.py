"""Where a run begins that begins from another run's weights, or from a shipped model's."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import torch
from torch import Tensor

from training.engine.checkpoint import Progress
from training.models.generator import Generator
from training.models.latent_encoder import LatentEncoder
from training.models.loading import CheckpointError, load_content, load_weights

if TYPE_CHECKING:
    from onnx import ModelProto


#: Before the names of the generator's parameters in an export and beside it.
GENERATOR: Final = "generator."


def latent_file(model: Path) -> Path:
    """Where the rest of an exported model lies, for which only training has a use.

    The latent encoder, and under `GENERATOR` what the read-out of the generator passes over.
    """
    return model.with_suffix(".latent.pt")


@dataclass(frozen=True, eq=False)
class Start:
    """Weights to begin with, and what they have behind them."""

    weights: dict[str, Tensor]
    posterior: dict[str, Tensor]  # of the latent encoder, where it is there
    images: int = 0
    minutes: float = 0.0

    def progress(self) -> Progress:
        """The counters a run goes on counting from; its stages and steps are its own."""
        return Progress(images=self.images, minutes=self.minutes)


def load_start(path: Path) -> Start:
    """A checkpoint's moving average, or an exported .onnx.

    Raises:
        FileNotFoundError: there is no such file.
        CheckpointError: it, or the file beside it, is something else or cut short.
    """
    if path.suffix == ".onnx":
        return _from_onnx(path)
    content = load_content(path)
    return _start(content["ema"], content.get("posterior", {}), content["progress"])


def _start(
    weights: dict[str, Tensor], posterior: dict[str, Tensor], progress: dict[str, Any]
) -> Start:
    return Start(weights, posterior, progress.get("images", 0), progress.get("minutes", 0.0))


def _from_onnx(path: Path) -> Start:
    """The export keeps the parameters under their own names: the shipped file is a starting point.

    What training counts and use does not (BatchNorm's ``num_batches_tracked``) is not in it.
    """
    import onnx  # noqa: PLC0415 - only where an .onnx is asked for
    from google.protobuf.message import DecodeError  # noqa: PLC0415

    if not path.is_file():
        raise FileNotFoundError(f"{path}: there is no such model.")
    try:
        model = onnx.load(path)
    except DecodeError as error:
        raise CheckpointError(f"{path} is not a whole ONNX model.") from error
    beside = latent_file(path)
    rest = load_content(beside) if beside.exists() else {}
    weights = exported_weights(model) | _of_generator(rest)
    posterior = {name: t for name, t in rest.items() if not name.startswith(GENERATOR)}
    told = {entry.key: entry.value for entry in model.metadata_props}
    return _start(weights, posterior, json.loads(told.get("config", "{}")).get("progress", {}))


def exported_weights(model: ModelProto) -> dict[str, Tensor]:
    """The generator's parameters in an exported model: those that its read-out has a use for."""
    from onnx import numpy_helper  # noqa: PLC0415

    graph = model.graph
    state = {t.name: torch.from_numpy(numpy_helper.to_array(t).copy()) for t in graph.initializer}
    for node in graph.node:  # of equal tensors the exporter keeps one, and names the others' copies
        if node.op_type == "Identity" and node.input[0] in state:
            state[node.output[0]] = state[node.input[0]].clone()
    return _of_generator(state)  # the exported network is a Readout around it


def _of_generator(state: dict[str, Tensor]) -> dict[str, Tensor]:
    """What goes by the generator's name, without it."""
    return {n.removeprefix(GENERATOR): t for n, t in state.items() if n.startswith(GENERATOR)}


def start_from(
    path: Path, generator: Generator, posterior: LatentEncoder | None = None
) -> Progress:
    """Give networks the weights of a checkpoint or of an exported .onnx; returns their counters.

    Raises:
        FileNotFoundError: there is no such file.
        CheckpointError: it is not of this generator; only counters and later additions may be
            missing.
    """
    start = load_start(path)
    load_weights(generator, start.weights, path)
    if posterior is not None and start.posterior:
        posterior.load_state_dict(start.posterior)
    return start.progress()
