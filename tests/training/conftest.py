"""Photographs, recipes and one-process Fabric, small enough for a busy machine."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt
import pytest
import torch
from lightning_fabric import Fabric
from skimage import data as photographs

from training.config import (
    DataConfig,
    DiscriminatorConfig,
    GeneratorConfig,
    RunConfig,
    StageConfig,
)
from training.data.cache import CachedPhoto, PhotoCache, write_split
from training.engine.checkpoint import TrainingState, save_checkpoint
from training.engine.loop import Trainer
from training.engine.monitor import Monitor
from training.engine.networks import build_networks

U8 = npt.NDArray[np.uint8]

#: scikit-image's bundled colour photographs.
PHOTOS = ("astronaut", "chelsea", "coffee", "rocket")


@pytest.fixture(scope="session", autouse=True)
def _one_thread() -> None:
    torch.set_num_threads(1)  # networks this small only wait for a second one


def shrink(rgb_u8: U8, height: int, width: int) -> U8:
    small = cv2.resize(rgb_u8, (width, height), interpolation=cv2.INTER_AREA)
    return np.asarray(small, np.uint8)


def write_caches(folder: Path) -> None:
    """12 training and 2 validation photos of 64 to 90 pixels, of two kinds."""
    whole = [getattr(photographs, name)() for name in PHOTOS]
    crops = [
        CachedPhoto(f"{i}-{part}", shrink(rgb[part * 60 : part * 60 + 200], 64, 90), kind, part - 1)
        for i, rgb in enumerate(whole)
        for part, kind in enumerate(("even", "odd", "even"))
    ]
    write_split(folder, "train", crops)
    write_split(folder, "val", [CachedPhoto("v", shrink(whole[0], 64, 64), "x", 1), crops[4]])


@pytest.fixture(scope="session")
def caches(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache folder with ``train`` and ``val``."""
    folder = tmp_path_factory.mktemp("cache")
    write_caches(folder)
    return folder


@pytest.fixture
def train_cache(caches: Path) -> PhotoCache:
    return PhotoCache(caches, "train")


@pytest.fixture
def fabric() -> Fabric:
    return Fabric(accelerator="cpu", devices=1)


@pytest.fixture
def stage() -> StageConfig:
    """Four steps of L1."""
    return StageConfig("one", {"l1": 1.0}, size=256, batch_size=2, images=8, lr_generator=1e-3)


@pytest.fixture
def recipe(caches: Path, stage: StageConfig) -> Callable[..., RunConfig]:
    """``recipe(*stages, **changes)``: a U-Net of 0.05 M, with noise and dropout to reproduce."""

    def build(*stages: StageConfig, **changes: Any) -> RunConfig:
        config = RunConfig(
            "test",
            data=DataConfig(cache=str(caches), workers=0, hint_probability=0.5),
            generator=GeneratorConfig("unet", channels=2, noise_size=3, hints=True),
            discriminator=DiscriminatorConfig(layers=2, channels=4),
            stages=stages or (stage,),
            ema_decay=0.9,
            log_every=1,
            evaluate_every=1_000_000,
            evaluate_photos=1,
        )
        return replace(config, **changes)

    return build


@pytest.fixture
def trainer(tmp_path: Path, caches: Path, fabric: Fabric) -> Iterator[Callable[..., Trainer]]:
    """``trainer(config, folder=..., fabric=...)``: as a new process would build it."""

    def build(config: RunConfig, folder: Path = tmp_path, fabric: Fabric = fabric) -> Trainer:
        torch.manual_seed(99)  # what a process did before must not matter
        folder.mkdir(parents=True, exist_ok=True)
        validation = PhotoCache(caches, "val")
        monitor = Monitor(folder, validation, config.evaluate_photos, config.log_every)
        opened.append(monitor)
        return Trainer(config, folder, fabric, PhotoCache(caches, "train"), monitor)

    opened: list[Monitor] = []
    yield build
    for monitor in opened:
        monitor.close()


@pytest.fixture
def history() -> Callable[[Path], list[dict[str, Any]]]:
    """``history(folder)``: the logged steps of a run, without what depends on the clock."""

    def read(folder: Path) -> list[dict[str, Any]]:
        lines = [json.loads(line) for line in (folder / "history.jsonl").read_text().splitlines()]
        clock = {"minutes", "cpu_minutes", "images_per_s"}
        steps = [line for line in lines if "evaluation" not in line]
        return [{k: v for k, v in line.items() if k not in clock} for line in steps]

    return read


@pytest.fixture
def saved(recipe: Callable[..., RunConfig], tmp_path: Path) -> Path:
    """A checkpoint whose moving average is all 0.5."""
    config = recipe()
    networks = build_networks(config, torch.device("cpu"))
    for tensor in networks.ema.module.parameters():
        tensor.detach().fill_(0.5)
    save_checkpoint(tmp_path / "last.pt", TrainingState(networks.by_name()), config)
    return tmp_path / "last.pt"
