"""A run that is handed on without its optimizer states."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch

from training.config import RunConfig, StageConfig
from training.engine.loop import Trainer
from training.engine.portable_state import expand_state, portable_state
from training.models.loading import CheckpointError, load_content
from training.portable_state import main

Recipe = Callable[..., RunConfig]
Build = Callable[..., Trainer]


@pytest.fixture
def stopped(recipe: Recipe, stage: StageConfig, trainer: Build, tmp_path: Path) -> Trainer:
    """A run that stopped after two of its four steps, the first with the adversary."""
    run = trainer(recipe(replace(stage, losses={"gan": 0.1, "l1": 1.0})), tmp_path / "first")
    run.stop.deadline = 0.0
    run.fit()
    return run


def handed_on(run: Trainer, path: Path) -> Path:
    assert main([str(run.checkpoint), str(path)]) == 0
    return path


def test_weights_and_counters_come_through(
    stopped: Trainer, trainer: Build, tmp_path: Path
) -> None:
    state = handed_on(stopped, tmp_path / "state" / "a.pt")
    second = trainer(stopped.config, tmp_path / "second")
    assert second.resume(state)
    assert second.progress.stage_images == second.progress.optimizer_since == 2
    assert second.progress.images == stopped.progress.images
    for name, module in stopped.networks.by_name().items():
        own, theirs = module.state_dict(), second.networks.by_name()[name].state_dict()
        assert own.keys() == theirs.keys()
        for key, tensor in own.items():
            torch.testing.assert_close(theirs[key], tensor, rtol=1e-3, atol=1e-6)


def test_a_weight_costs_a_byte_beside_its_average(stopped: Trainer, tmp_path: Path) -> None:
    state = handed_on(stopped, tmp_path / "a.pt")
    floats = sum(t.numel() for t in stopped.networks.generator.state_dict().values())
    assert state.stat().st_size < stopped.checkpoint.stat().st_size
    kept = load_content(state)
    size = sum(
        levels[0].numel() for levels in kept["generator"].values() if isinstance(levels, tuple)
    )
    assert size > 0.8 * floats  # a byte each


@pytest.mark.slow
def test_the_run_goes_on_and_warms_up_again(
    stopped: Trainer,
    trainer: Build,
    tmp_path: Path,
    history: Callable[[Path], list[dict[str, Any]]],
) -> None:
    state = handed_on(stopped, tmp_path / "a.pt")
    (stage,) = stopped.config.stages
    warm = replace(stopped.config, stages=(replace(stage, warmup_images=4),))
    second = trainer(warm, tmp_path / "second")
    second.resume(state)
    assert second.fit()
    assert second.progress.images == 8
    rates = [step["lr_generator"] / stage.lr_generator for step in history(tmp_path / "second")]
    assert rates == pytest.approx([0.25, 0.75, 1.0])
    again = trainer(warm, tmp_path / "second")
    assert again.resume(state)  # the folder's own checkpoint goes before the state
    assert again.progress.stage == 1


def test_an_adversary_that_has_not_begun_is_made_anew(
    recipe: Recipe, trainer: Build, tmp_path: Path
) -> None:
    run = trainer(recipe(), tmp_path / "first")
    run.save()
    kept = portable_state(load_content(run.checkpoint))
    assert "discriminator" not in kept
    content = expand_state(kept, run.networks.by_name())
    own = run.networks.discriminator.state_dict()
    assert all(torch.equal(tensor, own[name]) for name, tensor in content["discriminator"].items())


def test_a_generator_that_is_its_average_comes_through(recipe: Recipe, trainer: Build) -> None:
    run = trainer(recipe())
    run.save()
    content = load_content(run.checkpoint)
    whole = expand_state(portable_state(content), run.networks.by_name())
    for name, tensor in whole["generator"].items():
        torch.testing.assert_close(tensor, content["generator"][name], rtol=1e-4, atol=1e-7)


def test_what_is_no_state_is_refused(
    stopped: Trainer, trainer: Build, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(CheckpointError, match="another version"):
        trainer(stopped.config, tmp_path / "second").resume(stopped.checkpoint)
    assert main([str(tmp_path / "none.pt"), str(tmp_path / "b.pt")]) == 1
    assert "there is no such checkpoint" in capsys.readouterr().err
