"""The loop: what a run is, however often it is broken off."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import torch
from lightning_fabric import Fabric
from lightning_fabric.plugins import MixedPrecision

from training.config import (
    DataConfig,
    DiscriminatorConfig,
    ExportConfig,
    GeneratorConfig,
    ReadoutConfig,
    RunConfig,
    StageConfig,
)
from training.engine.initial_weights import load_initial_weights
from training.engine.loop import Trainer, explained_memory
from training.engine.step import TrainingError
from training.export_onnx import export_checkpoint
from training.models.color_features import ColorFeatures
from training.models.loading import CheckpointError, load_content

Recipe = Callable[..., RunConfig]
Build = Callable[..., Trainer]
History = Callable[[Path], list[dict[str, Any]]]

GAN = {"gan": 1.0, "l1": 10.0}


def stop_after(trainer: Trainer, steps: int, action: Callable[[], None] | None = None) -> None:
    """Ask for the end (or do something else) while the given step is in hand."""
    monitored = trainer.monitor.step

    def step(progress: Any, *args: Any) -> None:
        monitored(progress, *args)
        if progress.steps == steps:
            (action or (lambda: setattr(trainer.stop, "asked", True)))()

    vars(trainer.monitor)["step"] = step


def same(first: Any, second: Any) -> bool:
    """Equal to the last bit, through dicts and lists."""
    if isinstance(first, torch.Tensor):
        return torch.equal(first, second)
    if isinstance(first, dict):
        return first.keys() == second.keys() and all(same(first[k], second[k]) for k in first)
    if isinstance(first, list | tuple):
        return len(first) == len(second) and all(map(same, first, second))
    return bool(first == second)


def content(folder: Path, name: str = "last.pt") -> dict[str, Any]:
    """A checkpoint without what depends on the clock."""
    found = load_content(folder / name)
    for clock in ("minutes", "cpu_minutes"):
        del found["progress"][clock]
    return found


def changed(before: dict[str, torch.Tensor], after: dict[str, torch.Tensor]) -> set[str]:
    return {name for name in before if not torch.equal(before[name], after[name])}


def copy(module: torch.nn.Module) -> dict[str, torch.Tensor]:
    return {name: tensor.clone() for name, tensor in module.state_dict().items()}


@pytest.fixture
def two_stages(recipe: Recipe, stage: StageConfig) -> RunConfig:
    """Four steps of L1, four of the GAN, with every state a checkpoint must hold."""
    second = replace(stage, name="two", losses=GAN, schedule="cosine", clip_norm=1.0)
    return recipe(replace(stage, weight_decay=0.01, warmup_images=4), second)


@pytest.mark.slow
@pytest.mark.parametrize("steps", [2, 4, 7, 8])
def test_a_resumed_run_is_the_run_to_the_last_bit(
    two_stages: RunConfig, trainer: Build, history: History, tmp_path: Path, steps: int
) -> None:
    assert trainer(two_stages, tmp_path / "whole").fit()

    first = trainer(two_stages, tmp_path / "parts")
    stop_after(first, steps)
    assert not first.fit()
    assert first.progress.steps == steps
    second = trainer(two_stages, tmp_path / "parts")
    assert second.resume()
    assert second.progress.steps == steps
    assert second.fit()

    assert same(content(tmp_path / "whole"), content(tmp_path / "parts"))
    for name in ("0-one.pt", "1-two.pt"):  # with the optimizers' states
        whole, parts = content(tmp_path / "whole", name), content(tmp_path / "parts", name)
        assert same(whole, parts)
    assert "discriminator" in content(tmp_path / "whole", "1-two.pt")["optimizers"]
    assert history(tmp_path / "whole") == history(tmp_path / "parts")
    assert len(history(tmp_path / "whole")) == 8


@pytest.mark.slow
def test_lite0s_posterior_and_frozen_encoder_resume_too(
    recipe: Recipe, stage: StageConfig, trainer: Build, tmp_path: Path
) -> None:
    losses = {"huber": 4.0, "gradient": 4.0, "bins": 0.3, "error": 0.1, "kl": 0.02}
    only = replace(stage, size=64, batch_size=4, images=12, losses=losses, frozen_stages=4)
    generator = GeneratorConfig("lite0", weights="none", noise_size=2, hints=True, bins=True)
    config = recipe(only, generator=generator)
    trainer(config, tmp_path / "whole").fit()
    first = trainer(config, tmp_path / "parts")
    stop_after(first, 1)
    first.fit()
    second = trainer(config, tmp_path / "parts")
    second.resume()
    second.fit()
    assert same(content(tmp_path / "whole"), content(tmp_path / "parts"))
    assert "latent_encoder" in content(tmp_path / "whole")


@pytest.mark.slow
def test_a_checkpoint_in_the_middle_does_not_disturb(
    two_stages: RunConfig, trainer: Build, tmp_path: Path
) -> None:
    trainer(two_stages, tmp_path / "whole").fit()
    often = replace(two_stages, checkpoint_minutes=0.0, evaluate_every=6)
    trainer(often, tmp_path / "often").fit()
    whole, disturbed = content(tmp_path / "whole"), content(tmp_path / "often")
    del whole["config"], disturbed["config"]
    assert same(whole, disturbed)
    assert sorted(p.name for p in (tmp_path / "often").glob("grid-*.png")) == [
        "grid-00000006.png", "grid-00000012.png"
    ]  # fmt: skip


def test_a_complete_run_has_nothing_left(
    recipe: Recipe, trainer: Build, tmp_path: Path, history: History
) -> None:
    trainer(recipe()).fit()
    before = content(tmp_path)
    again = trainer(recipe())
    assert again.resume()
    assert again.fit()
    assert same(before, content(tmp_path))
    assert len(history(tmp_path)) == 4


def test_another_seed_is_another_run(recipe: Recipe, trainer: Build, tmp_path: Path) -> None:
    trainer(recipe(), tmp_path / "a").fit()
    trainer(recipe(seed=1), tmp_path / "b").fit()
    assert changed(content(tmp_path / "a")["generator"], content(tmp_path / "b")["generator"])


def test_there_is_nothing_to_resume_in_a_new_folder(recipe: Recipe, trainer: Build) -> None:
    assert not trainer(recipe()).resume()


def test_a_time_limit_stops_after_the_step_in_hand(recipe: Recipe, trainer: Build) -> None:
    run = trainer(recipe())
    run.stop.deadline = 0.0
    assert not run.fit()
    assert run.progress.steps == 1
    assert content(run.folder)["progress"]["images"] == 2


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_saves_and_stops(recipe: Recipe, trainer: Build, number: int) -> None:
    before = signal.getsignal(number)
    run = trainer(recipe())
    stop_after(run, 3, lambda: os.kill(os.getpid(), number))
    assert not run.fit()
    assert content(run.folder)["progress"]["steps"] == 3
    assert signal.getsignal(number) is before


def test_a_rate_that_explodes_ends_with_words(
    recipe: Recipe, stage: StageConfig, trainer: Build, tmp_path: Path
) -> None:
    run = trainer(recipe(stage, replace(stage, name="wild", lr_generator=1e30)))
    with pytest.raises(TrainingError, match=r"'wild'.*learning rates.*clip_norm"):
        run.fit()
    kept = content(tmp_path)
    assert kept["progress"]["stage"] == 1
    assert all(torch.isfinite(t).all() for t in kept["generator"].values())
    assert same(kept["generator"], content(tmp_path, "0-one.pt")["generator"])


@pytest.mark.parametrize("clip_norm", [0.0, 1.0])
def test_a_gradient_that_is_not_finite_touches_no_weight(
    recipe: Recipe,
    stage: StageConfig,
    trainer: Build,
    monkeypatch: pytest.MonkeyPatch,
    clip_norm: float,
) -> None:
    # sqrt has an endless slope at 0: the loss is finite, its gradient is not
    monkeypatch.setattr(
        "training.losses.color_distance.l1", lambda ab, truth: 1 + (0 * (ab - truth)).sum().sqrt()
    )
    run = trainer(recipe(replace(stage, clip_norm=clip_norm)))
    before = copy(run.networks.generator)
    with pytest.raises(TrainingError, match="gradient is no longer a finite number"):
        run.fit()
    parameters = {name for name, _ in run.networks.generator.named_parameters()}
    assert not changed(before, copy(run.networks.generator)) & parameters


@pytest.mark.parametrize(
    "error",
    [
        torch.OutOfMemoryError("CUDA out of memory"),
        MemoryError(),
        RuntimeError("DefaultCPUAllocator: can't allocate memory: you tried to allocate 9 bytes"),
    ],
)
def test_out_of_memory_says_what_to_lower(
    recipe: Recipe, trainer: Build, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fail(*_: Any) -> None:
        raise error

    monkeypatch.setattr("training.engine.step.TrainingStep.__call__", fail)
    with pytest.raises(TrainingError, match=r"stage 'one'.*batch_size \(2\).*size \(256\)"):
        trainer(recipe()).fit()


def test_the_cpus_allocator_is_understood(stage: StageConfig) -> None:
    with pytest.raises(TrainingError, match="Out of memory"), explained_memory(stage):
        torch.empty(1 << 50)


def test_another_error_is_not_taken_for_a_lack_of_memory(
    recipe: Recipe, trainer: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any) -> None:
        raise RuntimeError("shapes differ")

    monkeypatch.setattr("training.engine.step.TrainingStep.__call__", fail)
    with pytest.raises(RuntimeError, match="shapes differ"):
        trainer(recipe()).fit()


def test_stages_may_follow_each_other_with_the_adversary(
    recipe: Recipe, stage: StageConfig, trainer: Build
) -> None:
    gan = replace(stage, losses=GAN, images=2)
    run = trainer(recipe(*(replace(gan, name=name) for name in ("a", "b", "c"))))
    seen = [copy(run.networks.discriminator)]
    assert run.fit()
    for i, name in enumerate(("a", "b", "c")):
        seen.append(content(run.folder, f"{i}-{name}.pt")["discriminator"])
        assert changed(seen[i], seen[i + 1])


def test_a_stage_may_be_the_mean_of_those_before_it(
    recipe: Recipe, stage: StageConfig, trainer: Build, tmp_path: Path
) -> None:
    config = recipe(stage, replace(stage, name="two"), StageConfig("mean", average=("one", "two")))
    run = trainer(config)
    assert run.fit()
    names = ("0-one", "1-two", "2-mean")
    one, two, mean = (content(tmp_path, f"{name}.pt") for name in names)
    assert mean["progress"]["images"] == two["progress"]["images"]
    assert same(mean["generator"], mean["ema"])
    for name, tensor in mean["ema"].items():
        if tensor.is_floating_point():
            expected = (one["ema"][name] + two["ema"][name]) / 2
            torch.testing.assert_close(tensor, expected)
    assert same(content(tmp_path)["ema"], mean["ema"])
    assert same(dict(run.networks.ema.module.state_dict()), dict(mean["ema"]))


@pytest.mark.slow
def test_what_a_run_began_with_may_be_averaged_too(
    recipe: Recipe, stage: StageConfig, trainer: Build, tmp_path: Path
) -> None:
    """A file as it is exported: without what is only counted."""
    assert trainer(recipe(stage), tmp_path / "before").fit()
    begin, start = tmp_path / "before" / "0-one.pt", tmp_path / "start.onnx"
    export_checkpoint(begin, start, ExportConfig("m", "1", "noise"), ReadoutConfig())
    config = recipe(stage, StageConfig("mean", average=("start", "one")), start_from=str(start))
    assert trainer(config, tmp_path / "run").fit()
    first = load_initial_weights(start).generator
    one, mean = (content(tmp_path / "run", f"{name}.pt")["ema"] for name in ("0-one", "1-mean"))
    assert first.keys() < mean.keys() == one.keys()
    for name, tensor in first.items():
        torch.testing.assert_close(mean[name], (tensor + one[name]) / 2)


@pytest.mark.slow
def test_several_sizes_with_eyes_that_know_photographs_resume_too(
    recipe: Recipe, trainer: Build, stage: StageConfig, history: History, tmp_path: Path
) -> None:
    seen = {"perceptual": 1.0, "semantic": 1.0, "consistency": 1.0}
    losses = {"gan": {"weight": 0.1, "mode": "hinge"}, "huber": 4.0, **seen}
    several = replace(stage, losses=losses, size=64, other_sizes=(96, 128), images=12)
    config = recipe(
        several,
        generator=GeneratorConfig("lite0", weights="none", hints=True, mixing=True),
        discriminator=DiscriminatorConfig("projected", channels=4),
    )
    assert trainer(config, tmp_path / "whole").fit()
    stopped = trainer(config, tmp_path / "parts")
    stop_after(stopped, 3)
    assert not stopped.fit()
    resumed = trainer(config, tmp_path / "parts")
    assert resumed.resume()
    assert resumed.fit()
    assert same(content(tmp_path / "whole"), content(tmp_path / "parts"))
    steps = history(tmp_path / "whole")
    assert {*seen, "gan", "d_real", "d_fake"} <= steps[0].keys()
    assert any(step["consistency"] > 0 for step in steps)
    eyes = resumed.networks.discriminator.get_submodule("eyes")
    assert same(dict(eyes.state_dict()), dict(ColorFeatures().state_dict()))


@pytest.mark.slow
def test_a_frozen_encoder_keeps_weights_and_statistics_until_it_is_thawed(
    recipe: Recipe, stage: StageConfig, trainer: Build, tmp_path: Path
) -> None:
    generator = GeneratorConfig("resnet18", weights="none")
    small = replace(stage, size=32, images=2)
    run = trainer(
        recipe(
            replace(small, name="all", frozen_stages=-1),
            replace(small, name="some", frozen_stages=2),
            replace(small, name="none", frozen_stages=0),
            generator=generator,
        )
    )
    states = [copy(run.networks.generator)]
    assert run.fit()
    states += [
        content(tmp_path, f"{i}-{n}.pt")["generator"] for i, n in enumerate(("all", "some", "none"))
    ]
    all_, some, none = (changed(a, b) for a, b in pairwise(states))
    encoder = {name for name in states[0] if name.startswith("encoder.")}
    head = {n for n in encoder if n.startswith(("encoder.stem.", "encoder.layers.0."))}
    assert not all_ & encoder
    assert all_
    assert some & encoder
    assert not some & head
    assert none >= head


def test_the_average_follows_the_weights(recipe: Recipe, trainer: Build, tmp_path: Path) -> None:
    run = trainer(recipe())
    run.fit()
    networks = run.networks
    own, mean = networks.generator.state_dict(), networks.ema.module.state_dict()
    weights = [name for name, _ in networks.generator.named_parameters()]
    distance = [float((own[name] - mean[name]).abs().max()) for name in weights]
    assert 0 < max(distance) < 0.01  # four steps of 1e-3


def test_the_last_incomplete_batch_is_left_out(
    recipe: Recipe, stage: StageConfig, trainer: Build
) -> None:
    run = trainer(recipe(replace(stage, images=7)))
    assert run.fit()
    assert (run.progress.steps, run.progress.images) == (3, 6)


def test_epochs_count_the_photos(recipe: Recipe, stage: StageConfig, trainer: Build) -> None:
    run = trainer(recipe(replace(stage, images=None, epochs=0.5)))
    run.fit()
    assert run.progress.images == 6  # of 12 photos


@pytest.mark.slow
def test_workers_give_the_same_run(
    recipe: Recipe, trainer: Build, tmp_path: Path, caches: Path
) -> None:
    trainer(recipe(), tmp_path / "alone").fit()
    data = DataConfig(str(caches), workers=1, hint_probability=0.5)
    trainer(recipe(data=data), tmp_path / "helped").fit()
    alone, helped = content(tmp_path / "alone"), content(tmp_path / "helped")
    assert same(alone["generator"], helped["generator"])


def test_a_checkpoint_of_other_networks_is_refused(recipe: Recipe, trainer: Build) -> None:
    trainer(recipe()).save()
    other = GeneratorConfig("unet", channels=3, noise_size=3, hints=True)
    with pytest.raises(CheckpointError, match="other networks"):
        trainer(recipe(generator=other)).resume()


def half_precision() -> Fabric:
    """float16 with its gradient scaler, which Fabric itself offers on a GPU only."""
    scaler = torch.amp.GradScaler("cpu", init_scale=2.0**12)
    return Fabric(accelerator="cpu", plugins=[MixedPrecision("16-mixed", "cpu", scaler)])


def test_half_precision_unscales_before_it_clips_and_keeps_its_scale(
    recipe: Recipe, stage: StageConfig, trainer: Build, tmp_path: Path
) -> None:
    config = recipe(replace(stage, clip_norm=1e-3, lr_generator=1.0, betas=(0.0, 0.0), images=2))
    norms: list[float] = []
    run = trainer(config, fabric=half_precision())

    def gradients() -> None:
        grads = [p.grad.norm() for p in run.networks.generator.parameters() if p.grad is not None]
        norms.append(float(torch.stack(grads).norm()))

    stop_after(run, 1, gradients)
    assert run.fit()
    assert norms[0] == pytest.approx(1e-3, rel=1e-2)
    assert content(tmp_path)["precision"]["scale"] == 2.0**12


def test_half_precision_skips_a_step_that_overflows(
    recipe: Recipe, stage: StageConfig, trainer: Build, tmp_path: Path
) -> None:
    fabric = half_precision()
    precision = fabric.strategy.precision
    assert isinstance(precision, MixedPrecision)
    precision.scaler = torch.amp.GradScaler("cpu", init_scale=2.0**60)
    run = trainer(recipe(replace(stage, images=2)), fabric=fabric)
    before = copy(run.networks.generator)
    assert run.fit()
    parameters = {name for name, _ in run.networks.generator.named_parameters()}
    assert not changed(before, copy(run.networks.generator)) & parameters
    assert content(tmp_path)["precision"]["scale"] == 2.0**59
    resumed = trainer(recipe(), fabric=half_precision())
    resumed.resume()
    again = resumed.fabric.strategy.precision
    assert isinstance(again, MixedPrecision)
    assert again.scaler is not None
    assert again.scaler.get_scale() == 2.0**59
