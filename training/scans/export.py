"""Export of the model of prints by the contract of `core.inference.print_model`."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import torch

from core.inference.print_model import CONTRACT
from core.scans.crops import SIZE
from training.engine.onnx_export import export_small
from training.models.loading import CheckpointError, load_content
from training.models.print_refiner import PrintAnswers, PrintRefiner

#: Largest difference from PyTorch, of a place in pixels and of a score: weights have 16 bits.
TOLERANCE: Final = 0.5


def load_refiner(path: Path) -> tuple[dict[str, Any], PrintRefiner]:
    """A checkpoint's content and the moving average of its network, in eval mode.

    Raises:
        FileNotFoundError: there is no such file.
        CheckpointError: it is something else.
    """
    content = load_content(path)
    try:
        refiner = PrintRefiner(tuple(content["config"]["channels"]))
        refiner.load_state_dict(content["ema"])
    except (KeyError, RuntimeError, TypeError) as error:
        raise CheckpointError(f"{path} is no checkpoint of training.scans.") from error
    return content, refiner.eval()


def export_refiner(checkpoint: Path, target: Path, *, trained_on: str) -> float:
    """Checkpoint -> verified .onnx with its .sha256; returns the largest difference from PyTorch.

    Raises:
        ExportError: the file does not agree with PyTorch; ``target`` is as it was.
    """
    content, refiner = load_refiner(checkpoint)
    draw = torch.Generator().manual_seed(1)
    facts = {
        "autochrome.print_contract": CONTRACT,
        "name": str(content["config"]["name"]),
        "version": str(content["config"]["version"]),
        "size": str(SIZE),
        "trained_on": trained_on,
        "pages": str(content["progress"]["images"]),
    }
    examples = [torch.rand(n, 4, SIZE, SIZE, generator=draw) * 2 - 1 for n in (1, 3)]
    return export_small(
        PrintAnswers(refiner.requires_grad_(requires_grad=False)).eval(),
        target,
        examples=examples,
        names=("crops", "prints"),
        facts=facts,
        tolerance=TOLERANCE,
        half=True,
    )
