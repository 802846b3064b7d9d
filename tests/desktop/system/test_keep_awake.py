"""The computer is kept awake while the queue runs, and it is said where it could not be."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from desktop.system import keep_awake
from desktop.system.keep_awake import KeepAwake

COMMAND = keep_awake._command
pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="systemd's own way")


@pytest.fixture
def inhibit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A ``systemd-inhibit`` that notes what it was asked and runs the program, as the real one."""
    tool = tmp_path / "systemd-inhibit"
    note = tmp_path / "asked"
    tool.write_text(
        f'#!/bin/sh\necho "$@" > {note}\nwhile [ "${{1#--}}" != "$1" ]; do shift; done\n'
        f'"$@"\necho over >> {note}\n'
    )
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.setattr(keep_awake, "_command", COMMAND)
    return note


def test_it_is_held_and_let_go(qtbot: QtBot, inhibit: Path) -> None:
    awake = KeepAwake()
    with qtbot.waitSignal(awake.changed, timeout=10_000) as heard:
        awake.hold()
    assert heard.args == [True]
    assert "--what=idle:sleep" in inhibit.read_text()
    assert "over" not in inhibit.read_text()
    awake.hold()  # once is enough
    awake.release()
    assert not awake.held
    assert "over" in inhibit.read_text()


def test_a_refusal_is_said(qtbot: QtBot, inhibit: Path) -> None:
    (inhibit.parent / "systemd-inhibit").write_text("#!/bin/sh\nexit 1\n")
    awake = KeepAwake()
    with qtbot.waitSignal(awake.changed, timeout=10_000) as heard:
        awake.hold()
    assert heard.args == [False]
    awake.release()


def test_a_system_without_the_means_is_said(qtbot: QtBot) -> None:
    awake = KeepAwake()
    spy = QSignalSpy(awake.changed)
    awake.hold()
    assert [spy.at(i) for i in range(spy.count())] == [[False]]
