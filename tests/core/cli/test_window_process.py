"""The window program as seen from the command line: where it is, and what may go wrong with it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from core.cli import window_process

Stand = Callable[[str], None]


@pytest.fixture
def stand_in(monkeypatch: pytest.MonkeyPatch) -> Stand:
    """``stand_in(code)``: Python code instead of the window; its argv[2] is the report's path."""

    def put(code: str) -> None:
        monkeypatch.setattr(window_process, "window_command", lambda: [sys.executable, "-c", code])

    return put


def test_from_source_the_window_is_a_module() -> None:
    assert window_process.window_command() == [sys.executable, "-m", "desktop"]


@pytest.mark.parametrize(
    ("command", "window"),
    [("autochrome", "Autochrome"), ("autochrome-cli.exe", "Autochrome.exe")],
)
def test_a_packed_window_lies_beside_the_command(
    command: str, window: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / command))
    assert window_process.window_command() == [str(tmp_path / window)]


def test_what_the_window_reports_comes_back(stand_in: Stand) -> None:
    stand_in(
        "import json, os, sys; open(sys.argv[2], 'w').write(json.dumps("
        "{'ok': True, 'detail': os.environ['QT_QPA_PLATFORM'], 'asked': sys.argv[3:]}))"
    )
    found = window_process.try_window(Path("m.onnx"), "cpu")
    assert found == {"ok": True, "detail": "offscreen", "asked": ["m.onnx", "cpu"]}


def test_a_window_that_crashes_is_told_by_its_last_words(stand_in: Stand) -> None:
    stand_in("import os, sys; print('no platform plugin', file=sys.stderr); os._exit(134)")
    with pytest.raises(RuntimeError, match=r"status 134: no platform plugin"):
        window_process.try_window(Path("m.onnx"))


def test_a_crash_after_the_report_counts(stand_in: Stand) -> None:
    stand_in("import sys; open(sys.argv[2], 'w').write('{\"ok\": true}'); sys.exit('ended badly')")
    with pytest.raises(RuntimeError, match="status 1: ended badly"):
        window_process.try_window(Path("m.onnx"))


def test_a_window_that_is_not_there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(window_process, "window_command", lambda: [str(tmp_path / "Autochrome")])
    with pytest.raises(RuntimeError, match="cannot be started"):
        window_process.try_window(Path("m.onnx"))
