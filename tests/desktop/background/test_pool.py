"""The pool: what is cancelled is not heard of, and after closing nothing begins."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from desktop.background.pool import Tasks


def test_a_cancelled_task_is_not_heard_of(qtbot: QtBot) -> None:
    tasks, heard = Tasks(), list[int]()
    tasks.run(lambda: 1, heard.append, lambda _error: None).cancel()
    tasks.run(lambda: 2, heard.append, lambda _error: None)
    qtbot.waitUntil(lambda: not tasks.busy, timeout=30_000)
    assert heard == [2]
    tasks.close()
    tasks.run(lambda: 3, heard.append, lambda _error: None)
    assert not tasks.busy
