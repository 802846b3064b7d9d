from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import onnx
import pytest
import torch
from onnx.numpy_helper import from_array

from training import checkpoint
from training.checkpoint import (
    CheckpointError,
    TrainingState,
    initial_weights,
    load_content,
    load_generator,
    save_checkpoint,
)
from training.config import GeneratorConfig, RunConfig
from training.generator import build_generator
from training.networks import build_networks, start_from

CPU = torch.device("cpu")


@pytest.fixture
def saved(recipe: Callable[..., RunConfig], tmp_path: Path) -> Path:
    """A checkpoint whose moving average is all 0.5."""
    config = recipe()
    networks = build_networks(config, CPU)
    for tensor in networks.ema.module.parameters():
        tensor.detach().fill_(0.5)
    save_checkpoint(tmp_path / "last.pt", TrainingState(networks.by_name()), config)
    return tmp_path / "last.pt"


def test_a_kill_while_saving_leaves_the_old_checkpoint(
    saved: Path, recipe: Callable[..., RunConfig], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = saved.read_bytes()

    def killed(_: object, path: Path) -> None:
        path.write_bytes(b"half")
        raise KeyboardInterrupt

    monkeypatch.setattr(checkpoint.torch, "save", killed)
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


def test_a_run_starts_from_another_runs_average(
    saved: Path, recipe: Callable[..., RunConfig]
) -> None:
    networks = build_networks(recipe(start_from=str(saved)), CPU)
    for module in (networks.generator, networks.ema.module):
        assert all(bool((p == 0.5).all()) for p in module.parameters())


@pytest.mark.parametrize(
    "change", [{"channels": 3}, {"noise_size": 0}, {"hints": False}, {"kind": "lite0"}]
)
def test_a_start_from_another_network_is_refused(saved: Path, change: dict[str, object]) -> None:
    like = GeneratorConfig("unet", weights="none", channels=2, noise_size=3, hints=True)
    with pytest.raises(CheckpointError, match="another network than"):
        start_from(saved, build_generator(replace(like, **change)))


def test_a_start_that_lacks_a_weight_is_refused(saved: Path) -> None:
    content = load_content(saved)
    del content["ema"]["ab_head.bias"]
    torch.save(content, saved)
    like = GeneratorConfig("unet", channels=2, noise_size=3, hints=True)
    with pytest.raises(CheckpointError, match=r"1 parameters.*ab_head\.bias"):
        start_from(saved, build_generator(like))


def test_copies_of_equal_tensors_are_found_in_an_onnx(tmp_path: Path) -> None:
    one = from_array(torch.ones(2).numpy(), "generator.a.weight")
    constant = from_array(torch.zeros(1).numpy(), "other")
    copied = onnx.helper.make_node("Identity", ["generator.a.weight"], ["generator.b.weight"])
    graph = onnx.helper.make_graph([copied], "g", [], [], [one, constant])
    onnx.save(onnx.helper.make_model(graph), tmp_path / "a.onnx")
    found = initial_weights(tmp_path / "a.onnx")
    assert {name: tensor.tolist() for name, tensor in found.items()} == {
        "a.weight": [1, 1], "b.weight": [1, 1]
    }  # fmt: skip


def test_what_is_no_onnx_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.onnx").write_bytes(b"\xff\xff\xff not a model")
    with pytest.raises(CheckpointError, match=r"a\.onnx is not a whole ONNX model"):
        initial_weights(tmp_path / "a.onnx")
    with pytest.raises(FileNotFoundError, match="no such model"):
        initial_weights(tmp_path / "b.onnx")


def test_the_seed_decides_the_first_weights(recipe: Callable[..., RunConfig]) -> None:
    def first(seed: int) -> torch.Tensor:
        torch.rand(seed + 3)  # whatever was drawn before
        return build_networks(recipe(seed=seed), CPU).generator.ab_head.weight

    assert torch.equal(first(0), first(0))
    assert not torch.equal(first(0), first(1))
