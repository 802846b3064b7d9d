"""The provider in use is the one ONNX Runtime reports, and a fall-back has a reason."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime as ort
import pytest

from core.errors import SessionError, UnknownDeviceError
from core.inference import session as session_module
from core.inference.model_file import load_model_spec
from core.inference.model_spec import ModelSpec
from core.inference.providers import ORT_ERRORS, cuda_driver_trouble
from core.inference.session import open_session, run_once

MakeModel = Callable[..., Path]

no_card = pytest.mark.skipif(
    cuda_driver_trouble() is None, reason="this machine has an NVIDIA card"
)


@pytest.fixture
def spec(tiny_model: MakeModel) -> ModelSpec:
    return load_model_spec(tiny_model())


def test_the_cpu_is_the_cpu(spec: ModelSpec, capfd: pytest.CaptureFixture[str]) -> None:
    session = open_session(spec, "cpu", threads=1, warm_up=True)
    assert (session.requested, session.device) == ("cpu", "cpu")
    assert session.provider == "CPUExecutionProvider" == session.inference.get_providers()[0]
    assert session.fallback_reason is None
    assert capfd.readouterr() == ("", "")


def test_the_model_answers_by_its_formula(spec: ModelSpec, rng: np.random.Generator) -> None:
    session = open_session(spec, "cpu", threads=1)
    L = rng.uniform(0, 100, (1, 1, 32, 64)).astype(np.float32)
    hints = np.zeros((1, 3, 32, 64), np.float32)
    hints[:, 0] = 7
    ab, confidence = session.inference.run(
        ["ab", "confidence"], {"L": L, "hints": hints, "z": np.ones((1, 8), np.float32)}
    )
    small = L.reshape(1, 8, 4, 16, 4).mean((2, 4))
    np.testing.assert_allclose(ab[:, 0], 0.4 * (small - 50) + 7 + 1, atol=1e-4)
    np.testing.assert_allclose(ab[:, 1], 20 - 0.4 * (small - 50) + 1, atol=1e-4)
    np.testing.assert_allclose(confidence[:, 0], 1 / (1 + np.exp(-small / 50)), atol=1e-5)


def test_an_unknown_device_is_refused(spec: ModelSpec) -> None:
    with pytest.raises(UnknownDeviceError, match="no device called gpu: use one of auto, cuda"):
        open_session(spec, "gpu")


@no_card
def test_cuda_without_a_card_runs_on_the_cpu_and_says_why(
    spec: ModelSpec, capfd: pytest.CaptureFixture[str]
) -> None:
    session = open_session(spec, "cuda")
    assert (session.requested, session.device) == ("cuda", "cpu")
    assert session.fallback_reason is not None
    assert session.fallback_reason.startswith("cuda cannot be used, the CPU is: ")
    assert ("NVIDIA" in session.fallback_reason) or ("no CUDA" in session.fallback_reason)
    run_once(session.inference, spec, 50)
    assert capfd.readouterr() == ("", "")


@no_card
def test_auto_without_a_card_is_the_cpu_and_needs_no_reason(spec: ModelSpec) -> None:
    session = open_session(spec, "auto")
    assert (session.device, session.fallback_reason) == ("cpu", None)


@pytest.mark.parametrize("device", ["openvino", "coreml", "directml"])
def test_a_provider_of_another_build_is_named(spec: ModelSpec, device: str) -> None:
    session = open_session(spec, device)
    if session.device == device:
        pytest.skip(f"this build has {device}")
    assert session.fallback_reason is not None
    assert "this build of ONNX Runtime has no" in session.fallback_reason


class _Double:
    """Stands in for ort.InferenceSession: claims CUDA, or fails the way CUDA fails."""

    def __init__(self, *, claims: list[str], fails: str | None = None) -> None:
        self.claims, self.fails, self.runs = claims, fails, 0
        self.asked: list[list[Any]] = []

    def __call__(self, path: Path, options: Any, *, providers: list[Any], **kwargs: Any) -> Any:
        self.asked.append(providers)
        if providers[0][0] == "CPUExecutionProvider":
            return ort.__dict__["_real_session"](path, options, providers=providers, **kwargs)
        return self

    def get_providers(self) -> list[str]:
        return self.claims

    def run(self, names: list[str], feeds: dict[str, Any]) -> list[Any]:
        self.runs += 1
        if self.fails:
            raise ORT_ERRORS[1](self.fails)
        return [np.zeros((1, 2, 8, 8), np.float32) for _ in names]


@pytest.fixture
def cuda_machine(monkeypatch: pytest.MonkeyPatch) -> Callable[[_Double], _Double]:
    """A machine whose driver finds a card and whose ONNX Runtime has the CUDA provider."""

    def arrange(double: _Double) -> _Double:
        monkeypatch.setattr(session_module, "is_built_in", lambda device: device in "cuda cpu")
        monkeypatch.setattr(session_module, "cuda_driver_trouble", lambda: None)
        monkeypatch.setattr(session_module, "preload", lambda: None)
        monkeypatch.setattr(ort, "_real_session", ort.InferenceSession, raising=False)
        monkeypatch.setattr(ort, "InferenceSession", double)
        return double

    return arrange


CUDA_AND_CPU = ["CUDAExecutionProvider", "CPUExecutionProvider"]


@pytest.mark.parametrize("device", ["auto", "cuda"])
def test_cuda_that_works_is_used(
    spec: ModelSpec, cuda_machine: Callable[[_Double], _Double], device: str
) -> None:
    double = cuda_machine(_Double(claims=CUDA_AND_CPU))
    session = open_session(spec, device, memory_limit_mb=512)
    assert (session.device, session.provider) == ("cuda", "CUDAExecutionProvider")
    assert session.fallback_reason is None
    assert double.runs == 1
    name, options = double.asked[0][0]
    assert name == "CUDAExecutionProvider"
    assert options["gpu_mem_limit"] == str(512 * 2**20)


def test_cuda_that_fails_at_its_first_kernel_is_not_used(
    spec: ModelSpec, cuda_machine: Callable[[_Double], _Double]
) -> None:
    cuda_machine(_Double(claims=CUDA_AND_CPU, fails="CUDNN failure 1: not initialised\ndetails"))
    session = open_session(spec, "auto")
    assert session.device == "cpu"
    assert session.fallback_reason is not None
    assert "CUDNN failure 1: not initialised." in session.fallback_reason
    assert "details" not in session.fallback_reason


def test_cuda_left_out_in_silence_is_still_reported(
    spec: ModelSpec,
    cuda_machine: Callable[[_Double], _Double],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    cuda_machine(_Double(claims=["CPUExecutionProvider"]))
    monkeypatch.setattr(session_module, "why_missing", lambda device: "libcublas is missing")
    session = open_session(spec, "auto")
    assert session.fallback_reason == "cuda cannot be used, the CPU is: libcublas is missing."


def test_the_memory_limit_holds_and_is_one_session_s_own(spec: ModelSpec) -> None:
    limited = open_session(spec, "cpu", memory_limit_mb=8)
    free = open_session(spec, "cpu")
    roomy = open_session(spec, "cpu", memory_limit_mb=512)
    run_once(limited.inference, spec, 256)
    for session in (free, roomy):
        run_once(session.inference, spec, 4096)
    with pytest.raises(ORT_ERRORS, match="Available memory"):
        run_once(limited.inference, spec, 4096)


def test_a_model_no_device_can_run_is_an_error(tiny_model: MakeModel) -> None:
    """Inside the contract, and impossible: it adds hints of one size to colours of another."""
    path = tiny_model()
    model = onnx.load(str(path))
    pool = next(node for node in model.graph.node if "hints4" in node.output)
    next(a for a in pool.attribute if a.name == "strides").ints[:] = [8, 8]
    onnx.save(model, str(path))
    with pytest.raises(SessionError, match=r"ONNX Runtime cannot run tiny\.onnx"):
        open_session(load_model_spec(path), "cpu", warm_up=True)
