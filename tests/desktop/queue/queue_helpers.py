"""What tests of the queue in the window do."""

from __future__ import annotations

import threading
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl
from pytestqt.qtbot import QtBot

from core.queue.job import Job
from desktop.queue.events import QueueState
from desktop.shell.main_window import MainWindow
from tests.desktop.helpers import drop

LONG = 60_000


class Gate:
    """Lets the network see one photo at a time."""

    def __init__(self) -> None:
        self.passes = threading.Semaphore(0)

    def open(self) -> None:
        for _ in range(1000):
            self.passes.release()

    def shut(self) -> None:
        while self.passes.acquire(blocking=False):
            pass


def drop_paths(window: MainWindow, *paths: Path) -> None:
    """Files and folders dropped on the window."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    drop(window, mime)


def jobs(window: MainWindow) -> list[Job]:
    return list(window.workspace.queue.page.jobs.jobs)


def states(window: MainWindow) -> list[str]:
    return [job.state.value for job in jobs(window)]


def wait_for(qtbot: QtBot, window: MainWindow, *wanted: str) -> None:
    def so() -> None:
        assert states(window) == list(wanted)

    qtbot.waitUntil(so, timeout=LONG)


def wait_for_rest(qtbot: QtBot, window: MainWindow) -> None:
    def rests() -> None:
        assert window.workspace.queue.queue.state is QueueState.RESTING
        assert "running" not in states(window)

    qtbot.waitUntil(rests, timeout=LONG)


def colorize_all(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.mouseClick(window.workspace.queue.page.start, Qt.MouseButton.LeftButton)


def run_album(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    """Drop a folder and colorize its photos; returns when the first one is in hand."""
    drop_paths(window, folder)
    wait_for(qtbot, window, *["waiting"] * len(list(folder.iterdir())))
    colorize_all(qtbot, window)
    qtbot.waitUntil(lambda: "running" in states(window), timeout=LONG)
