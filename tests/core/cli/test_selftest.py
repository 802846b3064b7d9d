"""``autochrome --self-test``: everything is tried, and what fails is said."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from core.cli import selftest
from core.inference import session

Run = Callable[..., tuple[int, str, str]]


@pytest.mark.slow
def test_the_self_test_tries_everything(
    run: Run, model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(selftest, "bundled_model", lambda: model)
    monkeypatch.setattr(selftest, "is_built_in", lambda _: False)
    status, out, err = run("--self-test")
    report = json.loads(out)
    assert (status, err) == (0, ""), report
    assert report["ok"]
    names = [check["name"] for check in report["checks"]]
    assert names == ["model", "colorize", "batch", "tiff16", "repair", "share", "window"]
    assert report["window"]["platform"] == "offscreen"
    assert {"onnxruntime", "libvips", "qt"} <= report["versions"].keys()


def test_the_self_test_says_why_it_is_not_cuda(
    run: Run, model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(selftest, "bundled_model", lambda: model)
    monkeypatch.setattr(selftest, "try_window", lambda *_: {"detail": "not tried"})
    monkeypatch.setattr(selftest, "is_built_in", lambda _: True)
    monkeypatch.setattr(session, "is_built_in", lambda _: False)
    status, out, err = run("--self-test")
    device = json.loads(out)["device"]
    assert (status, device["wanted"], device["got"]) == (0, "cuda", "cpu")
    assert err.startswith("autochrome: cuda cannot be used, the CPU is: ")
    assert device["fallback_reason"] in err


@pytest.mark.slow
def test_the_self_test_fails_aloud(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(selftest, "bundled_model", lambda: tmp_path / "none.onnx")
    status, out, _ = run("--self-test")
    report = json.loads(out)
    assert status == 1
    assert not report["ok"]
    assert [check["ok"] for check in report["checks"]] == [False, True, True, True, False]
    assert "ModelNotFoundError" in report["checks"][0]["detail"]
    assert "ModelNotFoundError" in report["checks"][4]["detail"]
