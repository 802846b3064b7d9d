"""A run that begins from another's weights."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import onnx
import pytest
import torch
from onnx.numpy_helper import from_array

from training.config import (
    ExportConfig,
    GeneratorConfig,
    ReadoutConfig,
    RunConfig,
    StageConfig,
)
from training.engine.checkpoint import Progress, TrainingState, save_checkpoint
from training.engine.initial_weights import initialize, latent_file, load_initial_weights
from training.engine.networks import build_networks
from training.export_onnx import export_checkpoint
from training.models.generator import build_generator
from training.models.loading import CheckpointError, load_content

CPU = torch.device("cpu")


def lite0(**changes: Any) -> GeneratorConfig:
    return replace(GeneratorConfig("lite0", weights="none", noise_size=3, hints=True), **changes)


def test_a_run_starts_from_another_runs_average(
    saved: Path, recipe: Callable[..., RunConfig]
) -> None:
    networks = build_networks(recipe(start_from=str(saved)), CPU)
    for module in (networks.generator, networks.ema.module):
        assert all(bool((p == 0.5).all()) for p in module.parameters())


@pytest.mark.parametrize(
    "change", [{"channels": 3}, {"noise_size": 0}, {"hints": False}, {"kind": "lite0"}]
)
def test_a_start_from_another_network_is_refused(saved: Path, change: dict[str, Any]) -> None:
    like = GeneratorConfig("unet", weights="none", channels=2, noise_size=3, hints=True)
    with pytest.raises(CheckpointError, match="another network than"):
        initialize(saved, build_generator(replace(like, **change)))


def test_a_start_that_lacks_a_weight_is_refused(saved: Path) -> None:
    content = load_content(saved)
    del content["ema"]["ab_head.bias"]
    torch.save(content, saved)
    like = GeneratorConfig("unet", channels=2, noise_size=3, hints=True)
    with pytest.raises(CheckpointError, match=r"1 parameters.*ab_head\.bias"):
        initialize(saved, build_generator(like))


def test_copies_of_equal_tensors_are_found_in_an_onnx(tmp_path: Path) -> None:
    one = from_array(torch.ones(2).numpy(), "generator.a.weight")
    constant = from_array(torch.zeros(1).numpy(), "other")
    copied = onnx.helper.make_node("Identity", ["generator.a.weight"], ["generator.b.weight"])
    graph = onnx.helper.make_graph([copied], "g", [], [], [one, constant])
    onnx.save(onnx.helper.make_model(graph), tmp_path / "a.onnx")
    found = load_initial_weights(tmp_path / "a.onnx").generator
    assert {name: tensor.tolist() for name, tensor in found.items()} == {
        "a.weight": [1, 1], "b.weight": [1, 1]
    }  # fmt: skip


def test_what_is_no_onnx_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.onnx").write_bytes(b"\xff\xff\xff not a model")
    with pytest.raises(CheckpointError, match=r"a\.onnx is not a whole ONNX model"):
        load_initial_weights(tmp_path / "a.onnx")
    with pytest.raises(FileNotFoundError, match="no such model"):
        load_initial_weights(tmp_path / "b.onnx")


def test_the_count_goes_on_from_what_the_weights_have_seen(
    saved: Path, recipe: Callable[..., RunConfig]
) -> None:
    content = load_content(saved)
    content["progress"] |= {"images": 168_000, "minutes": 87.5, "steps": 9, "stage": 2}
    torch.save(content, saved)
    begun = build_networks(recipe(start_from=str(saved)), CPU).initial_progress
    assert begun == Progress(images=168_000, minutes=87.5)
    assert build_networks(recipe(), CPU).initial_progress == Progress()


def test_the_latent_encoder_comes_along(recipe: Callable[..., RunConfig], tmp_path: Path) -> None:
    stage = StageConfig("kl", {"l1": 1.0, "kl": 0.1}, size=256, batch_size=2, images=2)
    first = build_networks(recipe(stage), CPU)
    assert first.latent_encoder is not None
    torch.nn.init.constant_(first.latent_encoder.head.bias, 0.25)
    save_checkpoint(tmp_path / "a.pt", TrainingState(first.by_name()), recipe(stage))
    second = build_networks(recipe(stage, start_from=str(tmp_path / "a.pt")), CPU)
    assert second.latent_encoder is not None
    assert bool((second.latent_encoder.head.bias == 0.25).all())


@pytest.mark.slow
def test_the_latent_encoder_lies_beside_an_export(
    recipe: Callable[..., RunConfig], tmp_path: Path
) -> None:
    stage = StageConfig("kl", {"l1": 1.0, "kl": 0.1}, size=256, batch_size=2, images=2)
    networks = build_networks(recipe(stage), CPU)
    assert networks.latent_encoder is not None
    torch.nn.init.constant_(networks.latent_encoder.head.bias, 0.25)
    save_checkpoint(tmp_path / "a.pt", TrainingState(networks.by_name()), recipe(stage))
    target = tmp_path / "out" / "m.onnx"
    export_checkpoint(tmp_path / "a.pt", target, ExportConfig("m", "1", "noise"), ReadoutConfig())
    begun = build_networks(recipe(stage, start_from=str(target)), CPU)
    assert begun.latent_encoder is not None
    assert bool((begun.latent_encoder.head.bias == 0.25).all())
    without = build_networks(recipe(), CPU)
    save_checkpoint(tmp_path / "b.pt", TrainingState(without.by_name()), recipe())
    export_checkpoint(tmp_path / "b.pt", target, ExportConfig("m", "2", "noise"), ReadoutConfig())
    assert not latent_file(target).exists()
    latent_file(target).write_bytes(b"not one")
    with pytest.raises(CheckpointError, match=r"m\.latent\.pt"):
        load_initial_weights(target)


@pytest.mark.slow
@pytest.mark.parametrize("bins_share", [0.0, 0.3])
def test_an_export_with_bins_holds_every_weight_whatever_its_read_out(
    recipe: Callable[..., RunConfig], tmp_path: Path, bins_share: float
) -> None:
    config = recipe(generator=replace(lite0(), bins=True))
    networks = build_networks(config, CPU)
    save_checkpoint(tmp_path / "a.pt", TrainingState(networks.by_name()), config)
    target, facts = tmp_path / "m.onnx", ExportConfig("m", "1", "noise")
    export_checkpoint(tmp_path / "a.pt", target, facts, ReadoutConfig(bins_share=bins_share))
    assert not latent_file(target).exists()  # the bins are an output, and so in the file
    begun = build_networks(replace(config, seed=1, start_from=str(target)), CPU).generator
    averages = networks.ema.module.state_dict()
    for name, tensor in begun.state_dict().items():
        torch.testing.assert_close(tensor, averages[name])


@pytest.mark.slow
def test_a_file_from_before_the_additions_colours_as_a_network_that_begins(
    recipe: Callable[..., RunConfig], tmp_path: Path
) -> None:
    config = recipe(generator=lite0())
    networks = build_networks(config, CPU)
    save_checkpoint(tmp_path / "a.pt", TrainingState(networks.by_name()), config)
    content = load_content(tmp_path / "a.pt")
    younger = build_generator(lite0()).eval()
    kept = {k: v for k, v in content["ema"].items() if not k.startswith(younger.additions)}
    assert len(kept) < len(content["ema"])
    content["ema"] = kept
    torch.save(content, tmp_path / "a.pt")
    initialize(tmp_path / "a.pt", younger)
    L, hints = torch.rand(1, 1, 64, 64) * 100, torch.ones(1, 3, 64, 64)
    with torch.inference_mode():
        older = networks.ema.module.eval()(L, hints).ab
        torch.testing.assert_close(younger(L, hints).ab, older, atol=1e-3, rtol=0)
