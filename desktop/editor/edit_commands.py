"""`EditCommands`: the undoable changes of the photo that is open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from core.colorize.edits import Edit
from core.colorize.hints import ColorHint
from core.colorize.look import Look
from core.colorize.strokes import Stroke
from core.repair.edits import RepairEdit
from desktop.editor.document import PhotoDocument
from desktop.editor.photo_condition import afresh_notice
from desktop.editor.variation import Variation


class EditCommands(QObject):
    """Changes of ``document``, each a step to undo; without a document nothing happens."""

    document: PhotoDocument | None = None
    noticed = Signal(object)  # Notice

    def set_look(self, look: Look, text: str, gesture: int | None = None) -> None:
        """Set the look of the photo; steps of one ``gesture`` become one."""
        if self.document is not None:
            self._change(replace(self.document.edit, look=look), text, gesture)

    def set_hints(self, hints: Sequence[ColorHint], text: str, gesture: int | None = None) -> None:
        """Set the colour points of the photo; steps of one ``gesture`` become one."""
        if self.document is not None:
            self._change(replace(self.document.edit, hints=tuple(hints)), text, gesture)

    def set_strokes(self, strokes: Sequence[Stroke], text: str) -> None:
        """Set the brush strokes of the photo."""
        if self.document is not None:
            self._change(replace(self.document.edit, strokes=tuple(strokes)), text)

    def set_repair(self, repair: RepairEdit, text: str, gesture: int | None = None) -> None:
        """Set what is repaired of the photo; steps of one ``gesture`` become one."""
        if self.document is not None:
            self._change(replace(self.document.edit, repair=repair), text, gesture)

    def take_variation(self, variation: Variation) -> None:
        """Apply a variation."""
        if self.document is not None:
            self._change(variation.of(self.document.edit), self.tr("Variation"))

    def keep_version(self, name: str) -> None:
        """Keep the present edit under a name; one that has the name already is replaced."""
        if self.document is not None:
            versions = {**self.document.versions, name: self.document.edit}
            self.document.change_versions(versions, self.tr("Keep version"))

    def take_version(self, name: str) -> None:
        """Go back to the edit that was kept under a name."""
        if self.document is not None:
            self._change(self.document.versions[name], self.tr("Version"))

    def forget_version(self, name: str) -> None:
        """Forget the edit that was kept under a name; the present one stays as it is."""
        if self.document is not None:
            versions = {key: kept for key, kept in self.document.versions.items() if key != name}
            self.document.change_versions(versions, self.tr("Forget version"))

    def start_afresh(self) -> None:
        """Leave everything that was chosen for the photo behind, and say how it comes back."""
        if self.document is not None:
            restore = partial(self._restore, self.document, self.document.edit)
            self._change(Edit(), self.tr("Start afresh"))
            self.noticed.emit(afresh_notice(restore))

    def _restore(self, document: PhotoDocument, edit: Edit) -> None:
        if self.document is document:  # the notice may outlast its photo
            self._change(edit, self.tr("Restore my edits"))

    def undo(self) -> None:
        """Undo one step."""
        if self.document is not None:
            self.document.undo_stack.undo()

    def redo(self) -> None:
        """Redo one step."""
        if self.document is not None:
            self.document.undo_stack.redo()

    def _change(self, edit: Edit, text: str, gesture: int | None = None) -> None:
        if self.document is not None:
            self.document.change(edit, text, gesture)
