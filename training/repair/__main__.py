"""``python -m training.repair train|export|evaluate|gallery``: the detector of damage."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path
from typing import Final

import cv2
import numpy as np

from core.errors import ModelError
from core.inference.damage_model import open_damage_model
from training.config import ConfigError, load_repair_config
from training.data.cache import CacheError, PhotoCache
from training.engine.onnx_export import ExportError
from training.models.loading import CheckpointError
from training.repair.evaluate import evaluate
from training.repair.export import export_detector
from training.repair.gallery import gallery
from training.repair.train import RepairTrainer

_FAILURES: Final = (
    ConfigError, CheckpointError, CacheError, ModelError, ExportError, FileNotFoundError,
)  # fmt: skip


def main(argv: list[str] | None = None) -> int:
    """Command line; exit status: 0 complete, 1 failed, 3 stopped early (run it again)."""
    args = _parse(argv)
    try:
        status: int = args.run_command(args)
    except _FAILURES as error:
        print(f"repair: {error}", file=sys.stderr)  # noqa: T201 - a command line speaks
        return 1
    return status


def _train(args: argparse.Namespace) -> int:
    config = load_repair_config(args.config, args.set)
    if args.cache is not None:
        config = replace(config, cache=args.cache)
    folder = args.run or Path("runs") / config.name
    trainer = RepairTrainer(config, folder, PhotoCache(Path(config.cache), "train"))
    trainer.resume()
    return 0 if trainer.fit_for(args.max_minutes) else 3


def _export(args: argparse.Namespace) -> int:
    worst = export_detector(
        args.checkpoint, args.target, threshold=args.threshold, trained_on=args.trained_on
    )
    print(f"{args.target}: {args.target.stat().st_size / 1e6:.2f} MB, {worst:.2g} from PyTorch")  # noqa: T201
    return 0


def _evaluate(args: argparse.Namespace) -> int:
    tables = evaluate(open_damage_model(args.model), PhotoCache(args.cache, "val"), args.photos)
    if args.out is None:
        print(tables)  # noqa: T201
    else:
        args.out.write_text(tables, encoding="utf-8")
    return 0


def _gallery(args: argparse.Namespace) -> int:
    picture = gallery(open_damage_model(args.model))
    if not cv2.imwrite(str(args.out), np.ascontiguousarray(picture[..., ::-1])):
        raise FileNotFoundError(f"{args.out} could not be written: choose another folder.")
    return 0


def _parse(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="training.repair", description=__doc__)
    commands = parser.add_subparsers(required=True)
    train = commands.add_parser("train", help="train the recipe, or go on with it")
    train.add_argument("config", type=Path, help="training/configs/repair.toml")
    train.add_argument("--run", type=Path, help="folder of the run (default: runs/<name>)")
    train.add_argument("--set", action="append", default=[], metavar="KEY=VALUE")
    train.add_argument("--cache", help="folder of photographs, in place of the recipe's")
    train.add_argument("--max-minutes", type=float, help="save and stop after this long")
    train.set_defaults(run_command=_train)
    export = commands.add_parser("export", help="write the .onnx of a checkpoint")
    export.add_argument("checkpoint", type=Path)
    export.add_argument("target", type=Path, help="resources/model/repair.onnx")
    export.add_argument("--threshold", type=float, default=0.6)
    export.add_argument("--trained-on", default="unnamed photographs")
    export.set_defaults(run_command=_export)
    measure = commands.add_parser("evaluate", help="detection, false alarms and filling, as tables")
    measure.add_argument("model", type=Path, nargs="?", help="an .onnx; none is the bundled one")
    measure.add_argument("--cache", type=Path, default=Path("cache/photos"))
    measure.add_argument("--photos", type=int, default=300)
    measure.add_argument("--out", type=Path, help="a Markdown file, instead of standard output")
    measure.set_defaults(run_command=_evaluate)
    pictures = commands.add_parser("gallery", help="damaged, found and repaired photographs")
    pictures.add_argument("out", type=Path, help="a JPEG or PNG")
    pictures.add_argument("--model", type=Path, help="an .onnx; none is the bundled one")
    pictures.set_defaults(run_command=_gallery)
    return parser.parse_args(argv)


if __name__ == "__main__":
    sys.exit(main())
