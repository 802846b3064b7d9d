"""A detector of damage that anybody can predict: what is brighter than L* 95 is damage."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import numpy as np
import onnx
from onnx import TensorProto, helper
from onnx.numpy_helper import from_array

METADATA: Final[Mapping[str, str | None]] = {
    "autochrome.damage_contract": "1",
    "name": "tiny",
    "version": "1.0",
    "lab_convention": "cie-lab-d65-srgb",
    "multiple_of": "16",
    "threshold": "0.5",
    "trained_on": "nothing",
}


def write_detector(
    path: Path, *, output: str = "damage", metadata: Mapping[str, str | None] | None = None
) -> Path:
    """Write it; a metadata value of None leaves the property out."""
    constants = {"least": 95.0, "slope": 4.0}
    nodes = [
        helper.make_node("Sub", ["L", "least"], ["above"]),
        helper.make_node("Mul", ["above", "slope"], ["logit"]),
        helper.make_node("Sigmoid", ["logit"], [output]),
    ]
    picture: list[str | int | None] = ["N", 1, "H", "W"]
    values = {
        name: helper.make_tensor_value_info(name, TensorProto.FLOAT, picture)
        for name in ("L", output)
    }
    graph = helper.make_graph(
        nodes,
        "tiny",
        [values["L"]],
        [values[output]],
        [from_array(np.array(number, np.float32), name) for name, number in constants.items()],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
    stated = {**METADATA, **(metadata or {})}
    helper.set_model_props(model, {key: word for key, word in stated.items() if word is not None})
    onnx.save(model, str(path))
    return path
