"""Progress on the task bar, heard on a message bus of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from desktop.system.taskbar_progress import TaskbarProgress

ROOT = Path(__file__).parents[3]
PROGRAM = """
from PySide6.QtGui import QGuiApplication
from PySide6.QtDBus import QDBusConnection
from desktop.system.taskbar_progress import TaskbarProgress

app = QGuiApplication([])
app.setDesktopFileName("autochrome")
bar = TaskbarProgress()
for fraction in (0.25, 0.2501, None):
    bar.show(fraction)
"""

needs_bus = pytest.mark.skipif(
    not all(map(shutil.which, ("dbus-run-session", "dbus-monitor"))), reason="needs D-Bus' tools"
)


@pytest.mark.slow
@needs_bus
def test_the_launcher_is_told_what_changed(tmp_path: Path) -> None:
    heard = tmp_path / "heard"
    script = (
        f"dbus-monitor --session interface=com.canonical.Unity.LauncherEntry > {heard} & "
        f"sleep 1; {sys.executable} -c '{PROGRAM}'; sleep 1; kill $!"
    )
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", script], cwd=ROOT, env=environment, check=False
    )
    text = " ".join(heard.read_text().split())
    assert text.count("member=Update") == 2
    assert 'string "application://autochrome.desktop"' in text
    assert 'string "progress" variant double 0.25' in text
    assert 'string "progress-visible" variant boolean true' in text
    assert 'string "progress-visible" variant boolean false' in text


@needs_bus
def test_without_a_bus_nothing_happens() -> None:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    environment["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=/nowhere"
    command = [sys.executable, "-c", PROGRAM]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("system", ["darwin", "win32"])
def test_where_there_is_no_launcher_the_badge_says_the_per_cent(
    system: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    badges: list[int] = []
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(QGuiApplication, "setBadgeNumber", badges.append)
    bar = TaskbarProgress()
    for fraction in (0.0, 0.25, 0.2501, 1.0, None):
        bar.show(fraction)
    assert badges == [0, 25, 100, 0]
