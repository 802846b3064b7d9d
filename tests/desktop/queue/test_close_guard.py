"""Closing the window while its queue runs."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.queue.job import JobState
from core.queue.locations import beside_results
from core.queue.store import JobStore
from desktop.queue.events import QueueState
from tests.desktop.helpers import MakeAlbum, MakeWindow
from tests.desktop.queue.queue_helpers import (
    LONG,
    Gate,
    run_album,
)


@pytest.mark.slow
def test_closing_asks_finishes_what_is_in_hand_and_goes(
    qtbot: QtBot, make_window: MakeWindow, album: MakeAlbum, gate: Gate, tmp_path: Path
) -> None:
    window = make_window()
    run_album(qtbot, window, album(6))
    guard = window.workspace.queue.close_guard
    assert not window.close()
    assert guard.question is not None
    buttons = {button.text(): button for button in guard.question.buttons()}
    qtbot.mouseClick(buttons["Keep working"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: guard.question is None, timeout=LONG)
    assert window.workspace.queue.queue.state is QueueState.RUNNING
    assert not window.close()
    buttons = {button.text(): button for button in guard.question.buttons()}
    qtbot.mouseClick(buttons["Stop and close"], Qt.MouseButton.LeftButton)
    gate.passes.release(2)
    qtbot.waitUntil(window.isHidden, timeout=LONG)
    with JobStore(beside_results(tmp_path / "Pictures")) as store:
        counts = store.counts()
        assert counts[JobState.RUNNING] == 0
        assert counts[JobState.DONE] + counts[JobState.WAITING] == 6
        assert counts[JobState.WAITING] > 0
