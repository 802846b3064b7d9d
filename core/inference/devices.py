"""The devices by the names people use, apart from `providers` so that they cost no import."""

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
