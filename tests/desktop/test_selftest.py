"""The window's self-test finds a window that works, and notices one that does not."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from desktop import selftest


@pytest.mark.slow
def test_a_window_that_works(tiny_model: Callable[..., Path], tmp_path: Path) -> None:
    target = tmp_path / "report.json"
    command = [
        sys.executable,
        "-m",
        "desktop",
        "--self-test",
        str(target),
        str(tiny_model()),
        "cpu",
    ]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(tmp_path)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    report = json.loads(target.read_text())
    assert done.returncode == 0, (report, done.stderr)
    assert (report["ok"], report["device"], report["platform"]) == (True, "cpu", "offscreen")
    assert {"png", "jpeg", "svg"} <= set(report["image_formats"])
    assert 0 < report["seconds"]["window"] < report["seconds"]["colours"]
    assert not (tmp_path / "Autochrome").exists(), "the user's settings were touched"


@pytest.mark.usefixtures("qapp")
def test_a_model_that_fails_is_reported(tmp_path: Path) -> None:
    target = tmp_path / "report.json"
    assert selftest.main([str(target), str(tmp_path / "none.onnx"), "cpu"]) == 1
    report = json.loads(target.read_text())
    assert not report["ok"]
    assert "ModelNotFoundError" in report["detail"]


@pytest.mark.slow
@pytest.mark.usefixtures("qapp")
def test_a_window_that_stays_grey_is_reported(
    tiny_model: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(selftest, "_SECONDS", 3)
    monkeypatch.setattr(selftest, "_CHROMATIC", np.iinfo(np.uint8).max)
    target = tmp_path / "report.json"
    assert selftest.main([str(target), str(tiny_model()), "cpu"]) == 1
    assert "in time" in json.loads(target.read_text())["detail"]
