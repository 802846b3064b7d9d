"""The devices are timed once where there are several, and shown with the device."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.inference import device_timing
from desktop.shell.main_window import MainWindow
from tests.desktop.helpers import MakeWindow

SECONDS = {"cuda": 0.0123, "cpu": 0.9876}


@pytest.fixture
def timed(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """A machine with two devices; what was timed, in order."""
    calls: list[tuple[str, ...]] = []

    def time_devices(spec: object, devices: tuple[str, ...], **_: object) -> dict[str, float]:
        calls.append(devices)
        return {name: SECONDS[name] for name in devices}

    monkeypatch.setattr(device_timing, "usable_devices", lambda: ("cuda", "cpu"))
    monkeypatch.setattr(device_timing, "time_devices", time_devices)
    return calls


def _details(window: MainWindow) -> str:
    return window.strip.device.toolTip()


@pytest.mark.slow
def test_timed_at_the_first_start_and_remembered(
    qtbot: QtBot, make_window: MakeWindow, timed: list[tuple[str, ...]]
) -> None:
    first = make_window()
    qtbot.waitUntil(lambda: "CUDA 12 ms, CPU 988 ms" in _details(first), timeout=60_000)
    assert "Got: cpu" in _details(first)
    first.close()
    second = make_window()
    qtbot.waitUntil(lambda: "CUDA 12 ms, CPU 988 ms" in _details(second), timeout=60_000)
    qtbot.wait(300)  # it would be timed by now
    assert timed == [("cuda", "cpu")]


@pytest.mark.slow
def test_timed_again_for_another_model_or_another_card(
    qtbot: QtBot,
    make_window: MakeWindow,
    timed: list[tuple[str, ...]],
    tiny_model: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = make_window()
    qtbot.waitUntil(lambda: len(timed) == 1, timeout=60_000)
    qtbot.waitUntil(lambda: "CUDA" in _details(first), timeout=60_000)
    first.close()
    second = make_window(model=tiny_model(name="b.onnx", metadata={"name": "b"}))
    qtbot.waitUntil(lambda: len(timed) == 2, timeout=60_000)
    qtbot.waitUntil(lambda: "CUDA" in _details(second), timeout=60_000)
    second.close()
    monkeypatch.setitem(SECONDS, "openvino", 0.5)
    monkeypatch.setattr(device_timing, "usable_devices", lambda: ("openvino", "cuda", "cpu"))
    third = make_window(model=tiny_model(name="b.onnx", metadata={"name": "b"}))
    qtbot.waitUntil(lambda: "OPENVINO 500 ms" in _details(third), timeout=60_000)


def test_one_device_is_not_timed(
    qtbot: QtBot, make_window: MakeWindow, timed: list[tuple[str, ...]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(device_timing, "usable_devices", lambda: ("cpu",))
    window = make_window()
    qtbot.waitUntil(lambda: window.workspace.editor.model is not None, timeout=60_000)
    qtbot.wait(300)
    assert timed == []
    assert "Timed" not in _details(window)


def test_a_photo_comes_before_the_timing(
    qtbot: QtBot,
    make_window: MakeWindow,
    make_photo: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
    timed: list[tuple[str, ...]],
) -> None:
    """A timing under way gives up when there is something to colour, and begins again later."""
    begun: list[bool] = []
    waits = threading.Event()
    from_the_start = device_timing.time_devices

    def patient(
        spec: object, devices: tuple[str, ...], *, interrupted: Callable[[], bool], **_: object
    ) -> dict[str, float] | None:
        begun.append(True)
        if len(begun) == 1:
            waits.wait(60)  # until the photo waits
            return None if interrupted() else {}
        return from_the_start(spec, devices)  # type: ignore[arg-type]

    monkeypatch.setattr(device_timing, "time_devices", patient)
    window = make_window()
    qtbot.waitUntil(lambda: bool(begun), timeout=60_000)
    window.workspace.editor.open_path(make_photo())
    qtbot.waitUntil(lambda: window.workspace.editor.document is not None, timeout=60_000)
    waits.set()
    qtbot.waitUntil(lambda: window.photo_page.view.after_shown, timeout=60_000)
    qtbot.waitUntil(lambda: "CUDA" in _details(window), timeout=60_000)
    assert len(begun) == 2


def test_nonsense_in_the_settings_is_no_timing(make_window: MakeWindow) -> None:
    window = make_window()
    for timings in (("abc",), ("abc", "cpu"), ("abc", "cpu fast"), ()):
        window.settings.change(timings=timings)
        assert window.workspace.device_timing.timings("abc") == {}
