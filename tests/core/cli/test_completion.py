"""``autochrome completion``: scripts that shells understand."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import pytest

Run = Callable[..., tuple[int, str, str]]


def test_completion_is_a_script_that_bash_understands(run: Run) -> None:
    status, out, err = run("completion", "bash")
    assert (status, err) == (0, "")
    assert "--before-after" in out
    assert subprocess.run(["bash", "-n"], input=out.encode(), check=False).returncode == 0
    assert "#compdef autochrome" in run("completion", "zsh")[1]


def test_completion_without_its_extra_is_a_sentence(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "shtab", None)
    status, out, err = run("completion", "bash")
    assert (status, out) == (1, "")
    assert "autochrome[completion]" in err
