from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import numpy as np
import pytest
import torch

from core.color import rgb_to_lab
from core.errors import ModelError
from training.config import DataConfig, GeneratorConfig, ReadoutConfig, RunConfig
from training.data.cache import CachedPhoto, write_split
from training.evaluation.predictors import constant, evenly, load_predictor, mean_ab
from training.models.generator import build_generator


def save_run(path: Path, generator: GeneratorConfig) -> None:
    network = build_generator(generator)
    config = RunConfig("test", DataConfig("nowhere"), generator, ())
    state = network.state_dict()
    torch.save(
        {"config": asdict(config), "ema": state, "generator": state, "progress": {"images": 1}},
        path,
    )


def test_a_constant_is_the_same_everywhere() -> None:
    guess = constant("warm", 3.0, 9.0)(np.zeros((40, 60), np.float32))
    assert guess.ab.ravel().tolist() == [3.0, 9.0]
    assert guess.confidence is None


def test_indices_are_even_and_never_twice() -> None:
    assert evenly(10, 3).tolist() == [0, 4, 9]
    assert evenly(3, 10).tolist() == [0, 1, 2]


def test_mean_ab_is_of_the_training_photos_and_kept(
    tmp_path: Path, rng: np.random.Generator
) -> None:
    colors = rng.integers(0, 256, (4, 3), dtype=np.uint8)
    photos = [
        CachedPhoto(str(i), np.broadcast_to(c, (14, 14, 3)).copy(), "x", -1)
        for i, c in enumerate(colors)
    ]
    write_split(tmp_path, "train", photos)
    expected = rgb_to_lab(colors)[:, 1:].mean(axis=0)
    assert mean_ab(tmp_path) == pytest.approx(expected.tolist(), abs=1e-3)
    (tmp_path / "train.u8").unlink()
    assert mean_ab(tmp_path) == pytest.approx(expected.tolist(), abs=1e-3)


def test_a_checkpoint(tmp_path: Path, rng: np.random.Generator) -> None:
    torch.manual_seed(0)
    config = GeneratorConfig("lite0", weights="none", noise_size=4, hints=True, bins=True)
    save_run(tmp_path / "last.pt", config)
    predict = load_predictor(tmp_path / "last.pt")
    assert (predict.hints, predict.z_size, predict.confidence) == (True, 4, True)
    assert predict.multiple_of == 32
    L = rng.uniform(0, 100, (64, 96)).astype(np.float32)
    guess = predict(L)
    assert guess.ab.shape == (2, 16, 24)
    assert guess.confidence is not None
    assert guess.confidence.shape == (16, 24)
    doubled = load_predictor(tmp_path / "last.pt", ReadoutConfig(gain=2.0))(L)
    assert doubled.ab == pytest.approx(2 * guess.ab, abs=1e-4)


def test_the_raw_weights_of_a_checkpoint(tmp_path: Path) -> None:
    save_run(tmp_path / "last.pt", GeneratorConfig("unet", weights="none", channels=2))
    content = torch.load(tmp_path / "last.pt", weights_only=True)
    content["generator"] = {k: torch.zeros_like(v) for k, v in content["generator"].items()}
    torch.save(content, tmp_path / "last.pt")
    L = np.full((256, 256), 50, np.float32)
    assert load_predictor(tmp_path / "last.pt")(L).ab.any()
    assert not load_predictor(tmp_path / "last.pt", ema=False)(L).ab.any()


def test_a_checkpoint_without_hints_z_and_confidence(tmp_path: Path) -> None:
    save_run(tmp_path / "unet.pt", GeneratorConfig("unet", weights="none", channels=2))
    predict = load_predictor(tmp_path / "unet.pt")
    assert (predict.hints, predict.z_size, predict.confidence) == (False, 0, False)
    assert predict.multiple_of == 256
    assert predict(np.full((256, 256), 50, np.float32)).confidence is None


def test_an_exported_model(tiny_model: Callable[..., Path]) -> None:
    predict = load_predictor(tiny_model(z=4))
    L = np.full((32, 64), 60, np.float32)
    guess = predict(L)
    assert guess.ab.shape == (2, 8, 16)
    assert guess.ab[:, 0, 0].tolist() == pytest.approx([4.0, 16.0], abs=1e-3)  # see conftest.py
    assert guess.confidence == pytest.approx(np.full((8, 16), 1 / (1 + np.exp(-1.2))), abs=1e-4)
    hints = np.zeros((3, 32, 64), np.float32)
    hints[0], hints[2] = 30.0, 1.0
    moved = predict(L, hints, np.full(4, 2.0, np.float32)).ab[:, 0, 0]
    assert moved.tolist() == pytest.approx([4 + 30 + 2, 16 + 2], abs=1e-3)


def test_a_plain_exported_model(tiny_model: Callable[..., Path]) -> None:
    predict = load_predictor(tiny_model(hints=False, z=0, confidence=False))
    assert (predict.hints, predict.z_size, predict.confidence) == (False, 0, False)
    assert predict(np.full((32, 32), 50, np.float32)).confidence is None


def test_what_is_not_there_or_not_a_model(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"last\.pt"):
        load_predictor(tmp_path / "last.pt")
    (tmp_path / "bad.onnx").write_bytes(b"no model")
    with pytest.raises(ModelError):
        load_predictor(tmp_path / "bad.onnx")
