"""``python -m training.scans train|export|draw``: the finder of prints on scanned pages."""

from __future__ import annotations

import argparse
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Final

import cv2
import numpy as np

from training.config import ConfigError, load_scans_config
from training.data.cache import CacheError, PhotoCache
from training.engine.onnx_export import ExportError
from training.models.loading import CheckpointError
from training.scans.export import export_finder
from training.scans.pages import page
from training.scans.train import ScansTrainer

_FAILURES: Final = (ConfigError, CheckpointError, CacheError, ExportError, FileNotFoundError)
_DRAWN: Final = (384, 288)


def main(argv: list[str] | None = None) -> int:
    """Command line; exit status: 0 complete, 1 failed, 3 stopped early (run it again)."""
    args = _parse(argv)
    try:
        status: int = args.run_command(args)
    except _FAILURES as error:
        print(f"scans: {error}", file=sys.stderr)  # noqa: T201 - a command line speaks
        return 1
    return status


def _train(args: argparse.Namespace) -> int:
    config = load_scans_config(args.config, args.set)
    if args.cache is not None:
        config = replace(config, cache=args.cache)
    folder = args.run or Path("runs") / config.name
    trainer = ScansTrainer(config, folder, PhotoCache(Path(config.cache), "train"))
    if args.max_minutes is not None:
        trainer.stop.deadline = time.monotonic() + args.max_minutes * 60
    trainer.resume()
    return 0 if trainer.fit() else 3


def _export(args: argparse.Namespace) -> int:
    worst = export_finder(args.checkpoint, args.target, trained_on=args.trained_on)
    print(f"{args.target}: {args.target.stat().st_size / 1e6:.2f} MB, {worst:.2g} from PyTorch")  # noqa: T201
    return 0


def _draw(args: argparse.Namespace) -> int:
    cache = PhotoCache(args.cache, "train")
    args.out.mkdir(parents=True, exist_ok=True)
    for number in range(args.count):
        made = page(np.random.default_rng((args.seed, number)), cache, _DRAWN)  # type: ignore[arg-type]
        picture = np.ascontiguousarray(made.pixels[..., ::-1])
        if not cv2.imwrite(str(args.out / f"{number:03}.png"), picture):
            raise FileNotFoundError(f"{args.out} could not be written to: choose another folder.")
    return 0


def _parse(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="training.scans", description=__doc__)
    commands = parser.add_subparsers(required=True)
    train = commands.add_parser("train", help="train the recipe, or go on with it")
    train.add_argument("config", type=Path, help="training/configs/scans.toml")
    train.add_argument("--run", type=Path, help="folder of the run (default: runs/<name>)")
    train.add_argument("--set", action="append", default=[], metavar="KEY=VALUE")
    train.add_argument("--cache", help="folder of photographs, in place of the recipe's")
    train.add_argument("--max-minutes", type=float, help="save and stop after this long")
    train.set_defaults(run_command=_train)
    export = commands.add_parser("export", help="write the .onnx of a checkpoint")
    export.add_argument("checkpoint", type=Path)
    export.add_argument("target", type=Path, help="resources/model/prints.onnx")
    export.add_argument("--trained-on", default="unnamed photographs")
    export.set_defaults(run_command=_export)
    draw = commands.add_parser("draw", help="made-up pages, to look at")
    draw.add_argument("out", type=Path, help="a folder")
    draw.add_argument("--cache", type=Path, default=Path("cache/photos"))
    draw.add_argument("--count", type=int, default=20)
    draw.add_argument("--seed", type=int, default=1)
    draw.set_defaults(run_command=_draw)
    return parser.parse_args(argv)


if __name__ == "__main__":
    sys.exit(main())
