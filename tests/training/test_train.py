"""The command line of training, as a person meets it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from torch import Tensor, nn

from training.config import load_config
from training.models.loading import load_content
from training.train import build_fabric, main

ROOT = Path(__file__).parents[2]

RECIPE = """
name = "tiny"
log_every = 1
evaluate_photos = 1
[data]
cache = "{cache}"
workers = {workers}
[generator]
kind = "unet"
channels = 2
noise_size = 2
[[stages]]
name = "only"
images = {images}
size = 256
batch_size = 2
losses = {{ l1 = 1.0 }}
"""


def write(folder: Path, cache: Path, *, images: int = 4, workers: int = 0) -> Path:
    path = folder / "tiny.toml"
    path.write_text(RECIPE.format(cache=cache, images=images, workers=workers), encoding="utf-8")
    return path


def train(recipe: Path, run: Path, *more: str) -> int:
    return main([str(recipe), "--run", str(run), "--accelerator", "cpu", *more])


class Witness(nn.Module):
    """Remembers what it was given, and multiplies it."""

    def __init__(self) -> None:
        super().__init__()
        self.layer = nn.Linear(1, 1)

    def forward(self, L: Tensor) -> Tensor:
        self.seen = L
        answer: Tensor = self.layer(L)
        return answer


def test_bfloat16_does_not_round_the_luminance(caches: Path, tmp_path: Path) -> None:
    config = load_config(write(tmp_path, caches))
    fabric = build_fabric(replace(config, precision="bf16-mixed"), "cpu", 1)
    witness = Witness()
    L = torch.tensor([[71.3], [93.8]])
    fabric.setup_module(witness)(L)
    assert torch.equal(witness.seen, L)


@pytest.mark.slow
def test_the_photographs_may_be_elsewhere(caches: Path, tmp_path: Path) -> None:
    recipe = write(tmp_path, tmp_path / "not" / "here")
    assert train(recipe, tmp_path / "run") == 1
    assert train(recipe, tmp_path / "run", "--cache", str(caches)) == 0


@pytest.mark.slow
def test_a_run_leaves_what_it_promises(caches: Path, tmp_path: Path) -> None:
    assert train(write(tmp_path, caches), tmp_path / "run") == 0
    left = {path.name for path in (tmp_path / "run").iterdir()}
    assert {"last.pt", "0-only.pt", "history.jsonl", "grid-00000004.png"} <= left
    assert any(name.startswith("events.") for name in left)
    assert sum(name.endswith(".png") for name in left) > 1  # the curves
    assert not any(name.endswith(".tmp") for name in left)


@pytest.mark.slow
def test_a_time_limit_is_not_a_failure_and_not_the_end(
    caches: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    recipe, run = write(tmp_path, caches), tmp_path / "run"
    assert train(recipe, run, "--max-minutes", "0") == 3
    assert "goes on from" in capsys.readouterr().err
    assert load_content(run / "last.pt")["progress"]["steps"] == 1
    assert train(recipe, run) == 0
    assert load_content(run / "last.pt")["progress"]["images"] == 4


def problem(captured: pytest.CaptureFixture[str]) -> str:
    return " ".join(captured.readouterr().err.split())  # the console wraps


def test_a_misspelt_setting_is_named(
    caches: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    recipe = write(tmp_path, caches)
    recipe.write_text(recipe.read_text().replace("batch_size", "batchsize"), encoding="utf-8")
    assert train(recipe, tmp_path / "run") == 1
    assert "batchsize" in problem(capsys)
    assert not (tmp_path / "run").exists()


def test_a_missing_cache_says_how_to_make_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert train(write(tmp_path, tmp_path / "none"), tmp_path / "run") == 1
    said = problem(capsys)
    assert "holds no cache of 'train' photos" in said
    assert "python -m training.prepare_data PHOTOS" in said


def test_a_missing_start_is_named(
    caches: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    recipe = write(tmp_path, caches)
    recipe.write_text('start_from = "gone.pt"\n' + recipe.read_text(), encoding="utf-8")
    assert train(recipe, tmp_path / "run") == 1
    assert "gone.pt: there is no such checkpoint" in problem(capsys)


@pytest.mark.slow
def test_a_folder_with_another_run_is_left_alone(
    caches: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    recipe, run = write(tmp_path, caches), tmp_path / "run"
    assert train(recipe, run, "--max-minutes", "0") == 3
    before = (run / "last.pt").read_bytes()
    recipe.write_text(recipe.read_text().replace("channels = 2", "channels = 3"), encoding="utf-8")
    assert train(recipe, run) == 1
    assert "another folder (--run)" in problem(capsys)
    assert (run / "last.pt").read_bytes() == before


def test_one_device_needs_no_strategy_two_need_ddp(caches: Path, tmp_path: Path) -> None:
    from training.config import load_config  # noqa: PLC0415 - only here

    config = load_config(write(tmp_path, caches))
    assert build_fabric(config, "cpu", 1).world_size == 1
    assert type(build_fabric(config, "cpu", 2).strategy).__name__ == "DDPStrategy"


@pytest.mark.slow
def test_ctrl_c_reaches_two_processes_and_their_workers_and_saves(
    caches: Path, tmp_path: Path
) -> None:
    recipe, run = write(tmp_path, caches, images=100_000, workers=1), tmp_path / "run"
    options = ["--run", str(run), "--accelerator", "cpu", "--devices", "2"]
    with subprocess.Popen(
        [sys.executable, "-m", "training.train", str(recipe), *options],
        cwd=ROOT,
        env={**os.environ, "OMP_NUM_THREADS": "1"},
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
        start_new_session=True,  # a group of its own, as a terminal makes one
    ) as process:
        try:
            history = run / "history.jsonl"
            while process.poll() is None and not history.exists():
                time.sleep(0.2)
            os.killpg(process.pid, signal.SIGINT)
            _, said = process.communicate(timeout=300)
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
    assert process.returncode == 3, said[-4000:]
    assert said.count("goes on from") == 1
    assert "Traceback" not in said
    progress = load_content(run / "last.pt")["progress"]
    steps = [json.loads(line) for line in history.read_text().splitlines()]
    assert progress["steps"] == max(line["step"] for line in steps) > 0
    assert progress["images"] == 4 * progress["steps"]
