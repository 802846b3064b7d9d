"""Shared fixtures."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper
from onnx.numpy_helper import from_array

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def _interruptible() -> Iterator[None]:
    """Ctrl-C means what it says, also where the tests run as a background job that ignores it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture
def rng() -> np.random.Generator:
    """A generator that draws the same numbers in every run."""
    return np.random.default_rng(20261122)


TINY_METADATA = {
    "autochrome.contract": "1",
    "name": "tiny",
    "version": "0.1",
    "lab_convention": "cie-lab-d65-srgb",
    "multiple_of": "32",
    "default_size": "64",
    "max_size": "512",
    "trained_on": "nothing: a formula",
    "config": json.dumps({"made_by": "tests/conftest.py"}),
}


def _tiny_graph(hints: bool, z: int, confidence: bool) -> onnx.GraphProto:
    """A graph of the contract whose answer is a formula, at a quarter of the input's sides.

    L' and hints' are 4x4 means: a* = 0.4 (L' - 50), b* = 20 - 0.4 (L' - 50), each plus hints' of
    its own channel and the mean of z; confidence = 1 / (1 + exp(-L' / 50)).
    """

    def value(name: str, *shape: str | int) -> onnx.ValueInfoProto:
        return helper.make_tensor_value_info(name, TensorProto.FLOAT, list(shape))

    def mean4(source: str, target: str) -> onnx.NodeProto:
        return helper.make_node(
            "AveragePool", [source], [target], kernel_shape=[4, 4], strides=[4, 4]
        )

    f32 = np.float32
    weights = np.array([0.4, -0.4], f32).reshape(2, 1, 1, 1)
    constants = [from_array(weights, "w"), from_array(np.array([-20, 40], f32), "bias")]
    nodes = [mean4("L", "small"), helper.make_node("Conv", ["small", "w", "bias"], ["ab0"])]
    inputs, outputs = [value("L", "N", 1, "H", "W")], [value("ab", "N", 2, "h", "w")]
    last = "ab0"
    if hints:
        inputs.append(value("hints", "N", 3, "H", "W"))
        pick = np.eye(2, 3, dtype=f32).reshape(2, 3, 1, 1)
        constants.append(from_array(pick, "pick"))
        nodes += [mean4("hints", "hints4"), helper.make_node("Conv", ["hints4", "pick"], ["own"])]
        nodes.append(helper.make_node("Add", [last, "own"], [last := "ab1"]))
    if z:
        inputs.append(value("z", "N", z))
        constants.append(from_array(np.array([-1, 1, 1, 1], np.int64), "column"))
        nodes.append(helper.make_node("ReduceMean", ["z"], ["z_mean"], axes=[1], keepdims=1))
        nodes.append(helper.make_node("Reshape", ["z_mean", "column"], ["z4"]))
        nodes.append(helper.make_node("Add", [last, "z4"], [last := "ab2"]))
    nodes.append(helper.make_node("Identity", [last], ["ab"]))
    if confidence:
        outputs.append(value("confidence", "N", 1, "h", "w"))
        constants.append(from_array(np.array(0.02, f32), "slope"))
        nodes.append(helper.make_node("Mul", ["small", "slope"], ["scaled"]))
        nodes.append(helper.make_node("Sigmoid", ["scaled"], ["confidence"]))
    return helper.make_graph(nodes, "tiny", inputs, outputs, constants)


@pytest.fixture
def tiny_model(tmp_path: Path) -> Callable[..., Path]:
    """``tiny_model(hints=True, z=8, confidence=True, name=..., metadata={...})`` -> its path.

    A metadata value of None leaves the property out.
    """

    def make(
        *,
        hints: bool = True,
        z: int = 8,
        confidence: bool = True,
        name: str = "tiny.onnx",
        metadata: dict[str, str | None] | None = None,
    ) -> Path:
        graph = _tiny_graph(hints, z, confidence)
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
        stated = {**TINY_METADATA, **(metadata or {})}
        helper.set_model_props(model, {k: v for k, v in stated.items() if v is not None})
        path = tmp_path / name
        onnx.save(model, str(path))
        return path

    return make
