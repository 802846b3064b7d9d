"""training.scans: pages drawn, the finder trained, resumed and exported, end to end and small."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest
import torch

from core.inference.print_model import open_print_model
from training.config import ScansConfig, load_scans_config
from training.data.cache import PhotoCache
from training.engine.stop_signals import StopRequest
from training.models.loading import CheckpointError, load_content
from training.models.print_finder import MULTIPLE_OF, STRIDE, PrintFinder
from training.scans.__main__ import main
from training.scans.export import export_finder, load_finder
from training.scans.layout import Place, places
from training.scans.pages import Page, flipped, page
from training.scans.samples import PageSamples
from training.scans.targets import targets
from training.scans.train import ScansTrainer

RECIPE = Path(__file__).parents[3] / "training/configs/scans.toml"
SMALL = (8, 8, 12, 12)


@pytest.fixture
def config(caches: Path) -> ScansConfig:
    """Four steps of four small pages."""
    return ScansConfig(
        "small", str(caches), side=64, batch_size=4, images=16, workers=0, channels=SMALL
    )


class StopAfter(StopRequest):
    """Asks to stop after so many steps."""

    def __init__(self, trainer: ScansTrainer, steps: int) -> None:
        super().__init__()
        self.trainer, self.steps = trainer, steps

    def __bool__(self) -> bool:
        return self.trainer.progress.steps >= self.steps


def trained(config: ScansConfig, folder: Path, steps: int = 1000) -> ScansTrainer:
    """A run, gone on with to its end, or stopped after some steps."""
    trainer = ScansTrainer(config, folder, PhotoCache(Path(config.cache), "train"))
    trainer.stop = StopAfter(trainer, steps)
    trainer.resume()
    assert trainer.fit() is (steps == 1000)
    return trainer


def test_the_recipe_can_be_read_and_its_network_is_small() -> None:
    config = load_scans_config(RECIPE, ["images=5"])
    assert config.images == 5
    assert sum(p.numel() for p in PrintFinder(config.channels).parameters()) < 500_000


def test_a_run_that_was_stopped_goes_on_to_the_same_weights(
    config: ScansConfig, tmp_path: Path
) -> None:
    whole = trained(config, tmp_path / "whole")
    trained(config, tmp_path / "parts", steps=2)
    parts = trained(config, tmp_path / "parts")
    assert whole.progress.images == parts.progress.images == 16
    for name, weight in whole.finder.state_dict().items():
        torch.testing.assert_close(parts.finder.state_dict()[name], weight, msg=name)


def test_samples_of_one_batch_have_one_size_and_their_targets_fit(config: ScansConfig) -> None:
    samples = PageSamples(PhotoCache(Path(config.cache), "train"), config)
    for batch in range(3):
        of_batch = [samples[4 * batch + n] for n in range(4)]
        assert len({each.rgb.shape for each in of_batch}) == 1
        for each in of_batch:
            assert each.target.shape == (2, *(n // STRIDE for n in each.rgb.shape[1:]))
            assert 0 <= each.target.min() <= each.target.max() <= 1
            assert all(n % MULTIPLE_OF == 0 for n in each.rgb.shape[1:])
    torch.testing.assert_close(samples[3].rgb, samples[3].rgb)


def test_a_hidden_side_is_no_side_and_the_uppermost_print_shows_its_own() -> None:
    lower, upper = Place(40, 40, 40, 40), Place(60, 40, 24, 20)
    on, side = targets([lower, upper], (80, 100), 2)
    assert on[20, 20] == on[20, 35] == 1
    assert on[5, 5] == 0
    assert side[20, 10] > 0.5  # the lower one's left side
    assert side[13, 29] > 0.5  # its right side beside the upper one
    assert side[20, 29] < 0.3  # and below it
    assert side[20, 24] > 0.5  # where the upper one begins


def test_a_page_that_is_mirrored_takes_its_prints_along() -> None:
    pixels = np.zeros((60, 80, 3), np.uint8)
    place = Place(30, 20, 30, 16, 12.0)
    cv2.fillPoly(pixels, [np.round(place.corners()).astype(np.int32)], (255, 255, 255))
    for way in range(4):
        made = flipped(Page(pixels, (place,)), way)
        (moved,) = made.prints
        again = np.zeros_like(pixels)
        cv2.fillPoly(again, [np.round(moved.corners()).astype(np.int32)], (255, 255, 255))
        assert (again != made.pixels).mean() < 0.04


def test_prints_lie_on_the_page_and_hide_each_other_but_a_little() -> None:
    rng = np.random.default_rng(4)
    counts = []
    for _ in range(60):
        found = places(rng, (200, 150))
        counts.append(len(found))
        if not found:
            continue
        corners = np.concatenate([each.corners() for each in found])
        assert corners.min() > -12
        assert (corners < np.array((150, 200)) + 12).all()
    assert max(counts) > 4
    assert min(counts) <= 1


def test_pages_are_of_the_size_that_was_asked_for(config: ScansConfig) -> None:
    cache = PhotoCache(Path(config.cache), "train")
    for number in range(12):
        made = page(np.random.default_rng(number), cache, (96, 72))  # type: ignore[arg-type]
        assert made.pixels.shape == (96, 72, 3)
        assert made.pixels.dtype == np.uint8


def test_the_exported_file_is_the_moving_average_and_the_program_can_open_it(
    config: ScansConfig, tmp_path: Path
) -> None:
    trained(config, tmp_path / "run")
    checkpoint, target = tmp_path / "run/last.pt", tmp_path / "out/prints.onnx"
    export_finder(checkpoint, target, trained_on="photographs")
    model = open_print_model(target)
    assert (model.multiple_of, model.stride, model.side) == (MULTIPLE_OF, STRIDE, 64)
    rgb = np.random.default_rng(1).random((3, 64, 96), np.float32)
    logits = load_finder(checkpoint)[1](torch.from_numpy(rgb)[None])
    np.testing.assert_allclose(model.maps(rgb), logits[0].detach(), atol=0.05)  # 16-bit weights
    content = load_content(checkpoint)
    del content["ema"]
    torch.save(content, tmp_path / "other.pt")
    with pytest.raises(CheckpointError, match=r"other\.pt is no checkpoint of training\.scans"):
        load_finder(tmp_path / "other.pt")


def test_the_commands_train_export_and_draw(
    caches: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    recipe = tmp_path / "r.toml"
    recipe.write_text(
        f'name = "r"\ncache = "{caches}"\nside = 64\nbatch_size = 4\nimages = 8\nworkers = 0\n'
        "channels = [8, 8, 12, 12]\n"
    )
    run, model, out = tmp_path / "run", tmp_path / "prints.onnx", tmp_path / "pages"
    assert main(["train", str(recipe), "--run", str(run)]) == 0
    assert main(["export", str(run / "last.pt"), str(model)]) == 0
    assert main(["draw", str(out), "--cache", str(caches), "--count", "2"]) == 0
    assert len(list(out.glob("*.png"))) == 2
    assert "prints.onnx" in capsys.readouterr().out
    assert main(["train", str(tmp_path / "none.toml")]) == 1


def test_a_seed_gives_the_same_sample_again_and_another_seed_another(config: ScansConfig) -> None:
    cache = PhotoCache(Path(config.cache), "train")
    one, again = (PageSamples(cache, config)[5].rgb for _ in range(2))
    other = PageSamples(cache, replace(config, seed=1))[5].rgb
    torch.testing.assert_close(one, again, rtol=0, atol=0)
    assert one.shape != other.shape or not torch.equal(one, other)
