"""Waiting for a change in folders: by the system's events, or for a while where it sends none."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Final, Protocol, Self

from watchdog.events import (
    FileClosedEvent,
    FileCreatedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

from core.watch.network_share import is_network_share

#: Seconds between two looks where no event tells of changes.
POLL_S: Final = 5.0
#: And where events do: some are lost.
SWEEP_S: Final = 60.0
#: Seconds after an event, in which more of them come.
_GATHER_S: Final = 0.2
#: Windows tells of Ctrl-C only between two waits.
_SLICE_S: Final = 1.0
#: Opening and reading a file, which the watch does itself, are none of them.
_EVENTS: Final[list[type[FileSystemEvent]]] = [
    FileClosedEvent, FileCreatedEvent, FileModifiedEvent, FileMovedEvent,
]  # fmt: skip


class Waiter(Protocol):
    """Waits between two looks."""

    def wait(self, seconds: float | None) -> None:
        """Until something may have changed, or so many seconds (None: as long as it does)."""

    def wake(self) -> None:
        """End the wait of another thread."""


class FolderWaiter:
    """Events of folders of this computer's disks, polling of network shares. A context manager.

    Polling is chosen where a folder lies on a network share, is not there, or cannot be observed
    (the system's limit of watches, an odd file system).
    """

    def __init__(self, folders: Sequence[Path], *, recursive: bool = False) -> None:
        self._folders, self._recursive = folders, recursive
        self._changed = threading.Event()
        self._observer: BaseObserver | None = None
        self._start()

    @property
    def is_polling(self) -> bool:
        """Whether no events come, and the folders are looked through every few seconds."""
        return self._observer is None

    def wait(self, seconds: float | None) -> None:
        """As `Waiter.wait`."""
        longest = POLL_S if self.is_polling else SWEEP_S
        left = min(longest, longest if seconds is None else max(0.05, seconds))
        while left > 0 and not self._changed.wait(min(left, _SLICE_S)):
            left -= _SLICE_S
        if self._changed.is_set():
            time.sleep(_GATHER_S)
        self._changed.clear()

    def wake(self) -> None:
        """As `Waiter.wake`."""
        self._changed.set()

    def restart(self) -> None:
        """A folder has come back: what observed the one before hears nothing of it."""
        self.close()
        self._start()

    def _start(self) -> None:
        if any(is_network_share(folder) or not folder.is_dir() for folder in self._folders):
            return
        observer = Observer()
        handler = _Handler(self._changed)
        try:
            for folder in self._folders:
                observer.schedule(
                    handler, str(folder), recursive=self._recursive, event_filter=_EVENTS
                )
            observer.start()
        except OSError:
            with suppress(RuntimeError):  # it has not begun
                observer.stop()
            return
        self._observer = observer

    def close(self) -> None:
        """End the observing thread."""
        if self._observer is not None:
            self._observer.stop()
            self._observer.join()
            self._observer = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


class _Handler(FileSystemEventHandler):
    def __init__(self, changed: threading.Event) -> None:
        self._changed = changed

    def on_any_event(self, event: FileSystemEvent) -> None:  # noqa: ARG002  (any will do)
        self._changed.set()
