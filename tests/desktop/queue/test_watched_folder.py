"""The queue's switch: what comes into a folder is colorized; the clock is the test's."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop.shell.main_window import MainWindow
from tests.desktop.helpers import MakeAlbum, MakeWindow
from tests.desktop.queue.queue_helpers import LONG, states


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def switch_on(
    qtbot: QtBot, window: MainWindow, folder: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.workspace.queue.show()
    watched = window.workspace.queue.watching.watched
    watched.clock = clock
    watched._timer.setInterval(1_000_000)  # the test looks when it wants to
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    window.workspace.queue.page.watch.click()
    qtbot.waitUntil(lambda: watched._watch is not None, timeout=LONG)


def look(qtbot: QtBot, window: MainWindow, clock: Clock, seconds: float) -> None:
    watched = window.workspace.queue.watching.watched
    qtbot.waitUntil(lambda: not watched._is_looking, timeout=LONG)
    clock.now += seconds
    watched.look()
    qtbot.waitUntil(lambda: not watched._is_looking, timeout=LONG)


def scan(path: Path) -> None:
    ramp = np.tile(np.linspace(30, 220, 64), (48, 1)).astype(np.uint8)
    Image.fromarray(ramp).save(path)


def test_what_is_there_and_what_comes_is_colorized(
    qtbot: QtBot,
    make_window: MakeWindow,
    album: MakeAlbum,
    clock: Clock,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window, folder = make_window(), album(1)
    switch_on(qtbot, window, folder, clock, monkeypatch)
    assert folder.name in window.workspace.queue.page.watch.text()
    look(qtbot, window, clock, 5)
    qtbot.waitUntil(lambda: states(window) == ["done"], timeout=LONG)
    scan(folder / "new.png")
    look(qtbot, window, clock, 1)
    assert states(window) == ["done"]
    look(qtbot, window, clock, 5)
    qtbot.waitUntil(lambda: states(window) == ["done", "done"], timeout=LONG)
    assert (tmp_path / "Pictures" / "new_color.png").is_file()
    look(qtbot, window, clock, 100)
    look(qtbot, window, clock, 100)
    assert states(window) == ["done", "done"]


def test_switched_off_and_on_again_it_repeats_nothing(
    qtbot: QtBot,
    make_window: MakeWindow,
    album: MakeAlbum,
    clock: Clock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window, folder = make_window(), album(1)
    switch_on(qtbot, window, folder, clock, monkeypatch)
    look(qtbot, window, clock, 5)
    qtbot.waitUntil(lambda: states(window) == ["done"], timeout=LONG)
    look(qtbot, window, clock, 5)
    window.workspace.queue.page.watch.click()
    assert window.workspace.queue.watching.watched.folder is None
    assert "Watch a folder" in window.workspace.queue.page.watch.text()
    scan(folder / "meanwhile.png")
    switch_on(qtbot, window, folder, clock, monkeypatch)
    look(qtbot, window, clock, 1)
    look(qtbot, window, clock, 5)
    qtbot.waitUntil(lambda: states(window) == ["done", "done"], timeout=LONG)


def test_a_folder_that_goes_is_said_and_waited_for(
    qtbot: QtBot,
    make_window: MakeWindow,
    album: MakeAlbum,
    clock: Clock,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window, folder = make_window(), album(1)
    switch_on(qtbot, window, folder, clock, monkeypatch)
    folder.rename(tmp_path / "away")
    look(qtbot, window, clock, 5)
    assert "is not there now" in window.notice_bar.text.text()
    (tmp_path / "away").rename(folder)
    look(qtbot, window, clock, 5)
    assert "is there again" in window.notice_bar.text.text()


def test_no_folder_chosen_is_no_watch(
    make_window: MakeWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make_window()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    window.workspace.queue.page.watch.click()
    assert not window.workspace.queue.page.watch.isChecked()
    assert window.workspace.queue.watching.watched.folder is None
