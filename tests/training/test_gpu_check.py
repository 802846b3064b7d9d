"""The check for machines with an NVIDIA card, on this one at its smallest."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.gpu_check import CHECKS, main

TINY = ["--device", "cpu", "--side", "64", "--batch", "2", "--largest", "256", "--seconds", "0"]


@pytest.mark.slow
def test_every_check_runs_on_the_cpu_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "torch.nn.Module.compile", lambda _self: None
    )  # minutes, and nothing gained
    assert main([*TINY, "--minutes", "0", "--out", str(tmp_path)]) == 0
    report = (tmp_path / "gpu-check.md").read_text(encoding="utf-8")
    assert report in capsys.readouterr().out
    for title in CHECKS:
        assert f"## {title}" in report
    assert "| 256 | 0.00000 |" in report
    assert "cuda cannot be used, the CPU is" in report
    assert report.count("| learn | 64 | 2 |") == 2
    assert "2 images in" in report
    assert (tmp_path / "state.pt").stat().st_size < 25e6


def test_a_check_that_fails_does_not_end_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_: object) -> list[str]:
        raise RuntimeError("no card")

    for title in CHECKS:
        monkeypatch.setitem(CHECKS, title, fail if title == "Inference" else lambda _: ["fine"])
    assert main([*TINY, "--out", str(tmp_path)]) == 1
    told = capsys.readouterr().out
    assert "FAILED: no card" in told
    assert told.count("fine") == len(CHECKS) - 1
