from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import pytest
import torch

from training.config import RunConfig
from training.engine.checkpoint import TrainingState, save_checkpoint
from training.engine.networks import build_networks
from training.models.loading import CheckpointError, load_content, load_generator

CPU = torch.device("cpu")


def test_a_kill_while_saving_leaves_the_old_checkpoint(
    saved: Path, recipe: Callable[..., RunConfig], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = saved.read_bytes()

    def killed(_: object, stream: BinaryIO) -> None:
        stream.write(b"half")
        raise KeyboardInterrupt

    monkeypatch.setattr(torch, "save", killed)
    with pytest.raises(KeyboardInterrupt):
        save_checkpoint(saved, TrainingState({}), recipe())
    assert saved.read_bytes() == before


def test_the_average_or_the_raw_weights(saved: Path) -> None:
    average, raw = load_generator(saved), load_generator(saved, ema=False)
    assert not average.training
    assert all(bool((p == 0.5).all()) for p in average.parameters())
    assert not all(bool((p == 0.5).all()) for p in raw.parameters())
    assert average.config.weights == "none"  # nothing is downloaded to be overwritten


def test_a_missing_checkpoint_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"gone\.pt: there is no such checkpoint"):
        load_content(tmp_path / "gone.pt")


@pytest.mark.parametrize("data", [b"", b"not a checkpoint", b"PK\x03\x04 cut short"])
def test_what_is_no_checkpoint_is_named(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.pt").write_bytes(data)
    with pytest.raises(CheckpointError, match=r"a\.pt is not a whole checkpoint"):
        load_content(tmp_path / "a.pt")


def test_the_seed_decides_the_first_weights(recipe: Callable[..., RunConfig]) -> None:
    def first(seed: int) -> torch.Tensor:
        torch.rand(seed + 3)  # whatever was drawn before
        return build_networks(recipe(seed=seed), CPU).generator.get_parameter("ab_head.weight")

    assert torch.equal(first(0), first(0))
    assert not torch.equal(first(0), first(1))
