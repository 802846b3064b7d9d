"""The desktop is told, heard on a message bus of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
PROGRAM = """
from PySide6.QtCore import QCoreApplication
from desktop.system.notification import notify

app = QCoreApplication([])
notify("queue", "Autochrome", "The queue is done.")
"""


@pytest.mark.slow
@pytest.mark.skipif(
    not all(map(shutil.which, ("dbus-run-session", "dbus-monitor"))), reason="needs D-Bus' tools"
)
def test_the_desktop_is_told(tmp_path: Path) -> None:
    heard = tmp_path / "heard"
    script = (
        f"dbus-monitor --session interface=org.freedesktop.portal.Notification > {heard} & "
        f"sleep 1; {sys.executable} -c '{PROGRAM}'; sleep 1; kill $!"
    )
    subprocess.run(["dbus-run-session", "--", "sh", "-c", script], cwd=ROOT, check=False)
    text = " ".join(heard.read_text().split())
    assert text.count("member=AddNotification") == 1
    assert 'string "queue" array [ dict entry(' in text  # sa{sv}, as the portal has it
    assert 'string "body" variant string "The queue is done."' in text


def test_without_a_bus_nothing_happens() -> None:
    environment = os.environ | {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere"}
    command = [sys.executable, "-c", PROGRAM]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
