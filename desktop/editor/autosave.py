"""`EditAutosave`: saves the `Edit` of each photo in memory and in its sidecar file."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from core.colorize.sidecar import Work, write_work
from core.errors import AutochromeError
from core.inference.model_spec import ModelSpec
from core.resources import resource_root
from desktop.background.pool import Tasks
from desktop.editor.document import History, PhotoDocument
from desktop.text.notices import Notice

#: Milliseconds after the last change until it is written.
_REST_MS: Final = 2000


class EditAutosave(QObject):
    """Saves the edits of photos that come from files, two seconds after the last change.

    ``model`` is what they are made with, where one is open.
    """

    noticed = Signal(object)  # Notice

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._histories: dict[tuple[Path, int], History] = {}
        self._waiting: dict[tuple[Path, int], Work] = {}
        self._writing = threading.Lock()
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
        key = source, page
        self._waiting[key] = work

        def write() -> None:
            """What is newest: of two that wait the later one may come first."""
            with self._writing:
                newest = self._waiting.pop(key, None)
                if newest is not None:
                    write_work(source, newest, page=page, model=model)

        if now:
            try:
                write()
            except AutochromeError as error:
                self._failed(error)
        else:
            self._tasks.run(write, self._kept, self._failed)

    def _kept(self, _nothing: None) -> None:
        """There is nothing to say."""

    def _failed(self, error: AutochromeError) -> None:
        words = self.tr("Your work on this photo could not be kept beside it.")
        self.noticed.emit(Notice(words, str(error)))
