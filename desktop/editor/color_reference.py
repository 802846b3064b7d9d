"""`ColorReference`: lets the open photo borrow the colours of another one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from core.colorize.reference_colors import lent_words, read_reference
from core.errors import AutochromeError
from desktop.editor.document import PhotoDocument
from desktop.editor.photo_editor import PhotoEditor
from desktop.text.found_words import found_words
from desktop.text.notices import Notice


class ColorReference(QObject):
    """Asks for the other photo, and says what became of it."""

    def __init__(self, window: QWidget, editor: PhotoEditor) -> None:
        super().__init__(window)
        self._window, self._editor = window, editor
        self._said = ""
        editor.document_changed.connect(self._document_changed)

    def ask(self) -> None:
        """Ask for a photo with colours; the open photo borrows them."""
        title = self.tr("A photo with the colours you want")
        name, _ = QFileDialog.getOpenFileName(self._window, title)
        if name:
            self.set_photo(Path(name))

    def set_photo(self, path: Path) -> None:
        """Borrow the colours of a photo; one without colours is refused by a sentence."""
        document = self._editor.document
        if document is None:
            return

        def checked(_photo: object) -> None:
            if self._editor.document is document:
                edit = replace(document.edit, like=str(path.absolute()))
                document.change(edit, self.tr("Colours of another photo"))

        self._editor.tasks.run(lambda: read_reference(path), checked, self._failed)

    def clear(self) -> None:
        """Borrow none any more."""
        document = self._editor.document
        if document is not None:
            edit = replace(document.edit, like="")
            document.change(edit, self.tr("Without the other photo's colours"))

    @Slot(object)
    def _document_changed(self, document: PhotoDocument | None) -> None:
        self._said = ""
        if document is not None:
            document.colored.connect(self._colored)

    @Slot()
    def _colored(self) -> None:
        """Say once for each reference photo whether anything was like it."""
        document = self._editor.document
        if document is None or document.colorization is None:
            return
        words = ", ".join(lent_words(document.colorization.settings))
        key = f"{document.edit.like} {words}" if document.edit.like else ""
        if key and key != self._said:
            self._editor.noticed.emit(Notice(found_words(words)))
        self._said = key

    def _failed(self, error: AutochromeError) -> None:
        self._editor.noticed.emit(Notice.of(error))
