"""ONNX files of small networks: written, compared with PyTorch, with their digest beside them."""

from __future__ import annotations

import hashlib
import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import numpy as np
import onnx
import onnxruntime as ort
import torch
from onnx import numpy_helper
from torch import Tensor, nn

OPSET: Final = 18


class ExportError(RuntimeError):
    """The exported file does not do what the network does."""


def export_small(
    network: nn.Module,
    target: Path,
    *,
    examples: Sequence[Tensor],
    names: tuple[str, str],
    facts: Mapping[str, str],
    tolerance: float,
    half: bool = False,
) -> float:
    """Network in eval mode -> verified .onnx with its .sha256; the largest difference from it.

    Args:
        network: one picture (N, C, H, W) in, one (N, ...) out; N, H and W stay free.
        target: the file; as it was, where an error is raised.
        examples: pictures of different sizes that both are asked about.
        names: of the input and the output.
        facts: metadata properties.
        tolerance: the largest difference that is allowed.
        half: whether weights are kept in 16 bits, and widened when the file is opened.

    Raises:
        ExportError: the file does not agree with PyTorch.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=target.parent) as folder:
        draft = Path(folder) / target.name
        _write(network, draft, examples[0], names)
        model = onnx.load(draft)
        if half:
            _halve(model)
        onnx.helper.set_model_props(model, dict(facts))
        onnx.checker.check_model(model, full_check=True)
        onnx.save(model, draft)
        worst = max(_difference(network, draft, example, names) for example in examples)
        if worst > tolerance:
            raise ExportError(f"{target.name} differs from PyTorch by {worst:.3g}.")
        draft.replace(target)
    write_sha256(target)
    return worst


def write_sha256(path: Path) -> str:
    """``<stem>.sha256`` beside the model, as sha256sum writes it; returns the digest."""
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    path.with_suffix(".sha256").write_text(f"{digest}  {path.name}\n", encoding="utf-8")
    return digest


def _write(network: nn.Module, path: Path, example: Tensor, names: tuple[str, str]) -> None:
    axes = {name: {0: "N", 2: "H", 3: "W"} for name in names}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the tracing exporter announces its successor
        torch.onnx.export(
            network,
            (example,),
            f=str(path),
            input_names=[names[0]],
            output_names=[names[1]],
            dynamic_axes=axes,
            opset_version=OPSET,
            dynamo=False,
        )


def _halve(model: onnx.ModelProto) -> None:
    """Convolutions' weights in 16 bits, each widened by a Cast."""
    graph: Any = model.graph
    for tensor in [*graph.initializer]:
        if tensor.data_type != onnx.TensorProto.FLOAT or len(tensor.dims) < 2:
            continue
        values = numpy_helper.to_array(tensor).astype(np.float16)
        graph.initializer.remove(tensor)
        graph.initializer.append(numpy_helper.from_array(values, f"{tensor.name}.half"))
        cast = onnx.helper.make_node(
            "Cast", [f"{tensor.name}.half"], [tensor.name], to=onnx.TensorProto.FLOAT
        )
        graph.node.insert(0, cast)


def _difference(network: nn.Module, path: Path, example: Tensor, names: tuple[str, str]) -> float:
    session = ort.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    answer = session.run([names[1]], {names[0]: example.numpy()})[0]
    with torch.inference_mode():
        expected = network(example).numpy()
    return float(np.abs(answer - expected).max())
