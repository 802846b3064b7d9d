"""`EditAutosave`: saves the `Edit` of each photo in memory and in its sidecar file."""

from __future__ import annotations

import threading
from concurrent.futures import wait
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from core.colorize.sidecar import Work, write_work
from core.errors import AutochromeError
from core.inference.model_spec import ModelSpec
from core.resources import resource_root
from desktop.background.pool import Tasks
from desktop.editor.document import History, PhotoDocument
from desktop.text.bidi import isolated
from desktop.text.notices import Notice

#: Milliseconds after the last change until it is written.
_REST_MS: Final = 2000
#: Seconds a window that closes waits for a disk before it says so.
_PATIENCE_S: Final = 2


class EditAutosave(QObject):
    """Saves the edits of photos that come from files, two seconds after the last change.

    ``model`` is what they are made with, where one is open. One thread writes them one after the
    other, whatever else is being read or written.
    """

    noticed = Signal(object)  # Notice
    written = Signal(bool)  # whether what waited is beside its photo, or could not be

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = Tasks(self, threads=1)
        self._histories: dict[tuple[Path, int], History] = {}
        self._waiting: dict[tuple[Path, int], Work] = {}
        self._lock = threading.Lock()
        self._refused = False
        self.model: ModelSpec | None = None
        #: a working copy of another program, which wants no file of ours beside it
        self.left_alone: Path | None = None
        self._followed: PhotoDocument | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._rested)

    def remembered(self, photo: Path | None, page: int = 0) -> History | None:
        """What was done to a photo since the window was opened; None where it was not open."""
        return self._histories.get((photo, page)) if photo is not None else None

    def remember(self, document: PhotoDocument) -> None:
        """Save a document that is left, and keep its steps: they can be undone when it is back."""
        self.save(document)
        if document.photo.source is not None:
            self._histories[document.photo.source, document.page] = document.history()

    def forget(self, photo: Path) -> None:
        """What lies beside a photo is newer than what was done to it here."""
        for key in [key for key in self._histories if key[0] == photo]:
            del self._histories[key]

    def follow(self, document: PhotoDocument | None) -> None:
        """Save this document from now on whenever the person rests: a crash costs seconds."""
        self._rest.stop()
        self._followed = document
        if document is not None:
            document.edited.connect(self._edited)
            document.versions_changed.connect(self._edited)

    @Slot()
    def _edited(self) -> None:
        self._rest.start()

    @Slot()
    def _rested(self) -> None:
        if self._followed is not None:
            self.save(self._followed)

    def save(self, document: PhotoDocument, *, now: bool = False) -> None:
        """Save a document's edit where it changed; ``now`` waits for it, as the program ends."""
        source, work, page, model = document.photo.source, document.work, document.page, self.model
        if source is None or work == document.saved:
            return
        document.saved = work
        if source.is_relative_to(resource_root()):  # the samples are part of the program
            return
        if source == self.left_alone:
            return
        with self._lock:
            self._waiting[source, page] = work

        def write() -> None:
            self._write(source, page, work, model)

        if now:
            try:
                self._tasks.start(write).result()
            except AutochromeError as error:
                self._failed(error)
        else:
            self._tasks.run(write, self._kept, self._failed)

    @property
    def saving(self) -> list[str]:
        """Whose work is being written, for a person."""
        with self._lock:
            names = [isolated(source.name) for source, _ in self._waiting]
        return [self.tr("your work on {}").format(name) for name in names]

    def finish(self, document: PhotoDocument | None) -> bool:
        """Write what is not written yet, as the window is to close; whether that is done.

        It is not where the disk takes its time: ``written`` says when. Nor is it where something
        could not be written, which is said first.
        """
        if document is not None:
            self.save(document)
        wait([self._tasks.start(lambda: None)], _PATIENCE_S)
        return not self._waiting and not self._refused

    def close(self) -> None:
        """End the thread; `finish` comes before."""
        self.follow(None)
        self._tasks.close()

    def _write(self, source: Path, page: int, work: Work, model: ModelSpec | None) -> None:
        """Write it, unless a later one of the photo waits behind it; called in the thread."""
        if self._waiting.get((source, page)) is not work:
            return
        try:
            write_work(source, work, page=page, model=model)
        except AutochromeError:
            self._refused = True
            raise
        finally:
            with self._lock:
                if self._waiting.get((source, page)) is work:
                    del self._waiting[source, page]

    def _kept(self, _nothing: None) -> None:
        self.written.emit(True)

    def _failed(self, error: AutochromeError) -> None:
        self._refused = False
        words = self.tr("Your work on this photo could not be kept beside it.")
        self.noticed.emit(Notice(words, str(error)))
        self.written.emit(False)
