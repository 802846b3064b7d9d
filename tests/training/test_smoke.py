"""The whole road: photographs on disk -> a trained network -> an .onnx -> a colour photo."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import skimage
from PIL import Image

from core.cli import main as autochrome
from core.color import rgb_to_L, rgb_to_lab
from core.inference.model_file import load_model_spec
from training.data.cache import PhotoCache
from training.make_model import main as make_model
from training.models.loading import load_content

ROOT = Path(__file__).parents[2]


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    """scikit-image's photographs: pictures in colour, in grey, and what is no picture."""
    folder = tmp_path / "photos"
    folder.mkdir()
    names = ("astronaut", "chelsea", "coffee", "rocket", "retina", "motorcycle_left", "camera")
    for path in sorted(Path(skimage.data.data_dir).iterdir()):
        if path.stem in names:
            (folder / path.name).symlink_to(path)
    return folder


@pytest.fixture
def recipe(tmp_path: Path) -> Path:
    text = (ROOT / "training/configs/smoke.toml").read_text(encoding="utf-8")
    assert 'cache = "cache/smoke"' in text
    path = tmp_path / "smoke.toml"
    path.write_text(text.replace("cache/smoke", str(tmp_path / "cache")), encoding="utf-8")
    return path


@pytest.mark.slow
def test_from_photographs_to_a_colour_photo(
    photos: Path, recipe: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cache, run = tmp_path / "cache", tmp_path / "run"
    command = [str(recipe), str(photos), "--run", str(run), "--readme", str(ROOT / "README.md")]
    assert make_model([*command, "--devices", "2"]) == 0
    assert capsys.readouterr().err.count("its card are made") == 1
    assert len(PhotoCache(cache, "train")) == 5
    assert "camera.png" in (cache / "manifest.csv").read_text()
    progress = load_content(run / "last.pt")["progress"]
    # each step is one of two processes
    assert (progress["stage"], progress["images"], progress["steps"]) == (3, 96, 6)
    assert {"0-colours.pt", "1-adversary.pt", "2-mean.pt", "grid-00000064.png"} <= {
        p.name for p in run.iterdir()
    }

    model = run / "model" / "colorizer.onnx"
    assert load_model_spec(model).config["progress"]["images"] == 96
    rows = json.loads((run / "model" / "evaluation.json").read_text())["tables"]["main"]["rows"]
    assert list(rows) == ["grey", "mean ab", "model/colorizer.onnx"]
    card = (run / "model" / "MODEL_CARD.md").read_text()
    assert card.startswith("# smoke 0.0.0")
    assert "model/colorizer.onnx" in card

    old = Image.open(photos / "camera.png")
    old.crop((0, 0, 400, 300)).save(tmp_path / "old.png")
    capsys.readouterr()
    photo = ["colorize", str(tmp_path / "old.png"), "--model", str(model), "--device", "cpu"]
    assert autochrome([*photo, "-o", str(tmp_path / "new.png"), "--saturation", "2"]) == 0
    assert "new.png" in capsys.readouterr().out
    colored = np.asarray(Image.open(tmp_path / "new.png").convert("RGB"))
    grey = np.asarray(old.crop((0, 0, 400, 300)))
    assert colored.shape == (300, 400, 3)
    assert np.abs(rgb_to_L(colored) - rgb_to_L(grey)).mean() < 0.3
    assert np.abs(rgb_to_lab(colored)[..., 1:]).mean() > 0.3
