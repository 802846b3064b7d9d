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

#: What `core.inference.session.open_session` understands.
DEVICES: Final = ("auto", *PROVIDERS)
