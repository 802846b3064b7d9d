"""ONNX Runtime's execution providers by the names people use, and why one is not to be had.

ONNX Runtime says why it left a provider out only in its log, on standard error. The reason is
found again here by asking, in order, what the provider stands on: the build of ONNX Runtime, the
driver, the card, the provider's own library.
"""

from __future__ import annotations

import contextlib
import ctypes
import io
import os
import sys
import warnings
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

import onnxruntime as ort
from onnxruntime.capi import onnxruntime_pybind11_state as _ort_state

from core.extras import is_packed
from core.inference.devices import PROVIDERS

# Windows' build tells the system's tracing instead, and takes no word from the environment
# (core/__init__.py says the rest).
ort.disable_telemetry_events()

#: Everything ONNX Runtime raises: its exceptions have no base of their own.
ORT_ERRORS: Final[tuple[type[Exception], ...]] = (
    RuntimeError,
    *(
        kind
        for kind in vars(_ort_state).values()
        if isinstance(kind, type) and issubclass(kind, Exception)
    ),
)

_PACKAGES: Final[Mapping[str, str]] = {
    "cuda": "onnxruntime-gpu",
    "openvino": "onnxruntime-openvino",
    "coreml": "onnxruntime on a Mac",
    "directml": "onnxruntime-directml",
}


#: How ONNX Runtime, CUDA and the C++ library say it; none of them has a type for it.
_OUT_OF_MEMORY: Final = (
    "bad allocation",
    "bad_alloc",
    "out of memory",
    "failed to allocate",
    "alloc_failed",
    "available memory",
)


def is_out_of_memory(error: Exception) -> bool:
    """Whether there was not enough memory."""
    text = str(error).lower()
    return isinstance(error, MemoryError) or any(words in text for words in _OUT_OF_MEMORY)


def first_line(error: Exception) -> str:
    """What went wrong, without ONNX Runtime's stack of source lines and without a full stop."""
    return (str(error).strip() or type(error).__name__).splitlines()[0].rstrip(".")


def provider_options(device: str, memory_limit_mb: int | None) -> dict[str, Any]:
    """The provider's own settings; ``memory_limit_mb`` bounds what CUDA's arena may hold."""
    if device != "cuda":
        return {}
    options = {
        # the arena doubles itself by default: a picture of a new size would take twice its need
        "arena_extend_strategy": "kSameAsRequested",
        # the default search times every algorithm again for every new picture size
        "cudnn_conv_algo_search": "HEURISTIC",
        # TF32 keeps 10 bits of mantissa: results would differ from the CPU's
        "use_tf32": "0",
    }
    if memory_limit_mb is not None:
        options["gpu_mem_limit"] = str(memory_limit_mb << 20)
    return options


@cache
def preload() -> None:
    """Find the CUDA and cuDNN libraries of the ``nvidia-*`` wheels, once; says nothing itself.

    ONNX Runtime prints what it misses on standard output, which may be a picture's way out.
    """
    if not hasattr(ort, "preload_dlls"):  # added in ONNX Runtime 1.21
        return
    with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        ort.preload_dlls()


def is_built_in(device: str) -> bool:
    """Whether this build of ONNX Runtime knows the device's provider at all."""
    return PROVIDERS[device] in ort.get_available_providers()


def why_missing(device: str) -> str:
    """The reason a provider was left out, as the end of a sentence."""
    if not is_built_in(device):
        has_none = f"this build of ONNX Runtime has no {PROVIDERS[device]}"
        return has_none if is_packed() else f"{has_none} (install {_PACKAGES[device]})"
    trouble = cuda_driver_trouble() or _cuda_library_trouble() if device == "cuda" else None
    return trouble or f"ONNX Runtime left {PROVIDERS[device]} out without a reason"


def cuda_driver_trouble() -> str | None:
    """What is wrong with the NVIDIA driver or card, or None where there is a usable card."""
    try:
        cards, status = _cuda_cards()
    except OSError as error:
        return f"there is no NVIDIA driver on this machine ({_loaders_words(error)})"
    if not cards:
        return f"the NVIDIA driver finds no graphics card (CUDA driver error {status})"
    return None


def cuda_cards() -> list[str]:
    """The cards this process may use, as ``CUDA_VISIBLE_DEVICES`` names them."""
    try:
        number, _ = _cuda_cards()
    except OSError:
        return []
    named = [name for name in os.environ.get("CUDA_VISIBLE_DEVICES", "").split(",") if name]
    return (named or [str(index) for index in range(number)])[:number]


def _cuda_cards() -> tuple[int, int]:
    """How many cards the driver shows, and its error; OSError where there is no driver."""
    driver = ctypes.CDLL("nvcuda.dll" if sys.platform == "win32" else "libcuda.so.1")
    count = ctypes.c_int(0)
    status = driver.cuInit(0) or driver.cuDeviceGetCount(ctypes.byref(count))
    return (0 if status else count.value), status


def _cuda_library_trouble() -> str | None:
    """The loader's own words on ONNX Runtime's CUDA library, or None where it loads."""
    suffix = ("", ".dll") if sys.platform == "win32" else ("lib", ".so")
    folder = Path(ort.__file__).parent / "capi"
    for part in ("shared", "cuda"):  # the second needs the first
        library = folder / f"{suffix[0]}onnxruntime_providers_{part}{suffix[1]}"
        try:
            ctypes.CDLL(str(library))
        except OSError as error:
            return f"ONNX Runtime could not load its CUDA libraries ({_loaders_words(error)})"
    return None


def _loaders_words(error: OSError) -> str:
    """Why a library does not load: PyInstaller raises an error of its own from the loader's."""
    return str(error.__cause__ or error)
