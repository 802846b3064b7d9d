"""training.scans: pages drawn, the model of prints trained, resumed and exported, small."""

from __future__ import annotations

from dataclasses import astuple, replace
from pathlib import Path

import numpy as np
import pytest
import torch

from core.inference.print_model import network_input, open_print_model
from core.photo.frame import Frame
from core.scans.crops import SIZE, moved
from core.scans.overlap import intersection_over_union
from tests.training.small_runs import run
from training.config import ScansConfig, load_scans_config
from training.data.cache import PhotoCache
from training.models.loading import CheckpointError, load_content
from training.models.print_refiner import PrintAnswers, PrintRefiner
from training.scans.__main__ import main
from training.scans.export import export_refiner, load_refiner
from training.scans.layout import places
from training.scans.pages import page
from training.scans.photos import PrintPhotos
from training.scans.prepare import page_files, read_page, write_pages
from training.scans.samples import TOGETHER, RectangleSamples, chosen
from training.scans.targets import are_asked, best_print, side_places
from training.scans.train import ScansTrainer

RECIPE = Path(__file__).parents[3] / "training/configs/scans.toml"
SMALL = (8, 12, 4)


@pytest.fixture(scope="module")
def pages(caches: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A few small pages."""
    folder = tmp_path_factory.mktemp("pages")
    assert write_pages(caches, folder, seed=3, count=6, side=(200, 240), processes=1) >= 4
    return folder


@pytest.fixture
def config(pages: Path) -> ScansConfig:
    """Four steps of two pages."""
    return ScansConfig(
        name="small", pages=str(pages), batch_size=2, images=8, workers=0, channels=SMALL
    )


def trained(config: ScansConfig, folder: Path, stop_after: int | None = None) -> ScansTrainer:
    """A run that was gone on with."""
    trainer = ScansTrainer(config, folder, Path(config.pages))
    run(trainer, stop_after)
    return trainer


def test_the_recipe_can_be_read_and_its_network_is_small() -> None:
    config = load_scans_config(RECIPE, ["images=5"])
    assert config.images == 5
    assert sum(p.numel() for p in PrintRefiner(config.channels).parameters()) < 400_000


def test_a_run_that_was_stopped_goes_on_to_the_same_weights(
    config: ScansConfig, tmp_path: Path
) -> None:
    whole = trained(config, tmp_path / "whole")
    trained(config, tmp_path / "parts", stop_after=2)
    parts = trained(config, tmp_path / "parts")
    assert whole.progress.images == parts.progress.images == 8
    for name, weight in whole.refiner.state_dict().items():
        torch.testing.assert_close(parts.refiner.state_dict()[name], weight, msg=name)


def test_a_run_begins_with_the_weights_of_another(
    config: ScansConfig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = trained(config, tmp_path / "other")
    begun: list[dict[str, torch.Tensor]] = []

    def fit(trainer: ScansTrainer) -> bool:
        begun.append({name: each.clone() for name, each in trainer.refiner.state_dict().items()})
        return True

    monkeypatch.setattr(ScansTrainer, "fit", fit)
    monkeypatch.setattr("training.scans.__main__.load_scans_config", lambda *_: config)
    start = str(other.checkpoint)
    command = ["train", str(RECIPE), "--start", start, "--run", str(tmp_path / "new")]
    assert main([*command, "--pages", config.pages]) == 0
    for name, weight in other.ema.module.state_dict().items():
        torch.testing.assert_close(begun[0][name], weight, msg=name)


def test_a_sample_is_eight_rectangles_and_what_should_be_said_of_them(config: ScansConfig) -> None:
    sample = RectangleSamples(Path(config.pages), 1)[5]
    assert sample.crops.shape == (TOGETHER, 4, SIZE, SIZE)
    assert sample.places.shape == sample.asked.shape == (TOGETHER, 4, 2)
    assert -1 <= sample.crops.min() < sample.crops.max() <= 1
    asked = sample.places[sample.asked > 0]
    assert 0 < asked.min() < asked.max() < SIZE
    assert (sample.scores[:, :-1] >= sample.scores[:, 1:]).all()  # who fits better fits well, too


def test_a_seed_gives_the_same_sample_again_and_another_seed_another(config: ScansConfig) -> None:
    one, again = (RectangleSamples(Path(config.pages), 1)[5].crops for _ in range(2))
    other = RectangleSamples(Path(config.pages), 2)[5].crops
    torch.testing.assert_close(one, again, rtol=0, atol=0)
    assert not torch.equal(one, other)


def test_good_and_bad_rectangles_are_learnt_from(pages: Path) -> None:
    rng = np.random.default_rng(2)
    met = []
    for path in page_files(pages):
        made = read_page(path)
        met += [best_print(frame, made.prints)[0] for frame in chosen(rng, made)]
    assert sum(each > 0.75 for each in met) > len(met) / 5
    assert sum(each < 0.5 for each in met) > len(met) / 10


PRINT = Frame(100, 90, 80, 50, 12.0)


@pytest.mark.parametrize(
    "frame",
    [
        PRINT,
        Frame(103, 87, 90, 46, 10.5),
        Frame(98, 92, 47, 84, 103.0),
        Frame(98, 92, 47, 84, -76.0),
    ],
)
def test_places_of_the_sides_lead_to_the_print(frame: Frame) -> None:
    for _ in range(3):
        places_of = side_places(frame, PRINT)
        assert are_asked(places_of).all()
        frame = moved(frame, places_of)
    assert intersection_over_union(frame, PRINT) == pytest.approx(1, abs=1e-3)


def test_a_side_beyond_the_crop_is_not_asked_for() -> None:
    inner = replace(PRINT, width=20, x=90)
    asked = are_asked(side_places(inner, PRINT))
    assert not asked[2].any()
    assert asked[1].all()
    assert asked[3].all()


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


def test_pages_are_of_the_size_that_was_asked_for(caches: Path) -> None:
    photos = PrintPhotos(PhotoCache(caches, "train"))
    for number in range(12):
        made = page(np.random.default_rng(number), photos, (96, 72))
        assert made.pixels.shape == (96, 72, 3)
        assert made.pixels.dtype == np.uint8


def test_pages_that_are_there_are_not_drawn_again(caches: Path, pages: Path) -> None:
    first = page_files(pages)[0]
    before = first.stat().st_mtime_ns
    held = write_pages(caches, pages, seed=3, count=6, side=(200, 240), processes=1)
    assert held == len(page_files(pages))
    assert first.stat().st_mtime_ns == before
    made = read_page(first)
    assert made.pixels.shape[2] == 4
    assert all(len(astuple(frame)) == 5 for frame in made.prints)


def test_the_exported_file_is_the_moving_average_and_the_program_can_open_it(
    config: ScansConfig, tmp_path: Path
) -> None:
    trained(config, tmp_path / "run")
    checkpoint, target = tmp_path / "run/last.pt", tmp_path / "out/prints.onnx"
    export_refiner(checkpoint, target, trained_on="photographs")
    crops = np.random.default_rng(1).integers(0, 256, (3, SIZE, SIZE, 4), np.uint8)
    found, scores = open_print_model(target).judge(crops)
    seen = torch.from_numpy(network_input(crops))
    answer = PrintAnswers(load_refiner(checkpoint)[1])(seen).detach().numpy()
    np.testing.assert_allclose(scores, answer[:, 8:], atol=0.01)  # weights have 16 bits
    assert np.median(np.abs(found.reshape(3, 8) - answer[:, :8])) < 0.1
    content = load_content(checkpoint)
    del content["ema"]
    torch.save(content, tmp_path / "other.pt")
    with pytest.raises(CheckpointError, match=r"other\.pt is no checkpoint of training\.scans"):
        load_refiner(tmp_path / "other.pt")


def test_the_commands_draw_train_and_export(
    caches: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    recipe = tmp_path / "r.toml"
    recipe.write_text(
        f'name = "r"\npages = "{tmp_path / "p"}"\nbatch_size = 2\nimages = 4\nworkers = 0\n'
        "drawn = 3\nshortest = 200\nlongest = 240\nchannels = [8, 12, 4]\n"
    )
    run, model, out = tmp_path / "run", tmp_path / "prints.onnx", tmp_path / "drawn"
    assert main(["train", str(recipe), "--run", str(run)]) == 1  # there are no pages yet
    assert main(["pages", str(recipe), "--cache", str(caches), "--processes", "1"]) == 0
    assert main(["train", str(recipe), "--run", str(run)]) == 0
    assert main(["export", str(run / "last.pt"), str(model)]) == 0
    assert main(["draw", str(out), "--cache", str(caches), "--count", "2"]) == 0
    assert len(list(out.glob("*.png"))) == 2
    printed = capsys.readouterr()
    assert "prints.onnx" in printed.out
    assert "holds no pages" in printed.err
    assert main(["train", str(tmp_path / "none.toml")]) == 1
