"""training.repair: trained, resumed, exported and measured, end to end and small."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from torchmetrics.functional.classification import binary_average_precision

from core.inference.damage_model import open_damage_model
from tests.training.small_runs import run
from training.config import ConfigError, DetectorConfig, RepairConfig, load_repair_config
from training.data.cache import PhotoCache
from training.losses.damage import damage_losses
from training.models.damage_detector import DamageDetector
from training.models.loading import CheckpointError, load_content
from training.repair.__main__ import main
from training.repair.evaluate import Detection
from training.repair.export import export_detector, load_detector
from training.repair.train import RepairTrainer

RECIPE = Path(__file__).parents[3] / "training/configs/repair.toml"
SMALL = DetectorConfig((8, 12, 16), 1)


@pytest.fixture
def config(caches: Path) -> RepairConfig:
    """Six steps of four small pictures."""
    return RepairConfig(
        name="small", cache=str(caches), size=32, batch_size=4, images=24, workers=0, detector=SMALL
    )


def trained(config: RepairConfig, folder: Path, stop_after: int | None = None) -> RepairTrainer:
    """A run that was gone on with."""
    trainer = RepairTrainer(config, folder, PhotoCache(Path(config.cache), "train"))
    run(trainer, stop_after)
    return trainer


def test_the_recipe_can_be_read_and_its_network_is_small() -> None:
    config = load_repair_config(RECIPE, ["images=5", "damage.damaged=0.5"])
    assert (config.images, config.damage.damaged) == (5, 0.5)
    assert sum(p.numel() for p in DamageDetector(config.detector).parameters()) < 1_500_000
    with pytest.raises(ConfigError, match="sharpness"):
        load_repair_config(RECIPE, ["damage.sharpness=1"])


def test_a_run_that_was_stopped_goes_on_to_the_same_weights(
    config: RepairConfig, tmp_path: Path
) -> None:
    whole = trained(config, tmp_path / "whole")
    trained(config, tmp_path / "parts", stop_after=2)
    parts = trained(config, tmp_path / "parts")
    assert whole.progress.images == parts.progress.images == 24
    for name, weight in whole.detector.state_dict().items():
        torch.testing.assert_close(parts.detector.state_dict()[name], weight, msg=name)


def test_the_losses_are_least_for_the_truth() -> None:
    mask = torch.zeros(2, 1, 32, 32)
    mask[:1, :, 2:10, :] = 1
    mask[1:, :, 20:24, :] = 1
    right = damage_losses(20 * (2 * mask - 1), mask)
    wrong = damage_losses(-20 * (2 * mask - 1), mask)
    assert all(right[name] < 0.01 for name in right)
    assert all(wrong[name] > 0.9 for name in right)


@pytest.mark.parametrize("shape", [(32, 32), (48, 80)])
def test_the_detector_answers_for_every_pixel(shape: tuple[int, int]) -> None:
    detector = DamageDetector(SMALL).eval()
    L = torch.rand(2, 1, *shape) * 100
    assert detector(L).shape == L.shape


def test_the_exported_file_is_the_moving_average_and_the_program_can_open_it(
    config: RepairConfig, tmp_path: Path
) -> None:
    trained(config, tmp_path / "run")
    checkpoint, target = tmp_path / "run/last.pt", tmp_path / "out/repair.onnx"
    export_detector(checkpoint, target, threshold=0.7, trained_on="photographs")
    model = open_damage_model(target)
    assert (model.name, model.threshold, model.multiple_of) == ("small", 0.7, 8)
    L = np.random.default_rng(1).uniform(0, 100, (40, 56)).astype(np.float32)
    logits = load_detector(checkpoint)[1](torch.from_numpy(L)[None, None])
    np.testing.assert_allclose(model.find(L), torch.sigmoid(logits)[0, 0].detach(), atol=1e-4)
    content = load_content(checkpoint)
    del content["ema"]
    torch.save(content, tmp_path / "other.pt")
    with pytest.raises(CheckpointError, match=r"other\.pt is no checkpoint of training\.repair"):
        load_detector(tmp_path / "other.pt")


def test_average_precision_is_that_of_torchmetrics() -> None:
    rng = np.random.default_rng(2)
    truth = rng.random((50, 50)) < 0.1
    found = np.clip(rng.normal(0.3 + 0.3 * truth, 0.15), 0, 0.9999)
    damage = (np.floor(found * 1000) / 1000 + 0.0005).astype(np.float32)  # one value a bin
    scores = Detection.empty()
    scores.add(damage[:25], truth[:25])
    scores.add(damage[25:], truth[25:])
    expected = binary_average_precision(torch.from_numpy(damage), torch.from_numpy(truth).long())
    assert scores.average_precision() == pytest.approx(float(expected), abs=1e-5)


def test_the_commands_train_export_and_measure(
    caches: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    recipe = tmp_path / "r.toml"
    recipe.write_text(
        f'name = "r"\ncache = "{caches}"\nsize = 32\nbatch_size = 4\nimages = 8\nworkers = 0\n'
        "[detector]\nchannels = [8, 12]\nblocks = 1\n"
    )
    run, model, out = tmp_path / "run", tmp_path / "repair.onnx", tmp_path / "tables.md"
    assert main(["train", str(recipe), "--run", str(run)]) == 0
    assert main(["export", str(run / "last.pt"), str(model)]) == 0
    command = ["evaluate", str(model), "--cache", str(caches), "--photos", "2", "--out", str(out)]
    assert main(command) == 0
    tables = out.read_text().split("\n\n")
    assert [table.count("\n") >= 2 for table in tables] == [True] * 10
    assert all("Telea" in table for table in tables[7:9])
    assert main(["export", str(tmp_path / "none.pt"), str(model)]) == 1
    assert "there is no such checkpoint" in capsys.readouterr().err
