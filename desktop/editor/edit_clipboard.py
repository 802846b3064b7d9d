"""`EditClipboard`: what was chosen for one photo, taken over to others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from core.colorize.edits import Edit
from core.colorize.sidecar import read_sidecar, write_sidecar
from core.errors import AutochromeError
from core.inference.model_spec import ModelSpec
from core.planning.walk import Walk
from desktop.background.pool import Tasks
from desktop.background.requests import ModelReady
from desktop.editor.photo_editor import PhotoEditor
from desktop.text.notices import Notice


class EditClipboard(QObject):
    """Copies look, points and strokes of the open photo, and pastes them to other photos.

    The open one is changed by a step to undo, the others in their sidecars.
    """

    changed = Signal()  # there is something to paste
    pasted = Signal(object)  # list[Path]: photos whose sidecars were written

    def __init__(self, editor: PhotoEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        self._tasks: Tasks = editor.tasks
        self.edit: Edit | None = None

    def copy(self) -> None:
        """Keep what was chosen for the open photo."""
        document = self._editor.document
        if document is not None:
            self.edit = document.edit
            self.changed.emit()

    def paste(self, paths: Sequence[Path]) -> None:
        """Give it to photos, and to the open one where it is among them, or there are no others."""
        edit, document = self.edit, self._editor.document
        if edit is None:
            return
        source = None if document is None else document.photo.source
        if document is not None and (source in paths or not paths):
            document.change(_taken_over(document.edit, edit), self.tr("Paste the settings"))
        others = [path for path in paths if path != source]
        if not others:
            return
        model = self._editor.model
        spec = model.spec if isinstance(model, ModelReady) else None
        self._tasks.run(lambda: _write(others, edit, spec), self._written, self._failed)

    def apply_to_folder(self) -> None:
        """Give what was chosen for the open photo to all photos of its folder."""
        document = self._editor.document
        if document is None or document.photo.source is None:
            return
        source = document.photo.source
        self.copy()
        self._tasks.run(
            lambda: [path for path in _photos_beside(source) if path != source],
            lambda paths: self.paste(paths) if paths else None,
            self._failed,
        )

    def _written(self, paths: list[Path]) -> None:
        for path in paths:
            self._editor.autosave.forget(path)
        words = self.tr("%n photo(s) have the settings too.", "", len(paths))
        self._editor.noticed.emit(Notice(words))
        self.pasted.emit(paths)

    def _failed(self, error: AutochromeError) -> None:
        self._editor.noticed.emit(Notice.of(error))


def edited_photos(paths: Iterable[Path]) -> list[Path]:
    """Those for which something was chosen. Reads their sidecars; called in the pool."""
    return [path for path in paths if read_sidecar(path) not in (None, Edit())]


def _taken_over(own: Edit, other: Edit) -> Edit:
    """An edit with the other's look, points and strokes; the rest stays the photo's own.

    Damage too: another photo's was never looked at here.
    """
    kept = {"seed": own.seed, "size": own.size, "recolor": own.recolor, "repair": own.repair}
    return replace(other, **kept)  # type: ignore[arg-type]


def _write(paths: Sequence[Path], edit: Edit, model: ModelSpec | None) -> list[Path]:
    for path in paths:
        write_sidecar(path, _taken_over(read_sidecar(path) or Edit(), edit), model=model)
    return list(paths)


def _photos_beside(source: Path) -> list[Path]:
    """The photos of a folder; results of the program are none."""
    return [photo.path for photo in Walk([str(source.parent)]) if not photo.header.is_result]
