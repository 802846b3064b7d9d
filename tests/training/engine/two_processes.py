"""What `test_distributed` runs twice over: ``python two_processes.py CACHE FOLDER``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import torch

from training.config import (
    DataConfig,
    DiscriminatorConfig,
    GeneratorConfig,
    RunConfig,
    StageConfig,
)
from training.data.cache import PhotoCache
from training.engine import loop
from training.engine.checkpoint import save_checkpoint
from training.engine.loop import Trainer
from training.engine.monitor import Monitor
from training.train import build_fabric


def recipe(cache: str) -> RunConfig:
    """9 images in pairs of 1 + 1: one is left over. Then the adversary, twice."""
    l1 = StageConfig("l1", {"l1": 1.0}, size=256, batch_size=1, images=9, clip_norm=1.0)
    gan = {"gan": 1.0, "l1": 1.0}
    return RunConfig(
        "ddp",
        DataConfig(cache, workers=0),
        GeneratorConfig("unet", channels=2, noise_size=2),
        (l1, *(StageConfig(n, gan, size=256, batch_size=2, images=8) for n in ("gan", "more"))),
        DiscriminatorConfig(layers=1, channels=4),
        log_every=1,
        evaluate_every=9,
        evaluate_photos=1,
    )


def build(config: RunConfig, folder: Path, fabric: Any) -> Trainer:
    cache = Path(config.data.cache)
    monitor = Monitor(folder, PhotoCache(cache, "val"), 1, 1, active=fabric.is_global_zero)
    return Trainer(config, folder, fabric, PhotoCache(cache, "train"), monitor)


def main(cache: str, folder: Path) -> None:
    """Stop in the first stage because the second process alone was asked to; then go on."""
    torch.set_num_threads(1)
    config = recipe(cache)
    fabric = build_fabric(config, "cpu", 2)
    fabric.launch()
    rank = fabric.global_rank
    saved: list[str] = []

    def noted(path: Path, *rest: Any) -> None:
        saved.append(str(path))
        save_checkpoint(path, *rest)

    vars(loop)["save_checkpoint"] = noted

    first = build(config, folder, fabric)
    step = first.monitor.step

    def watched(progress: Any, *args: Any) -> None:
        step(progress, *args)
        first.stop.asked |= rank == 1 and progress.steps == 2

    vars(first.monitor)["step"] = watched
    stopped = not first.fit()
    steps = first.progress.steps
    fabric.barrier()
    second = build(config, folder, fabric)
    second.resume()
    complete = second.fit()
    for trainer in (first, second):
        trainer.monitor.close()
    facts = {"stopped": stopped, "stopped_at": steps, "complete": complete, "saved": saved}
    facts["steps"] = second.progress.steps
    facts["world_size"] = fabric.world_size
    weights = {
        f"{network}.{name}": parameter.detach()
        for network in ("generator", "discriminator")
        for name, parameter in getattr(second.networks, network).named_parameters()
    }
    torch.save({"facts": facts, "weights": weights}, folder / f"rank{rank}.pt")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
