"""The mean of several runs' or stages' weights (Wortsman et al., Model soups, 2022)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor

from training.engine.checkpoint import TrainingState
from training.engine.initial_weights import load_initial_weights

Weights = dict[str, Tensor]


def mean_weights(weights: Sequence[Weights]) -> Weights:
    """The mean of each tensor; what is only counted is the last one's, which has every name."""
    return {
        name: torch.stack([each[name].float() for each in weights if name in each]).mean(dim=0)
        if tensor.is_floating_point()
        else tensor
        for name, tensor in weights[-1].items()
    }


def load_average(state: TrainingState, paths: Sequence[Path]) -> None:
    """Give a run the mean of several weights: of their moving averages, and of the latent encoders.

    The discriminator stays as it is. Portable states will do as well.

    Args:
        state: of the run.
        paths: checkpoints, or exported .onnx; the last one a checkpoint.

    Raises:
        FileNotFoundError: one is not there.
        CheckpointError: one is damaged.
    """
    all_weights = [load_initial_weights(path) for path in paths]
    mean = mean_weights([each.generator for each in all_weights])
    for name in ("generator", "ema"):
        state.modules[name].load_state_dict(mean)
    if "latent_encoder" in state.modules:
        encoders = [each.latent_encoder for each in all_weights if each.latent_encoder]
        state.modules["latent_encoder"].load_state_dict(mean_weights(encoders))
