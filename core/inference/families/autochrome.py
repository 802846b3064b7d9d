"""This program's own family: the contract of `core.inference.model_spec`."""

from __future__ import annotations

from typing import cast

import numpy as np
import onnxruntime as ort

from core.color import F32
from core.inference.model_spec import ModelSpec
from core.inference.network import Answer


class ContractNetwork:
    """A `core.inference.network.Network` that follows the contract."""

    def __init__(self, inference: ort.InferenceSession, spec: ModelSpec) -> None:
        self._inference, self._spec = inference, spec
        has = {
            "ab": True,
            "confidence": spec.has_confidence,
            "features": spec.has_features,
            "bins": bool(spec.bin_colors),
        }
        self._outputs = [name for name, there in has.items() if there]

    def answer(self, L: F32, hints: F32 | None = None, z: F32 | None = None) -> Answer:
        """As `core.inference.network.Network.answer`."""
        feeds: dict[str, F32] = {"L": L[None, None]}
        if self._spec.has_hints:
            zeros = np.zeros((1, 3, *L.shape), np.float32)
            feeds["hints"] = zeros if hints is None else hints
        if self._spec.z_size:
            feeds["z"] = np.zeros((1, self._spec.z_size), np.float32) if z is None else z
        outputs = self._inference.run(self._outputs, feeds)
        found = {n: cast("F32", out)[0] for n, out in zip(self._outputs, outputs, strict=True)}
        confidence = found.get("confidence")
        return Answer(
            found["ab"],
            None if confidence is None else confidence[0],
            found.get("features"),
            found.get("bins"),
        )
