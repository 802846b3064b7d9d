"""Export of the finder of prints by the contract of `core.inference.print_model`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch

from core.inference.print_model import CONTRACT
from training.engine.onnx_export import export_small
from training.models.loading import CheckpointError, load_content
from training.models.print_finder import MULTIPLE_OF, STRIDE, PrintFinder

#: Largest difference of a map from PyTorch: a fraction of a pixel or of a degree. Weights are kept
#: in 16 bits.
TOLERANCE = 2.0


def load_finder(path: Path) -> tuple[dict[str, Any], PrintFinder]:
    """A checkpoint's content and the moving average of its network, in eval mode.

    Raises:
        FileNotFoundError: there is no such file.
        CheckpointError: it is something else.
    """
    content = load_content(path)
    try:
        finder = PrintFinder(tuple(content["config"]["channels"]))
        finder.load_state_dict(content["ema"])
    except (KeyError, RuntimeError, TypeError) as error:
        raise CheckpointError(f"{path} is no checkpoint of training.scans.") from error
    return content, finder.eval()


def export_finder(checkpoint: Path, target: Path, *, trained_on: str) -> float:
    """Checkpoint -> verified .onnx with its .sha256; returns the largest difference from PyTorch.

    Raises:
        ExportError: the file does not agree with PyTorch; ``target`` is as it was.
    """
    content, finder = load_finder(checkpoint)
    draw = torch.Generator().manual_seed(1)
    sizes = ((3 * MULTIPLE_OF, 4 * MULTIPLE_OF), (2 * MULTIPLE_OF, 2 * MULTIPLE_OF))
    facts = {
        "autochrome.print_contract": CONTRACT,
        "name": str(content["config"]["name"]),
        "version": str(content["config"]["version"]),
        "multiple_of": str(MULTIPLE_OF),
        "stride": str(STRIDE),
        "side": str(content["config"]["side"]),
        "trained_on": trained_on,
        "images": str(content["progress"]["images"]),
    }
    return export_small(
        finder.requires_grad_(requires_grad=False),
        target,
        examples=[torch.rand(1, 3, *size, generator=draw) for size in sizes],
        names=("rgb", "prints"),
        facts=facts,
        tolerance=TOLERANCE,
        half=True,
    )
