"""``python -m core.inference.vetting_process MODEL MEGABYTES SECONDS``: opens a model, and runs it.

The process that `core.inference.vetting` starts. It limits itself first, then opens the model and
lets it answer once, with zeros. What it finds wrong it says on standard error.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime as ort

from core.inference.memory_limit import limit_memory
from core.inference.providers import ORT_ERRORS, first_line, is_out_of_memory
from core.inference.vetting import CANNOT_OPEN, TOO_MUCH

#: A side that is free, and a batch.
_SIDE = 64


def main(arguments: Sequence[str]) -> int:
    """Open and run the model that the arguments name; returns the exit status."""
    path, megabytes, seconds = arguments
    _limit(int(megabytes), int(seconds))
    options = ort.SessionOptions()
    options.log_severity_level = 4
    options.intra_op_num_threads = 1
    options.graph_optimization_level = ort.GraphOptimizationLevel.ORT_DISABLE_ALL
    try:
        session = ort.InferenceSession(
            Path(path), options, providers=["CPUExecutionProvider"], enable_fallback=0
        )
    except ORT_ERRORS as error:
        sys.stderr.write(first_line(error))
        return CANNOT_OPEN
    feeds = {tensor.name: _zeros(tensor) for tensor in session.get_inputs()}
    # whether it answers is another question than whether that does harm: a network that takes no
    # zeros of this size is told so where it is used
    try:
        session.run(None, feeds)
    except ORT_ERRORS as error:
        sys.stderr.write(first_line(error))
        return TOO_MUCH if is_out_of_memory(error) else 0
    return 0


def _limit(megabytes: int, seconds: int) -> None:
    """A limit that the system refuses is no reason to open no model: the time is watched anyway."""
    try:
        limit_memory(megabytes << 20)
    except (ValueError, OSError) as error:
        sys.stderr.write(f"no limit of memory: {error}\n")
    if sys.platform != "win32":
        import resource  # noqa: PLC0415  (Unix has it)

        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))


def _zeros(tensor: Any) -> np.ndarray[Any, Any]:  # noqa: ANN401  (ONNX Runtime has no types)
    kinds = {"float": np.float32, "float16": np.float16, "double": np.float64, "uint8": np.uint8}
    kind = kinds.get(tensor.type.removeprefix("tensor(").removesuffix(")"), np.int64)
    shape = [
        side if isinstance(side, int) and side > 0 else (1 if axis < 2 else _SIDE)
        for axis, side in enumerate(tensor.shape)
    ]
    return np.zeros(shape, kind)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
