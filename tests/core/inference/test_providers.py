"""The reason a provider is missing is found without reading ONNX Runtime's log."""

from __future__ import annotations

import ctypes

import onnxruntime as ort
import pytest

from core.inference import providers
from core.inference.providers import cuda_driver_trouble, preload, why_missing


class _Driver:
    """What libcuda answers: cuInit's status and the number of cards."""

    def __init__(self, status: int, cards: int) -> None:
        self.status, self.cards = status, cards

    def cuInit(self, flags: int) -> int:
        return self.status

    def cuDeviceGetCount(self, count: object) -> int:
        count._obj.value = self.cards  # type: ignore[attr-defined]
        return 0


@pytest.mark.parametrize(
    ("status", "cards", "words"),
    [
        (0, 1, "None"),
        (0, 0, "no graphics card (CUDA driver error 0)"),
        (100, 0, "no graphics card (CUDA driver error 100)"),
    ],
)
def test_a_driver_without_a_card_is_told_from_a_card(
    monkeypatch: pytest.MonkeyPatch, status: int, cards: int, words: str
) -> None:
    monkeypatch.setattr(ctypes, "CDLL", lambda name: _Driver(status, cards))
    assert words in str(cuda_driver_trouble())


def test_a_missing_driver_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(name: str) -> None:
        raise OSError(f"{name}: cannot open shared object file")

    monkeypatch.setattr(ctypes, "CDLL", absent)
    assert "no NVIDIA driver" in str(cuda_driver_trouble())


def test_the_loaders_own_words_are_told_in_a_packed_program(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def packed(name: str) -> None:
        cause = OSError(f"{name}: cannot open shared object file")
        raise OSError("most likely it was not found when the application was frozen") from cause

    monkeypatch.setattr(ctypes, "CDLL", packed)
    assert "cannot open shared object file" in str(cuda_driver_trouble())
    assert "frozen" not in str(cuda_driver_trouble())


def test_a_library_that_does_not_load_is_quoted(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(name: str) -> None:
        raise OSError("libcublasLt.so.13: cannot open shared object file")

    monkeypatch.setattr(ort, "get_available_providers", lambda: ["CUDAExecutionProvider"])
    monkeypatch.setattr(providers, "cuda_driver_trouble", lambda: None)
    monkeypatch.setattr(ctypes, "CDLL", absent)
    reason = why_missing("cuda")
    assert reason.startswith("ONNX Runtime could not load its CUDA libraries")
    assert "libcublasLt.so.13" in reason


def test_a_build_without_the_provider_names_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ort, "get_available_providers", lambda: ["CPUExecutionProvider"])
    assert "install onnxruntime-gpu" in why_missing("cuda")


def test_preloading_prints_nothing(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(ort, "preload_dlls", lambda: print("Failed to load x"), raising=False)  # noqa: T201
    preload.cache_clear()
    preload()
    assert capfd.readouterr() == ("", "")
