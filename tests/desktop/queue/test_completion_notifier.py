"""The end of a run in words, inside the window and outside."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot

from core.batch.events import StopReason, Summary
from core.queue.job import JobState
from tests.desktop.helpers import MakeWindow

COUNTS = {JobState.DONE: 1200, JobState.FAILED: 2, JobState.SKIPPED: 3}


@pytest.mark.parametrize(
    ("summary", "words"),
    [
        (
            Summary(COUNTS, 0, 1.0, 1.0),
            "The queue is done. In colour: 1,200. Failed: 2. Skipped: 3.",
        ),
        (
            Summary({}, 7, 0.0, 1.0, StopReason.CANCELLED),
            "The queue has stopped. In colour: 0. Still waiting: 7.",
        ),
        (
            Summary({}, 7, 0.0, 1.0, StopReason.DEVICE_FAILED, "CUDA is gone."),
            "The device cannot compute any more. In colour: 0. Still waiting: 7.",
        ),
    ],
)
def test_the_end_in_words(
    make_window: MakeWindow, tmp_path: Path, summary: Summary, words: str
) -> None:
    window = make_window()
    window.workspace.queue.notifier.notify(summary, tmp_path, lambda: None)
    assert window.notice_bar.text.text() == words
    assert window.notice_bar.details.text() == summary.reason
    assert window.notice_bar.action.isVisible() == (summary.done > 0)


def test_who_looks_elsewhere_is_told_by_the_system(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    monkeypatch.setattr(QSystemTrayIcon, "show", lambda _self: None)
    monkeypatch.setattr(
        QSystemTrayIcon, "showMessage", lambda _self, title, words, _icon: told.append(words)
    )
    window = make_window()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=30_000)
    summary = Summary(COUNTS, 0, 1.0, 1.0)
    window.workspace.queue.notifier.notify(summary, tmp_path, lambda: None)
    assert told == []
    monkeypatch.setattr(window, "isActiveWindow", lambda: False)
    window.workspace.queue.notifier.notify(summary, tmp_path, lambda: None)
    assert len(told) == 1
