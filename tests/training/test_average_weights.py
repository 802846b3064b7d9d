"""The mean of a model and of what went on from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch
from torch.optim.swa_utils import AveragedModel

from training.average_weights import average_checkpoints, main
from training.config import (
    ExportConfig,
    GeneratorConfig,
    ReadoutConfig,
    RunConfig,
    StageConfig,
)
from training.engine.checkpoint import Progress, TrainingState, save_checkpoint
from training.engine.networks import build_networks
from training.evaluation.predictors import load_predictor
from training.export_onnx import export_checkpoint
from training.models.loading import CheckpointError, load_content, load_generator

pytestmark = pytest.mark.slow

SMALL = GeneratorConfig("lite0", weights="none", noise_size=3, hints=True)
Brew = Callable[..., Path]


@pytest.fixture
def brew(tmp_path: Path, recipe: Callable[..., RunConfig]) -> Brew:
    """``brew(seed, images, minutes)``: a checkpoint of its own random weights."""

    def checkpoint(seed: int, images: int, minutes: float, **changes: Any) -> Path:
        stage = StageConfig("settle", {"l1": 1.0, "kl": 0.1}, 64, 2, images=8)
        changes = {"generator": SMALL, "name": f"run{seed}", "seed": seed} | changes
        config = recipe(stage, **changes)
        networks = build_networks(config, torch.device("cpu"))
        path = tmp_path / f"{seed}.pt"
        state = TrainingState(networks.by_name(), progress=Progress(0, 0, images, 5, minutes))
        save_checkpoint(path, state, config)
        return path

    return checkpoint


def test_weights_are_the_mean_that_torch_makes_too(brew: Brew) -> None:
    paths = [brew(1, 100, 1.0), brew(2, 130, 1.5), brew(3, 120, 3.0)]
    content = average_checkpoints(paths[0], paths[1:])
    generators = [load_generator(path) for path in paths]
    averaged = AveragedModel(generators[0])
    for generator in generators:
        averaged.update_parameters(generator)
    for name, parameter in averaged.module.named_parameters():
        torch.testing.assert_close(content["ema"][name], parameter)
    encoders = [load_content(path)["latent_encoder"] for path in paths]
    for name, tensor in content["latent_encoder"].items():
        expected = sum(encoder[name] for encoder in encoders) / 3
        torch.testing.assert_close(tensor, expected)


def test_what_the_branches_share_is_counted_once(brew: Brew) -> None:
    content = average_checkpoints(brew(1, 100, 1.0), [brew(2, 130, 1.5), brew(3, 120, 3.0)])
    progress = Progress(**content["progress"])
    assert (progress.images, progress.minutes) == (150, 3.5)
    assert content["config"]["name"] == "mean of the start and run2 and run3"
    stages = [stage["name"] for stage in content["config"]["stages"]]
    assert stages == ["run2: settle", "run3: settle"]


def test_it_is_a_checkpoint_like_another_and_an_exported_base_will_do(
    brew: Brew, tmp_path: Path
) -> None:
    base, branch, out = brew(1, 100, 1.0), brew(2, 130, 1.5), tmp_path / "new" / "soup.pt"
    assert main([str(base), str(branch), "--out", str(out)]) == 0
    model = tmp_path / "base.onnx"
    export_checkpoint(base, model, ExportConfig("n", "1", "x"), ReadoutConfig())
    again = average_checkpoints(model, [branch])
    assert again["progress"] == load_content(out)["progress"]
    for name, tensor in load_content(out)["ema"].items():
        torch.testing.assert_close(again["ema"][name], tensor)
    target = tmp_path / "soup.onnx"
    report = export_checkpoint(out, target, ExportConfig("n", "2", "x"), ReadoutConfig())
    assert report["run"]["name"] == "mean of the start and run2"
    assert load_predictor(target).z_size == SMALL.noise_size


@pytest.mark.parametrize("place", [0, 1])
def test_another_network_is_refused_by_name(
    brew: Brew, capsys: pytest.CaptureFixture[str], tmp_path: Path, place: int
) -> None:
    paths = [brew(1, 100, 1.0), brew(2, 130, 1.5), brew(3, 120, 2.0)]
    paths[place] = brew(4, 100, 1.0, generator=replace(SMALL, hints=False))
    with pytest.raises(CheckpointError, match=r"4\.pt holds another network"):
        average_checkpoints(paths[0], paths[1:])
    assert main([*map(str, paths), "--out", str(tmp_path / "x.pt")]) == 1
    assert "4.pt holds another network" in capsys.readouterr().err
    assert not (tmp_path / "x.pt").exists()


def test_a_missing_checkpoint_is_named(
    brew: Brew, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    missing, out = str(tmp_path / "no.pt"), str(tmp_path / "x.pt")
    assert main([str(brew(1, 1, 1.0)), missing, "--out", out]) == 1
    assert "no.pt" in capsys.readouterr().err
