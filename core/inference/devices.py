"""Device names (``cuda``, ``cpu``...) -> ONNX Runtime's execution providers.

Apart from `core.inference.providers`, so that a list of names costs no import of ONNX Runtime.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

PROVIDERS: Final[Mapping[str, str]] = {
    "cuda": "CUDAExecutionProvider",
    "cpu": "CPUExecutionProvider",
    "openvino": "OpenVINOExecutionProvider",
    "coreml": "CoreMLExecutionProvider",
    "directml": "DmlExecutionProvider",
}

#: The word behind which `core.inference.vetting` names a model to a packed program: one more of it
#: is the process that opens the model first.
VET_WORD: Final = "--vet-model"

#: What `core.inference.session.open_session` understands.
DEVICES: Final = ("auto", *PROVIDERS)
