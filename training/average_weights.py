"""The mean of a model's weights and of those that went on from it: a model soup.

    python -m training.average_weights runs/a/last.pt runs/b/last.pt --out runs/mean/last.pt

Runs that begin with the same weights end in one valley of the loss, and the middle of it is as
good a place as any of theirs or a better one (Wortsman et al., Model soups, 2022). What comes out
is a checkpoint to evaluate, to export and to start from.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import torch

from core.files.atomic import atomic_file
from training.engine.checkpoint import Progress
from training.engine.initial_weights import InitialWeights, load_initial_weights
from training.engine.weight_averaging import Weights, mean_weights
from training.models.loading import CheckpointError, load_content, load_generator, load_weights


def average_checkpoints(base: Path, branches: Sequence[Path]) -> dict[str, Any]:
    """Content of a checkpoint: the means, and the images and minutes of all together.

    Args:
        base: the checkpoint, or exported .onnx, that the branches began with.
        branches: checkpoints of the runs that went on from there.

    Raises:
        FileNotFoundError: there is no such file.
        CheckpointError: it is something else, or of another network.
    """
    paths = [base, *branches]
    starts = [load_initial_weights(path) for path in paths]
    generator = load_generator(branches[-1])
    weights: list[Weights] = []
    for path, start in zip(paths, starts, strict=True):
        load_weights(generator, start.generator, path)
        weights.append({name: tensor.clone() for name, tensor in generator.state_dict().items()})
    averaged = mean_weights(weights)
    content: dict[str, Any] = {"generator": averaged, "ema": averaged}
    if encoders := [start.latent_encoder for start in starts if start.latent_encoder]:
        content["latent_encoder"] = mean_weights(encoders)
    content["progress"] = asdict(total_progress(*starts))
    content["config"] = joined_config([load_content(path)["config"] for path in branches])
    return content


def total_progress(base: InitialWeights, *branches: InitialWeights) -> Progress:
    """What is behind the base, and what each branch added to it."""

    def total(name: str) -> float:
        first: float = getattr(base.progress, name)
        later: list[float] = [getattr(branch.progress, name) for branch in branches]
        return first + sum(each - first for each in later)

    return Progress(
        images=int(total("images")),
        minutes=total("minutes"),
        cpu_minutes=total("cpu_minutes"),
    )


def joined_config(configs: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """The last branch's recipe with the stages of all, each by the name of its own recipe."""
    stages = [
        stage | {"name": f"{config['name']}: {stage['name']}"}
        for config in configs
        for stage in config["stages"]
    ]
    name = " and ".join(("mean of the start", *(config["name"] for config in configs)))
    return configs[-1] | {"name": name, "stages": stages}


def main(argv: list[str] | None = None) -> int:
    """Command line; exit status 1 where a checkpoint cannot be used."""
    parser = argparse.ArgumentParser(
        prog="training.average_weights",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("base", type=Path, help="*.pt or *.onnx that the branches began with")
    parser.add_argument("branches", type=Path, nargs="+", help="*.pt of the runs from there on")
    parser.add_argument("--out", type=Path, required=True, help="the .pt to write")
    args = parser.parse_args(argv)
    try:
        content = average_checkpoints(args.base, args.branches)
    except (CheckpointError, FileNotFoundError) as error:
        print(f"training.average_weights: {error}", file=sys.stderr)  # noqa: T201 - a command line speaks
        return 1
    args.out.parent.mkdir(parents=True, exist_ok=True)
    with atomic_file(args.out, overwrite=True) as stream:
        torch.save(content, stream)
    return 0


if __name__ == "__main__":
    sys.exit(main())
