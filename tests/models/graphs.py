"""Foreign models without their weights: what each answers is a formula of the grey value.

Each follows a public export script (docs/models.md): names, shapes, types and scaling. `HUE` says
what a*, b* are: a* = 40 g - 10, b* = 25 - 30 g of the picture's grey code g in 0..1.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper
from onnx.numpy_helper import from_array

Side = int | str
#: a*, b* = SLOPE g + OFFSET of the grey code g.
SLOPE = np.array([40.0, -30.0], np.float32)
OFFSET = np.array([-10.0, 25.0], np.float32)


def expected_ab(grey: np.ndarray) -> np.ndarray:
    """Grey codes in 0..1 (H, W) -> a*, b* (2, H, W)."""
    ab: np.ndarray = SLOPE[:, None, None] * grey + OFFSET[:, None, None]
    return ab


def _value(name: str, shape: Sequence[Side], half: bool) -> onnx.ValueInfoProto:
    kind = TensorProto.FLOAT16 if half else TensorProto.FLOAT
    return helper.make_tensor_value_info(name, kind, list(shape))


class Graph:
    """A few nodes in a row, put together."""

    def __init__(self, *, half: bool = False) -> None:
        self.half = half
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def constant(self, value: np.ndarray | float | list[int], kind: type = np.float32) -> str:
        name = f"c{len(self.constants)}"
        kind = np.float16 if self.half and kind is np.float32 else kind
        self.constants.append(from_array(np.asarray(value, kind), name))
        return name

    def node(self, operator: str, *inputs: str, **attributes: Any) -> str:
        name = f"n{len(self.nodes)}"
        self.nodes.append(helper.make_node(operator, list(inputs), [name], **attributes))
        return name

    def channel(self, tensor: str, first: int, last: int) -> str:
        ends = [self.constant([value], np.int64) for value in (first, last, 1)]
        return self.node("Slice", tensor, *ends)

    def conv(self, tensor: str, weights: np.ndarray, bias: np.ndarray | None = None) -> str:
        """1 x 1."""
        inputs = [self.constant(weights[:, :, None, None])]
        if bias is not None:
            inputs.append(self.constant(bias))
        return self.node("Conv", tensor, *inputs)

    def save(
        self,
        path: Path,
        inputs: Mapping[str, Sequence[Side]],
        result: str,
        shape: Sequence[Side],
        *,
        output: str = "output",
        external: str | None = None,
    ) -> Path:
        self.nodes.append(helper.make_node("Identity", [result], [output]))
        graph = helper.make_graph(
            self.nodes,
            "foreign",
            [_value(name, sides, self.half) for name, sides in inputs.items()],
            [_value(output, shape, self.half)],
            self.constants,
        )
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
        onnx.checker.check_model(model)
        if external is None:
            onnx.save(model, str(path))
        else:
            onnx.save(
                model, str(path), save_as_external_data=True, location=external, size_threshold=0
            )
        return path


def ddcolor(
    path: Path,
    *,
    side: Side = 256,
    batch: Side = 1,
    half: bool = False,
    external: str | None = None,
) -> Path:
    """``input`` (N, 3, S, S), RGB of the grey in 0..1 -> ``output`` (N, 2, S, S), a*, b*."""
    graph = Graph(half=half)
    third = np.full((2, 3), 1 / 3, np.float32)
    result = graph.conv("input", SLOPE[:, None] * third, OFFSET)
    sides = (side, side) if isinstance(side, int) else ("height", "width")
    inputs = {"input": (batch, 3, *sides)}
    return graph.save(path, inputs, result, (batch, 2, *sides), external=external)


def deoldify(path: Path, *, scaling: str = "bytes", side: Side = 256) -> Path:
    """RGB in, RGB out: R = 0.9 g + 0.1, G = 0.8 g + 0.05, B = 0.5 g of the grey code g.

    ``scaling``: ``bytes`` 0..255 in and out; ``imagenet`` normalised in and out; ``unit`` 0..1. The
    answer is clamped where the public networks' is.
    """
    graph = Graph()
    tint, base = np.diag([0.9, 0.8, 0.5]), np.array([0.1, 0.05, 0.0])
    mean, std = np.array([0.485, 0.456, 0.406]), np.array([0.229, 0.224, 0.225])
    if scaling == "bytes":
        bias, ends = base * 255, (0.0, 255.0)
    elif scaling == "imagenet":
        bias, ends = (tint @ mean + base - mean) / std, (-3.0, 3.0)
    else:
        bias, ends = base, (0.0, 1.0)
    result = graph.conv("input", tint.astype(np.float32), bias.astype(np.float32))
    result = graph.node("Clip", result, *map(graph.constant, ends))
    sides = (side, side)
    return graph.save(path, {"input": (1, 3, *sides)}, result, (1, 3, *sides))


def deoldify_rgb(grey: np.ndarray) -> np.ndarray:
    """Grey codes (H, W) -> what `deoldify` makes of them, (H, W, 3)."""
    return np.stack([0.9 * grey + 0.1, 0.8 * grey + 0.05, 0.5 * grey], axis=-1)


def zhang(
    path: Path,
    *,
    low: float = 0.0,
    high: float = 100.0,
    scale: float = 1.0,
    hints: str = "",
    mask_centre: float = 0.0,
    side: int = 256,
) -> Path:
    """L* in, a*, b* out: a* = 40 l - 10, b* = 25 - 30 l of l = L* / 100.

    Args:
        low: what L* 0 is at the input; ``high`` likewise 100.
        scale: Lab units for 1 of the output.
        hints: ``""`` none; ``three`` inputs L, ab, mask; ``two`` inputs L and (ab, mask); ``one``
            input of four channels. A hint replaces the answer at its place.
        mask_centre: what is taken off the hints' mask, which else is 0 or 1.
    """
    graph = Graph()
    if hints == "one":
        L, ab, mask = (graph.channel("input", *ends) for ends in ((0, 1), (1, 3), (3, 4)))
        inputs: dict[str, Sequence[Side]] = {"input": (1, 4, side, side)}
    elif hints == "two":
        L, ab, mask = "input_l", *(graph.channel("hints", *e) for e in ((0, 2), (2, 3)))
        inputs = {"input_l": (1, 1, side, side), "hints": (1, 3, side, side)}
    elif hints == "three":
        L, ab, mask = "input_A", "input_B", "mask_B"
        inputs = {n: (1, c, side, side) for n, c in ((L, 1), (ab, 2), (mask, 1))}
    else:
        L, ab, mask, inputs = "input", "", "", {"input": (1, 1, side, side)}
    slope = SLOPE / (high - low) / scale
    result = graph.conv(L, slope[:, None], OFFSET / np.float32(scale) - slope * np.float32(low))
    if scale > 1:  # a hyperbolic tangent, which this is near to in the middle
        result = graph.node("Clip", result, graph.constant(-1.0), graph.constant(1.0))
    if mask:
        if mask_centre:
            mask = graph.node("Add", mask, graph.constant(mask_centre))
        free = graph.node("Sub", graph.constant(1.0), mask)
        result = graph.node("Add", graph.node("Mul", result, free), graph.node("Mul", ab, mask))
    return graph.save(path, inputs, result, (1, 2, side, side))
