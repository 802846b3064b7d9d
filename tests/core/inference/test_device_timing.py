"""Devices are timed once each; those that do not work are left out. CUDA is played by a double."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from core.errors import SessionError
from core.inference import device_timing
from core.inference.device_timing import time_devices, usable_devices
from core.inference.model_file import load_model_spec
from core.inference.model_spec import ModelSpec
from core.inference.session import Session, open_session


@pytest.fixture
def spec(tiny_model: Callable[..., Path]) -> ModelSpec:
    return load_model_spec(tiny_model())


def _machine(monkeypatch: pytest.MonkeyPatch, *built_in: str, driver: bool = True) -> None:
    monkeypatch.setattr(device_timing, "is_built_in", lambda device: device in {"cpu", *built_in})
    trouble = None if driver else "there is no NVIDIA driver on this machine"
    monkeypatch.setattr(device_timing, "cuda_driver_trouble", lambda: trouble)


def test_which_devices_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    _machine(monkeypatch, "cuda")
    assert set(usable_devices()) == {"cpu", "cuda"}
    _machine(monkeypatch, "cuda", driver=False)
    assert usable_devices() == ("cpu",)
    _machine(monkeypatch, "openvino", driver=False)
    assert set(usable_devices()) == {"cpu", "openvino"}


def _double(monkeypatch: pytest.MonkeyPatch, *, slow: str) -> None:
    """Sessions of any device that are the CPU's; ``slow`` takes its time."""

    def opened(spec: ModelSpec, device: str, *, memory_limit_mb: int | None) -> Session:
        session = open_session(spec, "cpu", memory_limit_mb=memory_limit_mb)
        return replace(session, device=device)

    seen: list[str] = []

    def run(inference: object, spec: ModelSpec, side: int) -> None:
        assert side == spec.default_size
        seen.append("run")
        time.sleep(0.03 if len(seen) <= 5 and slow == "first" else 0.0)

    monkeypatch.setattr(device_timing, "open_session", opened)
    monkeypatch.setattr(device_timing, "run_once", run)


def test_the_slower_device_is_seen_as_slower(
    monkeypatch: pytest.MonkeyPatch, spec: ModelSpec
) -> None:
    _double(monkeypatch, slow="first")
    found = time_devices(spec, ["cpu", "cuda"])
    assert found is not None
    assert set(found) == {"cpu", "cuda"}
    assert found["cpu"] > 0.02 > found["cuda"]


def test_the_cpu_really_runs(spec: ModelSpec) -> None:
    found = time_devices(spec, ["cpu"])
    assert found is not None
    assert found["cpu"] > 0


def test_a_device_that_fell_back_is_left_out(spec: ModelSpec) -> None:
    """ONNX Runtime here has no CoreML: the session is the CPU's and says so."""
    found = time_devices(spec, ["cpu", "coreml"])
    assert found is not None
    assert set(found) == {"cpu"}


def test_a_device_that_fails_is_left_out(monkeypatch: pytest.MonkeyPatch, spec: ModelSpec) -> None:
    def opened(spec: ModelSpec, device: str, *, memory_limit_mb: int | None) -> Session:
        if device == "cuda":
            raise SessionError("no memory on the card", spec.path)
        return open_session(spec, device)

    monkeypatch.setattr(device_timing, "open_session", opened)
    assert set(time_devices(spec, ["cuda", "cpu"]) or {}) == {"cpu"}


def test_it_gives_up_between_two_runs(monkeypatch: pytest.MonkeyPatch, spec: ModelSpec) -> None:
    answers = iter([False, False, True])
    assert time_devices(spec, ["cpu"], interrupted=lambda: next(answers)) is None
