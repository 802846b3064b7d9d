"""Export of the detector of damage by the contract of `core.inference.damage_model`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import dacite
import torch

from core.color import LAB_CONVENTION
from core.inference.damage_model import CONTRACT
from training.config import DetectorConfig
from training.engine.onnx_export import export_small
from training.models.damage_detector import DamageDetector, ExportedDetector
from training.models.loading import CheckpointError, load_content

#: Largest difference of damage, 0..1, from PyTorch.
TOLERANCE = 0.01


def load_detector(path: Path) -> tuple[dict[str, Any], DamageDetector]:
    """A checkpoint's content and the moving average of its network, in eval mode.

    Raises:
        FileNotFoundError: there is no such file.
        CheckpointError: it is something else.
    """
    content = load_content(path)
    try:
        config = dacite.from_dict(
            DetectorConfig, content["config"]["detector"], dacite.Config(cast=[tuple])
        )
        detector = DamageDetector(config)
        detector.load_state_dict(content["ema"])
    except (KeyError, RuntimeError, dacite.DaciteError) as error:
        raise CheckpointError(f"{path} is no checkpoint of training.repair.") from error
    return content, detector.eval()


def export_detector(checkpoint: Path, target: Path, *, threshold: float, trained_on: str) -> float:
    """Checkpoint -> verified .onnx with its .sha256; returns the largest difference from PyTorch.

    Raises:
        ExportError: the file does not agree with PyTorch; ``target`` is as it was.
    """
    content, detector = load_detector(checkpoint)
    exported = ExportedDetector(detector).eval().requires_grad_(requires_grad=False)
    side = detector.multiple_of
    draw = torch.Generator().manual_seed(side)
    examples = [
        torch.rand(1, 1, *size, generator=draw) * 100
        for size in ((4 * side, 6 * side), (64, 64), (160, 240))
    ]
    facts = {
        "autochrome.damage_contract": CONTRACT,
        "name": str(content["config"]["name"]),
        "version": str(content["config"]["version"]),
        "lab_convention": LAB_CONVENTION,
        "multiple_of": str(detector.multiple_of),
        "threshold": f"{threshold:g}",
        "trained_on": trained_on,
        "images": str(content["progress"]["images"]),
    }
    return export_small(
        exported,
        target,
        examples=examples,
        names=("L", "damage"),
        facts=facts,
        tolerance=TOLERANCE,
    )
