"""Waiting for changes: by events of a real folder, and by time where none come."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest
from watchdog.observers import Observer

from core.watch import waiting
from core.watch.waiting import FolderWaiter


def test_an_event_ends_the_wait(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting, "SWEEP_S", 1000.0)
    with FolderWaiter([tmp_path]) as waiter:
        assert not waiter.is_polling
        (tmp_path / "a.jpg").write_bytes(b"x")
        waiter.wait(None)  # or the test's own time limit says so
    assert not _observers()


def test_reading_a_file_is_no_change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(b"x")
    with FolderWaiter([tmp_path]) as waiter:
        path.read_bytes()
        time.sleep(0.2)
        assert not waiter._changed.is_set()


def test_a_folder_that_is_not_there_is_polled_until_it_is(tmp_path: Path) -> None:
    folder = tmp_path / "share"
    with FolderWaiter([folder]) as waiter:
        assert waiter.is_polling
        folder.mkdir()
        waiter.restart()
        assert not waiter.is_polling


def test_a_network_share_is_polled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting, "is_network_share", lambda _: True)
    monkeypatch.setattr(waiting, "POLL_S", 0.01)
    with FolderWaiter([tmp_path]) as waiter:
        assert waiter.is_polling
        waiter.wait(None)


def test_a_system_without_watches_left_is_polled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: object) -> None:
        raise OSError(28, "inotify watch limit reached")

    monkeypatch.setattr(Observer, "start", full)
    with FolderWaiter([tmp_path]) as waiter:
        assert waiter.is_polling


def test_another_thread_may_wake_it(tmp_path: Path) -> None:
    with FolderWaiter([tmp_path]) as waiter:
        threading.Timer(0.05, waiter.wake).start()
        waiter.wait(None)


def _observers() -> list[str]:
    return [thread.name for thread in threading.enumerate() if "notify" in type(thread).__name__]
