"""Export of the detector of damage by the contract of `core.inference.damage_model`."""

from __future__ import annotations

import warnings
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import dacite
import numpy as np
import onnx
import onnxruntime as ort
import torch

from core.color import LAB_CONVENTION
from core.inference.damage_model import CONTRACT
from training.config import DetectorConfig
from training.export_onnx import OPSET, ExportError, write_sha256
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
    target.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=target.parent) as folder:
        draft = Path(folder) / target.name
        _write(exported, draft)
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
        model = onnx.load(draft)
        onnx.helper.set_model_props(model, facts)
        onnx.checker.check_model(model, full_check=True)
        onnx.save(model, draft)
        worst = max(_difference(exported, draft, *size) for size in ((64, 64), (160, 240)))
        if worst > TOLERANCE:
            raise ExportError(f"{target.name} differs from PyTorch by {worst:.3g}.")
        draft.replace(target)
    write_sha256(target)
    return worst


def _write(exported: ExportedDetector, path: Path) -> None:
    side = exported.detector.multiple_of
    axes = {name: {0: "N", 2: "H", 3: "W"} for name in ("L", "damage")}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the tracing exporter announces its successor
        torch.onnx.export(
            exported,
            (torch.rand(1, 1, 4 * side, 6 * side) * 100,),
            f=str(path),
            input_names=["L"],
            output_names=["damage"],
            dynamic_axes=axes,
            opset_version=OPSET,
            dynamo=False,
        )


def _difference(exported: ExportedDetector, path: Path, height: int, width: int) -> float:
    draw = torch.Generator().manual_seed(height)
    L = torch.rand(1, 1, height, width, generator=draw) * 100
    session = ort.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    damage = session.run(["damage"], {"L": L.numpy()})[0]
    with torch.inference_mode():
        expected = exported(L).numpy()
    return float(np.abs(damage - expected).max())
