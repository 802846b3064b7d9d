"""The mean of several runs' or stages' weights (Wortsman et al., Model soups, 2022)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from training.engine.checkpoint import TrainingState
from training.models.loading import load_content

Weights = dict[str, Tensor]


def mean_weights(weights: Sequence[Weights]) -> Weights:
    """The mean of each tensor; what is only counted is the last one's."""
    return {
        name: torch.stack([each[name].float() for each in weights]).mean(dim=0)
        if tensor.is_floating_point()
        else tensor
        for name, tensor in weights[-1].items()
    }


def load_average(state: TrainingState, checkpoints: Sequence[Path]) -> None:
    """Give a run the mean of checkpoints: of their moving averages, and of the latent encoders.

    The discriminator stays as it is. Portable states will do as well.

    Raises:
        FileNotFoundError: a checkpoint is not there.
        CheckpointError: one is damaged.
    """
    contents: list[dict[str, Any]] = [load_content(path) for path in checkpoints]
    sources = {"generator": "ema", "ema": "ema", "latent_encoder": "latent_encoder"}
    for name, source in sources.items():
        if name in state.modules:
            mean = mean_weights([content[source] for content in contents])
            state.modules[name].load_state_dict(mean)
