"""A run in a file small enough to be handed on: its weights and counters, no optimizer states.

Half of what a checkpoint holds are moments of the optimizer, which grow anew within a warm-up. The
moving average is kept in float16, the generator as its distance from it in eight bits (they are
close: a step of the scale is a thousandth of a learning step), whatever is small as it is. What
has not learnt yet, and what never does, is made anew by the recipe.
"""

from __future__ import annotations

from typing import Any, Final

import torch
from torch import Tensor, nn

from training.engine.checkpoint import without_paths
from training.models.loading import CheckpointError

#: Of this layout; a checkpoint has none.
FORMAT: Final = 1

_LEVELS: Final = 127  # of a signed byte, on either side of zero

Weights = dict[str, Tensor]


def portable_state(content: dict[str, Any]) -> dict[str, Any]:
    """What is kept of a checkpoint's content."""
    average = {name: _rounded(tensor) for name, tensor in content["ema"].items()}
    kept: dict[str, Any] = {
        "portable": FORMAT,
        "ema": average,
        "generator": {
            name: _difference(tensor, average[name])
            for name, tensor in content["generator"].items()
        },
        "progress": content["progress"],
        "config": without_paths(content["config"]),
    }
    if "latent_encoder" in content:
        kept["latent_encoder"] = {n: _rounded(t) for n, t in content["latent_encoder"].items()}
    if _adversary_has_begun(content):
        learnt = {n: t for n, t in content["discriminator"].items() if not n.startswith("eyes.")}
        kept["discriminator"] = {name: _rounded(tensor) for name, tensor in learnt.items()}
    return kept


def expand_state(kept: dict[str, Any], modules: dict[str, nn.Module]) -> dict[str, Any]:
    """A checkpoint's content again, without optimizer states; what is missing is the modules' own.

    Raises:
        CheckpointError: it is of another layout.
    """
    if kept.get("portable") != FORMAT:
        raise CheckpointError(
            "The state is of another version: take the commit that it was made at."
        )
    content: dict[str, Any] = {name: module.state_dict() for name, module in modules.items()}
    average = {name: _restored(t, content["ema"][name]) for name, t in kept["ema"].items()}
    content["ema"] = average
    content["generator"] = {
        name: _sum(stored, average[name]) for name, stored in kept["generator"].items()
    }
    for name in ("latent_encoder", "discriminator"):
        if name in content:
            own = content[name]
            learnt = {n: _restored(t, own[n]) for n, t in kept.get(name, {}).items()}
            content[name] = own | learnt
    seen = kept["progress"]["stage_images"]
    content["progress"] = kept["progress"] | {"optimizer_since": seen}
    return content | {"optimizers": {}, "config": kept["config"]}


def _adversary_has_begun(content: dict[str, Any]) -> bool:
    stages = content["config"]["stages"][: content["progress"]["stage"] + 1]
    return any("gan" in stage["losses"] for stage in stages)


def _rounded(tensor: Tensor) -> Tensor:
    """In float16; vectors (biases, statistics, norms) and counters stay as they are."""
    return tensor.half() if tensor.is_floating_point() and tensor.ndim > 1 else tensor


def _restored(stored: Tensor, like: Tensor) -> Tensor:
    return stored.to(like.dtype)


def _difference(tensor: Tensor, average: Tensor) -> Tensor | tuple[Tensor, float]:
    """A signed byte for each weight, and what one of them is worth."""
    if average.dtype != torch.float16:
        return tensor
    distance = tensor - average.float()
    step = max(float(distance.abs().max()) / _LEVELS, torch.finfo(torch.float32).tiny)
    return (distance / step).round().to(torch.int8), step


def _sum(stored: Tensor | tuple[Tensor, float], average: Tensor) -> Tensor:
    if isinstance(stored, Tensor):
        return stored
    levels, step = stored
    return average + levels.float() * step
