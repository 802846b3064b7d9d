from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import torch
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator

from training.config import GeneratorConfig
from training.data.cache import PhotoCache
from training.engine.checkpoint import Progress
from training.engine.monitor import Monitor
from training.models.generator import build_generator

TERMS = {"l1": torch.tensor(0.25), "total": torch.tensor(2.5)}


@pytest.fixture
def monitor(tmp_path: Path, caches: Path) -> Iterator[Monitor]:
    made = Monitor(tmp_path, PhotoCache(caches, "val"), photos=1, log_every=2)
    yield made
    made.close()


def lines(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / "history.jsonl").read_text().splitlines()]


def test_every_nth_step_is_a_line(monitor: Monitor, tmp_path: Path) -> None:
    with monitor.stage("one", 100, 0):
        for n in range(1, 6):
            monitor.step(Progress(0, 8 * n, 8 * n, n, n / 2), "one", TERMS, 1e-3, 8)
    first, second = lines(tmp_path)
    assert (first["step"], second["step"]) == (2, 4)
    assert (first["stage"], first["images"], first["minutes"]) == ("one", 16, 1.0)
    assert (first["l1"], first["total"], first["lr_generator"]) == (0.25, 2.5, 1e-3)
    assert second["images_per_s"] > 0


def test_tensorboard_has_the_same_values(monitor: Monitor, tmp_path: Path) -> None:
    monitor.step(Progress(steps=2, images=16), "one", TERMS, 1e-3, 8)
    monitor.close()
    events = EventAccumulator(str(tmp_path))
    events.Reload()
    (event,) = events.Scalars("l1")
    assert (event.step, event.value) == (16, 0.25)
    assert set(events.Tags()["scalars"]) == {"l1", "total", "lr_generator", "images_per_s"}


def test_an_evaluation_is_a_line_and_a_grid(monitor: Monitor, tmp_path: Path) -> None:
    generator = build_generator(GeneratorConfig("unet", channels=2)).train()
    monitor.evaluate(generator, Progress(images=320))
    (line,) = lines(tmp_path)
    assert line["evaluation"] is True
    assert {"psnr", "delta_e", "l1", "colourfulness"} <= set(line)
    assert (tmp_path / "grid-00000320.png").stat().st_size > 1000
    assert generator.training


def test_other_processes_write_nothing(tmp_path: Path, caches: Path) -> None:
    silent = Monitor(tmp_path, PhotoCache(caches, "val"), 1, 1, active=False)
    with silent.stage("one", 100, 0):
        silent.step(Progress(steps=1), "one", TERMS, 1e-3, 8)
    silent.evaluate(build_generator(GeneratorConfig("unet", channels=2)), Progress())
    silent.close()
    assert list(tmp_path.iterdir()) == []
