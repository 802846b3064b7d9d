"""What was chosen for each photo: remembered while the window is open, and in a sidecar file."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from core.errors import AutochromeError
from core.resources import resource_root
from desktop.background.pool import Tasks
from desktop.editor.document import Edit, PhotoDocument
from desktop.editor.sidecar import write_sidecar
from desktop.text.notices import Notice

#: Milliseconds after the last change until it is written.
_REST_MS: Final = 2000


class EditAutosave(QObject):
    """Keeps the work on photos that come from files."""

    noticed = Signal(object)  # Notice

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._edits: dict[Path, Edit] = {}
        self._followed: PhotoDocument | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._rested)

    def remembered(self, photo: Path | None) -> Edit | None:
        """What was chosen for a photo since the window was opened."""
        return self._edits.get(photo) if photo is not None else None

    def follow(self, document: PhotoDocument | None) -> None:
        """Keep the work on this photo whenever the person rests: a crash costs seconds."""
        self._rest.stop()
        self._followed = document
        if document is not None:
            document.edited.connect(self._edited)

    @Slot()
    def _edited(self) -> None:
        self._rest.start()

    @Slot()
    def _rested(self) -> None:
        if self._followed is not None:
            self.keep(self._followed)

    def keep(self, document: PhotoDocument, *, now: bool = False) -> None:
        """Remember, and write where something changed; ``now`` before the program ends."""
        source, edit = document.photo.source, document.edit
        if source is None or edit == document.kept:
            return
        self._edits[source] = document.kept = edit
        if source.is_relative_to(resource_root()):  # the samples are part of the program
            return
        if now:
            try:
                write_sidecar(source, edit)
            except AutochromeError as error:
                self._failed(error)
        else:
            self._tasks.run(lambda: write_sidecar(source, edit), self._kept, self._failed)

    def _kept(self, _nothing: None) -> None:
        """There is nothing to say."""

    def _failed(self, error: AutochromeError) -> None:
        words = self.tr("Your work on this photo could not be kept beside it.")
        self.noticed.emit(Notice(words, str(error)))
