"""The bundled model: its bins and features change nothing of its answer."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
import onnxruntime as ort
import pytest

from core.inference.model_file import load_model_spec
from core.inference.model_spec import bundled_model

Arrays = dict[str, npt.NDArray[np.float32]]


@pytest.fixture(scope="module")
def inputs() -> Arrays:
    rng = np.random.default_rng(70)
    hints = np.zeros((1, 3, 64, 96), np.float32)
    hints[0, :, 10:14, 10:14] = np.array([30, -20, 1])[:, None, None]
    L = rng.random((1, 1, 64, 96), np.float32) * 100
    return {"L": L, "hints": hints, "z": rng.standard_normal((1, 8)).astype(np.float32)}


def answer(path: Path | bytes, inputs: Arrays) -> npt.NDArray[np.float32]:
    session = ort.InferenceSession(path, providers=["CPUExecutionProvider"])
    ab: npt.NDArray[np.float32] = session.run(["ab"], inputs)[0]
    return ab


def test_it_has_bins_and_features() -> None:
    spec = load_model_spec(bundled_model())
    assert (spec.contract, spec.has_features, len(spec.bin_colors)) == (2, True, 261)
    assert (0.0, 0.0) in spec.bin_colors


@pytest.mark.slow
def test_without_them_its_colours_are_the_same_to_the_bit(inputs: Arrays) -> None:
    model = onnx.load(bundled_model())
    kept = [output for output in model.graph.output if output.name in {"ab", "confidence"}]
    assert len(kept) == 2
    del model.graph.output[:]
    model.graph.output.extend(kept)
    ours = answer(bundled_model(), inputs)
    np.testing.assert_array_equal(ours, answer(model.SerializeToString(), inputs))
