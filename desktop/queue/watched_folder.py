"""`WatchedFolder`: a folder whose new scans join the queue, each once, when it is whole."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from core.errors import AutochromeError
from core.planning.source_photo import SourcePhoto
from core.watch.folder_watch import FolderWatch, Found, list_folders
from core.watch.memory import WatchMemory
from desktop.background.pool import Tasks
from desktop.text.bidi import isolated
from desktop.text.notices import Notice

#: Milliseconds between two looks: a window is not left alone for days, and may look often.
_LOOK_MS: Final = 2000


@dataclass
class _Watch:
    """What is open while a folder is watched; one task of the pool at a time has it."""

    memory: WatchMemory
    state: FolderWatch


class WatchedFolder(QObject):
    """Looks through one folder again and again, in the pool.

    Args:
        tasks: where the looking is done.
    """

    ready = Signal(object)  # list[Path]
    changed = Signal(object)  # Path | None: what is watched now
    noticed = Signal(object)  # Notice

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self.folder: Path | None = None
        self.clock: Callable[[], float] = time.monotonic
        self._watch: _Watch | None = None
        self._in_hand: dict[Path, SourcePhoto] = {}
        self._ended: list[tuple[SourcePhoto, bool]] = []
        self._is_looking = self._is_away = False
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)

    def start(self, folder: Path, memory: Path, output: Path) -> None:
        """Watch a folder; its results go to ``output``, which may lie in it."""
        self.stop()
        self.folder = folder
        self.changed.emit(folder)

        def opened(made: _Watch) -> None:
            if self.folder != folder:  # another one meanwhile, or none
                made.memory.close()
                return
            self._watch = made
            self._timer.start()
            self.look()

        listing = partial(list_folders, [str(folder)], output=output)

        def work() -> _Watch:
            kept = WatchMemory(memory, "window")
            return _Watch(kept, FolderWatch(listing, kept))

        self._tasks.run(work, opened, self._failed)

    def stop(self) -> None:
        """Watch no longer; what has joined the queue stays there."""
        self._timer.stop()
        watch, self._watch, self.folder = self._watch, None, None
        self._in_hand, self._ended, self._is_away = {}, [], False
        if watch is not None:
            watch.memory.close()
            self.changed.emit(None)

    def job_ended(self, source: Path, *, failed: bool) -> None:
        """Take note that a photo of the queue is done with."""
        photo = self._in_hand.pop(source, None)
        if photo is not None:
            self._ended.append((photo, failed))

    @Slot()
    def look(self) -> None:
        """Look through the folder once, unless that is being done."""
        if self._watch is None or self._is_looking:
            return
        watch, now = self._watch, self.clock()
        ended, self._ended = self._ended, []
        self._is_looking = True

        def work() -> Found:
            for photo, failed in ended:
                watch.state.ended(photo, now, failed=failed)
            return watch.state.look(now)

        self._tasks.run(work, partial(self._found, watch), self._failed)

    def _found(self, watch: _Watch, found: Found) -> None:
        self._is_looking = False
        if watch is not self._watch:
            return
        if bool(found.away) != self._is_away:
            self._is_away = bool(found.away)
            self._say_away()
        for path in found.in_use:
            words = self.tr("{} is in use by another program: it is done when it is free.")
            self.noticed.emit(Notice(words.format(isolated(path.name))))
        if found.ready:
            self._in_hand |= {photo.real: photo for photo in found.ready}
            self.ready.emit([photo.real for photo in found.ready])

    def _say_away(self) -> None:
        if self._is_away:
            words = self.tr("The watched folder is not there now. Autochrome waits for it.")
        else:
            words = self.tr("The watched folder is there again.")
        self.noticed.emit(Notice(words, str(self.folder)))

    def _failed(self, error: AutochromeError) -> None:
        self._is_looking = False
        self.stop()
        self.changed.emit(None)
        self.noticed.emit(Notice.of(error))
