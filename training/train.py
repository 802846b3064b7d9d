"""Train a recipe.

    python -m training.train training/configs/smoke.toml [--run runs/smoke] [--max-minutes 60]

The same command goes on where the run stopped. Ctrl-C saves and stops.
"""

from __future__ import annotations

import argparse
import sys
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from lightning_fabric import Fabric
from lightning_fabric.strategies.ddp import DDPStrategy
from rich.console import Console

from training.config import ConfigError, RunConfig, load_config
from training.data.cache import PhotoCache
from training.engine.loop import Trainer
from training.engine.monitor import Monitor
from training.engine.step import TrainingError
from training.engine.stop_signals import StopRequest
from training.models.loading import CheckpointError
from training.plots import write_plots

Inputs = TypeVar("Inputs")


def build_fabric(config: RunConfig, accelerator: str, devices: int) -> Fabric:
    """GPU where there is one, CPU otherwise; several processes by DDP."""
    # a GAN runs D three times a step and leaves parts unused: buffers must not be synced in between
    strategy = (
        DDPStrategy(broadcast_buffers=False, find_unused_parameters=True) if devices > 1 else "auto"
    )
    fabric = Fabric(
        accelerator=accelerator, strategy=strategy, devices=devices, precision=config.precision
    )
    # Fabric would round the inputs to the half precision too: L* of 71.3 would be 71.5 in bfloat16.
    # Autocast alone rounds inside the network, after L* has been centred and scaled.
    fabric.strategy.precision.convert_input = _unrounded  # type: ignore[method-assign]
    return fabric


def _unrounded(data: Inputs) -> Inputs:
    return data


def train(
    config: RunConfig,
    folder: Path,
    fabric: Fabric,
    *,
    max_minutes: float | None = None,
    state: Path | None = None,
) -> bool:
    """Run or go on with a recipe, in its folder or from a portable state; True when complete."""
    cache = Path(config.data.cache)
    photos, validation = PhotoCache(cache, "train"), PhotoCache(cache, "val")
    fabric.launch()
    folder.mkdir(parents=True, exist_ok=True)
    stop = StopRequest()
    if max_minutes is not None:
        stop.deadline = time.monotonic() + max_minutes * 60
    first = fabric.is_global_zero
    monitor = Monitor(folder, validation, config.evaluate_photos, config.log_every, active=first)
    with closing(monitor):
        trainer = Trainer(config, folder, fabric, photos, monitor, stop)
        trainer.resume(state)
        complete = trainer.fit()
        monitor.evaluate(trainer.networks.ema.module, trainer.progress)
    if first:
        write_plots(folder)
    return complete


def main(argv: list[str] | None = None) -> int:
    """Command line; exit status: 0 complete, 1 failed, 3 stopped early (run it again)."""
    parser = argparse.ArgumentParser(prog="training.train", description=__doc__)
    parser.add_argument("config", type=Path, help="a recipe, e.g. training/configs/autochrome.toml")
    parser.add_argument("--run", type=Path, help="folder of the run (default: runs/<name>)")
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="KEY=VALUE",
        help="a setting in place of the recipe's, e.g. stages.learn.images=40_000",
    )
    parser.add_argument("--ablation", metavar="NAME", help="one of the recipe's [ablations]")
    parser.add_argument("--cache", help="folder of photographs, in place of the recipe's")
    parser.add_argument("--state", type=Path, help="portable state that a new folder begins with")
    parser.add_argument("--max-minutes", type=float, help="save and stop after this long")
    parser.add_argument("--accelerator", default="auto", help="auto, cpu, cuda, mps")
    parser.add_argument("--devices", type=int, default=1, help="processes, one for each device")
    args = parser.parse_args(argv)
    console = Console(stderr=True, soft_wrap=True)
    try:
        config = load_config(args.config, args.set, ablation=args.ablation)
        if args.cache is not None:
            config = replace(config, data=replace(config.data, cache=args.cache))
        folder = args.run or Path("runs") / config.name
        fabric = build_fabric(config, args.accelerator, args.devices)
        complete = train(config, folder, fabric, max_minutes=args.max_minutes, state=args.state)
    except (ConfigError, CheckpointError, TrainingError, FileNotFoundError) as error:
        console.print(f"training: {error}", style="red", highlight=False)
        return 1
    if complete or not fabric.is_global_zero:  # the launcher kills all when a child ends with 3
        return 0
    console.print(f"Stopped. The same command goes on from {folder / 'last.pt'}.")
    return 3


if __name__ == "__main__":
    sys.exit(main())
