"""``python -m training.scans pages|train|export|draw``: the model of prints on scanned pages."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Final

import cv2
import numpy as np

from training.config import ConfigError, ScansConfig, load_scans_config
from training.data.cache import CacheError, PhotoCache
from training.engine.onnx_export import ExportError
from training.models.loading import CheckpointError
from training.scans.export import export_refiner
from training.scans.pages import page
from training.scans.photos import PrintPhotos
from training.scans.prepare import write_pages
from training.scans.train import ScansTrainer

_FAILURES: Final = (ConfigError, CheckpointError, CacheError, ExportError, FileNotFoundError)
_DRAWN: Final = (900, 655)


def main(argv: list[str] | None = None) -> int:
    """Command line; exit status: 0 complete, 1 failed, 3 stopped early (run it again)."""
    args = _parse(argv)
    try:
        status: int = args.run_command(args)
    except _FAILURES as error:
        print(f"scans: {error}", file=sys.stderr)  # noqa: T201 - a command line speaks
        return 1
    return status


def _pages(args: argparse.Namespace) -> int:
    config = load_scans_config(args.config, args.set)
    PhotoCache(args.cache, "train")  # its absence is said before processes are started
    held = write_pages(
        args.cache,
        _folder(config, args),
        seed=config.seed,
        count=config.drawn,
        side=(config.shortest, config.longest),
        processes=args.processes,
    )
    print(f"{held} pages hold a print")  # noqa: T201
    return 0


def _train(args: argparse.Namespace) -> int:
    config = load_scans_config(args.config, args.set)
    folder = args.run or Path("runs") / config.name
    trainer = ScansTrainer(config, folder, _folder(config, args))
    if not trainer.resume() and args.start is not None:
        trainer.start_from(args.start)
    return 0 if trainer.fit_for(args.max_minutes) else 3


def _folder(config: ScansConfig, args: argparse.Namespace) -> Path:
    return args.pages or Path(config.pages)


def _export(args: argparse.Namespace) -> int:
    worst = export_refiner(args.checkpoint, args.target, trained_on=args.trained_on)
    print(f"{args.target}: {args.target.stat().st_size / 1e6:.2f} MB, {worst:.2g} from PyTorch")  # noqa: T201
    return 0


def _draw(args: argparse.Namespace) -> int:
    photos = PrintPhotos(PhotoCache(args.cache, "train"))
    args.out.mkdir(parents=True, exist_ok=True)
    for number in range(args.count):
        made = page(np.random.default_rng((args.seed, number)), photos, _DRAWN)
        picture = np.ascontiguousarray(made.pixels[..., ::-1])
        if not cv2.imwrite(str(args.out / f"{number:03}.png"), picture):
            raise FileNotFoundError(f"{args.out} could not be written to: choose another folder.")
    return 0


def _parse(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="training.scans", description=__doc__)
    commands = parser.add_subparsers(required=True)
    pages = commands.add_parser("pages", help="draw the pages that are learnt from")
    _takes_recipe(pages)
    pages.add_argument("--cache", type=Path, default=Path("cache/photos"), help="photographs")
    pages.add_argument("--processes", type=int, default=2)
    pages.set_defaults(run_command=_pages)
    train = commands.add_parser("train", help="train the recipe, or go on with it")
    _takes_recipe(train)
    train.add_argument("--run", type=Path, help="folder of the run (default: runs/<name>)")
    train.add_argument(
        "--start", type=Path, help="a checkpoint whose weights a new run begins with"
    )
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


def _takes_recipe(command: argparse.ArgumentParser) -> None:
    command.add_argument("config", type=Path, help="training/configs/scans.toml")
    command.add_argument("--set", action="append", default=[], metavar="KEY=VALUE")
    command.add_argument("--pages", type=Path, help="folder of pages, in place of the recipe's")


if __name__ == "__main__":
    sys.exit(main())
